/** What a subscription tells. */

export interface StreamEvent {
  kind: "execution" | "step" | "approval" | "grant";
  execution_id: string;
}

export type StreamMessage =
  | { events: StreamEvent[]; dropped: number }
  | { closed: true };
