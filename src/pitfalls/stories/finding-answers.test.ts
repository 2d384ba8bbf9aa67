import { expect, test } from "vitest";
import { completeAsOf, recordWith } from "../../../test/pitfalls/complete-record.ts";
import type { Finding, KpiReading } from "../../assessment/verdict.ts";
import { answersOf } from "./finding-answers.ts";

const said = (detector: string, more: Partial<Finding>): Finding => ({
  ...{
    id: `quality-decline/${detector}/x`,
    pitfall: "quality-decline",
    detector,
    state: "alarm",
    raisedAt: "2026-06-01",
  },
  ...{ onset: "2026-04-06", subject: { kind: "metric", id: "csat", segment: {} } },
  ...{ statement: "CSAT fell from 88.0 % to 76.0 %. With it: much.", evidence: {}, playbook: [] },
  ...more,
});
const reading = (metric: string, unit: KpiReading["unit"], every: KpiReading["every"] = "week"): KpiReading => ({
  ...{ metric, title: `The ${metric}`, unit, better: "higher", every, segment: {}, chart: null, noChartBecause: "few" },
  ...{ variation: "worsening", assurance: "no-target", target: null, pitfalls: [] },
  points: [
    {
      ...{ period: { start: "2026-06-22", end: "2026-06-28" }, value: 0.7, numerator: 7, denominator: 10 },
      ...{ lower: null, upper: null, centre: null, special: null },
    },
  ],
});
const changed = (
  metric: string,
  unit: KpiReading["unit"],
  [before, since]: readonly [number, number],
  {
    numerator = null as number | null,
    denominator = 600,
    periods = 12,
    every = "week" as KpiReading["every"],
    target = null as number | null,
  } = {},
) => {
  const stretch = (value: number) => ({ value, numerator, denominator, periods, values: [] });
  const one = { metric, segment: {}, unit, every, before: stretch(before), since: stretch(since), target };
  return said("worsening", {
    subject: { kind: "metric", id: metric, segment: {} },
    evidence: { together: [one], onsetBetween: ["2026-04-06", "2026-04-20"], chance: { onceInWeeks: 520 } },
  });
};
const answered = (finding: Finding, edits = {}, kpis: readonly KpiReading[] = []) =>
  answersOf(finding, { record: recordWith(edits), kpis, asOf: completeAsOf });

test("a change is answered whole: what, since when, by how much, how sure, at what cost in items, by which command", () => {
  const told = answered(changed("csat", "share", [0.88, 0.76], { target: 0.84, numerator: 456 }), {}, [
    reading("csat", "share"),
  ]);
  expect(told).toEqual({
    changed: "The csat fell from 88.0 % to 76.0 %.",
    since: "between 6 April 2026 and 20 April 2026, four chances in five",
    howMuch: "12.0 points lower; the target is 84.0 %",
    howSure: "Chance alone gives evidence this strong about once in 10 years.",
    ifItGoesOn: "About 6 fewer a week under “The csat”, of about 50 counted.",
    costAMonth: null,
    items: "600 counted since the change; each row by the command",
    shownBy: { verb: "explain", figure: "csat@2026-W26" },
    owner: expect.stringContaining("to be named by Ana Ferreira (ana) for the client and"),
  });
});

const card = (...rows: readonly object[]) => ({ "contract.pricing": { model: "per-hour", rate_card: rows } });
const hourly = { item: "agent-hour", unit: "hour", price: "20.00 USD" };

test("hours cost what the rate card says of an hour; without one price by the hour the money is not known, and what it needs is said", () => {
  const billed = changed("billed-hours-ratio", "ratio", [1, 1.05], { denominator: 12_000, periods: 3, every: "month" });
  expect(answered(billed, card(hourly))).toMatchObject({
    ifItGoesOn: "About 200 billed hours beyond those worked a month, 4,000.00 USD at 20.00 USD an hour.",
    costAMonth: { amount: "4000.00", currency: "USD" },
  });
  const twice = answered(billed, card(hourly, { ...hourly, item: "night-hour", price: "25.00 USD" }));
  expect(twice).toMatchObject({ costAMonth: null, ifItGoesOn: expect.stringContaining("needs one price by the hour") });
});

test("waiting is told in time, a score is not turned into anything, and a turnover in people", () => {
  expect(answered(changed("resolution-time", "seconds", [3600 * 20, 3600 * 44])).ifItGoesOn).toBe(
    "Each of about 50 items a week takes 24 h longer (“resolution-time”).",
  );
  expect(answered(changed("backlog", "count", [60.4, 102.4])).ifItGoesOn).toBe(
    "About 42 more each week under “backlog” than before.",
  );
  expect(answered(changed("reported-gap", "share", [0, 0.05])).ifItGoesOn).toMatch(/^Not known: it needs /);
  expect(answered(changed("qa-score", "score", [88, 85])).ifItGoesOn).toMatch(/^Not known: it needs /);
  const leaving = changed("turnover", "percent-a-year", [0.3, 0.5], { denominator: 120, periods: 3, every: "month" });
  expect(answered(leaving).ifItGoesOn).toMatch(/^About 8 more leavers a year /);
});

