import type { Finding, GuardCheck, PitfallVerdict, ServiceLevelVerdict, Verdict } from "../src/assessment/verdict.ts";
import { sampleKpis } from "./sample-kpis.ts";

/**
 * A verdict with something of everything, for tests of the report: Northwind Outfitters' customer support by Cedar
 * Contact, both invented. First answers have been slipping since May; the provider's own report says they have not.
 */
export function sampleVerdict(): Verdict {
  return {
    schema: "bellwether/verdict/1",
    partnership: "northwind-support",
    title: "Customer support of Northwind Outfitters by Cedar Contact",
    asOf: "2026-07-06",
    zone: "America/New_York",
    pitfalls: pitfalls(),
    findings: findings(),
    serviceLevels: serviceLevels(),
    kpis: sampleKpis(),
    reconciliations: [
      {
        kpi: "first-answer-in-4h",
        period: { start: "2026-06-01", end: "2026-06-30" },
        reported: 0.914,
        recomputed: 0.8161,
        numerator: 1420,
        denominator: 1740,
        receivedAt: "2026-07-03",
        state: "differs",
        because: "reported 91.4 % lies outside 81.6 % ± 1.8 %; with reopened tickets left out the records give 91.2 %",
      },
      {
        kpi: "csat",
        period: { start: "2026-06-01", end: "2026-06-30" },
        reported: 0.86,
        recomputed: 0.8571,
        numerator: 222,
        denominator: 259,
        receivedAt: "2026-07-03",
        state: "agrees",
        because: "the difference is within rounding",
      },
      {
        kpi: "qa-score",
        period: { start: "2026-06-01", end: "2026-06-30" },
        reported: 94.2,
        recomputed: null,
        numerator: null,
        denominator: 0,
        receivedAt: "2026-07-03",
        state: "cannot-be-checked",
        because: "no QA reviews were received for June",
      },
    ],
    coverage: {
      blind: [
        { pitfall: "hollow-kpis", because: "no outcome is tied to a KPI", opensWith: ["objectives[].metric"] },
        {
          pitfall: "weak-security",
          because: "there are no access records: who left and who still has access cannot be compared",
          opensWith: ["access_grants", "evidence"],
        },
        { pitfall: "quality-decline", because: "the last QA review is of 31 May", opensWith: ["qa_reviews"] },
        { pitfall: "cost-overrun", because: "there are no invoice lines", opensWith: ["invoice_lines"] },
        { pitfall: "slow-ramp", because: "no transition plan gives a ramp to compare with", opensWith: ["staff"] },
      ],
      sources: [
        source("exports/zendesk-2026-*.csv", "work_items", 45_213, 17, 212, 31, "2026-01-02", "2026-07-05"),
        source("exports/zendesk-2026-*.csv", "item_events", 301_877, 0, 0, 0, "2026-01-02", "2026-07-05"),
        source("surveys/csat.csv", "survey_responses", 6_204, 3, 0, 0, "2026-01-05", "2026-07-05"),
        source("hr/roster.csv", "staff", 84, 0, 0, 2, "2024-03-01", "2026-07-01"),
        source("qa/reviews.csv", "qa_reviews", 1_190, 0, 0, 0, "2026-01-05", "2026-05-31"),
        source("reports/kpi-*.csv", "reported_kpis", 18, 0, 0, 0, "2026-01-01", "2026-06-30"),
      ],
    },
  };
}

function source(
  name: string,
  fact: string,
  rows: number,
  quarantined: number,
  duplicates: number,
  restated: number,
  from: string,
  to: string,
) {
  return { source: name, fact, rows, quarantined, duplicates, restated, from, to };
}

