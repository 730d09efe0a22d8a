/** What the view for trying asks for. */

import type { Hass } from "../hass";
import type { Checked, Started, TextKind } from "../types/trial";
import { ask } from "./ask";

/** On behalf of which language model; empty: of one that nobody knows more of. */
export interface Agent {
  assistant?: string;
  platform?: string;
}

const on = (agent: Agent | null): { agent?: Agent } => (agent ? { agent } : {});

export const check = (
  hass: Hass,
  text: string,
  kind: TextKind | "auto",
  agent: Agent | null,
): Promise<Checked> => ask(hass, "check", { text, kind, ...on(agent) });

interface PlanAnswer {
  execution_id?: string;
  state: string;
  error: { message: string } | null;
}

interface ResponseAnswer {
  actions: Started[];
}

/** Returns at once, with what began. */
export const runActions = async (
  hass: Hass,
  yaml: string,
  agent: Agent | null,
): Promise<Started> => {
  const data = { yaml, wait: false, ...on(agent) };
  const { execution_id, state } = await ask<Started>(hass, "run", data);
  return { ...(execution_id ? { execution_id } : {}), ...(state ? { state } : {}) };
};

/** Returns at once; `decision` is what `check` has made of the text. */
export const runPlan = async (
  hass: Hass,
  decision: object,
  agent: Agent | null,
): Promise<Started> => {
  const data = { ...decision, wait: false, ...on(agent) };
  const { execution_id, error } = await ask<PlanAnswer>(hass, "run_plan", data);
  return {
    ...(execution_id ? { execution_id } : {}),
    ...(error ? { error: error.message } : {}),
  };
};

/** Returns when all is done, one after the other; each execution has the mark in its claim. */
export const processResponse = async (
  hass: Hass,
  response: string,
  agent: Agent | null,
  mark: string,
): Promise<Started[]> => {
  const data = { response, llm_response_id: mark, ...on(agent) };
  return (await ask<ResponseAnswer>(hass, "process_response", data)).actions;
};
