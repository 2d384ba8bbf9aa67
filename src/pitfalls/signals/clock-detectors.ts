import { type DensityJump, findDensityJump } from "../../early-warning/density-jump.ts";
import { normalTail } from "../../early-warning/normal.ts";
import { rateRatioChance } from "../../early-warning/rate-ratio.ts";
import { addDays } from "../../values/time.ts";
import { type ClockedWeek, type ClockedWork, comesBackDays } from "../observed-records.ts";
import type { LookInput } from "../signal-input.ts";
import { chanceEvidence, chanceWords, stateByChance } from "./chance-height.ts";
import { nearTheLimit, ranWithin, turnOf, valuesOf } from "./clocked-stretch.ts";
import { countWords, dayWords, figureWords } from "./plain-figures.ts";
import { judgedOne } from "./record-finding.ts";
import { type Detector, nothingToJudge, type SignalReading, together } from "./signal-reading.ts";

const halfYear = 182;
const mostNamed = 20;
/**
 * How many times as dense, as often paused or as often back the last tenth may be before it is told: a date that draws near
 * hurries honest work a little, too.
 */
const fairRatio = 1.5;

/** A detector that looks at each metric with a limit, on the weeks of the last half year that ended `settled` days ago. */
function onEachClock(
  id: string,
  settled: number,
  look: (work: ClockedWork, looks: number, input: LookInput) => SignalReading,
): Detector {
  return {
    id,
    mayClear: false,
    look: (input) => {
      const all = input.observed?.clocked ?? [];
      const since = addDays(input.asOf, -halfYear);
      const until = addDays(input.asOf, -6 - settled);
      const recent = all.map((work) => ({
        ...work,
        weeks: work.weeks.filter(({ week }) => week >= since && week <= until),
      }));
      return recent.length === 0 ? nothingToJudge : together(recent.map((work) => look(work, all.length, input)));
    },
  };
}

/** Where no agreement gives results a reason to step, as parts of the limit; what lies near the limit is left out there. */
const otherPlaces = [0.3, 0.4, 0.5, 0.6, 0.7, 1.3, 1.5];
const fewestPlaces = 2;

/**
 * Results bunched just inside a limit: McCrary's test for a step of the density at the limit, beyond what is fair, and told
 * only where no other place of the same clock shows a step as large, as rounded stamps or closing times would give it.
 */
export const bunchedAtLimit: Detector = onEachClock("bunched-at-limit", 0, (work, looks, input) => {
  const { limit, step, weeks } = work;
  const values = valuesOf(weeks);
  const jump = findDensityJump(values, limit, step);
  if (jump.kind !== "density-jump") return nothingToJudge;
  const pValue = Math.min(1, looks * normalTail((jump.logRatio - Math.log(fairRatio)) / jump.standardError));
  const state = stateByChance(pValue, input.weighed.heights);
  if (state === null) return judgedOne(null);
  const others = otherPlaces.flatMap((part) => {
    const place = limit + step * Math.round((limit * (part - 1)) / step);
    const side = values.filter((value) => (part < 1 ? value <= 0.9 * limit : value > 1.1 * limit));
    const other = findDensityJump(side, place, step);
    return other.kind === "density-jump" ? [{ place, logRatio: other.logRatio }] : [];
  });
  if (others.length < fewestPlaces) return nothingToJudge;
  if (others.some(({ logRatio }) => Math.abs(logRatio) >= jump.logRatio)) return judgedOne(null);
  const turn = turnOf(weeks.map((week) => ({ week: week.week, ...nearTheLimit(week, limit) })));
  const [inside, outside] = [sumOf(weeks, (week) => nearTheLimit(week, limit).inside), sumOf(weeks, outsideOf(limit))];
  const since = turn?.week ?? weeks[0]?.week ?? input.asOf;
  const before =
    turn === null
      ? ""
      : ` Near the limit the change came in the week of ${dayWords(turn.week)}: ${percentWords(turn.since)} in time since, ${percentWords(turn.before)} before.`;
  return judgedOne({
    ...{ pitfall: "hollow-kpis", detector: "bunched-at-limit", kind: "metric", id: work.metric, state, since },
    raisedAt: input.asOf,
    statement: `${work.title}: since ${dayWords(weeks[0]?.week ?? since)}, ${countWords(inside)} items ended in the last tenth of the limit of ${limitWords(work)} and ${countWords(outside)} in the tenth after it. Results lie ${ratioWords(jump.logRatio)} times as dense just inside the limit as just outside (${intervalWords(jump)}), and none of ${others.length} other places on the clock shows such a step.${before} If the true step were ${fairRatio}, which the hurry of a near date explains, chance alone would show one this large ${chanceWords(pValue)} times; why results stop short of the limit the records do not say.`,
    evidence: {
      ...{ limitSeconds: limit, insideLastTenth: inside, outsideNextTenth: outside },
      ...{ densityRatio: Math.exp(jump.logRatio), standardErrorOfLog: jump.standardError, fairRatio },
      ...{ withinBandwidth: { inside: jump.inside, outside: jump.outside, bandwidthSeconds: jump.bandwidth } },
      otherPlaces: others.map(({ place, logRatio }) => ({ seconds: place, densityRatio: Math.exp(logRatio) })),
      ...{ turn, items: namedIn(weeks, ({ inside: items }) => items), ...chanceEvidence(pValue, looks) },
    },
  });
});

