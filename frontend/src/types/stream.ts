/** What a subscription tells. */

import type { State } from "./execution";

export interface StreamEvent {
  kind: "execution" | "step" | "approval";
  execution_id: string;
  /** Of an execution that has moved. */
  state?: State;
}

export type StreamMessage =
  | { events: StreamEvent[]; dropped: number }
  | { closed: true };
