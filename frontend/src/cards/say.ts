import { localize, type Key } from "../localize";

/** A text where there is no `Hass` yet that says in which language. */
export const say = (key: Key, values: Record<string, string | number> = {}): string =>
  localize(document.documentElement.lang || "en", key, values);
