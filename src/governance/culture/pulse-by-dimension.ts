import { groupedBy } from "../../values/grouped.ts";
import type { Interval, TooLittleData } from "../../values/share.ts";
import type { Side } from "../../values/side.ts";
import type { PlainDate } from "../../values/time.ts";

/** A row of `pulse_answers`: one person's answer about one dimension in one survey. */
export type PulseAnswer = {
  readonly survey: string;
  readonly side: Side;
  readonly respondent: string;
  readonly dimension: string;
  readonly answered_on: PlainDate;
  /** 1 to 5 */
  readonly score: number;
};

/** Mean of a side in one survey. */
export type PulseMean = { readonly mean: number; readonly deviation: number; readonly count: number };

/** Both sides on one dimension in one survey. */
export type PulsePoint = {
  readonly survey: string;
  /** the last day on which somebody answered */
  readonly on: PlainDate;
  readonly client: PulseMean | TooLittleData;
  readonly provider: PulseMean | TooLittleData;
};

export type PulseDimension = {
  readonly dimension: string;
  /** oldest first */
  readonly points: readonly PulsePoint[];
  /** provider − client in the last survey that both answered, with its 95 % interval */
  readonly gap:
    | { readonly value: number; readonly interval: Interval; readonly state: "apart" | "together" }
    | TooLittleData;
  /** last survey − first, with its 95 % interval, for each side */
  readonly trend: Readonly<
    Record<
      Side,
      | { readonly change: number; readonly interval: Interval; readonly state: "rising" | "falling" | "level" }
      | TooLittleData
    >
  >;
};

/** Fewer people could be told apart by their answers, and say little: no mean is given. */
const fewestRespondents = 4;
const ninetyFive = 1.959963984540054;

/**
 * The pulse of both sides by dimension: each respondent counts once a survey, by the latest answer up to `asOf`. Two sides are
 * apart, and a side is rising or falling, only where the interval of the difference leaves out zero.
 */
export function pulseByDimension(answers: readonly PulseAnswer[], asOf: PlainDate): readonly PulseDimension[] {
  const known = answers.filter(({ answered_on: on }) => on <= asOf);
  return [...groupedBy(known, ({ dimension }) => dimension)].map(([dimension, rows]) => {
    const surveys = [...groupedBy(rows, ({ survey }) => survey)].map(([survey, own]) => pointOf(survey, own));
    const points = surveys.sort((one, other) => one.on.localeCompare(other.on));
    return {
      dimension,
      points,
      gap: gapOf(points),
      trend: { client: trendOf(points, "client"), provider: trendOf(points, "provider") },
    };
  });
}

function pointOf(survey: string, rows: readonly PulseAnswer[]): PulsePoint {
  const days = rows.map(({ answered_on: on }) => on).sort();
  const meanOf = (side: Side) => {
    const latest = new Map<string, PulseAnswer>();
    for (const row of rows) {
      const before = latest.get(row.respondent);
      if (row.side === side && (before === undefined || row.answered_on >= before.answered_on))
        latest.set(row.respondent, row);
    }
    return meanOfScores([...latest.values()].map(({ score }) => score));
  };
  return { survey, on: days.at(-1) ?? "", client: meanOf("client"), provider: meanOf("provider") };
}

function meanOfScores(scores: readonly number[]): PulseMean | TooLittleData {
  const count = scores.length;
  if (count < fewestRespondents) return { kind: "too-little-data", have: count, need: fewestRespondents };
  const mean = scores.reduce((sum, score) => sum + score, 0) / count;
  return {
    mean,
    deviation: Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (count - 1)),
    count,
  };
}

/** Half a point of five is the least deviation: a few people who answer alike do not make a certainty. */
const leastDeviation = 0.5;

function difference(one: PulseMean, other: PulseMean): { readonly value: number; readonly interval: Interval } {
  const variance = ({ deviation, count }: PulseMean) => Math.max(deviation, leastDeviation) ** 2 / count;
  const value = other.mean - one.mean;
  const half = ninetyFive * Math.sqrt(variance(one) + variance(other));
  return { value, interval: { low: value - half, high: value + half } };
}

function gapOf(points: readonly PulsePoint[]): PulseDimension["gap"] {
  for (const { client, provider } of [...points].reverse()) {
    if ("kind" in client || "kind" in provider) continue;
    const { value, interval } = difference(client, provider);
    return { value, interval, state: interval.low > 0 || interval.high < 0 ? "apart" : "together" };
  }
  return { kind: "too-little-data", have: 0, need: 1 };
}

function trendOf(points: readonly PulsePoint[], side: Side): PulseDimension["trend"][Side] {
  const means = points.flatMap((point) => {
    const mean = point[side];
    return "kind" in mean ? [] : [mean];
  });
  const [first, last] = [means[0], means.at(-1)];
  if (first === undefined || last === undefined || means.length < 2)
    return { kind: "too-little-data", have: means.length, need: 2 };
  const { value, interval } = difference(first, last);
  return { change: value, interval, state: interval.low > 0 ? "rising" : interval.high < 0 ? "falling" : "level" };
}