function serviceLevels(): ServiceLevelVerdict[] {
  const june = { start: "2026-06-01", end: "2026-06-30" };
  const base = {
    clause: null,
    period: june,
    complete: true,
    excluded: 0,
    pending: 0,
    minimum: null,
    unknownBecause: null,
    interval: null,
    credit: null,
    failing: [],
  };
  const firstAnswer = {
    ...base,
    id: "first-answer",
    metric: "first-answer-in-4h",
    clause: "SOW 4.2",
    target: 0.9,
    minimum: 0.85,
  };
  return [
    {
      ...base,
      id: "satisfaction",
      metric: "csat",
      clause: "SOW 4.4",
      value: 222 / 259,
      numerator: 222,
      denominator: 259,
      valueWithoutExclusions: 222 / 259,
      interval: { low: 0.8094, high: 0.8947 },
      target: 0.85,
      minimum: 0.8,
      state: "met",
      budgetSpent: 0.9524,
      failing: ["S-5521", "S-5544", "S-5602"],
    },
    {
      ...firstAnswer,
      value: 1420 / 1740,
      numerator: 1420,
      denominator: 1740,
      excluded: 64,
      pending: 9,
      valueWithoutExclusions: 1424 / 1804,
      interval: { low: 0.7971, high: 0.8336 },
      state: "below-minimum",
      credit: {
        owed: { amount: "4440.00", currency: "USD" },
        working: [
          "June's invoice 111,000.00 USD × at risk 10 % = 11,100.00 USD",
          "allocation 40 % = 4,440.00 USD",
          "81.6 % is below the minimum of 85 %: the whole allocation is owed",
        ],
      },
      budgetSpent: 1.8391,
      failing: Array.from({ length: 50 }, (_, at) => `Z-${88_014 + at * 7}`),
    },
    ...(
      [
        ["2026-05-01", "2026-05-31", 1531, 1745, "missed", 1.2264, "1110.00"],
        ["2026-04-01", "2026-04-30", 1602, 1731, "met", 0.7452, "0.00"],
        ["2026-03-01", "2026-03-31", 1655, 1770, "met", 0.6497, "0.00"],
      ] as const
    ).map(([start, end, numerator, denominator, state, budgetSpent, amount]) => ({
      ...firstAnswer,
      period: { start, end },
      value: numerator / denominator,
      numerator,
      denominator,
      valueWithoutExclusions: numerator / denominator,
      state,
      credit: { owed: { amount, currency: "USD" }, working: [] },
      budgetSpent,
    })),
    {
      ...firstAnswer,
      period: { start: "2026-07-01", end: "2026-07-31" },
      complete: false,
      value: 231 / 287,
      numerator: 231,
      denominator: 287,
      pending: 41,
      valueWithoutExclusions: 231 / 287,
      interval: { low: 0.7552, high: 0.8466 },
      state: "below-minimum",
      budgetSpent: 1.9512,
    },
    {
      ...base,
      id: "resolution-in-2-days",
      metric: "resolved-in-2-business-days",
      clause: "SOW 4.3",
      value: 0.9384,
      numerator: 1538,
      denominator: 1639,
      pending: 101,
      valueWithoutExclusions: 0.9384,
      interval: { low: 0.9257, high: 0.9491 },
      target: 0.95,
      minimum: 0.92,
      state: "missed",
      credit: {
        owed: { amount: "740.00", currency: "USD" },
        working: ["allocation 20 % of 11,100.00 USD = 2,220.00 USD", "missed by a third of the band: 740.00 USD"],
      },
      budgetSpent: 1.232,
      failing: ["Z-87001", "Z-87133", "Z-87420"],
    },
    {
      ...base,
      id: "speed-of-answer",
      metric: "speed-of-answer",
      unit: "seconds",
      clause: "SOW 4.1",
      value: 41.2,
      numerator: null,
      denominator: 3_104,
      valueWithoutExclusions: 41.2,
      target: 60,
      minimum: 90,
      state: "met",
      budgetSpent: null,
    },
    {
      ...base,
      id: "qa-score",
      metric: "qa-score",
      clause: "SOW 4.6",
      value: null,
      numerator: null,
      denominator: 0,
      valueWithoutExclusions: null,
      target: 92,
      minimum: 88,
      state: "unknown",
      unknownBecause: "no QA review was received after 31 May 2026",
      budgetSpent: null,
    },
  ];
}

