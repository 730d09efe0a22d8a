/** What a subscription tells. */

import type { State } from "./execution";

export interface StreamEvent {
  kind: "execution" | "step" | "approval" | "grant";
  execution_id: string;
}

/** What a step event has besides. */
export interface StepEvent extends StreamEvent {
  kind: "step";
  path: string;
  action: string;
  alias: string | null;
  status: string;
  targets: string[];
  attempt: number;
  /** Seconds; 0 until it has ended. */
  duration: number;
  began: string;
  /** Of a failed attempt: how long it took, and the wait before the next one. */
  took?: number;
  delay?: number | null;
  left?: string[];
  expected?: string;
  seen?: boolean;
  error?: string;
  note?: string;
  response?: unknown;
}

export interface MoveEvent extends StreamEvent {
  kind: "execution";
  state: State;
}

export type StreamMessage =
  | { events: StreamEvent[]; dropped: number }
  | { closed: true };
