/** How far a run is. Pure. */

import type { Live } from "./types/execution";

export interface Progress {
  /** Steps that have begun. */
  steps: number;
  /** All steps; null if only the run decides how many. */
  known: number | null;
  /** Seconds since it began; null if it has not begun. */
  seconds: number | null;
}

/** `now` in milliseconds since the epoch. */
export const progressOf = (one: Live, now: number): Progress => {
  const steps = one.counts?.steps ?? 0;
  const known = one.known_steps ?? null;
  const { started } = one.times;
  return {
    steps,
    // Who repeats a step does more of them than there are.
    known: known === null || known < steps || known === 0 ? null : known,
    seconds: started === null ? null : Math.max((now - Date.parse(started)) / 1000, 0),
  };
};
