import type { Lifetime } from "../../early-warning/lifetime.ts";
import { compareSurvival } from "../../early-warning/log-rank.ts";
import { normalTail } from "../../early-warning/normal.ts";
import { rateAgreement } from "../../early-warning/rater-agreement.ts";
import { addDays, daysBetween, type PlainDate } from "../../values/time.ts";
import type { DoubleScore, ObservedStint, SurveyedItems } from "../observed-records.ts";
import { chanceEvidence, chanceWords, stateByChance } from "./chance-height.ts";
import { countWords, dayWords, shareWords } from "./plain-figures.ts";
import { judgedOne } from "./record-finding.ts";
import { blindTo, type Detector, nothingToJudge } from "./signal-reading.ts";

const halfYear = 182;
const firstDays = 90;
const fewestHires = 8;
const fewestEarlyLeavers = 3;

/** Do those hired in the last half year leave within their first 90 days more often than those hired before? By log-rank. */
export const newHiresLeave: Detector = {
  id: "new-hires-leave",
  mayClear: false,
  look: (input) => {
    const { asOf, observed } = input;
    const stints = observed?.stints ?? [];
    if (stints.length === 0) return nothingToJudge;
    const since = addDays(asOf, -halfYear);
    const seenFrom = firstLeaving(stints);
    const lives = (of: readonly ObservedStint[]) => of.flatMap((stint) => firstQuarterOf(stint, seenFrom, asOf));
    const [fresh, before] = [
      lives(stints.filter(({ hiredOn }) => hiredOn >= since)),
      lives(stints.filter(({ hiredOn }) => hiredOn < since)),
    ];
    const leftBefore = before.filter(({ hasEnded }) => hasEnded).length;
    if (fresh.length < fewestHires || before.length < fewestHires || leftBefore < fewestEarlyLeavers)
      return blindTo(
        `${fresh.length} people hired in the last half year and ${before.length} before, of whom ${leftBefore} left within ${firstDays} days, are too few to compare how they stay.`,
        ["staff"],
      );
    const compared = compareSurvival([fresh, before]);
    if (compared.kind !== "comparison") return nothingToJudge;
    const [left = 0] = compared.observed;
    const [expected = 0] = compared.expected;
    const pValue = left > expected ? compared.chance / 2 : 1;
    const state = stateByChance(pValue, input.weighed.heights);
    if (state === null) return judgedOne(null);
    return judgedOne({
      ...{ pitfall: "high-turnover", detector: "new-hires-leave", kind: "staff", id: "new-hires", state, since },
      raisedAt: asOf,
      statement: `${countWords(left)} of the ${countWords(fresh.length)} people hired since ${dayWords(since)} left within their first ${firstDays} days, where ${expected.toFixed(1)} would have by the pace of those hired before; chance alone does that ${chanceWords(pValue)} times.`,
      evidence: {
        ...{
          left,
          expected,
          hires: fresh.length,
          hiresBefore: before.length,
          leftBefore,
          chiSquared: compared.chiSquared,
        },
        ...chanceEvidence(pValue),
      },
    });
  },
};

/** Whoever left before the first leaving on file is not on the roster, so earlier hires are watched only from the day before it. */
function firstLeaving(stints: readonly ObservedStint[]): PlainDate | null {
  return stints.flatMap(({ leftOn }) => leftOn ?? []).sort()[0] ?? null;
}

function firstQuarterOf(stint: ObservedStint, seenFrom: PlainDate | null, asOf: PlainDate): readonly Lifetime[] {
  const { hiredOn, leftOn } = stint;
  const entry = seenFrom === null ? 0 : Math.max(0, daysBetween(hiredOn, seenFrom) - 1);
  const days = daysBetween(hiredOn, leftOn ?? asOf);
  if (days <= 0 || entry >= Math.min(days, firstDays)) return [];
  const hasEnded = leftOn !== null && stint.leaveKind !== "transfer" && days <= firstDays;
  return [{ time: Math.min(days, firstDays), hasEnded, entry }];
}

/** Points by which two honest reviewers of the same item may differ on average. */
const fairPoints = 2;
const fewestDoubles = 20;

