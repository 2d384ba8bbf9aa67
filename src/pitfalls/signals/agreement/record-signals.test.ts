import { expect, test } from "vitest";
import { completeAsOf, type Edits, recordWith } from "../../../../test/pitfalls/complete-record.ts";
import { judgePitfalls } from "../../../../test/pitfalls/judge-pitfalls.ts";
import { endOfWeeks, weeklyKpi, weeksOf } from "../../../../test/pitfalls/kpi-worlds.ts";
import type { SignalInput } from "../../signal-input.ts";

const found = (edits: Edits, parts: Partial<SignalInput> = {}) =>
  judgePitfalls({
    ...{ record: recordWith(edits), asOf: completeAsOf, kpis: [], serviceLevels: [], reconciliations: [], sources: [] },
    ...parts,
  }).findings.map(({ id, state }) => `${state} ${id}`);

const rows: readonly (readonly [string, Edits, readonly string[]])[] = [
  ["notice in 60 days", { "contract.ends": "2026-11-26" }, ["watch contract-gaps/notice-near/contract"]],
  ["notice in 21 days", { "contract.ends": "2026-10-19" }, ["alarm contract-gaps/notice-near/contract"]],
  ["notice in 61 days", { "contract.ends": "2026-11-28" }, []],
  ["a contract that ended", { "contract.ends": "2026-06-29" }, ["alarm contract-gaps/notice-near/contract"]],
  [
    "an obligation of the provider overdue",
    { "contract.obligations.0.due": "2026-06-29" },
    ["watch contract-gaps/obligation-overdue/monthly-report"],
  ],
  ["an obligation due today", { "contract.obligations.0.due": "2026-06-30" }, []],
  [
    "an obligation done",
    { "contract.obligations.0.due": "2026-05-01", "contract.obligations.0.done_on": "2026-05-03" },
    [],
  ],
  [
    "an obligation done only later",
    { "contract.obligations.0.due": "2026-05-01", "contract.obligations.0.done_on": "2026-07-03" },
    ["alarm contract-gaps/obligation-overdue/monthly-report"],
  ],
  [
    "a duty of the client overdue",
    { "contract.obligations.1.due": "2026-05-01" },
    ["alarm weak-ownership/duty-late/forecast"],
  ],
  ["an action overdue", { "actions.0.due": "2026-06-20" }, ["watch weak-ownership/action-late/coach-returns"]],
  ["a milestone late", { "milestones.0.due": "2026-06-20" }, ["watch missed-deadlines/milestone-late/second-group"]],
  [
    "a milestone late for weeks",
    { "milestones.0.due": "2026-06-01" },
    ["alarm missed-deadlines/milestone-late/second-group"],
  ],
  [
    "a launch gate late",
    { "transition.launch_gates.0.passed_on": undefined },
    ["alarm slow-ramp/launch-gate-late/go-live"],
  ],
  ["a review overdue", { "risks.1.review_on": "2026-06-01" }, ["watch unmanaged-risk/review-overdue/wages"]],
  ["a severe review overdue", { "risks.0.review_on": "2026-06-01" }, ["alarm unmanaged-risk/review-overdue/site-down"]],
  ["a treatment overdue", { "risks.1.treatment_due": "2026-06-01" }, ["watch unmanaged-risk/treatment-overdue/wages"]],
  [
    "a fallback untested",
    { "risks.0.fallback.tested_on": undefined },
    ["watch unmanaged-risk/fallback-untested/site-down"],
  ],
  [
    "a fallback that failed",
    { "risks.0.fallback.worked": false },
    ["alarm unmanaged-risk/fallback-untested/site-down"],
  ],
  [
    "a certificate about to end",
    { "evidence.0.covers.to": "2026-08-01" },
    ["watch weak-security/evidence-out-of-date/iso"],
  ],
  [
    "a certificate that ended",
    { "evidence.0.covers.to": "2026-06-29" },
    ["alarm weak-security/evidence-out-of-date/iso"],
  ],
  [
    "an old certificate beside a newer one",
    { "evidence.1": { id: "iso-old", kind: "iso-27001", covers: { from: "2022-03-01", to: "2025-02-28" } } },
    [],
  ],
  [
    "growth with nothing decided",
    { "growth.phases.0.checkpoint.decided": undefined },
    ["watch scaling-too-fast/ahead-of-checkpoint/second"],
  ],
  [
    "growth against a hold",
    { "growth.phases.0.checkpoint.decided": "hold" },
    ["alarm scaling-too-fast/ahead-of-checkpoint/second"],
  ],
  [
    "the core handed over",
    { "processes.0.core.conclusion": "keep" },
    ["alarm outsourcing-the-core/core-handed-over/email-support"],
  ],
  [
    "ranks turned round",
    { "goals.ranked.0.provider": 3, "goals.ranked.1.provider": 2, "goals.ranked.2.provider": 1 },
    ["alarm goal-misalignment/ranks-apart/goals"],
  ],
  [
    "an empty role",
    { "retained_roles.0.empty_since": "2026-06-01" },
    ["watch loss-of-control/retained-role-empty/quality-judge"],
  ],
  [
    "an award by price",
    {
      "selection.bids.1.scores": { ana: { experience: 90, people: 90 } },
      "selection.chosen": "cedar",
      "selection.bids.0.price": "1,000,000 USD",
    },
    ["watch price-over-quality/abnormally-low-bid/cedar", "watch price-over-quality/price-driven-award/cedar"],
  ],
  [
    "an open question about staff",
    { "selection.bids.0.answers.staffing": "to be discussed" },
    ["watch selection-red-flags/questions-unanswered/cedar-staffing"],
  ],
  [
    "a promise before the range",
    { "business_case.promises": [{ what: "savings pay for the move", by: "2026-04-01", said_by: "Cedar Contact" }] },
    ["watch unrealistic-expectations/promise-too-early/promise-1"],
  ],
  [
    "a promise within the range",
    { "business_case.promises": [{ what: "savings pay for the move", by: "2027-03-01" }] },
    [],
  ],
  [
    "a gap of fit",
    { "culture.assessed.0.scores": { directness: 2 }, "culture.assessed.1.scores": { directness: 4 } },
    ["watch cultural-mismatch/fit-gap/directness"],
  ],
];

