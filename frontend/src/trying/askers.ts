/** As whom something may be tried: nobody becomes more than he is by it. */

import type { Agent } from "../api";

export interface As {
  key: string;
  /** What a policy calls it; empty for the two that are always there. */
  name: string;
  agent: Agent | null;
}

/** What is known of whom a policy is about; its settings are not for everybody. */
interface About {
  settings?: {
    limits?: unknown;
    applies?: { assistants?: readonly string[]; platforms?: readonly string[] };
  };
}

export const ME: As = { key: "me", name: "", agent: null };
export const MODEL: As = { key: "model", name: "", agent: {} };

/** The user, a language model, and those that policies which he sees are about. */
export const askersOf = (policies: readonly About[]): As[] => {
  const found = new Map<string, As>([ME, MODEL].map((one) => [one.key, one]));
  for (const { settings } of policies) {
    for (const assistant of settings?.applies?.assistants ?? []) {
      add(found, "assistant", assistant);
    }
    for (const platform of settings?.applies?.platforms ?? []) {
      add(found, "platform", platform);
    }
  }
  return [...found.values()];
};

const add = (found: Map<string, As>, part: "assistant" | "platform", name: string): void => {
  const key = `${part}/${name}`;
  found.set(key, { key, name, agent: { [part]: name } });
};
