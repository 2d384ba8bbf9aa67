import { Decimal } from "decimal.js";
import type {
  Finding,
  KpiReading,
  MoneyText,
  PitfallVerdict,
  Reconciliation,
  ServiceLevelVerdict,
  Verdict,
} from "../assessment/verdict.ts";
import { groupedBy } from "../values/grouped.ts";

/** In the order of the stories that they belong to; without stories alarms before watches, then the most money, then the oldest. */
export function rankFindings(verdict: Verdict): readonly Finding[] {
  const states = ["alarm", "watch"];
  if (verdict.stories !== undefined) {
    const place = new Map(verdict.stories.flatMap((story) => story.findings).map((id, at) => [id, at]));
    const last = place.size;
    return [...verdict.findings].sort((a, b) => (place.get(a.id) ?? last) - (place.get(b.id) ?? last));
  }
  return [...verdict.findings].sort(
    (a, b) =>
      order(a.state, states) - order(b.state, states) ||
      largestAmount(moneyAtStake(b, verdict)) - largestAmount(moneyAtStake(a, verdict)) ||
      compareText(a.raisedAt, b.raisedAt) ||
      compareText(a.id, b.id),
  );
}

/** Alarms, then watches, then what cannot be seen, then clear; within each the weakest guard first. */
export function rankPitfalls(pitfalls: readonly PitfallVerdict[]): readonly PitfallVerdict[] {
  const signals = ["alarm", "watch", "blind", "clear"];
  const guards = ["missing", "partial", "in-place"];
  return [...pitfalls].sort(
    (a, b) =>
      order(a.signal.state, signals) - order(b.signal.state, signals) ||
      order(a.guard.state, guards) - order(b.guard.state, guards),
  );
}

export type RankedServiceLevel = {
  readonly id: string;
  /** the newest complete period, or else the newest */
  readonly latest: ServiceLevelVerdict;
  /** the period still running, where there is one after the latest */
  readonly running: ServiceLevelVerdict | null;
  /** older periods, newest first */
  readonly earlier: readonly ServiceLevelVerdict[];
};

/** One entry for each service level, worst first: below minimum, missed, unknown, met; within each the most spent budget. */
export function rankServiceLevels(serviceLevels: readonly ServiceLevelVerdict[]): readonly RankedServiceLevel[] {
  const byId = groupedBy(serviceLevels, ({ id }) => id);
  const states = ["below-minimum", "missed", "unknown", "met"];
  return [...byId]
    .map(([id, periods]) => latestOf(id, periods))
    .sort(
      (a, b) =>
        order(a.latest.state, states) - order(b.latest.state, states) ||
        (b.latest.budgetSpent ?? -1) - (a.latest.budgetSpent ?? -1) ||
        compareText(a.id, b.id),
    );
}

/** Worsening before failing before the rest; all of the work before its segments. */
export function rankKpis(kpis: readonly KpiReading[]): readonly KpiReading[] {
  const variations = ["worsening", "special-cause", "common-cause", "improving", "unknown"];
  const assurances = ["fails", "hit-or-miss", "no-target", "passes", "unknown"];
  return [...kpis].sort(
    (a, b) =>
      order(a.variation, variations) - order(b.variation, variations) ||
      order(a.assurance, assurances) - order(b.assurance, assurances) ||
      Object.keys(a.segment).length - Object.keys(b.segment).length ||
      compareText(a.title, b.title),
  );
}

/** A KPI that stands for others of the same figures, which are named beside it and not drawn again. */
export type ToldKpi = KpiReading & { readonly sameAs: readonly string[] };

/** Each run of figures once: a record's own metric and the standard one that counts the same are one chart, the one with a target. */
export function withoutTwins(kpis: readonly KpiReading[]): readonly ToldKpi[] {
  const twins = groupedBy(kpis, (kpi) => twinKey(kpi) ?? `${kpi.metric} ${JSON.stringify(kpi.segment)}`);
  return [...twins.values()].flatMap((group) => {
    const told = group.find(({ target }) => target !== null) ?? group[0];
    return told === undefined
      ? []
      : [{ ...told, sameAs: group.filter((kpi) => kpi !== told).map(({ title }) => title) }];
  });
}

/** A few equal figures, or figures that never change, are no sign that two metrics are one. */
const fewestAlike = 6;

function twinKey({ unit, every, segment, points }: KpiReading): string | null {
  const known = points.filter(({ value }) => value !== null);
  if (known.length < fewestAlike || new Set(known.map(({ value }) => value)).size < 3) return null;
  const figures = points.map(({ period, value, numerator, denominator }) => [
    period.start,
    value,
    numerator,
    denominator,
  ]);
  return JSON.stringify([unit, every, segment, figures]);
}

/** Differences first, then what could not be checked; the largest gap first. */
export function rankReconciliations(reconciliations: readonly Reconciliation[]): readonly Reconciliation[] {
  const states = ["differs", "cannot-be-checked", "agrees"];
  const gap = ({ reported, recomputed }: Reconciliation) => (recomputed === null ? 0 : Math.abs(reported - recomputed));
  return [...reconciliations].sort((a, b) => order(a.state, states) - order(b.state, states) || gap(b) - gap(a));
}

/** Credits owed for the latest period of each service level: one amount a currency, largest first, none that is zero. */
export function creditsOwed(serviceLevels: readonly ServiceLevelVerdict[]): readonly MoneyText[] {
  return totals(rankServiceLevels(serviceLevels).flatMap(({ latest }) => latest.credit?.owed ?? []));
}

/** Credits owed on the service levels that findings are about, found by the level's id or its metric's. */
export function moneyAtStake(findings: Finding | readonly Finding[], verdict: Verdict): readonly MoneyText[] {
  const subjects = new Set([findings].flat().map(({ subject }) => subject.id));
  return creditsOwed(verdict.serviceLevels.filter(({ id, metric }) => subjects.has(id) || subjects.has(metric)));
}

function latestOf(id: string, periods: readonly ServiceLevelVerdict[]): RankedServiceLevel {
  const newestFirst = [...periods].sort((a, b) => compareText(b.period.end, a.period.end));
  const latest = newestFirst.find((level) => level.complete) ?? newestFirst[0];
  if (latest === undefined) throw new Error(`service level ${id} has no period`);
  const running = newestFirst.find((level) => !level.complete && level.period.end > latest.period.end) ?? null;
  return { id, latest, running, earlier: newestFirst.filter((level) => level !== latest && level !== running) };
}

function totals(amounts: readonly MoneyText[]): readonly MoneyText[] {
  return [...groupedBy(amounts, ({ currency }) => currency)]
    .map(([currency, parts]) => {
      const sum = parts.reduce((total, { amount }) => total.plus(amount), new Decimal(0));
      const decimals = Math.max(...parts.map(({ amount }) => amount.split(".")[1]?.length ?? 0));
      return { currency, sum, amount: sum.toFixed(decimals) };
    })
    .filter(({ sum }) => !sum.isZero())
    .sort((a, b) => b.sum.comparedTo(a.sum))
    .map(({ amount, currency }) => ({ amount, currency }));
}

function largestAmount(amounts: readonly MoneyText[]): number {
  return Math.max(0, ...amounts.map(({ amount }) => Number(amount)));
}

function order(value: string, wanted: readonly string[]): number {
  const place = wanted.indexOf(value);
  return place === -1 ? wanted.length : place;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
