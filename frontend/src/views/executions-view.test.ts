import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FakeHass } from "../fixtures";
import type { Page, Row } from "../types/execution";
import "./executions-view";
import type { ExecutionsView } from "./executions-view";

const row = (number: number, more: Partial<Row> = {}): Row => ({
  execution_id: `E${String(number).padStart(4, "0")}`,
  name: `Number ${number}`,
  state: "success",
  verified: true,
  policy: null,
  created: "2026-11-21T06:00:00+00:00",
  ended: null,
  duration: 1,
  error_message: null,
  ...more,
});

const page = (newest: number): Page => {
  const executions = Array.from({ length: 50 }, (_, index) => row(newest - index));
  return { executions, next: executions.at(-1)?.execution_id ?? null };
};

let hass: FakeHass;
let view: ExecutionsView;

const settle = async (): Promise<void> => {
  await vi.advanceTimersByTimeAsync(400);
  await view.updateComplete;
};

const list = (): Element | null | undefined =>
  view.shadowRoot?.querySelector("action-engine-rows");
const names = (): (string | undefined)[] =>
  [...(list()?.shadowRoot?.querySelectorAll("li a") ?? [])].map((one) => one.textContent);
const news = (): string =>
  view.shadowRoot?.querySelector(".new")?.textContent.trim() ?? "";
const lists = (): object[] =>
  hass.sent.filter((one) => one.type === "action_engine/list_executions");
const tell = async (state = "success", execution_id = "E1001"): Promise<void> => {
  const event = { kind: "execution" as const, execution_id, state: state as Row["state"] };
  hass.connection.listeners.get("action_engine/subscribe")?.({ events: [event], dropped: 0 });
  await settle();
};

beforeEach(async () => {
  vi.useFakeTimers();
  history.replaceState(null, "", "/action-engine/executions?state=success");
  hass = new FakeHass({ settings: { policies: [] }, list_executions: page(1000) });
  view = document.createElement("action-engine-executions");
  view.hass = hass;
  document.body.append(view);
  await settle();
});

afterEach(() => {
  view.remove();
  vi.useRealTimers();
});

test("what stands in the address is asked for, and the settings once", () => {
  expect(names()[0]).toBe("Number 1000");
  expect(lists()).toEqual([
    { type: "action_engine/list_executions", states: ["success"], limit: 50 },
  ]);
  expect(hass.sent).toHaveLength(2);
});

test("what is new comes on top by one page, however many are shown", async () => {
  hass.answers["list_executions"] = page(950);
  view.shadowRoot?.querySelector<HTMLButtonElement>(".actions button")?.click();
  await settle();
  expect(names()).toHaveLength(100);
  hass.answers["list_executions"] = page(1001);
  await tell();
  expect(names().slice(0, 2)).toEqual(["Number 1001", "Number 1000"]);
  expect(names()).toHaveLength(101);
  expect(lists().at(-1)).toMatchObject({ limit: 50 });
  expect(hass.sent).toHaveLength(4);
});

test("while somebody reads it waits above, and states still change in place", async () => {
  const rows = list();
  if (!rows) throw new Error("there is no list");
  rows.getBoundingClientRect = () => ({ top: -500 }) as DOMRect;
  hass.answers["list_executions"] = page(1002);
  await tell("failed", "E0990");
  expect(names()[0]).toBe("Number 1000");
  expect(news()).toBe("2 new");
  expect(rows.shadowRoot?.querySelectorAll("li .failed")).toHaveLength(1);
  window.scrollTo = vi.fn();
  view.shadowRoot?.querySelector<HTMLButtonElement>(".new button")?.click();
  await settle();
  expect(names()[0]).toBe("Number 1002");
  expect(news()).toBe("");
});

test("another address is another search, and one on another page is none", async () => {
  history.pushState(null, "", "/action-engine/executions?name=lamp");
  window.dispatchEvent(new PopStateEvent("popstate"));
  await settle();
  expect(lists().at(-1)).toMatchObject({ name: "lamp" });
  const count = hass.sent.length;
  history.pushState(null, "", "/lovelace?name=other");
  window.dispatchEvent(new PopStateEvent("popstate"));
  await settle();
  expect(hass.sent).toHaveLength(count);
});
