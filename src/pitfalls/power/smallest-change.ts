import type { KpiReading } from "../../assessment/verdict.ts";
import type { AlarmHeights } from "../../early-warning/shift-evidence/alarm-budget.ts";
import { addDays, type PlainDate } from "../../values/time.ts";
import type { PitfallId } from "../pitfall-definition.ts";
import type { SignalInput } from "../signal-input.ts";
import { changeOf } from "../signals/figures/figure-change.ts";
import { fewestForSilence, measuredPoints, type WeighedKpi, weighKpi } from "../signals/figures/kpi-stream.ts";
import { signOf } from "../signals/figures/pitfall-figures.ts";
import { plantChange } from "./plant-change.ts";

/** The smallest lasting change that is told as an alarm within so many weeks in at least 80 of 100 cases. */
export type SmallestChange = {
  readonly weeks: number;
  /** in the KPI's unit; null where even four times its usual swing is not seen in time */
  readonly size: number | null;
};

/** The chance with which a change must be seen. */
const chanceToSee = 0.8;
/** Past ends of periods on which the change is planted, each in the noise of its own weeks. */
const cuts = 10;
const largestSwings = 4;
const steps = 6;

/**
 * Plants changes of several sizes in the KPI's own past and looks whether the rules would have told them: no model of its noise.
 */
export function smallestChange(
  pitfall: PitfallId,
  reading: KpiReading,
  {
    record,
    asOf,
    heights,
    weeks,
  }: { record: SignalInput["record"]; asOf: PlainDate; heights: AlarmHeights; weeks: number },
): SmallestChange {
  const swing = usualSwing(reading, asOf);
  const sign = signOf(pitfall, reading, record);
  if (swing === null || sign === null) return { weeks, size: null };
  const isTold = (size: number, end: PlainDate) => {
    const weighed = weighKpi(plantChange(reading, size, end, weeks), end);
    return isWeighed(weighed) && changeOf([{ weighed, sign }], heights, end)?.state === "alarm";
  };
  // Where an alarm stands without any change planted, one more says nothing of what is seen.
  const ends = cutsOf(reading, asOf).filter((end) => !isTold(0, end));
  if (ends.length === 0) return { weeks, size: null };
  const isSeen = (size: number) => ends.filter((end) => isTold(size, end)).length >= chanceToSee * ends.length;
  let [low, high] = [0, largestSwings];
  if (!isSeen(high * swing)) return { weeks, size: null };
  for (let step = 0; step < steps; step += 1) {
    const middle = (low + high) / 2;
    if (isSeen(middle * swing)) high = middle;
    else low = middle;
  }
  return { weeks, size: high * swing };
}

function isWeighed(weighed: WeighedKpi): weighed is Extract<WeighedKpi, { kind: "weighed" }> {
  return weighed.kind === "weighed";
}

/** Ends of periods with enough history before them, spread evenly over the last year: neighbours would share their noise. */
function cutsOf(reading: KpiReading, asOf: PlainDate): readonly PlainDate[] {
  const ends = measuredPoints(reading, asOf).map(({ period }) => period.end);
  const eligible = ends.slice(fewestForSilence[reading.every]).filter((end) => end > addDays(asOf, -365));
  if (eligible.length <= cuts) return eligible;
  const step = (eligible.length - 1) / (cuts - 1);
  return Array.from({ length: cuts }, (_, at) => eligible[Math.round(at * step)] ?? asOf);
}

/** How far a period usually lies from its neighbour: the median step, as a deviation of normal noise. */
function usualSwing(reading: KpiReading, asOf: PlainDate): number | null {
  const values = measuredPoints(reading, asOf).map(({ value }) => value);
  const steps = values
    .slice(1)
    .map((value, at) => Math.abs(value - (values[at] ?? value)))
    .sort((a, b) => a - b);
  const middle = steps[Math.floor(steps.length / 2)] ?? 0;
  const mean = steps.reduce((sum, step) => sum + step, 0) / Math.max(1, steps.length);
  // The median step of normal noise is 0.954 deviations, the mean step 1.128; figures of few events have a median of nil.
  const swing = middle > 0 ? middle / 0.954 : mean / 1.128;
  return swing > 0 ? swing : null;
}

/**
 * What more records would do: the part of a share's swing that comes of having asked so few, and how much smaller a change would be seen with
 * twice as many. Null where the swing is not of that kind.
 */
export function withTwiceTheRecords(reading: KpiReading, asOf: PlainDate): number | null {
  const points = measuredPoints(reading, asOf).filter(({ denominator }) => denominator > 0);
  const swing = usualSwing(reading, asOf);
  if (reading.unit !== "share" || swing === null || points.length === 0) return null;
  const usual = points.reduce((sum, { denominator }) => sum + denominator, 0) / points.length;
  const level = points.reduce((sum, { value }) => sum + value, 0) / points.length;
  const sampling = (level * (1 - level)) / usual;
  const part = Math.min(1, sampling / swing ** 2);
  return Math.sqrt(1 - part / 2);
}

/** Three horizons that people plan by, in weeks. */
export const horizons = [4, 8, 12] as const;
