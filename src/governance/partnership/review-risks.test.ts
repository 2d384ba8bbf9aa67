import { expect, test } from "vitest";
import { completeAsOf, type Edits, recordWith } from "../../../test/pitfalls/complete-record.ts";
import { OutsourcingRegister } from "../risk/outsourcing-register.ts";
import { type RisksQuestion, reviewRisks } from "./review-risks.ts";

const ask = (edits: Edits, question: Partial<RisksQuestion> = {}) =>
  reviewRisks(recordWith(edits), { asOf: completeAsOf, ...question });
const risk = {
  ...{ id: "storm", title: "A storm closes the site", area: "continuity", owner: "rosa", likelihood: 3, impact: 5 },
  ...{ treatment: "agents work from home", treated_on: "2026-02-01", residual: { likelihood: 2, impact: 2 } },
  fallback: { plan: "plan.md", tested_on: "2026-02-14", worked: true },
  review_on: "2026-08-01",
};
const storm = (edits: object) => ask({ risks: [{ ...risk, ...edits }] }).risks[0];

test("a treated risk counts by what is left of it, with its working", () => {
  expect(storm({})).toMatchObject({
    inherent: { score: 15, band: "high" },
    current: { score: 4, band: "low" },
    treatment: "done",
    review: "ahead",
    fallback: "tested",
    faults: [],
    working: "inherent 3 × 5 = 15, residual 2 × 2 = 4, treatment done",
  });
});

test.each<[string, object, object]>([
  [
    "a treatment that is planned lowers nothing yet",
    { treated_on: undefined, treatment_due: "2026-09-01" },
    { current: { score: 15 }, treatment: "planned" },
  ],
  [
    "a treatment done in the future is not done",
    { treated_on: "2026-09-01" },
    { current: { score: 15 }, treatment: "no-date" },
  ],
  [
    "a treatment that is overdue",
    { treated_on: undefined, treatment_due: "2026-05-01" },
    { treatment: "overdue", faults: [expect.any(String), expect.stringContaining("2026-05-01")] },
  ],
  ["a treatment of “TBD”", { treatment: "TBD" }, { treatment: "none", current: { score: 15 } }],
  ["an owner of “TBD”", { owner: "tbd" }, { faults: ["Nobody who is there owns it."] }],
  ["a risk without a score stands first", { likelihood: undefined }, { inherent: null, faults: ["It has no score."] }],
  [
    "a residual above the inherent score",
    { residual: { likelihood: 5, impact: 5 } },
    { faults: [expect.stringContaining("worse after")] },
  ],
  ["a review whose day has passed", { review_on: "2026-06-01" }, { review: "overdue" }],
  [
    "a fallback that failed",
    { fallback: { plan: "plan.md", tested_on: "2026-02-14", worked: false } },
    { fallback: "faulty" },
  ],
  [
    "a fallback that will be tested",
    { fallback: { plan: "plan.md", tested_on: "2026-12-14", worked: true } },
    { fallback: "faulty" },
  ],
])("%s", (_, edits, found) => expect(storm(edits)).toMatchObject(found));

test("the worst risk comes first, and one without a score before it", () => {
  const ids = ask({
    risks: [{ ...risk }, { ...risk, id: "fire", treated_on: undefined }, { ...risk, id: "unknown", impact: undefined }],
  }).risks.map(({ id }) => id);
  expect(ids).toEqual(["unknown", "fire", "storm"]);
});

test("concentration tells one from several, and adds up what comes twice", () => {
  const amounts = {
    sites: [
      { name: "a", amount: 60 },
      { name: "b", amount: 20 },
      { name: "b", amount: 20 },
    ],
    people: [{ name: "x", amount: 1 }],
  };
  expect(ask({}, { amounts }).concentration).toMatchObject([
    {
      over: "sites",
      index: expect.closeTo(0.52, 12),
      state: "concentrated",
      shares: [
        { name: "a", share: 0.6 },
        { name: "b", share: 0.4 },
      ],
    },
    { over: "people", index: 1, state: "single" },
  ]);
});

