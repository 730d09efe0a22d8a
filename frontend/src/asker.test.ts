import { expect, test } from "vitest";
import { askerName } from "./asker";
import { FakeHass } from "./fixtures";

const hass = new FakeHass();
const nobody = { kind: "system", name: null, entity_id: null, agent: null } as const;

test("the model comes before the account through which it speaks", () => {
  const agent = { platform: "ollama", assistant: "conversation" };
  expect(askerName(hass, { ...nobody, kind: "agent", name: "Bot", agent })).toBe(
    "ollama / conversation, Bot",
  );
});

test("an automation has its own name", () => {
  const asker = { ...nobody, kind: "automation", entity_id: "light.table" } as const;
  expect(askerName(hass, asker)).toBe("Table (Kitchen)");
});

test("of whom nothing is known nothing is said", () => {
  expect(askerName(hass, nobody)).toBeNull();
  expect(askerName(hass, undefined)).toBeNull();
});
