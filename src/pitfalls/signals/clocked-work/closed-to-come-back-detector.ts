import { rateRatioChance } from "../../../early-warning/rate-ratio.ts";
import { totalOf } from "../../../values/total.ts";
import { comesBackDays } from "../../observed-records.ts";
import { chanceEvidence, chanceWords, stateByChance } from "../chance-height.ts";
import { dayWords, shareWords } from "../plain-figures.ts";
import { judgedOne } from "../record-finding.ts";
import { type Detector, nothingToJudge } from "../signal-reading.ts";
import { fairRatio, fewestEvents, limitWords, namedIn, onEachClock, sumWithin } from "./each-clock.ts";

/** Items first closed in the last tenth of the limit that come back more often than those closed a little earlier or late. */
export const closedToComeBack: Detector = onEachClock("closed-to-come-back", comesBackDays, (work, looks, input) => {
  const { limit, weeks } = work;
  const stretch = (from: number, to: number) => ({
    events: totalOf(weeks, ({ ends }) => sumWithin(ends, from * limit, to * limit, ({ reopened }) => reopened)),
    exposure: totalOf(weeks, ({ ends }) => sumWithin(ends, from * limit, to * limit, ({ items }) => items)),
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
    statement: `${work.title}: of the items first closed since ${dayWords(since)} in the last tenth of the limit of ${limitWords(work)}, ${shareWords(last.events, last.exposure)} came back within ${comesBackDays} days; of those closed in the two fifths before or the half limit after, ${shareWords(around.events, around.exposure)}. Chance alone gives more than ${fairRatio} times the share so clearly ${chanceWords(pValue)} times.`,
    evidence: {
      ...{ limitSeconds: limit, lastTenth: last, earlier, late, fairRatio },
      ...{ items: namedIn(weeks, ({ cameBack }) => cameBack), ...chanceEvidence(pValue, looks) },
    },
  });
});
