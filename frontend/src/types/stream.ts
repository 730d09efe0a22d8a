/** What a subscription tells. */

export interface StreamEvent {
  kind: "execution" | "step" | "approval";
  execution_id: string;
}

export type StreamMessage =
  | { events: StreamEvent[]; dropped: number }
  | { closed: true };