test("what follows from the record alone is certain, has its owner, and names what a price would need", () => {
  const risk = recordWith().risks[0];
  const late = said("review-overdue", {
    ...{
      subject: { kind: "risk", id: risk?.id ?? "", segment: {} },
      statement: "The review was due.",
      evidence: { daysLate: 20 },
    },
  });
  const told = answered(late);
  expect(told).toMatchObject({
    ...{ howMuch: "20 days late", howSure: "Certain: it is what the record says on this day.", costAMonth: null },
    ...{
      ifItGoesOn: "Not known: it needs the loss that the risk would bring, in money.",
      shownBy: { verb: "risks", figure: null },
    },
    owner: expect.stringContaining("who owns the risk"),
  });
});

test("what is counted from raw records says so, and a score is so many points lower", () => {
  const site = said("single-point-of-failure", { subject: { kind: "site", id: "lisbon", segment: {} } });
  expect(answered(site)).toMatchObject({
    ...{ howMuch: "By the counts in the sentence", howSure: "Counted from the records on file, not estimated." },
  });
  expect(answered(changed("qa-score", "score", [88, 85])).howMuch).toBe("3 points lower; no target is agreed");
});

test("a missed level counts what is beyond the target, and names its own period", () => {
  const june = { start: "2026-06-01", end: "2026-06-30" };
  const missed = said("service-level-missed", {
    subject: { kind: "service-level", id: "first-answer", segment: {} },
    evidence: {
      ...{ target: 0.9, missedInARow: 2, failing: ["a", "b"] },
      periods: [{ period: june, value: 0.8, numerator: 80, denominator: 100, state: "missed" }],
    },
  });
  expect(answered(missed)).toMatchObject({
    ...{
      howMuch: "80.0 % (80 of 100) against 90.0 %: 10.0 points off, 2 periods in a row",
      items: "2 failing items named in the evidence",
    },
    ifItGoesOn: expect.stringContaining("about 10 items of 100"),
    shownBy: { verb: "explain", figure: "first-answer@2026-06" },
  });
});

test("a running period is estimated, not counted whole, and its own rows are shown", () => {
  const june = { start: "2026-06-01", end: "2026-06-30" };
  const level = { kind: "service-level", id: "first-answer", segment: {} };
  const ahead = said("period-end-forecast", {
    subject: level,
    evidence: {
      ...{ period: june, numerator: 1600, denominator: 2000, target: 0.9 },
      ...{ endsAsUsual: 0.82, endsBetween: [0.81, 0.83] },
    },
  });
  expect(answered(ahead)).toMatchObject({
    howMuch: "80.0 % (1,600 of 2,000) so far against 90.0 %: 10.0 points off",
    howSure: "Counted so far, the end estimated: four times in five between 81.0 % and 83.0 %.",
    ifItGoesOn: "It ends at about 82.0 % against 90.0 %; what is owed for it stands with the service level.",
    items: "2,000 counted so far; each row by the command",
    shownBy: { verb: "explain", figure: "first-answer@2026-06" },
  });
});

test("what an earlier day's figures gave says of which day they are, and what today's give does not", () => {
  const finding = changed("csat", "share", [0.88, 0.76]);
  const sure = "Chance alone gives evidence this strong about once in 10 years.";
  const kept = (more: object) => ({
    ...finding,
    evidence: { ...finding.evidence, kept: { lastGiven: "2026-06-16", ...more } },
  });
  expect(answered(finding).howSure).toBe(sure);
  expect(answered(kept({})).howSure).toBe(`${sure} It stands by the figures of 16 June 2026.`);
  expect(answered(kept({ today: "watch" })).howSure).toBe(
    `${sure} As an alarm it stands by the figures of 16 June 2026.`,
  );
});

test("an open action against the finding answers who owns it", () => {
  const finding = changed("csat", "share", [0.88, 0.76]);
  const action = {
    id: "coach",
    title: "Coach the new team",
    pitfall: "quality-decline",
    owner: "mira",
    started: "2026-06-08",
  };
  expect(answered(finding, { actions: [action] }).owner).toBe("Mira Holt (mira), by the action “Coach the new team”");
  expect(answered(finding, { actions: [{ ...action, done_on: "2026-06-20" }] }).owner).toMatch(/^Nobody yet/);
});
