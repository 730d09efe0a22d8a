/** Answers of the WebSocket API, as far as the panel reads them. Times are ISO texts. */

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

export const UNDOABLE: ReadonlySet<State> = new Set<State>([
  "success",
  "failed",
]);

export type Risk = "low" | "medium" | "high" | "critical";

export interface Reason {
  rule: string;
  decision: string;
  code: string;
  text: string;
}

export interface Touch {
  place: string;
  action: string;
  tool?: string;
  entity_ids: string[];
  everything: boolean;
  risk: Risk;
  why: string;
  reversible: boolean;
  opened_from: string | null;
}

export interface Verdict {
  decision?: string;
  policy?: string;
  reasons?: Reason[];
  impact?: {
    risk: Risk;
    reversible: "yes" | "partly" | "no";
    expected_seconds: number | null;
    steps: Touch[];
  } | null;
}

export interface Approval {
  approval_id: string;
  execution_id: string;
  name: string;
  policy: string;
  answer: string;
  risk: Risk;
  asked: string;
  expires: string;
  needed: number;
  agreed: string[];
  verdict: Verdict;
  /** What the asker says about himself; nothing of it is known to be true. */
  claim: Record<string, unknown>;
  may_answer: boolean;
}

export interface Policy {
  policy_id: string;
  name: string;
  status: "disabled" | "canary" | "supervised" | "full_auto";
  left: { hour_left: number | null; day_left: number | null };
  /** Only for whoever is asked under this policy. */
  settings?: {
    trust: { canary_percentage: number };
    limits: { max_per_hour: number; max_per_day: number };
  };
}

export interface Circuit {
  key: string;
  state: "closed" | "open" | "half_open";
  failures: number;
  error: string | null;
}

export interface Settings {
  enabled: boolean;
  panicked: boolean;
  policies: Policy[];
  /** Only for administrators. */
  circuits?: Circuit[];
  options?: { safety?: { approval_code?: boolean } };
}

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
  alias?: string;
  status: string;
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

export interface UndoItem {
  entity_id: string | null;
  path: string;
  what: string;
  reason: string;
}

export interface Undo {
  executions: string[];
  items: UndoItem[];
  execution_id?: string;
}

export interface Filter {
  states?: State[];
  policy?: string;
  entity_id?: string;
  action?: string;
  before?: string;
  limit?: number;
}

export interface StreamEvent {
  kind: "execution" | "step" | "approval";
  execution_id: string;
}

export type StreamMessage =
  | { events: StreamEvent[]; dropped: number }
  | { closed: true };
