/** What would be done to which device, and what would be seen then. Pure. */

import type { Impact, PlannedStep } from "../types/trial";
import type { Touch } from "../types/verdict";

export interface Would {
  touch: Touch;
  /** What the author calls the step. */
  alias: string | null;
  /** What has to be seen afterwards, in words; null if nobody can know beforehand. */
  expected: string | null;
}

/** What is found in a script that is opened has no step of its own in the plan. */
export const dryRun = (impact: Impact, plan: readonly PlannedStep[]): Would[] => {
  const steps = new Map(plan.map((one) => [one.place, one]));
  return impact.steps.map((touch) => {
    const step = touch.opened_from === null ? steps.get(touch.place) : undefined;
    return { touch, alias: step?.alias ?? null, expected: step?.expected ?? null };
  });
};
