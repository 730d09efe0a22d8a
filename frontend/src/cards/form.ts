/** The fields of visual editors, which are Home Assistant's own forms. */

import { policiesToChoose } from "../api";
import { word } from "../localize";
import type { ConfigForm, Field } from "./lovelace";

const language = (): string => document.documentElement.lang || "en";

const textFor = (group: string, { name }: Field): string | undefined => {
  const text = word(language(), group, name);
  return text === name.replaceAll("_", " ") ? undefined : text;
};

/** A form whose labels and hints are ours. */
export const formOf = (schema: Field[]): ConfigForm => ({
  schema,
  computeLabel: (field) => textFor("card.option", field) ?? field.name,
  computeHelper: (field) => textFor("card.hint", field),
});

export const textField = (name: string): Field => ({ name, selector: { text: {} } });

export const countField = (name: string, most: number): Field => ({
  name,
  selector: { number: { min: 1, max: most, mode: "box" } },
});

export interface Choice {
  value: string;
  label: string;
}

export const choiceField = (
  name: string,
  options: readonly Choice[],
  more: { multiple?: boolean; custom_value?: boolean } = {},
): Field => ({ name, selector: { select: { mode: "dropdown", ...more, options } } });

/** One policy or several, by the ids that stay when they are renamed. */
export const policyField = async (name: string, multiple: boolean): Promise<Field> => {
  const policies = await policiesToChoose();
  const options = policies.map((one) => ({ value: one.policy_id, label: one.name }));
  return choiceField(name, options, { multiple, custom_value: true });
};

export const stateChoices = (states: readonly string[]): Choice[] =>
  states.map((value) => ({ value, label: word(language(), "state", value) }));
