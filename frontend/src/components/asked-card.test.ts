import { afterEach, expect, test } from "vitest";
import { FakeHass } from "../fixtures";
import type { Whole } from "../types/background";
import "./asked-card";
import "./audit-chain";
import "./states-table";

const BEGAN = "2026-11-21T06:00:00Z";

const account = (more: Partial<Whole> = {}): Whole => ({
  execution_id: "E",
  name: "Evening",
  state: "success",
  verified: false,
  policy: "P1",
  policy_name: "Agents",
  created: BEGAN,
  started: null,
  ended: null,
  duration: null,
  error_message: null,
  error_code: null,
  undo_of: null,
  repeat_of: null,
  origin: null,
  timeline: [],
  user_id: "bot",
  user_name: "Bot",
  asked: {
    kind: "actions",
    entity_id: null,
    agent: { provider: "local", model: "small" },
    claim: { reasoning: "<img src=x>", confidence: 0.4 },
    given: {},
    actions: [{ action: "light.turn_on" }],
  },
  ...more,
});

const show = async (one: Whole, hass = new FakeHass()): Promise<ShadowRoot> => {
  const card = document.createElement("action-engine-asked");
  card.hass = hass;
  card.account = one;
  document.body.append(card);
  await card.updateComplete;
  return card.renderRoot as ShadowRoot;
};

const links = (root: ShadowRoot): (string | null)[] =>
  [...root.querySelectorAll("a")].map((one) => one.getAttribute("href"));

afterEach(() => {
  document.body.replaceChildren();
});

test("who, for whom, under what, and what he claims as a quotation", async () => {
  const root = await show(account());
  for (const part of ["Bot", "local · small", "Agents", "40%", "light.turn_on"]) {
    expect(root.textContent).toContain(part);
  }
  expect(root.querySelector("blockquote")?.textContent).toBe("<img src=x>");
  expect(root.querySelector("img")).toBeNull();
});

test("it leads to all that belongs to it", async () => {
  const undone = { seq: 1, at: BEGAN, kind: "undone", path: "", data: "U" };
  const root = await show(
    account({
      undo_of: "A",
      repeat_of: "B",
      repeated_by: ["C", "D"],
      origin: "script.evening",
      approval_id: "Q",
      timeline: [undone],
    }),
  );
  expect(links(root)).toEqual([
    "/config/script/show/script.evening",
    ...["A", "B", "U", "C", "D"].map((id) => `/action-engine/executions/${id}`),
    "/action-engine/approvals",
  ]);
});

test.each([
  [{ user_id: "me" }, "You"],
  [{ user_id: null, user_name: null }, "Home Assistant"],
  [{ user_name: null }, "no account any more"],
])("%j is named", async (who, name) => {
  expect((await show(account(who))).textContent).toContain(name);
});

test("an account of which nothing more is known is shown all the same", async () => {
  const root = await show(account({ asked: null }));
  expect(root.textContent).toContain("Agents");
  expect(root.querySelector("details")).toBeNull();
});

test("the journal is verified on request, and a break is told", async () => {
  const broken = { execution_id: "X", seq: 3, why: "its hash differs" };
  const report = { ok: false, executions: 2, events: 9, unknown_key: 0, first_broken: broken };
  const hass = new FakeHass({ verify_journal: report });
  const audit = document.createElement("action-engine-audit");
  audit.hass = hass;
  audit.timeline = [{ seq: 1, at: BEGAN, kind: "moved", path: "", data: { to: "executing" } }];
  document.body.append(audit);
  await audit.updateComplete;
  expect(audit.renderRoot.querySelector("li")).toBeNull();
  const details = audit.renderRoot.querySelector("details") as HTMLDetailsElement;
  details.open = true;
  details.dispatchEvent(new Event("toggle"));
  await audit.updateComplete;
  expect(audit.renderRoot.querySelector("li")?.textContent).toContain("Running");
  [...audit.renderRoot.querySelectorAll("button")].at(-1)?.click();
  await new Promise((done) => setTimeout(done));
  await audit.updateComplete;
  expect(audit.renderRoot.querySelector("[role=status]")?.textContent).toContain(
    "X, 3. its hash differs",
  );
});

test("a device is shown before, after and now", async () => {
  const seen = (state: string): object => ({ "light.table": { state, attributes: {} } });
  const table = document.createElement("action-engine-states");
  table.hass = new FakeHass();
  table.timeline = [
    { seq: 1, at: BEGAN, kind: "intent", path: "0", data: { before: seen("on") } },
    { seq: 2, at: BEGAN, kind: "result", path: "0", data: { after: seen("off") } },
  ];
  document.body.append(table);
  await table.updateComplete;
  const cells = [...table.renderRoot.querySelectorAll("td")].map((one) =>
    one.textContent.replace(/\s+/g, " ").trim(),
  );
  expect(cells).toEqual(["on", "off", "on changed since"]);
});
