import { expect, test } from "vitest";
import { recordWith } from "../../../../test/pitfalls/complete-record.ts";
import { endOfWeeks, firstMonday, weeklyKpi, weeksOf } from "../../../../test/pitfalls/kpi-worlds.ts";
import type { KpiReading } from "../../../assessment/verdict.ts";
import { addDays, type PlainDate } from "../../../values/time.ts";
import { untoldPitfalls } from "../told-only-if.ts";
import { weighPitfalls } from "./pitfall-evidence.ts";

const [onset, count] = [56, 70];
const asOf = endOfWeeks(count);

/** A share that moves by so many logits at the onset. */
const shareOf = (metric: string, level: number, logits: number, seed: number): KpiReading => {
  const moved = 1 / (1 + Math.exp(-Math.log(level / (1 - level)) - logits));
  return weeklyKpi(
    weeksOf(count, (week) => (week >= onset ? moved : level), seed),
    { metric, title: metric, better: level > 0.5 ? "higher" : "lower", pitfalls: [] },
  );
};

const toldOf = (kpis: readonly KpiReading[], contractStarts: PlainDate = firstMonday) => {
  const starts = { "contract.signed": contractStarts, "contract.starts": contractStarts };
  const within = { share_of: "work_items", within: "4h of support-hours", from: "opened_at", better: "higher" };
  const record = recordWith({ ...starts, "metrics.in-time": { ...within, to: "first_responded_at", every: "week" } });
  const input = { record, asOf, kpis, serviceLevels: [], reconciliations: [], sources: [] };
  const { of } = weighPitfalls(input, untoldPitfalls(input));
  const changes = Object.entries(of).filter(([, { change }]) => change !== null);
  return {
    told: changes.filter(([, { change }]) => change?.speaksMoreFor === null).map(([id]) => id),
    odds: Object.fromEntries(changes.map(([id, { change }]) => [id, change?.nameOdds ?? []])),
    beside: Object.fromEntries(
      changes.flatMap(([id, { change }]) => (change?.speaksMoreFor ? [[id, change.speaksMoreFor]] : [])),
    ),
  };
};

const clarification = (logits: number) => shareOf("clarification-share", 0.12, logits, 31);
const clientOnTime = (logits: number) => shareOf("client-on-time-share", 0.88, -logits, 32);
const forums = (logits: number) => shareOf("forums-held", 0.93, -logits, 33);

test("the same figure is told under the pitfall whose other figures moved with it, and the others point there", () => {
  const company = [clarification(0.9), clientOnTime(1.4), forums(0)];
  expect(toldOf(company)).toMatchObject({
    told: ["loss-of-control"],
    beside: { "unclear-objectives": "loss-of-control" },
  });
  expect(toldOf([clarification(0.9), clientOnTime(0), forums(0)]).told).toEqual(["unclear-objectives"]);
  expect(toldOf([clarification(0), clientOnTime(1.6), forums(0.8)]).told).toEqual(["weak-ownership"]);
  expect(toldOf([clarification(0), clientOnTime(0), forums(0)])).toEqual({ told: [], odds: {}, beside: {} });
});

test("a name carries its chance beside those of the other pitfalls that the same figures fit, and alone it carries one", () => {
  const odds = toldOf([clarification(0.9), clientOnTime(1.4), forums(0)]).odds["loss-of-control"] ?? [];
  expect(odds[0]?.pitfall).toBe("loss-of-control");
  expect(odds.map(({ pitfall }) => pitfall)).toContain("unclear-objectives");
  expect(odds.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1);
  expect(odds.map(({ chance }) => chance)).toEqual(
    odds.map(({ chance }) => chance).toSorted((one, other) => other - one),
  );
  const core = shareOf("core-work-share", 0.02, 1.5, 35);
  expect(toldOf([core]).odds).toEqual({ "outsourcing-the-core": [{ pitfall: "outsourcing-the-core", chance: 1 }] });
});

/** Reported better than the records by so much from the onset on, by month. */
const reportedGap = (gap: number): KpiReading => {
  const points = Array.from({ length: 16 }, (_, month) => {
    const start = addDays(firstMonday, 30 * month);
    const value = 0.004 * Math.sin(7 * month) + (start >= addDays(firstMonday, 7 * onset) ? gap : 0);
    const period = { start, end: addDays(start, 29) };
    return {
      ...{ period, value, numerator: null, denominator: 200, lower: null, upper: null, centre: null },
      special: null,
    };
  });
  const weekly = shareOf("reported-gap", 0.5, 0, 40);
  return { ...weekly, unit: "ratio", better: "lower", every: "month", points };
};

test("levels missed beside reports that flatter are red flags of the selection in the first year, and something else later", () => {
  const kpis = [reportedGap(0.06), shareOf("in-time", 0.9, -0.9, 41)];
  const young = toldOf(kpis, addDays(firstMonday, 7 * 40));
  expect(young.told).toContain("selection-red-flags");
  const old = toldOf(kpis, firstMonday);
  expect(old.told.toSorted()).toEqual(["lack-of-transparency", "missed-deadlines"]);
});

/** Heads by week, nobody leaves. */
const heads = (grown: number): KpiReading => {
  const still = shareOf("turnover-weekly", 0.02, 0, 50);
  const points = still.points.map((point, week) => {
    const denominator = week >= onset - 4 ? 50 * grown : 50;
    const numerator = week % 9 === 0 ? 1 : 0;
    return { ...point, numerator, denominator, value: numerator / denominator };
  });
  return { ...still, unit: "ratio", better: "lower", points };
};

test("quality that falls after growth is called scaling too fast more often than not, and never where nobody was added", () => {
  const companies = [51, 53, 55, 57, 59, 61].map((seed) => [
    shareOf("reopen-rate", 0.06, 0.6, seed),
    shareOf("new-staff-qa-score", 0.84, -0.8, seed + 1),
  ]);
  const called = (grown: number) =>
    companies.filter((company) => toldOf([...company, heads(grown)]).told.includes("scaling-too-fast")).length;
  expect(called(1.4)).toBeGreaterThan(3);
  expect(called(1)).toBe(0);
});

test("leavers alone are told as high turnover; with worse reviews and more reopened work, as a price put before quality", () => {
  const leavers = (logits: number) => shareOf("turnover-weekly", 0.02, logits, 41);
  const early = shareOf("early-turnover", 0.02, 0, 42);
  expect(toldOf([leavers(0.7), early]).told).toEqual(["high-turnover"]);
  const company = [shareOf("qa-score-client", 0.9, -1.2, 43), shareOf("reopen-rate", 0.06, 0.6, 44)];
  expect(toldOf([leavers(0.6), early, ...company]).told).toContain("price-over-quality");
});
