/** What an editor may choose from, asked before anybody has given us a `Hass`. */

import type { Policy } from "../types/settings";
import type { NamedAction } from "../types/run";

interface Asked {
  sendMessagePromise<T>(message: object): Promise<T>;
}

declare global {
  interface Window {
    /** Of Home Assistant's frontend. */
    hassConnection?: Promise<{ conn: Asked }>;
  }
}

const send = async <T>(message: object): Promise<T | undefined> =>
  (await window.hassConnection)?.conn.sendMessagePromise<T>(message);

/** None where they cannot be told: an editor lets people write them. */
export const policiesToChoose = async (): Promise<readonly Policy[]> => {
  try {
    const message = { type: "action_engine/settings" };
    return (await send<{ policies: Policy[] }>(message))?.policies ?? [];
  } catch {
    return [];
  }
};

export const actionsToChoose = async (): Promise<readonly NamedAction[]> => {
  try {
    const answer = await send<{ response: { actions: NamedAction[] } }>({
      type: "call_service",
      domain: "action_engine",
      service: "list_actions",
      return_response: true,
    });
    return answer?.response.actions ?? [];
  } catch {
    return [];
  }
};
