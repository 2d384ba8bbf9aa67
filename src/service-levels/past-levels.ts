import type { MeasureSeries, Period } from "../metrics/measure.ts";
import { Money, type MoneyText } from "../values/money.ts";
import { type Interval, wilsonInterval } from "../values/share.ts";
import type { PlainDate } from "../values/time.ts";
import type { InvoicedPeriod } from "./at-risk-amount.ts";
import { creditLedger, type JudgedPeriod, type LedgerEntry } from "./credit-ledger.ts";
import type { CreditTerms } from "./credit-terms.ts";
import { type ExactFigure, exactFigure } from "./exact-figure.ts";
import { type JudgedMetric, judgeServiceLevel } from "./judge-service-level.ts";
import { figureText, levelText } from "./level-text.ts";
import type { ServiceLevelDefinition } from "./service-level-definition.ts";

/** Fewer known periods than this say nothing about a target. */
const leastPastPeriods = 6;

/** How a target would have stood in the past. */
export type PastLevel = {
  readonly id: string;
  readonly verdict: "always-met" | "never-met" | "tells-apart" | "too-little-data";
  readonly known: number;
  readonly met: number;
  readonly missed: number;
  readonly belowMinimum: number;
  readonly unknown: number;
  /** of the share of periods that meet it, 95 %; null without a known period */
  readonly interval: Interval | null;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  readonly statement: string;
};

/** A level with its metric and past; `series` null where nothing was measured over its period. */
export type LevelWithPast = {
  readonly level: ServiceLevelDefinition;
  readonly metric: JudgedMetric;
  readonly series: MeasureSeries | null;
};

/** Every past period judged by the level as it stands now, whatever was agreed at the time. */
export function judgePast({ level, metric, series }: LevelWithPast, asOf: PlainDate): readonly JudgedPeriod[] {
  const measures = series?.measures ?? [];
  const recordsReach = measures.at(-1)?.period.end ?? null;
  return measures.map((measure) => ({
    level,
    metric,
    judgement: judgeServiceLevel({ level, metric, measure, withoutExclusions: null, asOf, recordsReach }),
  }));
}

/** Whether a target tells good periods from bad: one that the past always or never meets decides nothing. */
export function pastOf({ level, metric }: LevelWithPast, judged: readonly JudgedPeriod[]): PastLevel {
  const states = judged.map(({ judgement }) => judgement.state);
  const count = (state: (typeof states)[number]) => states.filter((each) => each === state).length;
  const [met, missed, belowMinimum] = [count("met"), count("missed"), count("below-minimum")];
  const known = met + missed + belowMinimum;
  const verdict =
    known < leastPastPeriods
      ? "too-little-data"
      : met === known
        ? "always-met"
        : met === 0
          ? "never-met"
          : "tells-apart";
  return {
    ...{ id: level.id, verdict, known, met, missed, belowMinimum, unknown: count("unknown") },
    interval: known === 0 ? null : wilsonInterval(met, known),
    from: judged[0]?.judgement.period.start ?? null,
    to: judged.at(-1)?.judgement.period.end ?? null,
    statement: statementOf({ level, metric, judged, verdict, met, known }),
  };
}

type Told = {
  readonly level: ServiceLevelDefinition;
  readonly metric: JudgedMetric;
  readonly judged: readonly JudgedPeriod[];
  readonly verdict: PastLevel["verdict"];
  readonly met: number;
  readonly known: number;
};

