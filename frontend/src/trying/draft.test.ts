import { beforeEach, expect, test, vi } from "vitest";
import { EMPTY, keepDraft, readDraft } from "./draft";

beforeEach(() => {
  sessionStorage.clear();
});

test("each user finds his own text again, and nobody else's", () => {
  const draft = { text: "- delay: 1", kind: "plan", as: "model" } as const;
  keepDraft("me", draft);
  expect(readDraft("me")).toEqual(draft);
  expect(readDraft("other")).toEqual(EMPTY);
});

test("what cannot be read is no text", () => {
  for (const kept of ["", "{", "5", '{"text": 5}', '{"text": "x", "kind": "y", "as": "me"}']) {
    sessionStorage.setItem("action-engine-try-me", kept);
    expect(readDraft("me")).toEqual(EMPTY);
  }
});

test("a browser that keeps nothing does no harm", () => {
  const full = vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new Error("full");
  });
  expect(() => {
    keepDraft("me", EMPTY);
  }).not.toThrow();
  full.mockRestore();
});
