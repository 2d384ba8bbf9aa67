import { expect, test } from "vitest";
import { sampleVerdict } from "../../../test/sample-verdict.ts";
import type { Finding, KpiReading } from "../verdict.ts";
import { costOf, historyOf, warningsOf } from "./backtest.ts";
import type { Warning } from "./match-events.ts";

const [kpi] = sampleVerdict().kpis;
const [finding] = sampleVerdict().findings;
if (kpi === undefined || finding === undefined) throw new Error("the sample verdict has a KPI and a finding");

const dates = ["2026-01-04", "2026-01-11", "2026-01-18", "2026-01-25", "2026-02-01"];
const judged = (states: readonly (Finding["state"] | null)[]) =>
  states.map((state, index) => ({
    asOf: dates[index] ?? "",
    pitfalls: { findings: state === null ? [] : [{ ...finding, id: "a", state }] },
  }));

test("a run of dates on which a finding is said is one warning, with the day on which it became an alarm", () => {
  expect(warningsOf(judged([null, "watch", "alarm", "watch", null]))).toMatchObject([
    { id: "a", from: "2026-01-11", alarmAt: "2026-01-18", clearedAt: "2026-02-01", isFromBefore: false },
  ]);
});

test("a finding that comes back is a second warning, and one that stood at the start says so", () => {
  expect(warningsOf(judged(["watch", null, "watch", "watch", "watch"]))).toMatchObject([
    { id: "a", from: "2026-01-04", clearedAt: "2026-01-11", isFromBefore: true },
    { id: "a (2)", from: "2026-01-18", clearedAt: null, isFromBefore: false },
  ]);
  expect(warningsOf(judged([null, null]))).toEqual([]);
});

const read = (chart: KpiReading["chart"]): KpiReading => ({ ...kpi, metric: "m", title: "M", chart });

test("too little history is told by the first date on which a KPI had a chart", () => {
  const said = [null, null, "p"].map((chart, at) => ({
    asOf: dates[at] ?? "",
    kpis: [read(chart as KpiReading["chart"])],
  }));
  expect(historyOf(said)).toEqual({
    enoughFrom: "2026-01-18",
    kpis: [{ metric: "m", title: "M", from: "2026-01-18" }],
    datesWithout: 2,
  });
  expect(historyOf(said.slice(0, 2))).toMatchObject({ enoughFrom: null, datesWithout: 2, kpis: [{ from: null }] });
});

const alarm = (id: string, more: Partial<Warning> = {}): Warning => ({
  id,
  pitfall: "quality-decline",
  detector: "kpi-shift",
  from: "2025-03-02",
  alarmAt: "2025-03-02",
  clearedAt: null,
  isFromBefore: false,
  isByChance: true,
  statement: "",
  ...more,
});

test("alarms are counted a quarter beside the budget; those that stood at the start and those that match are set apart", () => {
  const all = [alarm("a"), alarm("b"), alarm("stood", { isFromBefore: true }), alarm("watch", { alarmAt: null })];
  all.push(alarm("a date that passed", { isByChance: false }));
  const cost = costOf(all, [alarm("b")], { count: 2, per: "year" }, "2025-01-01", "2026-01-01");
  expect(cost).toMatchObject({
    alarms: 2,
    standingAtStart: 1,
    withoutChance: 1,
    unmatchedAlarms: 1,
    budgetAQuarter: 0.5,
    days: 365,
  });
  expect(cost.alarmsAQuarter).toBeCloseTo(0.5, 2);
  expect(cost.unmatchedAQuarter).toBeCloseTo(0.25, 2);
});

test("without known events nothing is called unmatched, and three weeks give no rate", () => {
  const cost = costOf([alarm("a")], null, { count: 1, per: "quarter" }, "2025-02-20", "2025-03-13");
  expect(cost).toMatchObject({ alarms: 1, alarmsAQuarter: null, unmatchedAlarms: null, unmatchedAQuarter: null });
});
