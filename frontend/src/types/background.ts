/** What is behind an execution. */

import type { Account } from "./execution";
import type { Plan } from "./plan";

export interface Asked {
  kind: string | null;
  entity_id: string | null;
  agent: Record<string, unknown> | null;
  /** What the asker says of himself; nothing of it is known to be true. */
  claim: Record<string, unknown>;
  given: Record<string, unknown>;
  actions?: unknown[];
  variables?: Record<string, unknown>;
}

export interface Whole extends Account {
  plan?: Plan | null;
  plan_missing?: string | null;
  asked?: Asked | null;
  user_id?: string | null;
  user_name?: string | null;
  policy_name?: string | null;
  repeated_by?: string[];
  approval_id?: string;
}

export interface ChainReport {
  ok: boolean;
  executions: number;
  events: number;
  unknown_key: number;
  first_broken: { execution_id: string; seq: number | null; why: string } | null;
}
