/** How a policy stands, in words. Pure. */

import type { Hass } from "../hass";
import { number, percent } from "../format";
import { localize, word } from "../localize";
import type { Policy } from "../types/settings";

export const policyStatus = (hass: Hass, policy: Policy): string => {
  const { language } = hass.locale;
  if (policy.status !== "canary" || !policy.settings) {
    return word(language, "status", policy.status);
  }
  const share = percent(hass, policy.settings.trust.canary_percentage);
  return localize(language, "status.canary_share", { share });
};

/** Empty if there is no limit. */
export const policyLeft = (hass: Hass, { left }: Policy): string => {
  const say = (key: "left.hour" | "left.day", value: number | null): string[] =>
    value === null
      ? []
      : [localize(hass.locale.language, key, { left: number(hass, value) })];
  return [...say("left.hour", left.hour_left), ...say("left.day", left.day_left)].join(
    " · ",
  );
};

/** The policies with these ids or names, in this order; all if there are none. */
export const chosenPolicies = (
  policies: readonly Policy[],
  wanted: readonly string[],
): readonly Policy[] =>
  wanted.length === 0
    ? policies
    : wanted.flatMap((one) =>
        policies.filter(({ policy_id, name }) => policy_id === one || name === one),
      );