test("key people need a successor who is somebody else and still there", () => {
  const key_people = [
    { agent: "a" },
    { agent: "b", successor: "b" },
    { agent: "c", successor: "gone" },
    { agent: "d", successor: "e" },
  ];
  const roster = [{ agent: "gone", left_on: "2026-01-31" }, { agent: "e" }];
  expect(ask({ "staffing.key_people": key_people }, { roster }).withoutSuccessor).toEqual(["a", "b", "c"]);
});

const filed = {
  contract_reference: "MSA-2025-17",
  client_lei: "NORTHWIND00000000098",
  provider_lei: "CEDARCONTACT00000019",
  ...{ provider_country: "SV", service: "support of customers", governing_law: "US", provided_from: ["SV"] },
  ...{ yearly_cost: "950 000 USD", substitutable: "with-effort" },
  functions: ["email-support", "chat-support"].map((process) => ({
    ...{ process, critical: true, because: "orders cannot be changed without it", assessed_on: "2026-01-15" },
    ...{ recovers_within: "4h", loses_at_most: "1h", impact: "high" },
  })),
};
const complete = (): Edits => ({
  register: structuredClone(filed),
  "audits.0.last_on": "2026-03-01",
  "contract.notice": "90 days",
});

test("a register with everything has a row for each process and nothing that blocks it", () => {
  const { register } = ask(complete());
  expect(register.blocks).toEqual([]);
  expect(register.rows).toBe(2);
  const [header = "", first = "", second = "", rest] = register.csv.split("\r\n");
  expect(header.split(",")).toHaveLength(29);
  expect(first).toContain("MSA-2025-17,Northwind Outfitters,NORTHWIND00000000098,Cedar Contact");
  expect(first).toContain("950000.00,USD");
  expect(second).toContain("chat-support");
  expect(rest).toBe("");
});

test.each<[string, Edits, string]>([
  ["no register at all", { register: undefined }, "register.client_lei"],
  ["one LEI for both", { "register.provider_lei": filed.client_lei }, "register.provider_lei"],
  ["a reference of “TBD”", { "register.contract_reference": "TBD" }, "register.contract_reference"],
  ["a process that is not in it", { "register.functions": filed.functions.slice(0, 1) }, "register.functions"],
  [
    "an assessment of long ago",
    { "register.functions.0.assessed_on": "2024-01-15" },
    "register.functions[0].assessed_on",
  ],
  [
    "an assessment that lies ahead",
    { "register.functions.0.assessed_on": "2027-01-15" },
    "register.functions[0].assessed_on",
  ],
  [
    "a critical process without a time to recover",
    { "register.functions.1.recovers_within": undefined },
    "register.functions[1].recovers_within",
  ],
  ["an exit plan of “n/a”", { "contract.terms.exit.plan": "n/a" }, "contract.terms.exit.plan"],
  ["an audit that lies ahead", { "audits.0.last_on": "2026-12-01" }, "audits"],
])("%s blocks the filing", (_, edits, at) => {
  expect(ask({ ...complete(), ...edits }).register.blocks.map((block) => block.at)).toContain(at);
});

test("a cell that a spreadsheet would run is kept from it, and marks are quoted", () => {
  const { csv } = ask({ ...complete(), "register.service": '=HYPERLINK("x"),1' }).register;
  expect(csv).toContain(`"'=HYPERLINK(""x""),1"`);
});

test.each([
  ["NORTHWIND00000000098", true],
  ["NORTHWIND00000000099", false],
  ["northwind00000000098", false],
  ["TBD", false],
])("the check digits of %s fit: %j", (lei, fits) =>
  expect(OutsourcingRegister.safeParse({ client_lei: lei }).success).toBe(fits),
);

test("the review is plain data", () => {
  const review = ask(complete(), { grants: [], incidents: [] });
  expect(JSON.parse(JSON.stringify(review))).toEqual(review);
  expect(ask({ risks: [], evidence: [] })).toMatchObject({ risks: [], access: null });
});
