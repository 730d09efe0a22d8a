/** Dates, numbers and names, as the user reads them. Pure but for `now`. */

import type { Hass } from "./hass";
import { honest } from "./strangers";

type Locale = Pick<Hass, "locale" | "config">;

const numberLanguage = ({ locale }: Locale): string | undefined => {
  switch (locale.number_format) {
    case "comma_decimal":
      return "en-US";
    case "decimal_comma":
      return "de";
    case "space_comma":
      return "fr";
    case "system":
      return undefined;
    default:
      return locale.language;
  }
};

export const number = (
  hass: Locale,
  value: number,
  options: Intl.NumberFormatOptions = {},
): string => {
  const language = numberLanguage(hass);
  const key = `${language ?? ""} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(language, options);
    formats.set(key, format);
  }
  return format.format(value);
};

/** Making one takes longer than all the rest of a row. */
const formats = new Map<string, Intl.NumberFormat>();

export const percent = (hass: Locale, value: number): string =>
  number(hass, value / 100, { style: "percent", maximumFractionDigits: 1 });

/** Seconds in words: `7 ms`, `0.2 sec`, `5 min`, `2.5 hr`. */
export const duration = (hass: Locale, seconds: number): string => {
  const [value, unit] =
    seconds < 0.1
      ? [seconds * 1000, "millisecond"]
      : seconds < 90
      ? [seconds, "second"]
      : seconds < 5400
        ? [seconds / 60, "minute"]
        : [seconds / 3600, "hour"];
  return number(hass, value, {
    style: "unit",
    unit,
    unitDisplay: "short",
    maximumFractionDigits: value < 10 ? 1 : 0,
  });
};

/** What is left of a time to come, to the second below an hour: `59:03`. */
export const timeLeft = (hass: Locale, until: string, now: number): string => {
  const seconds = Math.max(0, Math.ceil((Date.parse(until) - now) / 1000));
  if (seconds >= 3600) return duration(hass, seconds);
  const rest = String(seconds % 60).padStart(2, "0");
  return `${Math.floor(seconds / 60)}:${rest}`;
};

export const moment = (hass: Locale, at: string): string => {
  const { language, time_format, time_zone } = hass.locale;
  return new Intl.DateTimeFormat(time_format === "system" ? undefined : language, {
    dateStyle: "medium",
    timeStyle: "medium",
    ...(time_format === "12" ? { hour12: true } : {}),
    ...(time_format === "24" ? { hour12: false } : {}),
    ...(time_zone === "server" ? { timeZone: hass.config.time_zone } : {}),
  }).format(new Date(at));
};

type Names = Pick<Hass, "states" | "entities" | "devices" | "areas">;

/**
 * The name of an entity with its area, `Table (Kitchen)`: there may be two tables.
 * Its id where it has no name, or is not there.
 */
export const entityName = (hass: Names, id: string): string => {
  const name = hass.states[id]?.attributes.friendly_name;
  if (name === undefined) return id;
  const entity = hass.entities?.[id];
  const device = hass.devices?.[entity?.device_id ?? ""];
  const area = hass.areas?.[entity?.area_id ?? device?.area_id ?? ""]?.name;
  return area && !name.includes(area) ? `${name} (${area})` : name;
};

const sentence = (text: string): string =>
  text.charAt(0).toUpperCase() + text.slice(1).replaceAll("_", " ");

/** `lock.unlock` as `Lock: unlock`; a word without a dot, of the engine, as it is. */
export const actionName = (action: string): string => {
  const dot = action.indexOf(".");
  if (dot < 0) return sentence(action);
  const service = action.slice(dot + 1).replaceAll("_", " ");
  return `${sentence(action.slice(0, dot))}: ${service}`;
};

/** A value of somebody else as text. */
export const plain = (value: unknown): string =>
  honest(typeof value === "string" ? value : JSON.stringify(value, null, 2));
