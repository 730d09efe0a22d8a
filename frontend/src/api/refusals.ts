/** Errors after which there is more to do than to show them. */

const codeOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error
    ? String(error.code)
    : "";

/** There is no engine to ask: it is not loaded, or not even installed. */
export const isAbsent = (error: unknown): boolean =>
  ["not_loaded", "unknown_command"].includes(codeOf(error));

/** It was asked too often, and a later question will be answered. */
export const isTooOften = (error: unknown): boolean =>
  codeOf(error) === "too_many_requests";

/** The connection was lost; Home Assistant's client throws a number then. */
export const isCutOff = (error: unknown): boolean => typeof error === "number";
