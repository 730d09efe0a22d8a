import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Pace } from "./pace";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test("the first is at once, of the others one after each pause", () => {
  const act = vi.fn();
  const pace = new Pace(() => 1000);
  for (let wish = 0; wish < 10; wish += 1) pace.wish(act);
  expect(act).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1000);
  expect(act).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(10_000);
  expect(act).toHaveBeenCalledTimes(2);
  pace.wish(act);
  expect(act).toHaveBeenCalledTimes(3);
});

test("after a rest comes what was wished for last", () => {
  const [early, late] = [vi.fn(), vi.fn()];
  const pace = new Pace(() => 1000);
  pace.rest(5000, early);
  pace.wish(late);
  vi.advanceTimersByTime(4999);
  expect(late).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(late).toHaveBeenCalledTimes(1);
  expect(early).not.toHaveBeenCalled();
});

test("what is stopped does nothing later", () => {
  const act = vi.fn();
  const pace = new Pace(() => 1000);
  pace.wish(act);
  pace.wish(act);
  pace.stop();
  vi.advanceTimersByTime(10_000);
  expect(act).toHaveBeenCalledTimes(1);
});
