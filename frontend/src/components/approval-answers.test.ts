import { afterEach, beforeAll, expect, test } from "vitest";
import { approval, FakeHass } from "../fixtures";
import type { Approval } from "../types/approval";
import { ApprovalAnswers } from "./approval-answers";

beforeAll(() => {
  // jsdom knows no modal dialogs.
  HTMLDialogElement.prototype.showModal = function (): void {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function (): void {
    this.open = false;
  };
});

afterEach(() => {
  document.body.replaceChildren();
});

const show = async (one: Approval, hass = new FakeHass()): Promise<ApprovalAnswers> => {
  const answers = new ApprovalAnswers();
  answers.hass = hass;
  answers.approval = one;
  document.body.append(answers);
  await answers.updateComplete;
  return answers;
};

const settled = async (answers: ApprovalAnswers): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve));
  await answers.updateComplete;
};

const press = async (answers: ApprovalAnswers, root: ParentNode, label: string): Promise<void> => {
  const buttons = [...root.querySelectorAll("button")];
  buttons.find((one) => one.textContent.trim() === label)?.click();
  await settled(answers);
};

test("what is critical takes a code, and is agreed to only once", async () => {
  const hass = new FakeHass();
  const answers = await show(approval({ risk: "critical", needed: 2 }), hass);
  expect(answers.renderRoot.querySelector("select")).toBeNull();
  const code = answers.renderRoot.querySelector<HTMLInputElement>("input[type=password]");
  if (code === null) throw new Error("no field for the code");
  code.value = "2468";
  code.dispatchEvent(new Event("input"));
  await press(answers, answers.renderRoot, "Approve");
  expect(hass.sent).toEqual([
    { type: "action_engine/approve", approval_id: "A1", code: "2468" },
  ]);
});

test("who may not answer has no yes", async () => {
  const answers = await show(approval({ may_answer: false }));
  const labels = [...answers.renderRoot.querySelectorAll("button")].map((one) =>
    one.textContent.trim(),
  );
  expect(labels).toEqual(["Take back"]);
});

test("a refusal is told, and the question stays", async () => {
  const hass = new FakeHass({ approve: new Error("the code is wrong") });
  const answers = await show(approval(), hass);
  let told = 0;
  answers.addEventListener("answered", () => (told += 1));
  await press(answers, answers.renderRoot, "Approve");
  const alert = answers.renderRoot.querySelector("[role=alert]");
  expect(alert?.textContent).toContain("the code is wrong");
  expect(told).toBe(0);
});

const openChange = async (hass: FakeHass) => {
  const answers = await show(approval(), hass);
  await press(answers, answers.renderRoot, "Change and run …");
  const change = answers.renderRoot.querySelector("action-engine-change");
  if (!change) throw new Error("no dialog");
  await change.updateComplete;
  const area = change.renderRoot.querySelector("textarea");
  if (!area) throw new Error("no text");
  return { answers, root: change.renderRoot, area, change };
};

const TEXT = "- action: light.turn_on\n- action: light.turn_off\n";

test("a changed text is handed in, and the run in its place is told", async () => {
  const hass = new FakeHass({
    get_proposal: { actions: TEXT, hidden: false, begun: false },
    approve: { replaced_by: "E2" },
  });
  const { answers, root, area } = await openChange(hass);
  expect(area.value).toBe(TEXT);
  area.value = "- action: light.turn_off\n";
  let detail: unknown;
  answers.addEventListener("answered", (event) => {
    ({ detail } = event as CustomEvent<unknown>);
  });
  await press(answers, root, "Run this instead");
  expect(hass.sent.at(-1)).toEqual({
    type: "action_engine/approve",
    approval_id: "A1",
    actions: "- action: light.turn_off\n",
  });
  expect(detail).toEqual({ name: "Evening", instead: "E2" });
});

test("what is wrong is shown at its place, and the text stays", async () => {
  const hass = new FakeHass({
    get_proposal: { actions: TEXT, hidden: false, begun: false },
    approve: new Error("1: came nonsense, expected an action"),
  });
  const { answers, root, area, change } = await openChange(hass);
  await press(answers, root, "Run this instead");
  await change.updateComplete;
  expect(root.querySelector("[role=alert]")?.textContent).toContain("Line 2.");
  expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe(
    "- action: light.turn_off",
  );
  expect(root.querySelector("dialog")?.open).toBe(true);
});

test("what has a secret in it can be read and not be changed", async () => {
  const hass = new FakeHass({
    get_proposal: { actions: TEXT, hidden: true, begun: false },
  });
  const { root, area } = await openChange(hass);
  expect(area.readOnly).toBe(true);
  expect(root.textContent).toContain("cannot be changed");
  expect(root.querySelector<HTMLButtonElement>("button.main")?.hidden).toBe(true);
});
