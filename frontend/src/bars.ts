/** The steps of an execution as bars on one time axis. Pure. */

import { secondsOf } from "./clock";
import type { Account, Happening, Step } from "./types/execution";

export type Part = "failed" | "waiting" | "done" | "broken" | "running";

/** A part of a bar; seconds since the execution began. */
export interface Segment {
  part: Part;
  start: number;
  /** The most that it may last; null: it lasts until now. */
  length: number | null;
  /** It is not over yet, as far as anybody knows. */
  open: boolean;
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
  /** Seconds since the epoch at which the axis begins. */
  begin: number;
  /** Length of the axis; null while it grows. */
  seconds: number | null;
}

const END: Readonly<Record<string, Part>> = {
  succeeded: "done",
  fallback: "done",
  skipped: "done",
  failed: "broken",
  stopped: "broken",
};

export const isOver = (step: Step): boolean => step.status in END;

/** What the timeline knows of each step; the timeline itself is read once. */
export class TimelineIndex {
  readonly firsts = new Map<string, Happening>();
  readonly intents = new Map<string, Happening>();
  readonly ends = new Map<string, Happening>();

  constructor(readonly timeline: readonly Happening[]) {
    for (const one of timeline) {
      if (!this.firsts.has(one.path)) this.firsts.set(one.path, one);
      if (one.kind === "intent" && !this.intents.has(one.path)) this.intents.set(one.path, one);
      if (one.kind === "result" || one.kind === "raised") this.ends.set(one.path, one);
    }
  }
}

export const chartOf = (account: Account, index = new TimelineIndex(account.timeline)): Chart => {
  const begin = secondsOf(account.started ?? account.created);
  const seconds =
    account.ended === null ? null : Math.max(secondsOf(account.ended) - begin, 0.0001);
  const steps = stepsOf(account, index);
  const starts = startsOf(steps, index);
  const bars = steps.map((step) => {
    const at = starts.get(step.path);
    const start = at === undefined ? null : Math.max(at - begin, 0);
    return {
      step,
      sent: sentOf(index.intents.get(step.path)?.data),
      segments: start === null ? [] : segmentsOf(step, Math.min(start, seconds ?? start)),
    };
  });
  return { bars, begin, seconds };
};

/** The steps, from the timeline those that the account has not kept. */
export const stepsOf = (account: Account, index: TimelineIndex): Step[] => {
  const kept = account.steps ?? [];
  const known = new Set(kept.map((step) => step.path));
  const found: Step[] = [];
  for (const [path, intent] of index.intents) {
    if (!known.has(path)) found.push(fromTimeline(path, intent, index.ends.get(path)));
  }
  return [...kept, ...found];
};

const fromTimeline = (path: string, intent: Happening, end: Happening | undefined): Step => {
  const data = record(intent.data) ?? {};
  const targets = data["targets"];
  return {
    path,
    action: `${String(data["domain"])}.${String(data["service"])}`,
    status: end === undefined ? "started" : end.kind === "result" ? "succeeded" : "failed",
    duration: end === undefined ? 0 : secondsOf(end.at) - secondsOf(intent.at),
    targets: Array.isArray(targets) ? targets.map(String) : [],
  };
};

/** When each step began; a block began no later than the first of what is in it. */
const startsOf = (steps: readonly Step[], index: TimelineIndex): Map<string, number> => {
  const starts = new Map<string, number>();
  for (const { path, began } of steps) {
    const at = began ?? index.firsts.get(path)?.at;
    if (at === undefined) continue;
    const start = secondsOf(at);
    starts.set(path, Math.min(start, starts.get(path) ?? start));
    for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
      const above = path.slice(0, end);
      starts.set(above, Math.min(start, starts.get(above) ?? start));
    }
  }
  return starts;
};

const segmentsOf = (step: Step, start: number): Segment[] => {
  const over = isOver(step);
  const end = over ? start + step.duration : Infinity;
  const segments: Segment[] = [];
  let at = start;
  const push = (part: Part, wanted: number | null): void => {
    const length = wanted === null ? null : Math.min(wanted, end - at);
    if (length !== null && length < 0) return;
    segments.push({ part, start: at, length, open: !over });
    at += length ?? 0;
  };
  for (const failure of step.failures ?? []) {
    push("failed", failure.duration);
    if (failure.delay !== null) push("waiting", failure.delay);
  }
  if (over) push(END[step.status] ?? "done", end - at);
  else push(step.status === "waiting" ? "waiting" : "running", null);
  return segments;
};

/** Where a segment stands, as a style; `--now` and `--axis` are set on what holds it. */
export const placed = ({ start, length, open }: Segment): string => {
  const s = exact(start);
  if (!open && length !== null) {
    return `left:min(calc(100%*${s}/var(--axis)),100% - 3px);width:calc(100%*${exact(length)}/var(--axis))`;
  }
  const past = `max(0,var(--now) - ${s})`;
  const shown = length === null ? past : `min(${exact(length)},${past})`;
  return `left:calc(100%*min(${s},var(--now))/var(--axis));width:calc(100%*${shown}/var(--axis))`;
};

const exact = (seconds: number): string => seconds.toFixed(6);

const sentOf = (data: unknown): unknown => record(data)?.["data"] ?? null;

const record = (value: unknown): Record<string, unknown> | null =>
  typeof value === "object" && value !== null
    ? (value as Record<string, unknown>)
    : null;
