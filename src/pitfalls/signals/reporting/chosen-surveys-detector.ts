import { normalTail } from "../../../early-warning/normal.ts";
import { addDays } from "../../../values/time.ts";
import { totalOf } from "../../../values/total.ts";
import type { SurveyedItems } from "../../observed-records.ts";
import { chanceEvidence, chanceWords, stateByChance } from "../chance-height.ts";
import { dayWords, shareWords } from "../plain-figures.ts";
import { judgedOne } from "../record-finding.ts";
import { type Detector, nothingToJudge } from "../signal-reading.ts";

const halfYear = 182;
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
  const like = weeks.filter((one) => one.isSurveyed === isSurveyed && one.isReopened === isReopened);
  return totalOf(like, ({ items }) => items);
}
