import { expect, test } from "vitest";
import { changesOf, differences, looked } from "./changes";
import type { Happening } from "./types/execution";

let seq = 0;
const happening = (kind: string, data: unknown): Happening => ({
  seq: (seq += 1),
  at: "2026-11-21T06:00:00Z",
  kind,
  path: "0",
  data,
});
const seen = (state: string, attributes = {}): object => ({ state, attributes, features: 0 });

test("before is before the first call, after is after the last one", () => {
  const changes = changesOf([
    happening("intent", { before: { "light.a": seen("off"), "light.b": null } }),
    happening("result", { after: { "light.a": seen("on", { brightness: 3 }) } }),
    happening("intent", { before: { "light.a": seen("on", { brightness: 3 }) } }),
    happening("raised", { after: { "light.a": seen("unavailable") } }),
  ]);
  expect(changes).toEqual([
    {
      entityId: "light.a",
      before: { state: "off", attributes: {} },
      after: { state: "unavailable", attributes: {} },
    },
  ]);
});

test("what was written in another way is passed over", () => {
  expect(changesOf([happening("intent", null), happening("result", { after: 3 })])).toEqual([]);
  expect(changesOf([happening("intent", { before: { "light.a": "on" } })])).toEqual([]);
});

test("only what differs is told", () => {
  const [a, b] = [
    { state: "on", attributes: { brightness: 3, color_mode: "xy", effect: null } },
    { state: "on", attributes: { brightness: 4, color_mode: "xy", rgb: [1, 2] } },
  ];
  expect(differences(a, b)).toEqual([
    ["brightness", "4"],
    ["rgb", "[1,2]"],
  ]);
  expect(differences(b, null)).toEqual([]);
});

test("of now only what was written down is compared", () => {
  const then = { state: "on", attributes: { brightness: 255 } };
  const now = { state: "on", attributes: { brightness: 30, friendly_name: "Table" } };
  expect(differences(then, looked(now, then))).toEqual([["brightness", "30"]]);
  expect(differences(then, looked(then, then))).toEqual([]);
});
