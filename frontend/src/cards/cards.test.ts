import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { approval, FakeHass } from "../fixtures";
import type { Hass } from "../hass";
import "./index";
import type { ApprovalsCard } from "./approvals-card";
import type { CardConfig } from "./lovelace";
import type { RunCard } from "./run-card";
import type { StatusCard } from "./status-card";

const POLICY = {
  policy_id: "P1",
  name: "Agents",
  status: "supervised",
  left: { hour_left: 3, day_left: null },
};
const SETTINGS = { enabled: true, panicked: false, policies: [POLICY], circuits: [] };
const ANSWERS = {
  settings: SETTINGS,
  executions: { executions: [] },
  list_approvals: { approvals: [] },
  list_executions: { executions: [], next: null },
};

type Card = HTMLElement & {
  hass: Hass;
  setConfig(config: CardConfig): void;
};

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  document.body.replaceChildren();
  vi.useRealTimers();
});

const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(3000);

const show = async <T extends Card>(
  kind: string,
  config: CardConfig,
  hass: Hass,
): Promise<T> => {
  const card = document.createElement(`action-engine-${kind}-card`) as T;
  card.setConfig(config);
  card.hass = hass;
  document.body.append(card);
  await settle();
  return card;
};

const text = (card: Card): string =>
  (card.shadowRoot?.textContent ?? "").replaceAll(/\s+/g, " ");

const hear = async (hass: FakeHass, stream: string, event: object): Promise<void> => {
  const events = [event] as never;
  hass.connection.listeners.get(`action_engine/${stream}`)?.({ events, dropped: 0 });
  await settle();
};

test("the picker offers four cards with previews and documentation", () => {
  const offered = window.customCards ?? [];
  expect(offered.map((one) => one.type)).toEqual([
    "action-engine-status-card",
    "action-engine-approvals-card",
    "action-engine-run-card",
    "action-engine-executions-card",
  ]);
  for (const one of offered) {
    expect(one.name).toContain("Action Engine");
    expect(one.preview).toBe(true);
    expect(one.documentationURL).toContain("docs/how-to/cards.md");
  }
});

test.each(["status", "approvals", "run", "executions"])(
  "%s: the example it begins with is valid, and every field has a label",
  async (kind) => {
    const made = customElements.get(`action-engine-${kind}-card`) as unknown as {
      getStubConfig(hass: Hass): CardConfig;
      getConfigForm(): Promise<{
        schema: { name: string }[];
        computeLabel(field: { name: string }): string;
      }>;
    };
    const hass = new FakeHass(ANSWERS);
    await show(kind, made.getStubConfig(hass), hass);
    const form = await made.getConfigForm();
    for (const field of form.schema) {
      expect(form.computeLabel(field)).not.toBe(field.name);
    }
  },
);

test.each(["status", "approvals", "run", "executions"])(
  "%s: an engine that is not loaded is said to be so, and one that is back is seen",
  async (kind) => {
    const absent = Object.assign(new Error("no"), { code: "not_loaded" });
    const answers: Record<string, unknown> = {};
    for (const name of Object.keys(ANSWERS)) answers[name] = absent;
    const hass = new FakeHass(answers);
    const card = await show(kind, kind === "run" ? { script: "script.a" } : {}, hass);
    expect(text(card)).toContain("Action Engine is not loaded.");
    Object.assign(answers, ANSWERS);
    for (const ready of hass.connection.ready) ready();
    await settle();
    expect(text(card)).not.toContain("not loaded");
  },
);

test("what is removed does not listen, and asks for nothing more", async () => {
  const hass = new FakeHass(ANSWERS);
  const card = await show("status", {}, hass);
  expect(hass.connection.listeners.size).toBe(2);
  card.remove();
  await settle();
  expect(hass.connection.listeners.size).toBe(0);
  const asked = hass.sent.length;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(hass.sent).toHaveLength(asked);
});

test("a change of an entity of the engine is looked at, of others not", async () => {
  const hass = new FakeHass({ ...ANSWERS });
  const card = await show<StatusCard & Card>("status", {}, hass);
  const asked = hass.sent.length;
  const entities = { "select.agents": { platform: "action_engine" } };
  const next = (states: Hass["states"]): Hass =>
    Object.assign(Object.create(hass) as Hass, { states, entities });
  card.hass = next({ "light.a": { state: "on", attributes: {} } });
  await settle();
  expect(hass.sent).toHaveLength(asked);
  hass.answers["settings"] = { ...SETTINGS, panicked: true };
  card.hass = next({ "select.agents": { state: "disabled", attributes: {} } });
  await settle();
  expect(text(card)).toContain("Panic stop");
});

