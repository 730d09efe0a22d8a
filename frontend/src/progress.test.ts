import { expect, test } from "vitest";
import { progressOf } from "./progress";
import type { Live } from "./types/execution";

const live = (more: Partial<Live> = {}): Live => ({
  execution_id: "E1",
  name: "Evening",
  state: "executing",
  origin: null,
  times: { created: "2026-11-21T06:00:00Z", started: "2026-11-21T06:00:10Z" },
  counts: { steps: 2 },
  known_steps: 5,
  ...more,
});
const NOW = Date.parse("2026-11-21T06:00:40Z");

test("steps that have begun, of all, and the time since the start", () => {
  expect(progressOf(live(), NOW)).toEqual({ steps: 2, known: 5, seconds: 30 });
});

test("what nobody can know is not made up", () => {
  expect(progressOf(live({ known_steps: null }), NOW).known).toBeNull();
  expect(progressOf(live({ counts: { steps: 9 } }), NOW).known).toBeNull();
  const times = { created: "2026-11-21T06:00:00Z", started: null };
  expect(progressOf(live({ times }), NOW).seconds).toBeNull();
});

test("a clock that is behind makes no time negative", () => {
  expect(progressOf(live(), Date.parse("2026-11-21T06:00:00Z")).seconds).toBe(0);
});
