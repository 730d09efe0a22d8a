import { afterEach, beforeAll, expect, test } from "vitest";
import { FakeHass } from "../fixtures";
import { type Account, type State, STATES } from "../types/execution";
import "./execution-buttons";
import type { ExecutionButtons } from "./execution-buttons";

const account = (state: State, more: Partial<Account> = {}): Account => ({
  execution_id: "E",
  name: "Evening",
  state,
  verified: false,
  policy: null,
  created: "2026-11-21T06:00:00Z",
  started: null,
  ended: null,
  duration: null,
  error_message: null,
  error_code: null,
  undo_of: null,
  repeat_of: null,
  origin: null,
  timeline: [],
  ...more,
});

let element: ExecutionButtons;
const hass = new FakeHass({
  pause: {},
  repeat: { execution_id: "N", state: "queued" },
  rollback: {
    executions: ["E"],
    items: [
      { entity_id: "light.table", path: "0", what: "skipped", reason: "changed since" },
      { entity_id: null, path: "1", what: "impossible", reason: "no way" },
    ],
  },
});

beforeAll(() => {
  // The browser of these tests has no dialogs.
  HTMLDialogElement.prototype.showModal = function open(): void {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close(): void {
    this.open = false;
  };
});

const show = async (one: Account): Promise<string[]> => {
  element = document.createElement("action-engine-execution-buttons");
  element.hass = hass;
  element.account = one;
  document.body.append(element);
  await element.updateComplete;
  return buttons().map((button) => button.textContent.trim());
};

const buttons = (): HTMLButtonElement[] => [
  ...element.renderRoot.querySelectorAll<HTMLButtonElement>(".actions > button"),
];

const press = async (name: string): Promise<void> => {
  buttons().find((button) => button.textContent.trim() === name)?.click();
  await new Promise((done) => setTimeout(done));
  await element.updateComplete;
};

afterEach(() => {
  element.remove();
  hass.sent.length = 0;
});

const LEGAL: Record<State, string[]> = {
  pending_approval: ["Cancel"],
  queued: ["Pause", "Cancel"],
  executing: ["Pause", "Cancel"],
  retrying: ["Pause", "Cancel"],
  paused: ["Go on", "Cancel"],
  success: ["Repeat …", "Undo …"],
  failed: ["Retry from here …", "Repeat …", "Undo …"],
  cancelled: ["Repeat …"],
  unknown: [],
  denied: ["Repeat …"],
  rejected: ["Repeat …"],
  expired: ["Repeat …"],
  rolling_back: [],
  rolled_back: ["Repeat …"],
};

test.each(STATES)("%s has the buttons that may be pressed then, and no others", async (state) => {
  expect(await show(account(state))).toEqual(LEGAL[state]);
});

test("an undo is not repeated", async () => {
  expect(await show(account("success", { undo_of: "X" }))).toEqual(["Undo …"]);
});

test("halting is done at once, and tells that it was done", async () => {
  await show(account("executing"));
  let changed = 0;
  element.addEventListener("changed", () => (changed += 1));
  await press("Pause");
  expect(hass.sent).toEqual([{ type: "action_engine/pause", execution_id: "E" }]);
  expect(changed).toBe(1);
});

test("doing it again is asked about first", async () => {
  await show(account("success"));
  await press("Repeat …");
  expect(hass.sent).toEqual([]);
  const confirm = element.renderRoot.querySelector("action-engine-confirm");
  expect(confirm?.heading).toBe("Repeat “Evening”?");
  confirm?.dispatchEvent(new CustomEvent("confirmed"));
  await new Promise((done) => setTimeout(done));
  expect(hass.sent.map((one) => one.type)).toEqual(["action_engine/repeat"]);
  expect(location.pathname).toBe("/action-engine/executions/N");
});

test("an undo shows what it leaves alone, and offers nothing if that is all", async () => {
  await show(account("success"));
  await press("Undo …");
  const undo = element.renderRoot.querySelector("action-engine-undo");
  const sections = [...(undo?.renderRoot.querySelectorAll("section") ?? [])];
  expect(sections.map((one) => one.getAttribute("aria-label"))).toEqual([
    "Left alone: changed since",
    "Cannot be undone",
  ]);
  expect(sections[0]?.textContent).toContain("Table (Kitchen)");
  expect(undo?.renderRoot.querySelector("action-engine-confirm")?.empty).toBe(true);
});
