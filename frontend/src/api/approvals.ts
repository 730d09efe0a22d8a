import type { Hass } from "../hass";
import type { Approval } from "../types/approval";
import { ask } from "./ask";

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

export const reject = (hass: Hass, id: string, reason: string): Promise<Approval> =>
  ask(hass, "reject", { approval_id: id, ...(reason ? { reason } : {}) });
