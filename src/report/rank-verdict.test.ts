import { expect, test } from "vitest";
import { sampleVerdict } from "../../test/sample-verdict.ts";
import {
  creditsOwed,
  moneyAtStake,
  rankFindings,
  rankKpis,
  rankPitfalls,
  rankReconciliations,
  rankServiceLevels,
  withoutTwins,
} from "./rank-verdict.ts";

const verdict = sampleVerdict();

test("service levels stand worst first, in their newest complete period, with what runs now beside", () => {
  const ranked = rankServiceLevels(verdict.serviceLevels);
  expect(ranked.map(({ id }) => id)).toEqual([
    "first-answer",
    "resolution-in-2-days",
    "qa-score",
    "satisfaction",
    "speed-of-answer",
  ]);
  expect(ranked[0]?.latest.period.start).toBe("2026-06-01");
  expect(ranked[0]?.running?.period.start).toBe("2026-07-01");
  expect(ranked[0]?.earlier.map(({ period }) => period.start)).toEqual(["2026-05-01", "2026-04-01", "2026-03-01"]);
});

test("a service level that only has a running period stands with that", () => {
  const running = verdict.serviceLevels.filter(({ complete }) => !complete);
  expect(rankServiceLevels(running)).toMatchObject([{ latest: { complete: false }, running: null, earlier: [] }]);
});

test("credits are summed for the latest period only, by currency and without floats", () => {
  expect(creditsOwed(verdict.serviceLevels)).toEqual([{ amount: "5180.00", currency: "USD" }]);
  const [level] = rankServiceLevels(verdict.serviceLevels);
  if (level === undefined) throw new Error("the sample has service levels");
  const owed = (id: string, amount: string, currency: string) => ({
    ...level.latest,
    id,
    credit: { owed: { amount, currency }, working: [] },
  });
  const mixed = [owed("a", "0.10", "EUR"), owed("b", "0.20", "EUR"), owed("c", "7", "JPY"), owed("d", "0", "USD")];
  expect(creditsOwed(mixed)).toEqual([
    { amount: "7", currency: "JPY" },
    { amount: "0.30", currency: "EUR" },
  ]);
});

test("alarms come before watches, and among them the one with more money at stake and the older", () => {
  const ranked = rankFindings(verdict);
  expect(ranked.map(({ state }) => state)).toEqual(["alarm", "alarm", "watch", "watch"]);
  expect(ranked[0]?.id).toBe("first-answer-in-4h-worse-since-2026-05-04");
  expect(ranked.slice(0, 1).map((finding) => moneyAtStake(finding, verdict))).toEqual([
    [{ amount: "4440.00", currency: "USD" }],
  ]);
});

test("what cannot be seen ranks before what is clear", () => {
  const states = rankPitfalls(verdict.pitfalls).map(({ signal }) => signal.state);
  expect(states.lastIndexOf("blind")).toBeLessThan(states.indexOf("clear"));
  expect(states[0]).toBe("alarm");
});

test("KPIs that worsen come first, and reported figures that differ come first", () => {
  expect(rankKpis(verdict.kpis).map(({ variation }) => variation)[0]).toBe("worsening");
  expect(rankKpis(verdict.kpis)[0]?.segment).toEqual({});
  expect(rankReconciliations(verdict.reconciliations).map(({ state }) => state)).toEqual([
    "differs",
    "cannot-be-checked",
    "agrees",
  ]);
});

test("metrics of the same figures are told once, by the one with a target, and named beside it", () => {
  const [kpi] = verdict.kpis.filter(({ points }) => new Set(points.map(({ value }) => value)).size > 6);
  if (kpi === undefined) throw new Error("the sample has a long KPI");
  const twin = { ...kpi, metric: "csat", title: "Satisfied customers", target: null };
  const told = withoutTwins([twin, { ...kpi, target: 0.9 }]);
  expect(told.map(({ metric, sameAs }) => [metric, sameAs])).toEqual([[kpi.metric, ["Satisfied customers"]]]);
  const apart = { ...twin, points: twin.points.map((point, at) => (at === 0 ? { ...point, value: 0.123 } : point)) };
  expect(withoutTwins([kpi, apart])).toHaveLength(2);
  expect(withoutTwins([kpi, { ...twin, segment: { team: "birch" } }])).toHaveLength(2);
});

test("figures that never change are no sign that two metrics are one", () => {
  const [kpi] = verdict.kpis;
  if (kpi === undefined) throw new Error("the sample has KPIs");
  const flat = { ...kpi, points: kpi.points.map((point) => ({ ...point, value: 0, numerator: 0 })) };
  expect(withoutTwins([flat, { ...flat, metric: "other" }])).toHaveLength(2);
});
