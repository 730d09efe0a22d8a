import { expect, test } from "vitest";
import { askersOf, ME, MODEL } from "./askers";

const policy = (applies?: object): { settings?: { applies?: object } } =>
  applies ? { settings: { applies } } : {};

test("there is always oneself, and a language model", () => {
  expect(askersOf([])).toEqual([ME, MODEL]);
  expect(askersOf([policy(), policy({})])).toEqual([ME, MODEL]);
});

test("each model that a policy is about is there once", () => {
  const policies = [
    policy({ assistants: ["conversation"], platforms: ["ollama"] }),
    policy({ assistants: ["conversation"] }),
  ];
  expect(askersOf(policies).slice(2).map((one) => one.agent)).toEqual([
    { assistant: "conversation" },
    { platform: "ollama" },
  ]);
});