function statementOf({ level, metric, judged, verdict, met, known }: Told): string {
  const target = levelText(level.target, metric.unit);
  if (known === 0) return `no past ${level.every} was measured`;
  const counted = `${met} of ${known} past ${level.every}s meet the target of ${target}`;
  if (verdict === "too-little-data") return `${counted}; ${leastPastPeriods} are needed to say more`;
  const figures = judged.flatMap(({ judgement }) =>
    judgement.state === "unknown" ? [] : (exactFigure(judgement) ?? []),
  );
  const [first, ...rest] = figures;
  if (first === undefined || verdict === "tells-apart") return counted;
  const isWorst = verdict === "always-met";
  const extreme = rest.reduce((one, other) => {
    return isWorseThan(other, one, metric) === isWorst ? other : one;
  }, first);
  const name = isWorst ? "worst" : "best";
  return `${counted}; the ${name} was ${figureText(extreme, level.target, metric.unit)}`;
}

function isWorseThan(one: ExactFigure, other: ExactFigure, { better }: JudgedMetric): boolean {
  const above = one.top.times(other.bottom).minus(other.top.times(one.bottom));
  return better === "higher" ? above.isNegative() : above.greaterThan(0);
}

/** What one missed period would have cost, or why that cannot be told. */
export type SimulatedCredit =
  | {
      readonly kind: "credit";
      readonly serviceLevel: string;
      readonly period: Period;
      readonly accrued: MoneyText;
      readonly earnedBack: MoneyText;
      readonly owed: MoneyText;
      readonly working: readonly string[];
    }
  | { readonly kind: "unknown"; readonly serviceLevel: string; readonly period: Period; readonly because: string };

/** What the provider would have paid and the client received, in one currency. */
export type SimulatedTotal = {
  readonly serviceLevel: string | null;
  readonly accrued: MoneyText;
  readonly earnedBack: MoneyText;
  readonly owed: MoneyText;
};

export type CreditSimulation = {
  /** periods that cost something or cannot be told, oldest first */
  readonly credits: readonly SimulatedCredit[];
  /** for each level that cost something, then for all (`serviceLevel: null`) */
  readonly totals: readonly SimulatedTotal[];
  readonly periods: number;
  readonly unknown: number;
};

/**
 * The credits of the past under the terms as they stand now: scales, caps, chronic failure and earn-back as they would have
 * been reckoned, so that both sides see the same sum before they sign.
 */
export function simulateCredits(
  terms: CreditTerms,
  judged: readonly JudgedPeriod[],
  invoices: readonly InvoicedPeriod[],
): CreditSimulation {
  const { entries } = creditLedger(terms, judged, invoices);
  const known = entries.filter((entry) => entry.kind === "credit");
  const costly = known.filter(({ accrued }) => !accrued.amount.isZero());
  const ids = [...new Set(costly.map(({ serviceLevel }) => serviceLevel))];
  return {
    credits: entries.flatMap((entry): readonly SimulatedCredit[] => {
      if (entry.kind === "unknown") return [entry];
      return costly.includes(entry) ? [plainCredit(entry)] : [];
    }),
    totals: [
      ...ids.flatMap((id) =>
        totals(
          costly.filter(({ serviceLevel }) => serviceLevel === id),
          id,
        ),
      ),
      ...totals(costly, null),
    ],
    periods: entries.length,
    unknown: entries.length - known.length,
  };
}

function plainCredit({ serviceLevel, period, accrued, earnedBack, owed, working }: LedgerEntry): SimulatedCredit {
  const amounts = { accrued: accrued.toJSON(), earnedBack: earnedBack.toJSON(), owed: owed.toJSON() };
  return { kind: "credit", serviceLevel, period, ...amounts, working };
}

function totals(entries: readonly LedgerEntry[], serviceLevel: string | null): readonly SimulatedTotal[] {
  const currencies = [...new Set(entries.map(({ accrued }) => accrued.currency))];
  return currencies.map((currency) => {
    const own = entries.filter(({ accrued }) => accrued.currency === currency);
    const sum = (part: "accrued" | "earnedBack" | "owed") =>
      own.reduce((total, entry) => total.plus(entry[part]), new Money(0, currency)).toJSON();
    return { serviceLevel, accrued: sum("accrued"), earnedBack: sum("earnedBack"), owed: sum("owed") };
  });
}
