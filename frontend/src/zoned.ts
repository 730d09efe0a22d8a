/** Between moments and what a field for date and time holds, in the user's zone. Pure. */

import type { Hass } from "./hass";

type Zone = Pick<Hass, "locale" | "config">;

const MINUTE = 60_000;

/** Milliseconds that the clocks of a zone show, as if they stood in UTC. */
const clockAt = (hass: Zone, at: number): number => {
  const parts = new Intl.DateTimeFormat("en-US", {
    ...(hass.locale.time_zone === "server" ? { timeZone: hass.config.time_zone } : {}),
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  }).formatToParts(new Date(at));
  const of = (type: string): number =>
    Number(parts.find((part) => part.type === type)?.value ?? 0);
  return Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"));
};

/** `2026-11-21T06:00`, empty for what is no moment. */
export const fieldOf = (hass: Zone, moment: string): string => {
  const at = Date.parse(moment);
  return Number.isNaN(at) ? "" : new Date(clockAt(hass, at)).toISOString().slice(0, 16);
};

/** The moment at which the clocks show what a field holds; empty if it holds nothing. */
export const momentOf = (hass: Zone, field: string): string => {
  const wanted = Date.parse(`${field}Z`);
  if (Number.isNaN(wanted)) return "";
  // Twice: the first guess may lie on the other side of a change of the clocks.
  let at = wanted;
  for (let turn = 0; turn < 2; turn += 1) {
    at += wanted - clockAt(hass, Math.floor(at / MINUTE) * MINUTE);
  }
  return new Date(at).toISOString();
};
