import { type DensityJump, findDensityJump } from "../../../early-warning/density-jump.ts";
import { normalTail } from "../../../early-warning/normal.ts";
import { totalOf } from "../../../values/total.ts";
import { chanceEvidence, chanceWords, stateByChance } from "../chance-height.ts";
import { countWords, dayWords, shareWords } from "../plain-figures.ts";
import { judgedOne } from "../record-finding.ts";
import { type Detector, nothingToJudge } from "../signal-reading.ts";
import { nearTheLimit, turnOf, valuesOf } from "./clocked-stretch.ts";
import { fairRatio, limitWords, namedIn, onEachClock } from "./each-clock.ts";

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
  const near = weeks.map((week) => ({ week: week.week, ...nearTheLimit(week, limit) }));
  const turn = turnOf(near);
  const [inside, outside] = [totalOf(near, (one) => one.inside), totalOf(near, (one) => one.outside)];
  const since = turn?.week ?? weeks[0]?.week ?? input.asOf;
  const before =
    turn === null
      ? ""
      : ` Near the limit the change came in the week of ${dayWords(turn.week)}: ${shareWords(turn.since.events, turn.since.exposure)} in time since, ${shareWords(turn.before.events, turn.before.exposure)} before.`;
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

function ratioWords(logRatio: number): string {
  return Math.exp(logRatio).toFixed(1);
}

function intervalWords({ logRatio, standardError }: DensityJump): string {
  const [low, high] = [-1.96, 1.96].map((z) => ratioWords(logRatio + z * standardError));
  return `95 % interval ${low} to ${high}`;
}
