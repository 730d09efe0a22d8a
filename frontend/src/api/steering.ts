import type { Hass } from "../hass";
import type { ChainReport, Whole } from "../types/background";
import type { State } from "../types/execution";
import { ask } from "./ask";

/** What was begun, or how it stands now; with the id of a question if a person is asked. */
export interface Begun {
  execution_id: string;
  state: State;
  approval_id?: string;
}

export const wholeExecution = (hass: Hass, id: string): Promise<Whole> =>
  ask(hass, "get_execution", { execution_id: id });

export const pause = (hass: Hass, id: string): Promise<Begun> =>
  ask(hass, "pause", { execution_id: id });

export const resume = (hass: Hass, id: string): Promise<Begun> =>
  ask(hass, "resume", { execution_id: id });

export const again = (hass: Hass, id: string): Promise<Begun> =>
  ask(hass, "repeat", { execution_id: id });

export const retryFrom = (hass: Hass, id: string): Promise<Begun> =>
  ask(hass, "retry_from", { execution_id: id });

export const verifyJournal = (hass: Hass): Promise<ChainReport> => ask(hass, "verify_journal");
