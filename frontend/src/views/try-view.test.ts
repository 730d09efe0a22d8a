import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FakeHass } from "../fixtures";
import { EXAMPLES } from "../trying/examples";
import type { Checked } from "../types/trial";
import { TryView } from "./try-view";

const GOOD: Checked = {
  kind: "actions",
  valid: true,
  problems: [],
  plan: [{ place: "0", action: "light.turn_on", expected: "on" }],
  verdict: {
    decision: "hold",
    reasons: [{ rule: "x", decision: "hold", code: "x", text: "The reason." }],
    impact: {
      risk: "high",
      reversible: "yes",
      expected_seconds: null,
      steps: [
        {
          place: "0",
          action: "light.turn_on",
          entity_ids: ["light.table", "light.gone"],
          everything: false,
          risk: "high",
          why: "Because",
          reversible: true,
          opened_from: null,
        },
      ],
    },
  },
};

const BAD: Checked = {
  kind: "actions",
  valid: false,
  problems: [
    {
      place: "0: datta",
      line: 2,
      column: 3,
      came: "<img src=x>",
      expected: "no such key here",
      message: "",
    },
  ],
};

const ACCOUNT = {
  execution_id: "E1",
  name: "Mine",
  state: "success",
  created: "2026-11-21T06:00:00+00:00",
  started: "2026-11-21T06:00:00+00:00",
  ended: "2026-11-21T06:00:01+00:00",
  duration: 1,
  timeline: [],
  steps: [],
};

beforeEach(() => {
  sessionStorage.clear();
  Element.prototype.scrollIntoView = vi.fn();
});

afterEach(() => {
  document.body.replaceChildren();
});

const settle = async (view: TryView): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve));
  await view.updateComplete;
};

const show = async (answers: Record<string, unknown>): Promise<[TryView, FakeHass]> => {
  const hass = new FakeHass({ settings: { policies: [] }, get_execution: ACCOUNT, ...answers });
  const view = new TryView();
  view.hass = hass;
  document.body.append(view);
  await settle(view);
  hass.sent.length = 0;
  return [view, hass];
};

const area = (view: TryView): HTMLTextAreaElement => {
  const found = view.renderRoot.querySelector("textarea");
  if (found === null) throw new Error("no field");
  return found;
};

const write = async (view: TryView, text: string): Promise<void> => {
  area(view).value = text;
  area(view).dispatchEvent(new Event("input"));
  await settle(view);
};

const press = async (view: TryView, label: string): Promise<void> => {
  const buttons = [...view.renderRoot.querySelectorAll("button")];
  buttons.find((one) => one.textContent.trim() === label)?.click();
  await settle(view);
  await settle(view);
};

const inner = (view: TryView, ...names: string[]): ShadowRoot => {
  let root: ParentNode = view.renderRoot;
  for (const name of names) root = root.querySelector(name)?.shadowRoot ?? root;
  return root as ShadowRoot;
};

const types = (hass: FakeHass): string[] =>
  hass.sent.map((one) => one.type.replace("action_engine/", ""));

test("Ctrl+Enter checks, and says what would be done to which device", async () => {
  const [view, hass] = await show({ check: GOOD });
  await write(view, "- action: light.turn_on");
  const key = new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true });
  area(view).dispatchEvent(key);
  await settle(view);
  expect(hass.sent).toEqual([
    { type: "action_engine/check", text: "- action: light.turn_on", kind: "auto" },
  ]);
  const result = inner(view, "action-engine-checked");
  for (const part of ["asked first", "The reason.", "High risk", "Can be undone"]) {
    expect(result.textContent).toContain(part);
  }
  const run = inner(view, "action-engine-checked", "action-engine-dry-run").textContent;
  for (const part of ["Table (Kitchen)", "is on now", "is not there", "afterwards: on"]) {
    expect(run).toContain(part);
  }
});

test("other keys stay the browser's, so that Tab leads on", async () => {
  const [view, hass] = await show({ check: GOOD });
  for (const key of ["Tab", "Enter"]) {
    const event = new KeyboardEvent("keydown", { key, cancelable: true });
    area(view).dispatchEvent(event);
    expect(event.defaultPrevented).toBe(false);
  }
  expect(hass.sent).toEqual([]);
});

