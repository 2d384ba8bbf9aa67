import type { PartnershipReviews, Reviewed } from "../src/assessment/reviews/review-result.ts";
import { exampleCase } from "../src/governance/business-case/example-case.ts";
import { workOutBusinessCase } from "../src/governance/business-case/work-out-business-case.ts";
import { checkInvoices } from "../src/governance/invoice/check-invoices.ts";
import { weighLocations } from "../src/governance/location/weigh-locations.ts";
import { reviewCheckpoints } from "../src/governance/partnership/review-checkpoints.ts";
import { reviewCore } from "../src/governance/partnership/review-core.ts";
import { reviewObjectives } from "../src/governance/partnership/review-objectives.ts";
import { reviewRamp } from "../src/governance/partnership/review-ramp.ts";
import { reviewRelationship } from "../src/governance/partnership/review-relationship.ts";
import { reviewRisks } from "../src/governance/partnership/review-risks.ts";
import { reviewTerms } from "../src/governance/partnership/review-terms.ts";
import { evaluateSelection } from "../src/governance/selection/evaluate-selection.ts";
import { productivityAt } from "../src/governance/transition/learning-curve.ts";
import { addDays } from "../src/values/time.ts";
import { billRecords, hours, measured } from "./fixtures/billed-month.ts";
import { fairSelection } from "./fixtures/fair-selection.ts";
import { completeAsOf, type Edits, recordWith } from "./pitfalls/complete-record.ts";

const asOf = completeAsOf;
const seed = 1;

/** What the invented record lacks for a picture of everything. */
const more: Edits = {
  "location.reachable": "support-hours",
  "location.required": "support-hours",
  "location.languages": ["English", "Spanish"],
  "location.options": [
    {
      ...{ id: "san-salvador", kind: "nearshore", zone: "America/El_Salvador", holidays: "SV" },
      ...{ week: { "mon-fri": ["07:00-16:00"] }, languages: ["English", "Spanish"], travel_hours: 7 },
      ...{ cost_per_hour: "14.80 USD", wage_growth: "4 %", culture: { client: 4, provider: 4 } },
    },
    {
      ...{ id: "lisbon", kind: "offshore", zone: "Europe/Lisbon", holidays: "PT", languages: ["English"] },
      ...{ week: { "mon-fri": ["12:00-21:00"] }, cost_per_hour: "22.40 USD", wage_growth: "3 %" },
      culture: { client: 4, provider: 2 },
    },
    { id: "manila", kind: "offshore", zone: "Asia/Manila", languages: ["English"], cost_per_hour: "11.20 USD" },
  ],
  "processes.1.core": {
    conclusion: "outsource",
    because: "it is done elsewhere",
    on: "2025-09-02",
    scores: { strategic_importance: 4, differentiation: 5, customer_knowledge: 4, stability: 2, measurability: 3 },
  },
  "retained_roles.0.holder": "nobody",
  "growth.phases.0.checkpoint.turnover_at_most": "30 %",
  "growth.phases.0.checkpoint.ramp_at_least": "90 %",
  "transition.launch_gates": [
    { id: "pilot", kind: "pilot", due: "2026-01-26", owner: "ana", passed_on: "2026-01-26" },
    { id: "go-live", kind: "go-live", due: "2026-02-02", owner: "ana", passed_on: "2026-02-16" },
    { id: "hypercare", kind: "hypercare", due: "2026-05-04", owner: "ana" },
    { id: "steady", kind: "steady-state", due: "2026-08-03", owner: "ana" },
  ],
  evidence: [
    evidence("iso", "iso-27001", "2025-03-01", "2028-02-28"),
    evidence("soc-2025", "soc-2", "2025-01-01", "2026-02-28"),
    { ...evidence("soc-letter", "soc-2", "2026-03-01", "2026-04-30"), bridge: true },
    evidence("pci", "pci-dss", "2026-04-01", "2027-03-31"),
  ],
  risks: [
    risk("site-down", "The site cannot work", [3, 5], [2, 3], "2026-02-10"),
    risk("wages", "Wages rise faster than planned", [4, 3], [4, 2], undefined),
    risk("breach", "Customers' data are taken", [2, 5], [1, 5], "2026-03-01"),
    risk("leads", "Team leads leave together", [3, 4], [2, 4], "2026-04-01"),
    { id: "unscored", title: "Law on working from home changes", area: "legal", owner: "mira" },
  ],
  "contract.credits": undefined,
};