/** Does the provider score the same items higher than the client, beyond two points and beyond chance? */
export const milderReviews: Detector = {
  id: "milder-reviews",
  mayClear: false,
  look: (input) => {
    const { asOf, observed } = input;
    const since = addDays(asOf, -halfYear);
    const doubles = (observed?.doubleScores ?? []).filter(({ scoredOn }) => scoredOn >= since);
    if (observed === undefined || observed.doubleScores.length === 0) return nothingToJudge;
    if (doubles.length < fewestDoubles)
      return blindTo(
        `${doubles.length} items of the last half year were scored by both sides, ${fewestDoubles} needed to compare the reviewers.`,
        ["quality_reviews"],
      );
    const { mean, error } = meanAndError(doubles.map(({ provider, client }) => provider - client));
    const pValue = error === 0 ? (mean > fairPoints ? 0 : 1) : normalTail((mean - fairPoints) / error);
    const state = stateByChance(pValue, input.weighed.heights);
    if (state === null) return judgedOne(null);
    return judgedOne({
      ...{ pitfall: "lack-of-transparency", detector: "milder-reviews", kind: "reviews", id: "double-scored", state },
      since: doubles.map(({ scoredOn }) => scoredOn).sort()[0] ?? since,
      raisedAt: asOf,
      statement: `On ${countWords(doubles.length)} items that both sides scored since ${dayWords(since)} the provider's reviews are ${mean.toFixed(1)} points milder on average; more than ${fairPoints} points come about by chance ${chanceWords(pValue)} times.`,
      evidence: {
        ...{ items: doubles.length, meanDifference: mean, standardError: error, criticalErrors: agreement(doubles) },
        ...chanceEvidence(pValue),
      },
    });
  },
};

function meanAndError(values: readonly number[]): { mean: number; error: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length) };
}

/** Cohen's kappa of "has a critical error"; null where one side never saw any. */
function agreement(doubles: readonly DoubleScore[]) {
  const cell = (provider: boolean, client: boolean) =>
    doubles.filter((one) => one.providerCritical === provider && one.clientCritical === client).length;
  const rated = rateAgreement([
    [cell(false, false), cell(false, true)],
    [cell(true, false), cell(true, true)],
  ]);
  return rated.kind === "agreement" ? { kappa: rated.kappa, interval: rated.interval } : null;
}

const fewestSurveyed = 100;

/** Are surveys sent where the answer will be good? Items that came back are surveyed as often as the others, but for chance. */
export const surveysChosen: Detector = {
  id: "surveys-chosen",
  mayClear: false,
  look: (input) => {
    const { asOf, observed } = input;
    const since = addDays(asOf, -halfYear);
    const weeks = (observed?.surveyed ?? []).filter(({ week }) => week >= since);
    if (weeks.length === 0) return nothingToJudge;
    const count = (isSurveyed: boolean, isReopened: boolean) => countOf(weeks, isSurveyed, isReopened);
    const [good, goodLeft] = [count(true, false), count(false, false)];
    const [bad, badLeft] = [count(true, true), count(false, true)];
    const [surveyed, left, reopened] = [good + bad, goodLeft + badLeft, bad + badLeft];
    // Where everything is surveyed, or nothing came back, there is nothing to choose from.
    if (Math.min(surveyed, left) < fewestSurveyed || reopened < 20) return nothingToJudge;
    const share = surveyed / (surveyed + left);
    const expected = reopened * share;
    const variance = (reopened * share * (1 - share) * (good + goodLeft)) / (surveyed + left - 1);
    const pValue = normalTail((expected - bad) / Math.sqrt(variance));
    const state = stateByChance(pValue, input.weighed.heights);
    if (state === null) return judgedOne(null);
    return judgedOne({
      ...{ pitfall: "hollow-kpis", detector: "surveys-chosen", kind: "surveys", id: "surveys", state },
      since: weeks.map(({ week }) => week).sort()[0] ?? since,
      raisedAt: asOf,
      statement: `Of the items resolved since ${dayWords(since)}, ${shareWords(bad, reopened)} of those that came back were surveyed and ${shareWords(good, good + goodLeft)} of the others; chance alone parts them so ${chanceWords(pValue)} times.`,
      evidence: {
        ...{ reopened: { surveyed: bad, notSurveyed: badLeft }, others: { surveyed: good, notSurveyed: goodLeft } },
        ...chanceEvidence(pValue),
      },
    });
  },
};

function countOf(weeks: readonly SurveyedItems[], isSurveyed: boolean, isReopened: boolean): number {
  return weeks
    .filter((one) => one.isSurveyed === isSurveyed && one.isReopened === isReopened)
    .reduce((sum, { items }) => sum + items, 0);
}