test("only the policies that were chosen are shown, by id or by name", async () => {
  const other = { ...POLICY, policy_id: "P2", name: "Household" };
  const settings = { ...SETTINGS, policies: [POLICY, other] };
  const hass = new FakeHass({ ...ANSWERS, settings });
  const card = await show("status", { policies: ["Household"] }, hass);
  expect(text(card)).toContain("Household");
  expect(text(card)).not.toContain("Agents");
});

test("a question that comes alone is open, and stays so when others come", async () => {
  const one = approval({ expires: "2199-01-01T00:00:00+00:00" });
  const hass = new FakeHass({ ...ANSWERS, list_approvals: { approvals: [one] } });
  const card = await show<ApprovalsCard & Card>("approvals", {}, hass);
  const open = (): boolean[] =>
    [...(card.shadowRoot?.querySelectorAll("details") ?? [])].map((each) => each.open);
  expect(open()).toEqual([true]);
  const two = approval({ ...one, approval_id: "A2" });
  hass.answers["list_approvals"] = { approvals: [one, two] };
  await hear(hass, "subscribe_approvals", { kind: "approval", execution_id: "E2" });
  expect(open()).toEqual([true, false]);
});

test("a card that hides while nothing waits comes back with a question", async () => {
  const hass = new FakeHass({ ...ANSWERS });
  const card = await show("approvals", { hide_empty: true }, hass);
  expect(card.hidden).toBe(true);
  hass.answers["list_approvals"] = { approvals: [approval()] };
  await hear(hass, "subscribe_approvals", { kind: "approval", execution_id: "E1" });
  expect(card.hidden).toBe(false);
});

const account = (more: object): object => ({
  execution_id: "E1",
  name: "A",
  state: "executing",
  verified: false,
  duration: null,
  error_message: null,
  steps: [],
  timeline: [],
  ...more,
});

const press = async (card: Card): Promise<void> => {
  card.shadowRoot?.querySelector<HTMLButtonElement>("button.main")?.click();
  await settle();
};

test("a run shows where it is, then why it failed, with a link to it", async () => {
  const steps = [
    { path: "0", action: "light.turn_on", status: "succeeded", duration: 1 },
    { path: "1", action: "lock.lock", status: "started", duration: 0 },
  ];
  const accepted = { execution_id: "E1", state: "queued" };
  const hass = new FakeHass({ ...ANSWERS, run: accepted, get_execution: account({ steps }) });
  const card = await show<RunCard & Card>("run", { script: "script.a" }, hass);
  await press(card);
  expect(hass.sent).toContainEqual({
    type: "action_engine/run",
    script: "script.a",
    wait: false,
  });
  expect(text(card)).toContain("Lock: lock · 1 done");
  hass.answers["get_execution"] = account({ state: "failed", error_message: "It is jammed" });
  await hear(hass, "subscribe", { kind: "execution", execution_id: "E1" });
  expect(text(card)).toContain("Failed");
  expect(text(card)).toContain("It is jammed");
  expect(card.shadowRoot?.querySelector("a")?.getAttribute("href")).toBe(
    "/action-engine/executions/E1",
  );
});

test("what may not run says why, and a refusal stays until the next press", async () => {
  const reasons = [
    { rule: "a", decision: "allow", code: "a", text: "All is well." },
    { rule: "b", decision: "deny", code: "b", text: "Not at night." },
  ];
  const denied = account({ state: "denied", verdict: { decision: "deny", reasons } });
  const accepted = { execution_id: "E1", state: "denied" };
  const hass = new FakeHass({ ...ANSWERS, run: accepted, get_execution: denied });
  const card = await show<RunCard & Card>("run", { script: "script.a" }, hass);
  await press(card);
  expect(text(card)).toContain("Not at night.");
  expect(text(card)).not.toContain("All is well.");
  hass.answers["run"] = new Error("no such script");
  await press(card);
  await settle();
  expect(text(card)).toContain("no such script");
});

test("nothing runs in a preview", async () => {
  const hass = new FakeHass(ANSWERS);
  const card = await show<RunCard & Card>("run", { script: "script.a" }, hass);
  card.preview = true;
  await settle();
  await press(card);
  expect(hass.sent.map((one) => one.type)).not.toContain("action_engine/run");
});

test("executions are asked for as they are filtered, a policy by its name too", async () => {
  const hass = new FakeHass(ANSWERS);
  const filter = { states: ["failed"], policy: "Agents", entity: "light.a", count: 3 };
  const card = await show("executions", filter, hass);
  expect(hass.sent).toContainEqual({
    type: "action_engine/list_executions",
    limit: 3,
    states: ["failed"],
    policy: "P1",
    entity_id: "light.a",
  });
  expect(text(card)).toContain("No execution is like that.");
});