function evidence(id: string, kind: string, from: string, to: string) {
  return { id, kind, of: "provider", scope: "San Salvador site, customer support", covers: { from, to } };
}

function risk(
  id: string,
  title: string,
  [likelihood, impact]: readonly [number, number],
  [left, still]: readonly [number, number],
  done: string | undefined,
) {
  return {
    ...{ id, title, area: "continuity", owner: "luis", likelihood, impact },
    ...{ treatment: "second line and work from home", treatment_due: "2026-05-01", treated_on: done },
    ...{ residual: { likelihood: left, impact: still }, review_on: "2026-09-01" },
  };
}

const roster = Array.from({ length: 26 }, (_, at) => {
  const hired = at < 12 ? "2026-01-05" : addDays("2026-05-18", 7 * (at % 5));
  const left = at % 9 === 4 ? { left_on: addDays(hired, 70) } : {};
  return { agent: `a${at}`, hired_on: hired, production_on: addDays(hired, 21), ...left };
});

const work = Array.from({ length: 12 * 12 }, (_, at) => ({
  agent: `a${Math.floor(at / 12)}`,
  week: at % 12,
  productivity: productivityAt({ start: 0.4, scale: 9 }, at % 12) + (((at * 7919) % 13) - 6) / 100,
}));

const reading = (
  metric: string,
  value: number,
  numerator: number | null,
  denominator: number,
  deviation: number | null,
) => ({
  ...{ metric, value, numerator, denominator, deviation },
  period: { start: "2026-03-03", end: "2026-05-31" },
});

function pulse() {
  const scores: Readonly<Record<string, readonly [number, number]>> = {
    trust: [3.1, 4.4],
    communication: [3.9, 4],
    planning: [2.6, 3.4],
    learning: [4.2, 4.1],
  };
  return Object.entries(scores).flatMap(([dimension, [client, provider]]) =>
    ["2026-03", "2026-06"].flatMap((survey, later) =>
      (["client", "provider"] as const).flatMap((side) =>
        Array.from({ length: 6 }, (_, at) => ({
          ...{ survey, side, dimension, respondent: `${side}-${at}`, answered_on: `${survey}-10` },
          score: (side === "client" ? client - later * 0.4 : provider) + ((at % 3) - 1) * 0.3,
        })),
      ),
    ),
  );
}

const idea = (id: string, submitted: string, parts: object = {}) => ({
  ...{ idea_id: id, submitted_on: submitted, by_side: "provider" as const, title: `Idea ${id}` },
  ...parts,
});

const ideas = [
  idea("macros", "2026-01-20", { decided_on: "2026-02-10", decision: "accepted", value: "18400.00" }),
  idea("tags", "2026-02-03", { decided_on: "2026-02-17", decision: "accepted", value: "6200.00" }),
  idea("forms", "2026-02-12", { decided_on: "2026-03-03", decision: "accepted" }),
  idea("nights", "2026-02-20", { decided_on: "2026-03-10", decision: "declined" }),
  idea("returns", "2026-03-30"),
  idea("hints", "2026-06-18"),
];

const bills = ["2026-03", "2026-04", "2026-05"].map((month, at) => ({
  id: `INV-${104 + at}`,
  month,
  lines: [
    hours(["5000", "5200", "5600"][at] ?? "0", "14.80", ["74000.00", "76960.00", "82880.00"][at] ?? "0"),
    ...(at === 1 ? [{ item: "set-up", description: "set-up of new seats", amount: "2400.00" }] : []),
    ...(at === 2 ? [hours("80", "15.90", "1272.00", { description: "overtime" })] : []),
  ],
}));

