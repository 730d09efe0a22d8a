/** Where in Home Assistant something is made and changed. Pure. */

export const INTEGRATION = "/config/integrations/integration/action_engine";

const ID = /^[a-z0-9_]+(\.[a-z0-9_]+)?$/;

/** The page on which a named action is changed, by its source; empty if there is none. */
export const placeOf = (source: string): string => {
  const [kind, ...rest] = source.split(":");
  const what = rest.join(":");
  if (kind === "subentry") return INTEGRATION;
  if (!ID.test(what)) return "";
  if (kind === "script") return `/config/script/show/${what}`;
  return kind === "platform" ? `/config/integrations/integration/${what}` : "";
};
