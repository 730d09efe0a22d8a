import type { Hass } from "../hass";
import type { StreamMessage } from "../types/stream";

export type Stream = "subscribe" | "subscribe_approvals";

/** It ends with the connection: begun anew by the frontend, it might fail unnoticed. */
export const watch = (
  hass: Hass,
  stream: Stream,
  callback: (message: StreamMessage) => void,
): Promise<() => Promise<void>> =>
  hass.connection.subscribeMessage(
    callback,
    { type: `action_engine/${stream}` },
    { resubscribe: false },
  );
