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
  actions: { execution_id?: string; state?: string; error?: string }[];
}

type Run = (
  hass: Hass,
  text: string,
  agent: Agent | null,
  checked: Checked,
) => Promise<Started[]>;

/** Has it run, and returns what began; only a response is waited for. */
export const START: Readonly<Record<TextKind, Run>> = {
  actions: async (hass, text, agent) => [
    await ask<Started>(hass, "run", { yaml: text, wait: false, ...on(agent) }),
  ].map(({ execution_id, state }) => begun(execution_id, state)),
  plan: async (hass, _text, agent, checked) => {
    const data = { ...checked.decision, wait: false, ...on(agent) };
    const { execution_id, state, error } = await ask<PlanAnswer>(hass, "run_plan", data);
    return [{ ...begun(execution_id, state), ...(error ? { error: error.message } : {}) }];
  },
  response: async (hass, text, agent) => {
    const data = { response: text, ...on(agent) };
    return (await ask<ResponseAnswer>(hass, "process_response", data)).actions;
  },
};

const begun = (execution_id?: string, state?: string): Started => ({
  ...(execution_id ? { execution_id } : {}),
  ...(state ? { state } : {}),
});
