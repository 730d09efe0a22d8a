import { expect, test } from "vitest";
import * as api from ".";
import { FakeHass } from "../fixtures";

test("each answer names the question that was shown, and nothing that was not given", async () => {
  const hass = new FakeHass();
  await api.approve(hass, "A1", { similar_for: 900 });
  await api.reject(hass, "A2", "");
  expect(hass.sent).toEqual([
    { type: "action_engine/approve", approval_id: "A1", similar_for: 900 },
    { type: "action_engine/reject", approval_id: "A2" },
  ]);
});

test("a preview of an undo runs nothing", async () => {
  const hass = new FakeHass({ rollback: { executions: [], items: [] } });
  await api.previewUndo(hass, "E1");
  expect(hass.sent[0]).toMatchObject({ dry_run: true });
});

test("data cannot name another command", async () => {
  const hass = new FakeHass();
  await api.listExecutions(hass, { type: "other" } as object);
  expect(hass.sent[0]?.type).toBe("action_engine/list_executions");
});

test("an error is told by its message", () => {
  expect(api.messageOf({ code: "x", message: "Not now" })).toBe("Not now");
  expect(api.messageOf("odd")).toBe("odd");
});
