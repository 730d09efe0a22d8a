/** How what was checked begins to run, by its kind. */

import * as api from "../api";
import type { Hass } from "../hass";
import type { Whole } from "../types/background";
import type { Checked, Started, TextKind } from "../types/trial";

/** Hears of an execution as soon as there is one. */
type Began = (started: Started) => void;

interface Trial {
  hass: Hass;
  text: string;
  agent: api.Agent | null;
  checked: Checked;
}

/** Returns what runs or has run, and what does not and why. */
export const START: Readonly<Record<TextKind, (trial: Trial, began: Began) => Promise<Started[]>>> =
  {
    actions: async ({ hass, text, agent }) => [await api.runActions(hass, text, agent)],
    plan: async ({ hass, agent, checked }) => [
      await api.runPlan(hass, checked.decision ?? {}, agent),
    ],
    response: async ({ hass, text, agent, checked }, began) => {
      const mark = `try-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;
      const stop = await follow(hass, mark, began);
      try {
        const started = await api.processResponse(hass, text, agent, mark);
        return started.filter((one, index) => !isKnown(one, checked, index));
      } finally {
        stop();
      }
    },
  };

/** What could not be understood is among the problems already. */
const isKnown = ({ execution_id }: Started, { wishes }: Checked, index: number): boolean =>
  !execution_id && wishes?.[index]?.outcome === "rejected";

/** Tells of each execution that has the mark; what an answer asks for is waited for. */
const follow = async (hass: Hass, mark: string, began: Began): Promise<() => void> => {
  const seen = new Set<string>();
  let over = false;
  const look = async (execution_id: string): Promise<void> => {
    seen.add(execution_id);
    const account = await api.getExecution(hass, execution_id);
    if (!over && markOf(account) === mark) began({ execution_id });
  };
  const stop = await api.watch(hass, "subscribe", (message) => {
    for (const { kind, execution_id } of "events" in message ? message.events : []) {
      // If it cannot be looked at, it is in the answer all the same.
      if (kind === "execution" && !seen.has(execution_id)) {
        void look(execution_id).catch(() => undefined);
      }
    }
  });
  return () => {
    over = true;
    void stop().catch(() => undefined);
  };
};

const markOf = ({ asked }: Whole): unknown => asked?.claim["llm_response_id"];
