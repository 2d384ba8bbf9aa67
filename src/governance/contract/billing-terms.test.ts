import { expect, test } from "vitest";
import { BillingTerms } from "./billing-terms.ts";

test("what is agreed about invoices reads as people write it", () => {
  const billing = BillingTerms.parse({
    non_productive: [
      { of: "agent-hour", at_most: "8 %", billed_as: "training-hour" },
      { of: "night-hour", at_most: "120.5 a month" },
    ],
    tax: [{ name: "VAT", rate: "21 %" }],
    tolerance: "0.5 %",
  });
  expect(billing.non_productive[0]?.at_most).toEqual({ kind: "share", share: 0.08 });
  expect(billing.non_productive[1]?.at_most).toEqual({ kind: "a-month", quantity: "120.5" });
  expect(billing).toMatchObject({ tax: [{ rate: 0.21 }], tolerance: 0.005 });
});

test("nothing said means nothing allowed, no tax, no tolerance", () => {
  expect(BillingTerms.parse({})).toEqual({ non_productive: [], tax: [], tolerance: 0 });
});

test.each([
  ["an allowance in words", { non_productive: [{ of: "agent-hour", at_most: "a little" }] }, "8 % or 120 a month"],
  ["more than all of it", { non_productive: [{ of: "agent-hour", at_most: "130 %" }] }, "8 % or 120 a month"],
  ["a negative tax", { tax: [{ name: "VAT", rate: "-2 %" }] }, "not negative"],
  ["a tolerance for everything", { tolerance: "100 %" }, "between 0 % and 100 %"],
])("%s is refused", (_, written, message) => {
  expect(JSON.stringify(BillingTerms.safeParse(written).error?.issues)).toContain(message);
});
