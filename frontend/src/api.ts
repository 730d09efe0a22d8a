/** Everything that the panel asks for; the only place that knows names of commands. */

import type { Hass } from "./hass";
import type {
  Account,
  Approval,
  Filter,
  Live,
  Page,
  Settings,
  StreamMessage,
  Undo,
} from "./types";

const ask = <T>(hass: Hass, name: string, data: object = {}): Promise<T> =>
  hass.callWS<T>({ ...data, type: `action_engine/${name}` });

export const settings = (hass: Hass): Promise<Settings> =>
  ask(hass, "settings");

export const liveExecutions = async (hass: Hass): Promise<Live[]> =>
  (await ask<{ executions: Live[] }>(hass, "executions")).executions;

export const listExecutions = (hass: Hass, filter: Filter): Promise<Page> =>
  ask(hass, "list_executions", filter);

export const getExecution = (hass: Hass, id: string): Promise<Account> =>
  ask(hass, "get_execution", { execution_id: id });

export const listApprovals = async (hass: Hass): Promise<Approval[]> =>
  (await ask<{ approvals: Approval[] }>(hass, "list_approvals")).approvals;

export interface Yes {
  code?: string;
  /** Seconds for which similar requests need not be asked about. */
  similar_for?: number;
}

/** Answers one question and no other: a newer one about the same run has another id. */
export const approve = (hass: Hass, id: string, yes: Yes): Promise<Approval> =>
  ask(hass, "approve", { ...yes, approval_id: id });

export const reject = (
  hass: Hass,
  id: string,
  reason: string,
): Promise<Approval> =>
  ask(hass, "reject", { approval_id: id, ...(reason ? { reason } : {}) });

export const cancel = (hass: Hass, id: string): Promise<unknown> =>
  ask(hass, "cancel", { execution_id: id });

export const previewUndo = (hass: Hass, id: string): Promise<Undo> =>
  ask(hass, "rollback", { execution_id: id, dry_run: true });

export const undo = (hass: Hass, id: string): Promise<Undo> =>
  ask(hass, "rollback", { execution_id: id, wait: false });

/** An action of Home Assistant, since there is no command for it. */
export const panicStop = (hass: Hass): Promise<unknown> =>
  hass.callService("action_engine", "panic_stop");

export const liftPanic = (hass: Hass): Promise<unknown> =>
  hass.callService("action_engine", "lift_panic");

export type Stream = "subscribe" | "subscribe_approvals";

export const watch = (
  hass: Hass,
  stream: Stream,
  callback: (message: StreamMessage) => void,
): Promise<() => Promise<void>> =>
  hass.connection.subscribeMessage(callback, {
    type: `action_engine/${stream}`,
  });

/** What an error says to people. */
export const messageOf = (error: unknown): string => {
  if (typeof error === "object" && error !== null && "message" in error) {
    return String(error.message);
  }
  return String(error);
};
