/** What a person looks for among executions, as it stands in the address. Pure. */

import { ASKED_BY, type AskedBy, type Filter, STATES, type State } from "./types/execution";

/** Names in the address, beside `state`, which may stand there several times. */
const TEXTS = {
  name: "name",
  policy: "policy",
  entity: "entity_id",
  action: "action",
} as const;

/** What can be read of a query; whatever else stands there does not count. */
export const filterOf = (query: string): Filter => {
  const given = new URLSearchParams(query);
  const filter: Filter = {};
  const states = given.getAll("state").filter((one) => STATES.includes(one as State));
  if (states.length) filter.states = states as State[];
  for (const [name, field] of Object.entries(TEXTS)) {
    const text = given.get(name)?.trim();
    if (text) filter[field] = text;
  }
  const by = given.get("by");
  if (by && ASKED_BY.includes(by as AskedBy)) filter.asked_by = by as AskedBy;
  for (const name of ["since", "until"] as const) {
    const at = Date.parse(given.get(name) ?? "");
    if (!Number.isNaN(at)) filter[name] = new Date(at).toISOString();
  }
  return filter;
};

/** The query of a filter, with its question mark; empty for that which wants all. */
export const queryOf = (filter: Filter): string => {
  const query = new URLSearchParams();
  for (const state of filter.states ?? []) query.append("state", state);
  for (const [name, field] of Object.entries(TEXTS)) {
    const text = filter[field];
    if (text) query.set(name, text);
  }
  if (filter.asked_by) query.set("by", filter.asked_by);
  if (filter.since) query.set("since", filter.since);
  if (filter.until) query.set("until", filter.until);
  const text = query.toString();
  return text ? `?${text}` : "";
};
