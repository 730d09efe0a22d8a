/** How far an execution is, and why it came to what it came to. Pure. */

import type { Account, Step } from "../types/execution";
import { honest } from "../strangers";

export interface Progress {
  done: number;
  /** The action that it is at, if it is at one. */
  current: string | undefined;
}

const UNDER_WAY: ReadonlySet<string> = new Set(["started", "attempt_failed", "waiting"]);

const isUnderWay = (step: Step): boolean => UNDER_WAY.has(step.status);

export const progressOf = ({ steps = [], steps_omitted = 0 }: Account): Progress => ({
  done: steps.filter((step) => !isUnderWay(step)).length + steps_omitted,
  current: steps.findLast(isUnderWay)?.action,
});

/** Empty if there is nothing to explain. */
export const reasonOf = (account: Account): string => {
  if (account.error_message) return honest(account.error_message);
  const decided = account.verdict?.decision;
  const stopped = account.state === "denied" || account.state === "pending_approval";
  if (!stopped || decided === "allow") return "";
  return (account.verdict?.reasons ?? [])
    .filter((reason) => reason.decision === decided)
    .map((reason) => reason.text)
    .join(" ");
};
