/** Reads what people have written into a dashboard; every problem is a sentence. */

import type { Values } from "../types/run";
import type { CardConfig } from "./lovelace";
import { say } from "./say";

/** Editors leave empty texts and lists behind where something was taken out. */
const given = (config: CardConfig, key: string): unknown => {
  const value = config[key];
  const empty = value === "" || (Array.isArray(value) && value.length === 0);
  return empty || value === null ? undefined : value;
};

const wrong = (key: string, expected: string): Error =>
  new Error(say("card.wrong", { option: key, expected }));

export const textOf = (config: CardConfig, key: string): string | undefined => {
  const value = given(config, key);
  if (value === undefined || typeof value === "string") return value;
  throw wrong(key, say("card.wrong.text"));
};

/** Several texts; one alone need not be a list. */
export const textsOf = (config: CardConfig, key: string): readonly string[] => {
  const value = given(config, key) ?? [];
  const list: unknown[] = Array.isArray(value) ? value : [value];
  if (list.every((one) => typeof one === "string")) return list;
  throw wrong(key, say("card.wrong.texts"));
};

export const wordsOf = <T extends string>(
  config: CardConfig,
  key: string,
  words: readonly T[],
): readonly T[] =>
  textsOf(config, key).map((text) => {
    const found = words.find((word) => word === text);
    if (found === undefined) throw wrong(key, words.join(", "));
    return found;
  });

export const countOf = (
  config: CardConfig,
  key: string,
  otherwise: number,
  most: number,
): number => {
  const value = given(config, key) ?? otherwise;
  const isCount = typeof value === "number" && Number.isInteger(value);
  if (isCount && value >= 1 && value <= most) return value;
  throw wrong(key, say("card.wrong.count", { most }));
};

export const yesOf = (config: CardConfig, key: string): boolean => {
  const value = given(config, key) ?? false;
  if (typeof value === "boolean") return value;
  throw wrong(key, say("card.wrong.yes"));
};

export const valuesOf = (config: CardConfig, key: string): Values | undefined => {
  const value = given(config, key);
  if (value === undefined) return undefined;
  if (typeof value === "object" && !Array.isArray(value)) return value as Values;
  throw wrong(key, say("card.wrong.values"));
};

export const listOf = (config: CardConfig, key: string): readonly Values[] => {
  const value = given(config, key) ?? [];
  const list: unknown[] = Array.isArray(value) ? value : [value];
  if (list.every((one) => typeof one === "object" && one !== null)) {
    return list as Values[];
  }
  throw wrong(key, say("card.wrong.actions"));
};
