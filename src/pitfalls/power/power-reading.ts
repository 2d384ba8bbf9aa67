import type { KpiReading } from "../../assessment/verdict.ts";
import type { PlainDate } from "../../values/time.ts";
import { type PitfallId, pitfallIds } from "../pitfall-definition.ts";
import { weighKpi } from "../signals/figures/kpi-stream.ts";
import { type FiguresOf, type WeighedPitfalls, weighPitfalls } from "../signals/figures/pitfall-evidence.ts";
import { distinctKpis, isWhole, likelyMoved, spokenFor } from "../signals/figures/pitfall-figures.ts";
import { strongSign } from "../signatures.ts";
import { horizons, type SmallestChange, smallestChange, withTwiceTheRecords } from "./smallest-change.ts";

/** What can be seen of one KPI, under the pitfall that it speaks for most. */
export type KpiPower = {
  readonly metric: string;
  readonly title: string;
  readonly unit: KpiReading["unit"];
  /** of money, where it is known */
  readonly currency?: string;
  readonly every: KpiReading["every"];
  readonly better: KpiReading["better"];
  readonly pitfall: PitfallId;
  /** mean of the last year's periods */
  readonly usual: number;
  readonly smallest: readonly SmallestChange[];
  /** times the size with twice as many records; null where more records do not help or that cannot be told */
  readonly withTwiceTheRecords: number | null;
};

export type PowerReading = {
  readonly asOf: string;
  readonly heights: WeighedPitfalls["heights"];
  readonly kpis: readonly KpiPower[];
  /** KPIs of which nothing can be seen, and why */
  readonly unreadable: readonly string[];
  /** pitfalls that no KPI speaks for */
  readonly withoutKpi: readonly PitfallId[];
};

/** Of every KPI the smallest change that would be told as an alarm in 4, 8 and 12 weeks with a chance of 80 %. */
export function readPower(input: FiguresOf): PowerReading {
  const { heights, of } = weighPitfalls(input);
  const { asOf, record } = input;
  const distinct = distinctKpis(input.kpis.filter(isWhole).map((reading) => weighKpi(reading, asOf)));
  const spoken = distinct.flatMap(({ weighed: { reading } }) => {
    const pitfall = spokenFor(reading, record);
    const before = beforeItsChange(reading, of);
    return pitfall === null ? [] : [{ reading: before, pitfall }];
  });
  const readable = spoken.filter(({ reading }) => weighKpi(reading, lastDayOf(reading, asOf)).kind === "weighed");
  return {
    asOf,
    heights,
    kpis: readable.map(({ reading, pitfall }) =>
      powerOf(reading, pitfall, { ...input, asOf: lastDayOf(reading, asOf) }, heights),
    ),
    unreadable: [...new Set(pitfallIds.flatMap((id) => of[id].unreadable))],
    withoutKpi: pitfallIds.filter((id) => of[id].weighed === 0),
  };
}

/** A change that stands now is no part of the usual noise: what comes after its onset is left out. */
function beforeItsChange(reading: KpiReading, of: WeighedPitfalls["of"]): KpiReading {
  const onsets = pitfallIds.flatMap((id) => {
    const { change } = of[id];
    return change?.moved.some((moved) => moved.reading === reading) === true ? [change.onset] : [];
  });
  const [first] = onsets.sort();
  return first === undefined
    ? reading
    : { ...reading, points: reading.points.filter(({ period }) => period.end < first) };
}

function lastDayOf({ points }: KpiReading, asOf: PlainDate): PlainDate {
  const last = points.findLast(({ value, period }) => value !== null && period.end <= asOf);
  return last?.period.end ?? asOf;
}

function powerOf(
  reading: KpiReading,
  pitfall: PitfallId,
  { asOf, record }: FiguresOf,
  heights: WeighedPitfalls["heights"],
): KpiPower {
  const { metric, title, unit, currency, every, better } = reading;
  const lastYear = reading.points
    .flatMap(({ value, period }) => (value === null || period.end > asOf ? [] : [value]))
    .slice(-52);
  return {
    ...{ metric, title, unit, every, better, pitfall },
    ...(currency === undefined ? {} : { currency }),
    usual: lastYear.reduce((sum, value) => sum + value, 0) / Math.max(1, lastYear.length),
    smallest: toldByThen(horizons.map((weeks) => smallestChange(pitfall, reading, { record, asOf, heights, weeks }))),
    withTwiceTheRecords: withTwiceTheRecords(reading, asOf),
  };
}

/** What is told within eight weeks is told within twelve. */
function toldByThen(smallest: readonly SmallestChange[]): readonly SmallestChange[] {
  let least: number | null = null;
  return smallest.map(({ weeks, size }) => {
    if (size !== null && (least === null || size < least)) least = size;
    return { weeks, size: least };
  });
}

/** How far ahead a clear signal is to be understood, in weeks. */
const clearWeeks = 8;
const mostNamed = 2;

/** What it means that a pitfall is clear: no lasting change of its clearest KPIs beyond these sizes in the last eight weeks. */
export function clearMeans(
  pitfall: PitfallId,
  { record, asOf, kpis }: FiguresOf,
  heights: WeighedPitfalls["heights"],
): readonly { readonly reading: KpiReading; readonly change: SmallestChange }[] {
  return kpis
    .filter((reading) => isWhole(reading) && likelyMoved(pitfall, reading, record) >= strongSign)
    .toSorted((one, other) => likelyMoved(pitfall, other, record) - likelyMoved(pitfall, one, record))
    .filter((reading) => weighKpi(reading, asOf).kind === "weighed")
    .slice(0, mostNamed)
    .map((reading) => ({
      reading,
      change: smallestChange(pitfall, reading, { record, asOf, heights, weeks: clearWeeks }),
    }));
}

/** The smallest change of one KPI that would be told as the pitfall's within so many weeks; null where none would. */
export function sizeWithin(
  pitfall: PitfallId,
  reading: KpiReading,
  { record, asOf }: FiguresOf,
  heights: WeighedPitfalls["heights"],
  weeks: number,
): number | null {
  return smallestChange(pitfall, reading, { record, asOf, heights, weeks }).size;
}
