/** Executions and their accounts. Times are ISO texts, durations seconds. */

import type { Verdict } from "./verdict";

export type State =
  | "pending_approval"
  | "queued"
  | "executing"
  | "retrying"
  | "paused"
  | "success"
  | "failed"
  | "cancelled"
  | "unknown"
  | "denied"
  | "rejected"
  | "expired"
  | "rolling_back"
  | "rolled_back";

export const STATES: readonly State[] = [
  "pending_approval",
  "queued",
  "executing",
  "retrying",
  "paused",
  "success",
  "failed",
  "cancelled",
  "unknown",
  "denied",
  "rejected",
  "expired",
  "rolling_back",
  "rolled_back",
];

export const OPEN: ReadonlySet<State> = new Set<State>([
  "queued",
  "executing",
  "retrying",
  "paused",
  "rolling_back",
]);

export const CANCELLABLE: ReadonlySet<State> = new Set<State>([
  "pending_approval",
  "queued",
  "executing",
  "retrying",
  "paused",
]);

export const PAUSABLE: ReadonlySet<State> = new Set<State>([
  "queued",
  "executing",
  "retrying",
]);

/** States in which nothing more happens by itself, so that it may be asked for again. */
export const REPEATABLE: ReadonlySet<State> = new Set<State>([
  "success",
  "failed",
  "cancelled",
  "denied",
  "rejected",
  "expired",
  "rolled_back",
]);

export const UNDOABLE: ReadonlySet<State> = new Set<State>([
  "success",
  "failed",
]);

export interface Row {
  execution_id: string;
  name: string;
  state: State;
  verified: boolean;
  policy: string | null;
  created: string;
  ended: string | null;
  /** Seconds. */
  duration: number | null;
  error_message: string | null;
}

export interface Page {
  executions: Row[];
  /** To be given as `before` for the page after this one. */
  next: string | null;
}

export interface Live {
  execution_id: string;
  name: string;
  state: State;
  origin: string | null;
  times: { created: string; started: string | null };
  counts?: { steps: number };
  /** How many steps there are; null if only the run decides. */
  known_steps?: number | null;
}

export interface Failure {
  error: string;
  /** Seconds. */
  duration: number;
  delay: number | null;
  targets: string[];
}

export interface Step {
  path: string;
  action: string;
  alias?: string | null;
  status: string;
  /** When it began, as the stream tells it. */
  began?: string;
  /** Seconds. */
  duration: number;
  attempts?: number;
  failures?: Failure[];
  targets?: string[];
  expected?: string;
  seen?: boolean;
  response?: unknown;
  error?: string;
  note?: string;
}

export interface Happening {
  seq: number;
  at: string;
  kind: string;
  path: string;
  data: unknown;
}

export interface Account extends Row {
  steps?: Step[];
  steps_omitted?: number;
  timeline: Happening[];
  final_answer?: string;
  verdict?: Verdict | null;
  started: string | null;
  undo_of: string | null;
  repeat_of: string | null;
  error_code: string | null;
  origin: string | null;
}

export interface Filter {
  states?: State[];
  policy?: string;
  entity_id?: string;
  action?: string;
  before?: string;
  limit?: number;
}
