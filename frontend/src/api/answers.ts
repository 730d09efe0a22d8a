import type { Hass } from "../hass";
import type { Approval, Proposal } from "../types/approval";
import { ask } from "./ask";

/** The questions that were answered of late, the newest answer first. */
export const listAnswers = async (hass: Hass): Promise<Approval[]> =>
  (await ask<{ answers: Approval[] }>(hass, "list_answers")).answers;

/** What a question is about, as a text to be changed. */
export const getProposal = (hass: Hass, id: string): Promise<Proposal> =>
  ask(hass, "get_proposal", { approval_id: id });

/** Says no, and runs something else in its place; tells the execution. */
export const approveInstead = async (
  hass: Hass,
  id: string,
  actions: string,
  notes: string,
): Promise<string> =>
  (
    await ask<{ replaced_by: string }>(hass, "approve", {
      approval_id: id,
      actions,
      ...(notes ? { notes } : {}),
    })
  ).replaced_by;
