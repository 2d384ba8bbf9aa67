import { normalTail } from "../../../early-warning/normal.ts";
import { rateAgreement } from "../../../early-warning/rater-agreement.ts";
import { addDays } from "../../../values/time.ts";
import { meanOf, totalOf } from "../../../values/total.ts";
import type { DoubleScore } from "../../observed-records.ts";
import { chanceEvidence, chanceWords, stateByChance } from "../chance-height.ts";
import { countWords, dayWords } from "../plain-figures.ts";
import { judgedOne } from "../record-finding.ts";
import { blindTo, type Detector, nothingToJudge } from "../signal-reading.ts";

const halfYear = 182;
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
  const mean = meanOf(values);
  const squares = totalOf(values, (value) => (value - mean) ** 2);
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
