import { expect, test } from "vitest";
import { runOptionsOf } from "./run-options";

const ACTIONS = [{ action: "light.turn_on" }];

test("a script takes its data as variables", () => {
  const { data, name } = runOptionsOf({ script: "script.a", data: { x: 1 }, name: "A" });
  expect(data).toEqual({ script: "script.a", variables: { x: 1 }, name: "A" });
  expect(name).toBe("A");
});

test("a named action takes its data as parameters", () => {
  const { data } = runOptionsOf({ action: "create_task", data: { title: "Pump" } });
  expect(data).toEqual({ actions: [{ action: "create_task", data: { title: "Pump" } }] });
});

test("actions run as they are", () => {
  expect(runOptionsOf({ actions: ACTIONS }).data).toEqual({ actions: ACTIONS });
});

test.each([{}, { script: "" }, { script: "script.a", actions: ACTIONS }])(
  "it is exactly one thing that runs: %o",
  (config) => {
    expect(() => runOptionsOf(config)).toThrow("script, action, actions");
  },
);

test("a question is asked only where that is wanted", () => {
  const asked = { actions: ACTIONS, confirmation: true };
  expect(runOptionsOf(asked).question).toBe("");
  expect(runOptionsOf({ ...asked, confirmation_text: "Sure?" }).question).toBe("Sure?");
  const text = { actions: ACTIONS, confirmation_text: "Sure?" };
  expect(runOptionsOf(text).question).toBeNull();
});
