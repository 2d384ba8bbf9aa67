import type { KpiReading, ServiceLevelVerdict } from "../../../assessment/verdict.ts";
import { meanOf } from "../../../values/total.ts";
import { fewestPeriods, type MeasuredPoint, measuredPoints } from "../figures/kpi-stream.ts";
import { isWhole } from "../figures/pitfall-figures.ts";
import { dayWords, periodsWords } from "../plain-figures.ts";
import { saidFor } from "../said-for.ts";
import { type Detector, finding, type SignalReading, together } from "../signal-reading.ts";
import { levelsById } from "./service-level-detectors.ts";

const periodsLookedAt = 12;
const fewestKnown = 6;

/** A service level met and missed by turns: of up to 12 periods at least a quarter each way, changing sides three times. */
export const hitOrMiss: Detector = {
  id: "hit-or-miss",
  mayClear: true,
  look: (input) =>
    lookedFor("a service level met and missed by turns, at least a quarter of its periods each")(
      [...levelsById(input).values()].map((periods) => {
        const known = periods.filter(({ state }) => state !== "unknown");
        if (known.length < fewestKnown) {
          const id = periods[0]?.id ?? "";
          const because = `Service level ${id}: only ${known.length} judged periods, ${fewestKnown} needed to tell luck from skill.`;
          return { findings: [], judged: 0, blind: [{ because, opensWith: ["work_items"] }] };
        }
        return lookAtTurns(known);
      }),
    ),
};

/** Readings as one: what all of them looked for is said once, with the names of those that were looked at. */
function lookedFor(sign: string) {
  return (readings: readonly SignalReading[]): SignalReading => {
    const all = together(readings);
    const within = () => {
      const names = all.within?.() ?? [];
      return names.length === 0 ? [] : [`${sign} (${names.join(", ")})`];
    };
    return { ...all, within };
  };
}

function lookAtTurns(all: readonly ServiceLevelVerdict[]): SignalReading {
  const known = all.slice(0, periodsLookedAt);
  const { missed, turns, isByTurns } = turnsOf(known);
  const [latest] = known;
  const first = missed.at(-1);
  if (!isByTurns || latest === undefined || first === undefined) {
    return { findings: [], judged: 1, blind: [], within: () => [latest?.id ?? ""] };
  }
  const stepsBack = saidFor(
    all.length - fewestKnown,
    (back) => turnsOf(all.slice(back, back + periodsLookedAt)).isByTurns,
  );
  return {
    judged: 1,
    blind: [],
    findings: [
      finding({
        pitfall: "inconsistent-performance",
        detector: "hit-or-miss",
        state: "watch",
        raisedAt: all[stepsBack]?.period.end ?? latest.period.end,
        onset: first.period.start,
        subject: { kind: "service-level", id: latest.id, segment: {} },
        statement: `Service level ${latest.id} was missed in ${missed.length} of the last ${known.length} periods and met in the others, changing sides ${turns} times: its target lies inside the usual swing.`,
        evidence: {
          missed: missed.length,
          of: known.length,
          turns,
          periods: known.map(({ period, value, state }) => ({ period, value, state })),
        },
      }),
    ],
  };
}

function turnsOf(known: readonly ServiceLevelVerdict[]) {
  const missed = known.filter(({ state }) => state !== "met");
  const turns = known.filter(
    ({ state }, at) => at > 0 && (state === "met") !== (known[at - 1]?.state === "met"),
  ).length;
  const least = known.length / 4;
  // Missed three times running is no swing any more: the missed level and its KPIs tell that.
  const isFallen = known.slice(0, 3).every(({ state }) => state !== "met");
  const bothWays = missed.length >= least && known.length - missed.length >= least;
  return { missed, turns, isByTurns: bothWays && turns >= 3 && !isFallen };
}

const recentPeriods = 13;
const spreadWatch = 2.5;
const spreadAlarm = 3.5;

/** Swings grown while the level holds: mean step between neighbours in the last 13 periods against all before. */
export const spreadGrown: Detector = {
  id: "spread-grown",
  mayClear: true,
  look: ({ kpis, asOf }) => {
    const whole = kpis.filter(isWhole);
    const watched = whole.filter(({ pitfalls }) => pitfalls.includes("inconsistent-performance"));
    return lookedFor(`swings ${spreadWatch} times as large as before`)(
      (watched.length > 0 ? watched : whole).map((kpi) => lookAtSpread(kpi, measuredPoints(kpi, asOf))),
    );
  },
};

function lookAtSpread(reading: KpiReading, points: readonly MeasuredPoint[]): SignalReading {
  if (reading.chart === null || points.length < fewestPeriods + recentPeriods)
    return { findings: [], judged: 0, blind: [] };
  const values = points.map(standardised);
  const { growth, before, since } = growthOf(values);
  const isLevelHeld = reading.variation !== "worsening" && reading.variation !== "improving";
  if (!isLevelHeld || growth < spreadWatch) {
    // Where the level moved, swings say nothing: its change is looked for elsewhere.
    return { findings: [], judged: 1, blind: [], within: () => (isLevelHeld ? [reading.title] : []) };
  }
  const most = points.length - fewestPeriods - recentPeriods;
  const stepsBack = saidFor(most, (back) => growthOf(values.slice(0, -back)).growth >= spreadWatch);
  const [first, told] = [points.at(-recentPeriods), points.at(-1 - stepsBack)];
  const { every, title, metric } = reading;
  return {
    judged: 1,
    blind: [],
    findings: [
      finding({
        pitfall: "inconsistent-performance",
        detector: "spread-grown",
        state: growth >= spreadAlarm ? "alarm" : "watch",
        raisedAt: told?.period.end ?? "",
        onset: first?.period.start ?? null,
        subject: { kind: "metric", id: metric, segment: {} },
        statement: `${title} swings ${growth.toFixed(1)} times as much from one ${every} to the next as before: mean step over the last ${periodsWords(since.length + 1, every)} against the ${periodsWords(before.length + 1, every)} before ${dayWords(first?.period.start ?? "")}, each in the chart's own standard deviations, while its level holds.`,
        evidence: {
          growth,
          meanStepBefore: meanOf(before),
          meanStepSince: meanOf(since),
          periodsBefore: before.length + 1,
          periodsSince: since.length + 1,
        },
      }),
    ],
  };
}

function growthOf(values: readonly number[]) {
  const [before, since] = [steps(values.slice(0, -recentPeriods)), steps(values.slice(-recentPeriods))];
  return { before, since, growth: meanOf(before) === 0 ? 0 : meanOf(since) / meanOf(before) };
}

/** In the chart's standard deviations where it has them, so that a thin week does not look like a swing. */
function standardised({ value, centre, lower, upper }: MeasuredPoint): number {
  if (centre === null) return value;
  const sigma = Math.max(centre - (lower ?? centre), (upper ?? centre) - centre) / 3;
  return sigma > 0 ? (value - centre) / sigma : 0;
}

function steps(values: readonly number[]): readonly number[] {
  return values.slice(1).map((value, at) => Math.abs(value - (values[at] ?? value)));
}
