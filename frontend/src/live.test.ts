import { LitElement } from "lit";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FakeHass } from "./fixtures";
import { LiveController } from "./live";
import type { StreamEvent } from "./types/stream";

class Watcher extends LitElement {
  hass = new FakeHass();
  loads = 0;
  live = new LiveController(
    this,
    ["subscribe"],
    () => {
      this.loads += 1;
      return Promise.resolve();
    },
    (event) => event.execution_id === "mine",
  );
}
customElements.define("test-watcher", Watcher);

const STREAM = "action_engine/subscribe";
const event = (execution_id: string): StreamEvent => ({ kind: "step", execution_id });

let watcher: Watcher;

beforeEach(async () => {
  vi.useFakeTimers();
  watcher = new Watcher();
  document.body.append(watcher);
  await vi.advanceTimersByTimeAsync(0);
});

afterEach(() => {
  watcher.remove();
  vi.useRealTimers();
});

const tell = async (...events: StreamEvent[]): Promise<void> => {
  watcher.hass.connection.listeners.get(STREAM)?.({ events, dropped: 0 });
  await vi.advanceTimersByTimeAsync(1000);
};

test("it loads once, and nothing more while nothing happens", async () => {
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(watcher.loads).toBe(1);
});

test("many events that concern it are one question, others none", async () => {
  await tell(event("mine"), event("mine"), event("other"));
  expect(watcher.loads).toBe(2);
  await tell(event("other"));
  expect(watcher.loads).toBe(2);
});

test("dropped events may have concerned it", async () => {
  watcher.hass.connection.listeners.get(STREAM)?.({ events: [], dropped: 2 });
  await vi.advanceTimersByTimeAsync(1000);
  expect(watcher.loads).toBe(2);
});

test("it begins anew when the engine was loaded anew, or the connection is back", async () => {
  watcher.hass.connection.listeners.get(STREAM)?.({ closed: true });
  watcher.hass.connection.listeners.delete(STREAM);
  await vi.advanceTimersByTimeAsync(5000);
  expect(watcher.hass.connection.listeners.has(STREAM)).toBe(true);
  expect(watcher.loads).toBe(2);
  for (const ready of watcher.hass.connection.ready) ready();
  expect(watcher.loads).toBe(3);
});

test("what is not shown any more does not listen", async () => {
  watcher.remove();
  await vi.advanceTimersByTimeAsync(0);
  expect(watcher.hass.connection.listeners.size).toBe(0);
  expect(watcher.hass.connection.ready.size).toBe(0);
});

test("it loads again when the engine was not there at first, and is there now", async () => {
  const late = new Watcher();
  const subscribe = vi.spyOn(late.hass.connection, "subscribeMessage");
  subscribe.mockRejectedValueOnce(new Error("not loaded"));
  document.body.append(late);
  await vi.advanceTimersByTimeAsync(0);
  expect(late.loads).toBe(1);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(late.hass.connection.listeners.has(STREAM)).toBe(true);
  expect(late.loads).toBe(2);
  late.remove();
});

test("a connection that is back has its streams begun anew, even if that fails first", async () => {
  const { connection } = watcher.hass;
  connection.listeners.clear();
  vi.spyOn(connection, "subscribeMessage").mockRejectedValueOnce(new Error("not loaded"));
  for (const ready of connection.ready) ready();
  await vi.advanceTimersByTimeAsync(10_000);
  await tell(event("mine"));
  expect(watcher.loads).toBe(4);
});