function findings(): Finding[] {
  return [
    {
      id: "first-answer-in-4h-worse-since-2026-05-04",
      pitfall: "communication-breakdown",
      detector: "control-chart",
      state: "alarm",
      raisedAt: "2026-05-25",
      onset: "2026-05-04",
      subject: { kind: "metric", id: "first-answer-in-4h", segment: {} },
      statement:
        "Since the week of 4 May, 82.5 % of customers got a first answer within four business hours, down from 92.6 % in the 17 weeks before. Nine weeks in a row lie below the lower limit; chance alone does this less than once in ten thousand years.",
      evidence: {
        before: { numerator: 6302, denominator: 6806, value: 0.926 },
        after: { numerator: 3031, denominator: 3674, value: 0.825 },
        weeksBelowLimit: 9,
        byTeam: [
          { team: "Alder", before: 0.931, after: 0.928, items: 1702 },
          { team: "Birch", before: 0.922, after: 0.736, items: 1972 },
        ],
        failingItems: Array.from({ length: 24 }, (_, at) => `Z-${88_014 + at * 7}`),
      },
      playbook: [
        "Ask Cedar Contact what changed in team Birch in the week of 4 May: roster, routing, tooling.",
        "Agree a four-week recovery target for Birch at the next weekly forum, with an owner on each side.",
        "Judge it by this chart: two weeks inside the old limits and no new point below.",
      ],
    },
    {
      id: "reported-first-answer-differs",
      pitfall: "lack-of-transparency",
      detector: "reconciliation",
      state: "alarm",
      raisedAt: "2026-07-03",
      onset: "2026-06-01",
      subject: { kind: "reported-kpi", id: "first-answer-in-4h", segment: {} },
      statement:
        "Cedar Contact reported 91.4 % for June; the tickets give 81.6 % (1,420 of 1,740). Leaving reopened tickets out would give 91.2 %, which the agreed definition does not allow.",
      evidence: { reported: 0.914, recomputed: 0.8161, reopenedLeftOut: 187 },
      playbook: [
        "Send the list of 187 reopened tickets with the definition of clause SOW 4.2.",
        "Ask for June's report again.",
      ],
    },
    {
      id: "attrition-above-limit",
      pitfall: "high-turnover",
      detector: "control-chart",
      state: "watch",
      raisedAt: "2026-06-15",
      onset: null,
      subject: { kind: "metric", id: "attrition", segment: { site: "san-salvador" } },
      statement:
        "Five people left San Salvador in May and June, 61 % a year; before, it was 34 %. Two of the five had stayed less than 90 days.",
      evidence: { leavers: ["A-103", "A-117", "A-121", "A-130", "A-131"], withinFirst90Days: 2, medianTenureDays: 148 },
      playbook: ["Ask for the exit reasons.", "Check that key people have a named second."],
    },
    {
      id: "reopens-rising",
      pitfall: "poor-customer-feedback",
      detector: "control-chart",
      state: "watch",
      raisedAt: "2026-06-29",
      onset: "2026-06-08",
      subject: { kind: "metric", id: "reopened", segment: {} },
      statement: "Customers reopened 9.1 % of the tickets closed in the last four weeks; 6.2 % was usual.",
      evidence: { before: 0.062, after: 0.091, weekly: [0.071, 0.088, 0.094, 0.11] },
      playbook: ["Read twenty reopened tickets together and sort them by cause."],
    },
  ];
}

function pitfalls(): PitfallVerdict[] {
  return pitfallRows.map(([id, name, guard, signal, fix]) => ({
    id,
    name,
    guard: { state: guard, checks: checksOf(id, guard) },
    signal: {
      state: signal,
      findings: findings()
        .filter((finding) => finding.pitfall === id)
        .map((finding) => finding.id),
      blindBecause: signal === "blind" ? (blindReasons[id] ?? "this signal is not computed yet") : null,
    },
    fix: { state: fix },
  }));
}

const blindReasons: Readonly<Record<string, string>> = {
  "quality-decline": "the last QA review is of 31 May",
  "weak-security": "there are no access records",
  "hollow-kpis": "no outcome is tied to a KPI",
  "cost-overrun": "there are no invoice lines",
  "slow-ramp": "no transition plan gives a ramp to compare with",
};

