import type { Hass } from "./hass";

/** A date of the API, `2026-11-21`, as the user writes one: `Sat, Nov 21`. */
export const dayName = ({ locale }: Pick<Hass, "locale">, date: string): string =>
  // It is a date and no point in time: no zone may make another day of it.
  new Intl.DateTimeFormat(locale.language, {
    weekday: "short",
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  }).format(new Date(`${date}T12:00:00Z`));
