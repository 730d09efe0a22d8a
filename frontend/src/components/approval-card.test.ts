import { afterEach, expect, test } from "vitest";
import { approval, FakeHass } from "../fixtures";
import type { Approval } from "../types/approval";
import { ApprovalCard } from "./approval-card";

afterEach(() => {
  document.body.replaceChildren();
});

const show = async (one: Approval): Promise<ApprovalCard> => {
  const card = new ApprovalCard();
  card.hass = new FakeHass();
  card.approval = one;
  document.body.append(card);
  await card.updateComplete;
  return card;
};

/** What a person reads, also in the elements inside. */
const text = (root: ParentNode): string =>
  [...root.querySelectorAll("*")].reduce(
    (all, one) => all + (one.shadowRoot ? text(one.shadowRoot) : ""),
    root instanceof ShadowRoot ? root.textContent : "",
  );

const read = (card: ApprovalCard): string => text(card.renderRoot);

const withData = (data: Record<string, unknown>): Approval => {
  const one = approval();
  const touch = one.verdict.impact?.steps[0];
  if (touch) touch.data = data;
  return one;
};

test("it says what, on which device, why, and what is claimed as text", async () => {
  const card = await show(approval());
  for (const part of ["Light: turn on", "Table (Kitchen)", "The reason.", "<img src=x>"]) {
    expect(read(card)).toContain(part);
  }
  expect(card.renderRoot.querySelector("img")).toBeNull();
});

test("it says how: parameters with their units, and that templates are decided later", async () => {
  const fixed = await show(withData({ brightness_pct: 40 }));
  expect(read(fixed)).toContain("40%");
  expect(read(fixed)).not.toContain("decided when it runs");
  const open = await show(withData({ message: "{{ now() }}" }));
  expect(read(open)).toContain("{{ now() }}");
  expect(read(open)).toContain("decided when it runs");
});

test("it says who asks, and who of several has agreed", async () => {
  const card = await show(
    approval({
      asker: { kind: "person", name: "Ada", entity_id: null, agent: null },
      needed: 2,
      agreed: ["U1"],
      names: { U1: "Bob" },
    }),
  );
  expect(read(card)).toMatch(/Asked by\s+Ada\s+\(person\)/);
  expect(read(card)).toContain("1 of 2 have agreed: Bob");
});

test("what would make a name read otherwise is seen", async () => {
  const card = await show(approval({ name: "Lamp\u202e!kcatta" }));
  expect(card.renderRoot.querySelector("h2")?.textContent).toBe("Lamp\ufffd!kcatta");
});

test("nothing has the focus, so that no key says yes by accident", async () => {
  const card = await show(approval());
  expect(card.shadowRoot?.activeElement).toBeNull();
  expect(card.renderRoot.querySelector("[autofocus]")).toBeNull();
});