/**
 * Pauses that begin in the last tenth of the limit more often, for the time that work ran there, than in the two fifths
 * before it.
 */
export const pausedBeforeLimit: Detector = onEachClock("paused-before-limit", 0, (work, looks, input) => {
  if (!work.hasPauses) return nothingToJudge;
  const { limit, weeks } = work;
  const stretch = (from: number, to: number) => ({
    events: sumOf(weeks, ({ pauses }) => sumWithin(pauses, from * limit, to * limit, ({ pauses: count }) => count)),
    exposure: sumOf(weeks, (week) => ranWithin(week, from * limit, to * limit)) / 3600,
  });
  const [last, before] = [stretch(0.9, 1), stretch(0.5, 0.9)];
  if (last.events + before.events < fewestEvents) return nothingToJudge;
  const pValue = Math.min(1, looks * rateRatioChance(last, before, fairRatio));
  const state = stateByChance(pValue, input.weighed.heights);
  if (state === null) return judgedOne(null);
  const saved = sumOf(weeks, ({ pauses }) => sumWithin(pauses, 0.9 * limit, limit, ({ saved: count }) => count));
  const rate = ({ events, exposure }: typeof last) =>
    `${countWords(events)} ${events === 1 ? "time" : "times"} in ${countWords(exposure)} h of running work`;
  const since = weeks[0]?.week ?? input.asOf;
  return judgedOne({
    ...{ pitfall: "lack-of-transparency", detector: "paused-before-limit", kind: "metric", id: work.metric, state },
    ...{ since, raisedAt: input.asOf },
    statement: `${work.title}: since ${dayWords(since)} the clock was paused ${rate(last)} during the last tenth of the limit of ${limitWords(work)}, and ${rate(before)} during the two fifths before, ${perHourRatio(last, before)}. ${countWords(saved)} of the items paused so ended in time and would not have with the clock going on. Chance alone gives more than ${fairRatio} times the rate so clearly ${chanceWords(pValue)} times; the pauses may each have had their reason.`,
    evidence: {
      ...{ limitSeconds: limit, lastTenth: last, twoFifthsBefore: before, inTimeByThePause: saved, fairRatio },
      ...{ items: namedIn(weeks, ({ paused }) => paused), ...chanceEvidence(pValue, looks) },
    },
  });
});

