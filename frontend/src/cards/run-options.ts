/** What a run card was told to run. Pure. */

import type { RunData, Values } from "../types/run";
import type { CardConfig } from "./lovelace";
import { listOf, textOf, valuesOf, yesOf } from "./options";
import { say } from "./say";

export interface RunOptions {
  name: string | undefined;
  icon: string;
  /** Null if a press is enough. */
  question: string | null;
  data: RunData;
}

const SOURCES = ["script", "action", "actions"] as const;
const ICON = "mdi:play-circle-outline";

/** Raises if there is not exactly one thing to run. */
export const runOptionsOf = (config: CardConfig): RunOptions => {
  const script = textOf(config, "script");
  const action = textOf(config, "action");
  const actions = listOf(config, "actions");
  const values = valuesOf(config, "data");
  const found = [script, action, actions[0]].filter((one) => one !== undefined);
  if (found.length !== 1) {
    throw new Error(say("card.run.one_of", { options: SOURCES.join(", ") }));
  }
  const name = textOf(config, "name");
  const text = textOf(config, "confirmation_text");
  return {
    name,
    icon: textOf(config, "icon") ?? ICON,
    question: yesOf(config, "confirmation") ? (text ?? "") : null,
    data: {
      ...sourceOf(script, action, actions, values),
      ...(name === undefined ? {} : { name }),
    },
  };
};

const sourceOf = (
  script: string | undefined,
  action: string | undefined,
  actions: readonly Values[],
  values: Values | undefined,
): RunData => {
  if (action !== undefined) {
    return { actions: [values ? { action, data: values } : { action }] };
  }
  return {
    ...(script === undefined ? { actions } : { script }),
    ...(values ? { variables: values } : {}),
  };
};
