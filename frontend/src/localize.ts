import en from "./languages/en.json";

export type Key = keyof typeof en;

/** A language that has no text for a key is answered in English. */
const LANGUAGES: Record<string, Partial<Record<Key, string>>> = { en };

/** Returns a text in a language; `{name}` in it is replaced by a value. */
export const localize = (
  language: string,
  key: Key,
  values: Record<string, string | number> = {},
): string => {
  const texts =
    LANGUAGES[language] ?? LANGUAGES[language.split("-")[0] ?? ""] ?? en;
  return (texts[key] ?? en[key]).replace(/\{(\w+)\}/g, (whole, name: string) =>
    name in values ? String(values[name]) : whole,
  );
};

/** Returns the text of a word of the API, the word itself where there is none. */
export const word = (language: string, group: string, value: string): string => {
  const key = `${group}.${value}`;
  return key in en ? localize(language, key as Key) : value.replaceAll("_", " ");
};