test.each(rows)("the record alone shows %s", (_, edits, expected) => {
  expect(found(edits).sort()).toEqual([...expected].sort());
});

test("a notice date says its day, the days left and the end", () => {
  const { findings } = judgePitfalls({
    ...{ record: recordWith({ "contract.ends": "2026-10-15" }), asOf: completeAsOf },
    ...{ kpis: [], serviceLevels: [], reconciliations: [], sources: [] },
  });
  expect(findings[0]?.statement).toBe(
    "The last day to give notice is 17 July 2026, in 17 days; after it the contract can no longer be left in time. The contract ends on 15 October 2026.",
  );
  expect(findings[0]).toMatchObject({ raisedAt: "2026-05-18", evidence: { daysLeft: 17 } });
});

test("an objective is off its way only beyond the noise of its last periods, and alarm once its date has come", () => {
  const asOf = endOfWeeks(64);
  const kpis = (level: number) => [
    weeklyKpi(
      weeksOf(64, () => level, 2),
      { pitfalls: [] },
    ),
  ];
  const edits = (target: string): Edits => ({
    "contract.starts": "2025-01-06",
    "objectives.1": {
      id: "happier",
      outcome: "customers are more content than before",
      metric: "csat",
      baseline: "78 %",
      target,
    },
  });
  const off = (level: number, target: string) =>
    found(edits(target), { kpis: kpis(level), asOf }).filter((line) => line.includes("off-trajectory"));
  expect(off(0.78, "90 % by 2026-06-30")).toEqual(["watch unclear-objectives/off-trajectory/happier"]);
  expect(off(0.9, "90 % by 2026-06-30")).toEqual([]);
  const input = { record: recordWith(edits("90 % by 2026-06-30")), asOf, kpis: kpis(0.78) };
  const told = judgePitfalls({ ...input, serviceLevels: [], reconciliations: [], sources: [] }).findings;
  const behind = told.find(({ detector }) => detector === "off-trajectory");
  expect(behind?.evidence).toMatchObject({ metric: "csat" });
  expect(behind?.statement).not.toContain("by way of");
  const byWay = recordWith({ ...edits("90 % by 2026-06-30"), "objectives.1.in_90_days": "85 %" });
  const onTheWay = judgePitfalls({ ...input, record: byWay, serviceLevels: [], reconciliations: [], sources: [] });
  expect(onTheWay.findings.find(({ detector }) => detector === "off-trajectory")?.statement).toContain(
    "on the way from 78.0 % by way of 85.0 % on 6 April 2025 to 90.0 % by 30 June 2026",
  );
  expect(off(0.8, "90 % by 2026-03-01")).toEqual(["alarm unclear-objectives/off-trajectory/happier"]);
});

test("an objective whose target came closer after the fact is told for ninety days", () => {
  const eased: Edits = {
    "objectives.2": {
      ...{ id: "happier-customers", outcome: "customers are as content as before the move", metric: "csat" },
      ...{
        baseline: "78 %",
        in_90_days: "79 %",
        target: "82 % by 2026-12-31",
        owner: "mira",
        effective_from: "2026-05-01",
      },
    },
  };
  expect(found(eased)).toEqual(["watch unclear-objectives/moved-after-the-fact/happier-customers"]);
  expect(found(eased, { asOf: "2026-08-15" }).filter((line) => line.includes("moved"))).toEqual([]);
});

test("what began after the date was not there to be seen, and clears nothing", () => {
  const asOf = "2019-01-01";
  const early = rows.map(([name, edits]) => {
    const input = { record: recordWith(edits), asOf, kpis: [], serviceLevels: [], reconciliations: [], sources: [] };
    return { name, later: judgePitfalls(input).findings.filter(({ onset }) => onset === null || onset > asOf) };
  });
  expect(early.filter(({ later }) => later.length > 0)).toEqual([]);
  const opposed = { "goals.ranked": opposedGoals, "goals.signed_on": "2025-01-10" };
  const judged = judgePitfalls({
    ...{ record: recordWith(opposed), asOf, kpis: [], serviceLevels: [], reconciliations: [], sources: [] },
  }).pitfalls.find(({ id }) => id === "goal-misalignment");
  expect(judged?.signal.state).toBe("blind");
});

const opposedGoals = [
  { id: "fast", goal: "quick answers", client: 1, provider: 3 },
  { id: "steady", goal: "steady volumes", client: 2, provider: 2 },
  { id: "cheap", goal: "low cost", client: 3, provider: 1 },
];
