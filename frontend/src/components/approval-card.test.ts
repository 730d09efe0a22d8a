import { afterEach, expect, test } from "vitest";
import { approval, FakeHass } from "../fixtures";
import type { Approval } from "../types/approval";
import { ApprovalCard } from "./approval-card";

afterEach(() => {
  document.body.replaceChildren();
});

const show = async (one: Approval, hass = new FakeHass()): Promise<ApprovalCard> => {
  const card = new ApprovalCard();
  card.hass = hass;
  card.approval = one;
  document.body.append(card);
  await card.updateComplete;
  return card;
};

const text = (card: ApprovalCard): string => card.renderRoot.textContent;

const press = async (card: ApprovalCard, label: string): Promise<void> => {
  const buttons = [...card.renderRoot.querySelectorAll("button")];
  buttons.find((one) => one.textContent.trim() === label)?.click();
  await new Promise((resolve) => setTimeout(resolve));
  await card.updateComplete;
};

test("it says what, on which device, why, and what is claimed as text", async () => {
  const card = await show(approval());
  for (const part of ["Light: turn on", "Table", "The reason.", "<img src=x>"]) {
    expect(text(card)).toContain(part);
  }
  expect(card.renderRoot.querySelector("img")).toBeNull();
});

test("nothing has the focus, so that no key says yes by accident", async () => {
  const card = await show(approval());
  expect(card.shadowRoot?.activeElement).toBeNull();
  expect(card.renderRoot.querySelector("[autofocus]")).toBeNull();
});

test("what is critical takes a code, and is agreed to only once", async () => {
  const hass = new FakeHass();
  const card = await show(approval({ risk: "critical", needed: 2 }), hass);
  expect(card.renderRoot.querySelector("select")).toBeNull();
  const code = card.renderRoot.querySelector<HTMLInputElement>("input[type=password]");
  if (code === null) throw new Error("no field for the code");
  code.value = "2468";
  code.dispatchEvent(new Event("input"));
  await press(card, "Approve");
  expect(hass.sent).toEqual([
    { type: "action_engine/approve", approval_id: "A1", code: "2468" },
  ]);
});

test("who may not answer has no yes", async () => {
  const card = await show(approval({ may_answer: false }));
  const labels = [...card.renderRoot.querySelectorAll("button")].map((one) =>
    one.textContent.trim(),
  );
  expect(labels).toEqual(["Take back"]);
});

test("a refusal is told, and the question stays", async () => {
  const hass = new FakeHass({ approve: new Error("the code is wrong") });
  const card = await show(approval(), hass);
  await press(card, "Approve");
  expect(card.renderRoot.querySelector("[role=alert]")?.textContent).toContain(
    "the code is wrong",
  );
});
