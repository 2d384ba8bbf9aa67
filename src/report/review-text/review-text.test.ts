import { beforeAll, describe, expect, test } from "vitest";
import { billedRecord, billRecords, hours, measured } from "../../../test/fixtures/billed-month.ts";
import { fairSelection } from "../../../test/fixtures/fair-selection.ts";
import { readRecord } from "../../assessment/read-record.ts";
import { recordReviewsOf } from "../../assessment/reviews/partnership-reviews.ts";
import type { PartnershipReviews, ReviewName } from "../../assessment/reviews/review-result.ts";
import { exampleCase } from "../../governance/business-case/example-case.ts";
import { workOutBusinessCase } from "../../governance/business-case/work-out-business-case.ts";
import { checkInvoices } from "../../governance/invoice/check-invoices.ts";
import type { PartnershipRecord } from "../../governance/partnership/partnership-record.ts";
import { reviewCheckpoints } from "../../governance/partnership/review-checkpoints.ts";
import { reviewObjectives } from "../../governance/partnership/review-objectives.ts";
import { reviewRamp } from "../../governance/partnership/review-ramp.ts";
import { reviewRelationship } from "../../governance/partnership/review-relationship.ts";
import { reviewRisks } from "../../governance/partnership/review-risks.ts";
import { reviewTerms } from "../../governance/partnership/review-terms.ts";
import { evaluateSelection } from "../../governance/selection/evaluate-selection.ts";
import { textWidth } from "../terminal/terminal-text.ts";
import { reviewText } from "./review-text.ts";

const asOf = "2026-06-30";
const options = { width: 100, colour: false, next: [{ command: "bellwether check here", does: "the whole of it" }] };

let record: PartnershipRecord;
let all: PartnershipReviews;
beforeAll(async () => {
  const read = await readRecord("examples/support-desk");
  if (read.record === null) throw new Error("the example has no record");
  record = read.record;
  all = reviewsFrom(record);
}, 60_000);

function reviewsFrom(from: PartnershipRecord): PartnershipReviews {
  const seen = <Result>(review: Result) => ({ kind: "reviewed", review, unseen: [] }) as const;
  const of = recordReviewsOf(from, { asOf, seed: 1 });
  const roster = [{ agent: "a", hired_on: "2026-05-04", production_on: "2026-06-01", left_on: null }];
  return {
    ...{ core: of.core(), location: of.location(), evaluate: of.evaluate() },
    "business-case": seen(workOutBusinessCase(exampleCase(), { seed: 1, draws: 500 })),
    objectives: seen(
      reviewObjectives(from, { asOf, readings: { "satisfied-customers": [{ on: "2026-06-28", value: 0.7 }] } }),
    ),
    terms: seen(reviewTerms(from, { asOf })),
    ramp: seen(reviewRamp(from, { asOf, roster, draws: 20 })),
    invoice: seen(checkInvoices(billedRecord(), disputedBill)),
    checkpoint: seen(reviewCheckpoints(from, { asOf, roster })),
    risks: seen(reviewRisks(from, { asOf, grants: [{ agent: "b", system: "crm", granted_on: "2026-01-01" }], roster })),
    relationship: seen(reviewRelationship(from, { asOf })),
  };
}

const disputedBill = billRecords(
  [{ lines: [hours("100", "14.80", "1480.00"), hours("10", "20.00", "200.00", { item: "coffee" })] }],
  {
    measured: [measured("2026-03", "100")],
  },
);

const names: readonly ReviewName[] = [
  ...(["objectives", "core", "location", "evaluate", "business-case", "terms"] as const),
  ...(["ramp", "invoice", "checkpoint", "risks", "relationship"] as const),
];

