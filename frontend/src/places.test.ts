import { expect, test } from "vitest";
import { INTEGRATION, placeOf } from "./places";

test("each kind of source leads to its page, and nothing leads elsewhere", () => {
  expect(placeOf("subentry:01K")).toBe(INTEGRATION);
  expect(placeOf("script:script.evening")).toBe("/config/script/show/script.evening");
  expect(placeOf("platform:greeter")).toBe("/config/integrations/integration/greeter");
  expect(placeOf("builtin")).toBe("");
  expect(placeOf("script:../../x")).toBe("");
  expect(placeOf("platform:javascript:alert(1)")).toBe("");
});
