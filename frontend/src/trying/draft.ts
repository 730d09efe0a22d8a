/** What somebody was about to try; kept until the browser's tab is closed. */

import type { TextKind } from "../types/trial";

export interface Draft {
  text: string;
  kind: TextKind | "auto";
  /** The key of who it is tried as. */
  as: string;
}

export const EMPTY: Draft = { text: "", kind: "auto", as: "me" };

const keyOf = (userId: string | undefined): string => `action-engine-try-${userId ?? ""}`;
const KINDS: readonly unknown[] = ["auto", "actions", "plan", "response"];

/** Each user has his own: a tab may be used by several. */
export const readDraft = (userId: string | undefined): Draft => {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(userId)) ?? "");
    return isDraft(kept) ? kept : EMPTY;
  } catch {
    return EMPTY;
  }
};

export const keepDraft = (userId: string | undefined, draft: Draft): void => {
  try {
    sessionStorage.setItem(keyOf(userId), JSON.stringify(draft));
  } catch {
    // There is no room, or it is not allowed; the text is still in its field.
  }
};

const isDraft = (value: unknown): value is Draft =>
  typeof value === "object" &&
  value !== null &&
  "text" in value &&
  typeof value.text === "string" &&
  "kind" in value &&
  KINDS.includes(value.kind) &&
  "as" in value &&
  typeof value.as === "string";