describe.each(names)("the text of %s", (name) => {
  test("is no wider than the terminal and says where to go next", () => {
    for (const width of [60, 80, 100, 160]) {
      const text = reviewText(name, all[name], { ...options, width });
      expect(text.split("\n").filter((line) => textWidth(line) > width)).toEqual([]);
      expect(text).toContain("NEXT\nbellwether check here");
    }
  });

  test("says in colour what it says without", () => {
    const coloured = reviewText(name, all[name], { ...options, colour: true });
    expect(coloured).toContain("\u001b[1m");
    expect(coloured.replace(/\u001b\[\d+m/g, "")).toBe(reviewText(name, all[name], options));
  });
});

/** Everything that people wrote, with an escape sequence in it. */
function hostile<Value>(value: Value): Value {
  const text = JSON.stringify(value).replaceAll(
    /"(statement|message|reason|title|name|working)":"/g,
    '"$1":"\\u001b[2J',
  );
  return JSON.parse(text) as Value;
}

test("what a record brings cannot steer the terminal", () => {
  const { relationship, terms, objectives } = all;
  expect(reviewText("terms", hostile(terms), options)).not.toContain("\u001b");
  expect(reviewText("objectives", hostile(objectives), options)).not.toContain("\u001b");
  if (relationship.kind !== "reviewed") throw new Error(relationship.needs);
  const [action] = relationship.review.actions;
  if (action === undefined) throw new Error("the example has an open action");
  const review = { ...relationship.review, actions: [{ ...action, title: "Weekly \u001b[2J coaching" }] };
  expect(reviewText("relationship", { ...relationship, review }, options)).not.toContain("\u001b");
});

test("the first line answers: how much to dispute, and of how much", () => {
  const text = reviewText("invoice", all.invoice, options);
  expect(text.split("\n")[0]).toBe("Dispute 200.00 USD: 1 of 2 lines on 1 invoice.");
  expect(text).toMatch(/Of all invoices issued from .* to .*: 200\.00 USD on lines, nothing of it[^.]* last 92\s+days/);
  const clean = checkInvoices(
    billedRecord(),
    billRecords([{ lines: [hours("100", "14.80", "1480.00")] }], { measured: [measured("2026-03", "100")] }),
  );
  const accepted = reviewText("invoice", { kind: "reviewed", review: clean, unseen: [] }, options);
  expect(accepted.split("\n")[0]).toBe("Dispute nothing: 1 line on 1 invoice, all accepted.");
  expect(accepted).not.toContain("Of all invoices");
});

test.each<[ReviewName, RegExp]>([
  ["terms", /^Last day to give notice: 2 September 2026, in 64 days\. \d+ of 22 terms settled\./],
  ["evaluate", /^Cedar Contact wins only if price counts less than [\d.]+ %; it counts 40 %\./],
  ["business-case", /^Outsourcing saves [\d,]+ USD over 60 months, .* in 8 of 10 cases; it is [\d.]+ % likely to save/],
  ["core", /^The scores say: outsource customer-support\./],
  ["location", /^san-salvador is chosen: /],
  ["risks", /^\d of \d+ risks? (is|are) high or critical today; /],
  ["checkpoint", /^first-year: hold\. satisfied-customers is not measured: /],
])("the first line of %s answers its question", (name, answer) => {
  expect(reviewText(name, all[name], options).replaceAll("\n", " ")).toMatch(answer);
});

test("an objective that is behind is told at once, with what was due", () => {
  expect(reviewText("objectives", all.objectives, options)).toContain(
    "happier-customers is behind: 70.0 % on 28 June 2026, where 86.7 % is due.",
  );
});

test("a selection that may not be ranked says why and what to do, and shows no winner", () => {
  const review = evaluateSelection(fairSelection({ price_opened_on: "2099-01-01" }), { asOf });
  const text = reviewText("evaluate", { kind: "reviewed", review, unseen: [] }, options);
  expect(text).toMatch(/^The bids are not ranked: /);
  expect(text).not.toContain("wins only");
});

test("what is not on record, and what could not be seen, is said with how to begin", () => {
  const nothing = reviewText("ramp", { kind: "not-on-record", needs: "transition", hint: "say the ramp" }, options);
  expect(nothing).toContain("holds nothing under transition");
  expect(nothing).toContain("To begin: say the ramp.");
  const unseen = [{ what: "who has access", because: "no access_grants on record", opensWith: ["access_grants"] }];
  if (all.risks.kind !== "reviewed") throw new Error(all.risks.needs);
  const blind = reviewText("risks", { ...all.risks, unseen }, options);
  expect(blind).toContain("NOT SEEN\n- who has access: no access_grants on record; opens with access_grants");
});
