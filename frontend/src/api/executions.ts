import type { Hass } from "../hass";
import type { Account, Filter, Live, Page } from "../types/execution";
import type { Undo } from "../types/undo";
import { ask } from "./ask";

export const liveExecutions = async (hass: Hass): Promise<Live[]> =>
  (await ask<{ executions: Live[] }>(hass, "executions")).executions;

export const listExecutions = (hass: Hass, filter: Filter): Promise<Page> =>
  ask(hass, "list_executions", filter);

export const getExecution = (hass: Hass, id: string): Promise<Account> =>
  ask(hass, "get_execution", { execution_id: id });

export const cancel = (hass: Hass, id: string): Promise<unknown> =>
  ask(hass, "cancel", { execution_id: id });

export const previewUndo = (hass: Hass, id: string): Promise<Undo> =>
  ask(hass, "rollback", { execution_id: id, dry_run: true });

export const undo = (hass: Hass, id: string): Promise<Undo> =>
  ask(hass, "rollback", { execution_id: id, wait: false });