const pitfallRows = [
  ["unclear-objectives", "Unclear objectives", "in-place", "clear", "none-needed"],
  ["price-over-quality", "Price over quality", "partial", "clear", "none-needed"],
  ["wrong-location", "Wrong location", "in-place", "clear", "none-needed"],
  ["communication-breakdown", "Communication breakdown", "partial", "alarm", "not-working"],
  ["cultural-mismatch", "Cultural mismatch", "missing", "blind", "none-needed"],
  ["vendor-not-partner", "Vendor, not partner", "partial", "clear", "none-needed"],
  ["scaling-too-fast", "Scaling too fast", "in-place", "clear", "none-needed"],
  ["missed-deadlines", "Missed deadlines", "in-place", "clear", "resolved"],
  ["quality-decline", "Quality decline", "partial", "blind", "none-needed"],
  ["lack-of-transparency", "Lack of transparency", "missing", "alarm", "open"],
  ["poor-customer-feedback", "Poor customer feedback", "in-place", "watch", "working"],
  ["high-turnover", "High turnover", "missing", "watch", "open"],
  ["inconsistent-performance", "Inconsistent performance", "in-place", "clear", "none-needed"],
  ["goal-misalignment", "Goal misalignment", "missing", "blind", "none-needed"],
  ["cost-overrun", "Cost overrun", "partial", "blind", "none-needed"],
  ["contract-gaps", "Contract gaps", "partial", "clear", "none-needed"],
  ["unmanaged-risk", "Unmanaged risk", "missing", "blind", "none-needed"],
  ["outsourcing-the-core", "Outsourcing the core", "in-place", "clear", "none-needed"],
  ["loss-of-control", "Loss of control", "partial", "blind", "none-needed"],
  ["unrealistic-expectations", "Unrealistic expectations", "missing", "blind", "none-needed"],
  ["hollow-kpis", "Hollow KPIs", "partial", "blind", "none-needed"],
  ["weak-security", "Weak security", "partial", "blind", "none-needed"],
  ["slow-ramp", "Slow ramp", "missing", "blind", "none-needed"],
  ["selection-red-flags", "Selection red flags", "in-place", "clear", "none-needed"],
  ["weak-ownership", "Weak ownership", "in-place", "clear", "none-needed"],
] as const;

function checksOf(pitfall: string, state: PitfallVerdict["guard"]["state"]): GuardCheck[] {
  const there: GuardCheck = { id: `${pitfall}-written`, state: "in-place", message: "What was agreed is on record." };
  if (state === "in-place") return [there];
  const lacking: GuardCheck = {
    id: `${pitfall}-agreed`,
    state: "missing",
    message: lackingMessages[pitfall]?.[0] ?? "Nothing on record prevents it.",
    remedy: lackingMessages[pitfall]?.[1] ?? "Write down what both sides agreed, and who looks after it.",
    at: lackingMessages[pitfall]?.[2] ?? "contract.terms",
  };
  return state === "partial" ? [there, lacking] : [lacking];
}

const lackingMessages: Readonly<Record<string, readonly [string, string, string]>> = {
  "lack-of-transparency": [
    "The contract gives no right to the raw records.",
    "Add a data access clause: raw exports, weekly, with definitions.",
    "contract.terms.data_access",
  ],
  "high-turnover": [
    "No key people or backfill time agreed.",
    "Name two key people and a backfill time.",
    "provider.key_people",
  ],
  "communication-breakdown": [
    "No reply time between the two sides.",
    "Agree one: for example 4 business hours.",
    "forums[0].reply_within",
  ],
  "unmanaged-risk": ["There is no risk register.", "List the five worst risks, an owner for each.", "risks"],
};

/** A verdict on a partnership about which nothing is known yet. */
export function emptyVerdict(): Verdict {
  return {
    ...sampleVerdict(),
    pitfalls: [],
    findings: [],
    serviceLevels: [],
    kpis: [],
    reconciliations: [],
    coverage: { blind: [], sources: [] },
  };
}
