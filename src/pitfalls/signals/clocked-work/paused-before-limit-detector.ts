import { rateRatioChance } from "../../../early-warning/rate-ratio.ts";
import { totalOf } from "../../../values/total.ts";
import { chanceEvidence, chanceWords, stateByChance } from "../chance-height.ts";
import { countWords, dayWords } from "../plain-figures.ts";
import { judgedOne } from "../record-finding.ts";
import { type Detector, nothingToJudge } from "../signal-reading.ts";
import { type Happened, ranWithin } from "./clocked-stretch.ts";
import { fairRatio, fewestEvents, limitWords, namedIn, onEachClock, sumWithin } from "./each-clock.ts";

/**
 * Pauses that begin in the last tenth of the limit more often, for the time that work ran there, than in the two fifths
 * before it.
 */
export const pausedBeforeLimit: Detector = onEachClock("paused-before-limit", 0, (work, looks, input) => {
  if (!work.hasPauses) return nothingToJudge;
  const { limit, weeks } = work;
  const stretch = (from: number, to: number) => ({
    events: totalOf(weeks, ({ pauses }) => sumWithin(pauses, from * limit, to * limit, ({ pauses: count }) => count)),
    exposure: totalOf(weeks, (week) => ranWithin(week, from * limit, to * limit)) / 3600,
  });
  const [last, before] = [stretch(0.9, 1), stretch(0.5, 0.9)];
  if (last.events + before.events < fewestEvents) return nothingToJudge;
  const pValue = Math.min(1, looks * rateRatioChance(last, before, fairRatio));
  const state = stateByChance(pValue, input.weighed.heights);
  if (state === null) return judgedOne(null);
  const saved = totalOf(weeks, ({ pauses }) => sumWithin(pauses, 0.9 * limit, limit, ({ saved: count }) => count));
  const rate = ({ events, exposure }: Happened) =>
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

function perHourRatio(last: Happened, before: Happened): string {
  if (before.events === 0) return "where there was none";
  return `${Number((last.events / last.exposure / (before.events / before.exposure)).toPrecision(2))} times as often`;
}