/** Items first closed in the last tenth of the limit that come back more often than those closed a little earlier or late. */
export const closedToComeBack: Detector = onEachClock("closed-to-come-back", comesBackDays, (work, looks, input) => {
  const { limit, weeks } = work;
  const stretch = (from: number, to: number) => ({
    events: sumOf(weeks, ({ ends }) => sumWithin(ends, from * limit, to * limit, ({ reopened }) => reopened)),
    exposure: sumOf(weeks, ({ ends }) => sumWithin(ends, from * limit, to * limit, ({ items }) => items)),
  });
  const last = stretch(0.9, 1);
  const [earlier, late] = [stretch(0.5, 0.9), stretch(1, 1.5)];
  const around = { events: earlier.events + late.events, exposure: earlier.exposure + late.exposure };
  if (last.events + around.events < fewestEvents) return nothingToJudge;
  const pValue = Math.min(1, looks * rateRatioChance(last, around, fairRatio));
  const state = stateByChance(pValue, input.weighed.heights);
  if (state === null) return judgedOne(null);
  const since = weeks[0]?.week ?? input.asOf;
  return judgedOne({
    ...{ pitfall: "hollow-kpis", detector: "closed-to-come-back", kind: "metric", id: work.metric, state, since },
    raisedAt: input.asOf,
    statement: `${work.title}: of the items first closed since ${dayWords(since)} in the last tenth of the limit of ${limitWords(work)}, ${percentWords(last)} came back within ${comesBackDays} days; of those closed in the two fifths before or the half limit after, ${percentWords(around)}. Chance alone gives more than ${fairRatio} times the share so clearly ${chanceWords(pValue)} times.`,
    evidence: {
      ...{ limitSeconds: limit, lastTenth: last, earlier, late, fairRatio },
      ...{ items: namedIn(weeks, ({ cameBack }) => cameBack), ...chanceEvidence(pValue, looks) },
    },
  });
});

/** Fewer pauses or returns near the limit compare nothing. */
const fewestEvents = 10;

/** `23 business hours (calendar support-hours)`, `4 h by the wall clock`. */
function limitWords({ limit, calendar }: ClockedWork): string {
  if (calendar === null) return `${figureWords(limit, "seconds")} by the wall clock`;
  const hours = limit / 3600;
  const length =
    hours < 1.5
      ? `${figureWords(limit / 60, "count")} business minutes`
      : `${figureWords(hours, "count")} business hours`;
  return `${length} (calendar ${calendar})`;
}

function outsideOf(limit: number) {
  return (week: ClockedWeek) => nearTheLimit(week, limit).outside;
}

function sumOf(weeks: readonly ClockedWeek[], part: (week: ClockedWeek) => number): number {
  return weeks.reduce((sum, week) => sum + part(week), 0);
}

function sumWithin<T extends { readonly ran: number }>(
  all: readonly T[],
  after: number,
  to: number,
  part: (one: T) => number,
): number {
  return all.reduce((sum, one) => (one.ran > after && one.ran <= to ? sum + part(one) : sum), 0);
}

/** The latest of them. */
function namedIn(weeks: readonly ClockedWeek[], of: (named: ClockedWeek["named"]) => readonly string[]) {
  return weeks.flatMap(({ named }) => of(named)).slice(-mostNamed);
}

function percentWords({ events, exposure }: { readonly events: number; readonly exposure: number }): string {
  const share = exposure === 0 ? "no item" : `${((100 * events) / exposure).toFixed(1)} %`;
  return `${share} (${countWords(events)} of ${countWords(exposure)})`;
}

function perHourRatio(
  last: { readonly events: number; readonly exposure: number },
  before: { readonly events: number; readonly exposure: number },
): string {
  if (before.events === 0) return "where there was none";
  return `${Number((last.events / last.exposure / (before.events / before.exposure)).toPrecision(2))} times as often`;
}

function ratioWords(logRatio: number): string {
  return Math.exp(logRatio).toFixed(1);
}

function intervalWords({ logRatio, standardError }: DensityJump): string {
  const [low, high] = [-1.96, 1.96].map((z) => ratioWords(logRatio + z * standardError));
  return `95 % interval ${low} to ${high}`;
}
