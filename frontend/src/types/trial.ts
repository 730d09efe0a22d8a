/** What is said of a text before it runs. */

import type { Plan } from "./plan";
import type { Verdict } from "./verdict";

export type TextKind = "actions" | "plan" | "response";

export interface Problem {
  place: string;
  /** Counted from one; null if nobody knows. */
  line: number | null;
  column: number | null;
  came: string | null;
  expected: string | null;
  message: string;
}

/** A step in the order of the source. */
export interface PlannedStep {
  place: string;
  action: string;
  alias?: string;
  /** What has to be seen after it, in words. */
  expected?: string;
  /** Where it stands in the text; not known of what an answer asks for. */
  line?: number | null;
  column?: number | null;
}

export type Impact = NonNullable<Verdict["impact"]>;

/** What would become of a part of a text that is asked for by itself. */
export interface Wish {
  place: string;
  action: string;
  outcome: string;
  parameters?: Record<string, unknown>;
  reasoning?: string;
  reasons?: string[];
  error?: string;
  impact?: Impact | null;
  plan?: PlannedStep[];
  outline?: Plan;
}

export interface Checked {
  kind: TextKind;
  valid: boolean;
  problems: Problem[];
  steps?: number;
  plan?: PlannedStep[];
  outline?: Plan;
  verdict?: Verdict;
  /** Of a plan: what `run_plan` takes. */
  decision?: Record<string, unknown>;
  strategy?: string;
  analysis?: string | null;
  wishes?: Wish[];
}

/** What of a text runs now, or does not. */
export interface Started {
  execution_id?: string;
  state?: string;
  /** Why it does not. */
  error?: string;
}
