/** What the calls of an execution have changed, by device. Pure. */

import type { Happening } from "./types/execution";

export interface Seen {
  state: string;
  attributes: Record<string, unknown>;
}

export interface Change {
  entityId: string;
  /** Before the first call that was meant for it; null if nobody knows. */
  before: Seen | null;
  /** Right after the last one. */
  after: Seen | null;
}

export const changesOf = (timeline: readonly Happening[]): Change[] => {
  const found = new Map<string, Change>();
  const of = (entityId: string): Change => {
    const change = found.get(entityId) ?? { entityId, before: null, after: null };
    found.set(entityId, change);
    return change;
  };
  for (const { kind, data } of timeline) {
    if (kind === "intent") {
      for (const [id, seen] of seenIn(data, "before")) of(id).before ??= seen;
    } else if (kind === "result" || kind === "raised") {
      for (const [id, seen] of seenIn(data, "after")) of(id).after = seen ?? of(id).after;
    }
  }
  return [...found.values()].filter((one) => one.before !== null || one.after !== null);
};

const seenIn = (data: unknown, name: string): [string, Seen | null][] => {
  const states = isRecord(data) ? data[name] : null;
  if (!isRecord(states)) return [];
  return Object.entries(states).map(([id, seen]) => [
    id,
    isRecord(seen) && typeof seen["state"] === "string"
      ? { state: seen["state"], attributes: isRecord(seen["attributes"]) ? seen["attributes"] : {} }
      : null,
  ]);
};

/** The attributes in which two differ, those of the second; empty ones are left out. */
export const differences = (other: Seen | null, one: Seen | null): [string, string][] => {
  if (one === null) return [];
  const text = (value: unknown): string =>
    typeof value === "string" ? value : JSON.stringify(value);
  return Object.entries(one.attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .filter(([name, value]) => text(value) !== text(other?.attributes[name] ?? null))
    .map(([name, value]) => [name, text(value)]);
};

/** A state as it is now, as far as it was looked at when it was written down. */
export const looked = (now: Seen, then: Seen): Seen => ({
  state: now.state,
  attributes: Object.fromEntries(
    Object.keys(then.attributes).map((name) => [name, now.attributes[name] ?? null]),
  ),
});

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
