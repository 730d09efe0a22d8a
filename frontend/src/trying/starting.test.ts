import { expect, test } from "vitest";
import { FakeHass } from "../fixtures";
import type { Checked, Started } from "../types/trial";
import { START } from "./starting";

const STREAM = "action_engine/subscribe";

/** One whose answers to a response are given by hand. */
class SlowHass extends FakeHass {
  finish: (answer: object) => void = () => undefined;

  override callWS<T>(message: { type: string }): Promise<T> {
    if (message.type !== "action_engine/process_response") return super.callWS(message);
    this.sent.push(message);
    return new Promise((resolve) => {
      this.finish = (answer) => {
        resolve(answer as T);
      };
    });
  }
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

const trial = (hass: FakeHass, more: Partial<Checked> = {}) => ({
  hass,
  text: "Well.",
  agent: null,
  checked: { kind: "response" as const, valid: true, problems: [], ...more },
});

test("what an answer asks for is told of while it runs, and nothing else", async () => {
  const claim: Record<string, unknown> = {};
  const hass = new SlowHass({ get_execution: { asked: { claim } } });
  const told: Started[] = [];
  const outcomes = ["would_run", "would_run", "rejected"];
  const wishes = outcomes.map((outcome) => ({ place: "", action: "x", outcome }));
  const done = START.response(trial(hass, { wishes }), (one) => told.push(one));
  await settle();
  const tell = (execution_id: string): void => {
    const event = { kind: "execution", execution_id } as const;
    hass.connection.listeners.get(STREAM)?.({ events: [event], dropped: 0 });
  };
  tell("other");
  await settle();
  expect(told).toEqual([]);
  claim["llm_response_id"] = hass.sent[0]?.["llm_response_id"];
  tell("E1");
  tell("E1");
  await settle();
  expect(told).toEqual([{ execution_id: "E1" }]);
  hass.finish({ actions: [{ execution_id: "E1" }, { error: "No." }, { error: "Known." }] });
  expect(await done).toEqual([{ execution_id: "E1" }, { error: "No." }]);
  await settle();
  expect(hass.connection.listeners.size).toBe(0);
});

test("a plan that is refused says why", async () => {
  const error = { message: "There is no such tool." };
  const hass = new FakeHass({ run_plan: { state: "refused", error } });
  const started = await START.plan(trial(hass, { decision: { query: "x" } }), () => undefined);
  expect(started).toEqual([{ error: "There is no such tool." }]);
  expect(hass.sent).toEqual([{ type: "action_engine/run_plan", query: "x", wait: false }]);
});