const reviewed = <Result>(review: Result): Reviewed<Result> => ({ kind: "reviewed", review, unseen: [] });

/** All reviews of an invented partnership, worked out by the rules themselves: something to see in every picture. */
export function sampleReviews(edits: Edits = {}): PartnershipReviews {
  const record = recordWith({ ...more, ...edits });
  const ramp = reviewRamp(record, { asOf, roster, work, seed, draws: 200 });
  const share = (on: string, value: number) => ({ on, value, low: value - 0.02, high: value + 0.02 });
  return {
    objectives: reviewed(
      reviewObjectives(record, {
        asOf,
        readings: {
          "first-answer-in-4h": [
            share("2026-01-31", 0.64),
            share("2026-02-28", 0.69),
            share("2026-03-31", 0.74),
            share("2026-04-30", 0.78),
            share("2026-05-31", 0.775),
            share("2026-06-30", 0.77),
          ],
        },
      }),
    ),
    core: reviewed(reviewCore(record, { asOf, seed, draws: 2000 })),
    location: reviewed(weighLocations(record, { asOf })),
    evaluate: reviewed(evaluateSelection(fairSelection(), { asOf, seed, draws: 5000 })),
    "business-case": reviewed(
      workOutBusinessCase(
        exampleCase({
          promises: [
            { what: "it pays for itself within the year", by: "2026-12-31", said_by: "luis", about: "break-even" },
          ],
        }),
        { seed, draws: 2000 },
      ),
    ),
    terms: reviewed(reviewTerms(record, { asOf })),
    ramp: {
      kind: "reviewed",
      review: ramp,
      unseen: [{ what: "overtime", because: "no staff_hours on record", opensWith: ["staff_hours"] }],
    },
    invoice: reviewed(
      checkInvoices(
        record,
        billRecords(bills, {
          asOf,
          measured: [measured("2026-03", "5000"), measured("2026-04", "5200"), measured("2026-05", "5450.5")],
        }),
      ),
    ),
    checkpoint: reviewed(
      reviewCheckpoints(record, {
        ...{ asOf, roster, ramp, seed, draws: 40 },
        figures: [reading("quality-score", 89.1, null, 60, 6), reading("first-answer-in-4h", 0.81, 1620, 2000, null)],
        reviews: Array.from({ length: 120 }, (_, at) => ({
          tenureDays: (at * 3) % 240,
          score: 78 + Math.min(14, at % 15),
        })),
      }),
    ),
    risks: reviewed(
      reviewRisks(record, {
        asOf,
        grants: [{ agent: "a4", system: "help desk", granted_on: "2026-01-06" }],
        roster,
        amounts: { people: [...Array(9).keys()].map((at) => ({ name: `a${at}`, amount: at === 0 ? 400 : 90 })) },
      }),
    ),
    relationship: reviewed(
      reviewRelationship(record, {
        ...{ asOf, pulse: pulse(), ideas, currency: "USD" },
        findings: [
          {
            id: "quality-decline/csat",
            pitfall: "quality-decline",
            state: "alarm",
            statement: "Satisfaction fell from 84 % to 76 %.",
          },
        ],
      }),
    ),
  };
}

/** A record with hardly anything in it: each review says what it needs. */
export function absentReviews(): PartnershipReviews {
  const absent = (needs: string) => ({ kind: "not-on-record", needs, hint: `write ${needs}` }) as const;
  return {
    ...{ objectives: absent("objectives"), core: absent("processes"), location: absent("location") },
    ...{ evaluate: absent("selection"), "business-case": absent("business_case"), terms: absent("contract") },
    ...{ ramp: absent("transition"), invoice: absent("contract"), checkpoint: absent("growth") },
    ...{ risks: absent("risks"), relationship: absent("forums") },
  };
}
