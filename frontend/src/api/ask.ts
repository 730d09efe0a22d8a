/** How a command is sent; only this folder knows the names of commands. */

import type { Hass } from "../hass";

export const ask = <T>(hass: Hass, name: string, data: object = {}): Promise<T> =>
  hass.callWS<T>({ ...data, type: `action_engine/${name}` });

/** What an error says to people. */
export const messageOf = (error: unknown): string => {
  if (typeof error === "object" && error !== null && "message" in error) {
    return String(error.message);
  }
  return String(error);
};
