import { expect, test } from "vitest";
import { daysAgo, judgeObserved, saidSince } from "../../../../test/pitfalls/judge-observed.ts";

const billed = (issued: number, item: string | null, decision: "accept" | "dispute") => {
  const money = (amount: string) => ({ amount, currency: "USD" });
  const amounts = {
    billed: money("1100.00"),
    accepted: money("0.00"),
    disputed: money("1100.00"),
    cannotTell: money("0.00"),
  };
  const line = { ...amounts, line: "1", item, description: null, decision, reasons: [], working: ["100 × 1.00"] };
  return {
    ...{
      ...amounts,
      invoice: `inv-${issued}`,
      issuedOn: daysAgo(issued),
      decision,
      lines: [line],
      claims: [],
      notes: [],
    },
    period: { start: daysAgo(issued + 30), end: daysAgo(issued + 1) },
  };
};

test("lines outside the contract and lines that are not borne out are told apart; what is accepted or old is not told", () => {
  expect(saidSince({ invoices: [billed(10, null, "dispute")] })).toEqual([
    `watch contract-gaps/lines-off-contract/invoices since ${daysAgo(40)}`,
  ]);
  const both = judgeObserved({ invoices: [billed(10, "hour", "dispute"), billed(40, "hour", "dispute")] });
  expect(both.findings).toMatchObject([{ id: "cost-overrun/lines-disputed/invoices", state: "alarm" }]);
  expect(both.findings[0]?.statement).toMatch(
    /2 of 2 invoice lines of the last 92 days .* 2 of 2 invoices: 2,200\.00 USD in dispute\. On all 2 invoices .* 2,200\.00 USD;/,
  );
  const older = judgeObserved({ invoices: [billed(10, "hour", "dispute"), billed(93, "hour", "dispute")] });
  expect(older.findings[0]?.statement).toMatch(
    /^1 of 1 invoice lines of the last 92 days is more than .* 1 of 1 invoices: 1,100\.00 USD .* all 2 invoices .* 2,200\.00 USD;/,
  );
  expect(saidSince({ invoices: [billed(10, "hour", "accept"), billed(100, null, "dispute")] })).toEqual([]);
});
