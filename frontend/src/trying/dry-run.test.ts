import { expect, test } from "vitest";
import type { Touch } from "../types/verdict";
import { dryRun } from "./dry-run";

const touch = (place: string, more: Partial<Touch> = {}): Touch => ({
  place,
  action: "light.turn_on",
  entity_ids: ["light.table"],
  everything: false,
  risk: "low",
  why: "",
  reversible: true,
  opened_from: null,
  ...more,
});

test("each call knows what is expected of it, by its place", () => {
  const impact = {
    risk: "low",
    reversible: "yes",
    expected_seconds: null,
    steps: [touch("1"), touch("0")],
  } as const;
  const plan = [
    { place: "0", action: "light.turn_on", expected: "on" },
    { place: "1", action: "light.turn_on", alias: "Again" },
  ];
  const told = dryRun({ ...impact, steps: [...impact.steps] }, plan);
  expect(told.map((one) => [one.alias, one.expected])).toEqual([
    ["Again", null],
    [null, "on"],
  ]);
});

test("what another script does is not expected of the step that has its number", () => {
  const steps = [touch("0", { opened_from: "script.evening" })];
  const impact = { risk: "low", reversible: "yes", expected_seconds: null, steps } as const;
  const plan = [{ place: "0", action: "script.turn_on", alias: "Mine", expected: "on" }];
  expect(dryRun({ ...impact, steps }, plan)[0]).toMatchObject({ alias: null, expected: null });
});
