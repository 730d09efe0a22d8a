/** How the steps of a plan stand, by where they stand in it. Pure. */

import type { Step } from "../types/execution";

export type Standing =
  | "done"
  | "failed"
  | "skipped"
  | "running"
  | "waiting"
  | "stopped"
  | "unreached";

export interface Stand {
  standing: Standing;
  /** The word of the API behind it. */
  status: string;
  /** How often it was begun. */
  count: number;
  /** The occurrence that is spoken of. */
  path: string;
}

const OF_STATUS: Readonly<Record<string, Standing>> = {
  succeeded: "done",
  fallback: "done",
  failed: "failed",
  skipped: "skipped",
  stopped: "stopped",
  started: "running",
  attempt_failed: "waiting",
  waiting: "waiting",
};

/** Of several occurrences the one with the highest is spoken of, and else the last. */
const WEIGHT: Readonly<Record<Standing, number>> = {
  waiting: 3,
  running: 3,
  failed: 2,
  stopped: 1,
  done: 0,
  skipped: 0,
  unreached: 0,
};

/** `1/repeat/3/sequence/0` stands at `1/repeat/sequence/0`. */
export const placeOf = (path: string): string =>
  path
    .replace(/(^|\/)repeat\/\d+\/(?=sequence\/)/g, "$1repeat/")
    .replace(/(^|\/)remedy\/\d+\/(?=\d)/g, "$1remedy/");

export class Standings {
  private readonly stands = new Map<string, Stand>();
  private readonly touched = new Set<string>();

  /** `places` keeps what was found out about paths, for the next time. */
  constructor(
    steps: readonly Step[],
    private readonly places = new Map<string, string>(),
  ) {
    for (const step of steps) this.add(step);
  }

  private add({ path, status }: Step): void {
    const place = this.places.get(path) ?? placeOf(path);
    this.places.set(path, place);
    const standing = OF_STATUS[status] ?? "running";
    const before = this.stands.get(place);
    const count = (before?.count ?? 0) + 1;
    if (before !== undefined && WEIGHT[before.standing] > WEIGHT[standing]) {
      this.stands.set(place, { ...before, count });
    } else {
      this.stands.set(place, { standing, status, count, path });
    }
    let at = place;
    while (at && !this.touched.has(at)) {
      this.touched.add(at);
      at = at.slice(0, Math.max(0, at.lastIndexOf("/")));
    }
  }

  of(place: string): Stand | undefined {
    return this.stands.get(place);
  }

  /** Something at this place, or below it, has begun. */
  isReached(place: string): boolean {
    return this.touched.has(place);
  }
}
