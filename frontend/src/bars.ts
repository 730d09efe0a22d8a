/** The steps of an execution as bars on one time axis. Pure. */

import type { Account, Happening, Step } from "./types/execution";

export type Part = "failed" | "waiting" | "done" | "broken" | "running";

export interface Segment {
  part: Part;
  /** Share of the whole axis, 0 to 1. */
  start: number;
  length: number;
}

export interface Bar {
  step: Step;
  /** What went out first, null if it was no call or is not known. */
  sent: unknown;
  /** None if nobody knows when it was. */
  segments: Segment[];
}

export interface Chart {
  bars: Bar[];
  /** Length of the axis. */
  seconds: number;
}

const END: Readonly<Record<string, Part>> = {
  succeeded: "done",
  fallback: "done",
  skipped: "done",
  failed: "broken",
  stopped: "broken",
  waiting: "waiting",
};

/** Seconds since the epoch, with the microseconds that `Date` does not keep. */
const secondsOf = (at: string): number =>
  Math.floor(Date.parse(at) / 1000) + Number(/\.\d+/.exec(at)?.[0] ?? 0);

/** `now` in seconds since the epoch: until then what runs is drawn. */
export const chartOf = (account: Account, now: number): Chart => {
  const firsts = new Map<string, Happening>();
  const sent = new Map<string, unknown>();
  for (const one of account.timeline) {
    if (!firsts.has(one.path)) firsts.set(one.path, one);
    if (one.kind === "intent" && !sent.has(one.path)) sent.set(one.path, one.data);
  }
  const begin = secondsOf(account.started ?? account.created);
  const end = account.ended === null ? now : secondsOf(account.ended);
  const steps = stepsOf(account);
  const seconds = Math.max(end - begin, 0.0001);
  const bars = steps.map((step) => {
    const at = firsts.get(step.path)?.at;
    const start = at === undefined ? null : Math.min(Math.max(secondsOf(at) - begin, 0), seconds);
    return {
      step,
      sent: sentOf(sent.get(step.path)),
      segments: start === null ? [] : segmentsOf(step, start, seconds),
    };
  });
  return { bars, seconds };
};

/** The steps, from the timeline where a restart has forgotten them. */
const stepsOf = (account: Account): Step[] => {
  if (account.steps?.length) return account.steps;
  const found = new Map<string, Step>();
  for (const one of account.timeline) {
    const data = record(one.data);
    if (one.kind === "intent" && data && !found.has(one.path)) {
      found.set(one.path, {
        path: one.path,
        action: `${String(data["domain"])}.${String(data["service"])}`,
        status: "started",
        duration: 0,
        targets: Array.isArray(data["targets"]) ? data["targets"].map(String) : [],
      });
    }
    const step = found.get(one.path);
    if (step && (one.kind === "result" || one.kind === "raised")) {
      const first = account.timeline.find((other) => other.path === one.path);
      step.status = one.kind === "result" ? "succeeded" : "failed";
      step.duration = first ? secondsOf(one.at) - secondsOf(first.at) : 0;
    }
  }
  return [...found.values()];
};

const segmentsOf = (step: Step, start: number, axis: number): Segment[] => {
  const running = !(step.status in END);
  const whole = running ? axis - start : step.duration;
  const segments: Segment[] = [];
  let at = start;
  const push = (part: Part, length: number): void => {
    const rest = Math.min(length, start + whole - at, axis - at);
    if (rest < 0) return;
    segments.push({ part, start: at / axis, length: rest / axis });
    at += rest;
  };
  for (const failure of step.failures ?? []) {
    push("failed", failure.duration);
    if (failure.delay !== null) push("waiting", failure.delay);
  }
  push(running ? "running" : (END[step.status] ?? "done"), start + whole - at);
  return segments;
};

const sentOf = (data: unknown): unknown => record(data)?.["data"] ?? null;

const record = (value: unknown): Record<string, unknown> | null =>
  typeof value === "object" && value !== null
    ? (value as Record<string, unknown>)
    : null;