test("a problem is text, and leads to its line", async () => {
  const [view] = await show({ check: BAD });
  await write(view, "- action: light.turn_on\n  datta: {}\n");
  await press(view, "Check");
  const list = inner(view, "action-engine-checked", "action-engine-problems");
  expect(list.textContent).toContain("<img src=x>");
  expect(list.querySelector("img")).toBeNull();
  list.querySelector("button")?.click();
  const { value, selectionStart, selectionEnd } = area(view);
  expect(value.slice(selectionStart, selectionEnd)).toBe("datta: {}");
  expect(view.shadowRoot?.activeElement).toBe(area(view));
});

test("what is wrong does not run", async () => {
  const [view, hass] = await show({ check: BAD });
  await write(view, "- datta");
  await press(view, "Run");
  expect(types(hass)).toEqual(["check"]);
});

test("what was changed is checked again before it runs", async () => {
  const [view, hass] = await show({ check: GOOD, run: { execution_id: "E1", state: "queued" } });
  await write(view, "- delay: 1");
  await press(view, "Check");
  await write(view, "- delay: 2");
  expect(view.renderRoot.querySelector("[role=status]")?.textContent).toContain("changed");
  await press(view, "Run");
  expect(types(hass)).toEqual(["check", "check", "run", "get_execution"]);
  expect(hass.sent[2]).toEqual({
    type: "action_engine/run",
    yaml: "- delay: 2",
    wait: false,
  });
  const watched = inner(view, "action-engine-watched");
  expect(watched.textContent).toContain("Success");
  expect(watched.querySelector("a")?.getAttribute("href")).toBe("/action-engine/executions/E1");
});

test("a plan runs as it was read, and nobody waits for it", async () => {
  const decision = { query: "x", tool_calls: [] };
  const [view, hass] = await show({
    check: { ...GOOD, kind: "plan", decision },
    run_plan: { execution_id: "E1", state: "queued", error: null },
  });
  await write(view, "query: x");
  await press(view, "Run");
  expect(hass.sent[1]).toEqual({ ...decision, type: "action_engine/run_plan", wait: false });
});

test("of an answer, what is in order is done, and each run is shown", async () => {
  const wishes = [
    { place: "a", action: "light.turn_on", outcome: "would_run" },
    { place: "b", action: "light.turn_off", outcome: "would_run" },
  ];
  const [view, hass] = await show({
    check: { ...BAD, kind: "response", wishes },
    process_response: { actions: [{ execution_id: "E1" }, { error: "There is no such." }] },
  });
  await write(view, "Well.");
  await press(view, "Run");
  expect(types(hass)).toEqual(["check", "process_response", "get_execution"]);
  expect(view.renderRoot.querySelectorAll("action-engine-watched")).toHaveLength(1);
  expect(view.renderRoot.querySelector("[role=alert]")?.textContent).toBe("There is no such.");
});

test("one may ask as a language model", async () => {
  const [view, hass] = await show({ check: GOOD });
  await write(view, "- delay: 1");
  const select = view.renderRoot.querySelectorAll("select")[1];
  if (!select) throw new Error("no choice");
  select.value = "model";
  select.dispatchEvent(new Event("change"));
  await press(view, "Check");
  expect(hass.sent[0]).toMatchObject({ agent: {} });
});

test("the text is there again when somebody comes back", async () => {
  const [view] = await show({});
  await press(view, "Two mistakes");
  expect(area(view).value).toContain("persistent_notification.creat");
  view.remove();
  const [again] = await show({});
  expect(area(again).value).toBe(area(view).value);
});

test("why it does not work is said", async () => {
  const [view] = await show({ check: new Error("Too many requests") });
  await write(view, "- delay: 1");
  await press(view, "Check");
  expect(view.renderRoot.querySelector("[role=alert]")?.textContent).toContain("Too many");
});

test("every example has a name of its own", () => {
  expect(new Set(EXAMPLES.map((one) => one.name)).size).toBe(EXAMPLES.length);
});
