import type { ServiceLevelVerdict } from "../../../assessment/verdict.ts";
import { metricInForce } from "../../../governance/partnership/record-reading.ts";
import { totalOf } from "../../../values/total.ts";
import type { PitfallId } from "../../pitfall-definition.ts";
import type { SignalInput } from "../../signal-input.ts";
import { countWords, dayWords, figureWords } from "../plain-figures.ts";
import { judgedOne } from "../record-finding.ts";
import { type Detector, nothingToJudge, type SignalReading, together } from "../signal-reading.ts";
import { levelName, levelsById, pitfallsOfLevel } from "./service-level-detectors.ts";

/**
 * Where the running period of a service level will end. Alarm when it is missed even if every item that can still be
 * expected passes; watch when more than half of it is gone and it is missed as the rest is expected to pass. Its interval
 * and the burn of its error budget (1 spends it by the end) stand beside.
 */
export function periodEndForecast(pitfall: PitfallId): Detector {
  return {
    id: "period-end-forecast",
    mayClear: false,
    look: (input) =>
      together(
        input.serviceLevels
          .filter((level) => isMissedSoFar(level) && pitfallsOfLevel(level, input).includes(pitfall))
          .map((level) => lookAhead(pitfall, level, input)),
      ),
  };
}

/** What stands within its target is not forecast to fall out of it. */
function isMissedSoFar({ budgetSpent }: ServiceLevelVerdict): boolean {
  return budgetSpent === null || budgetSpent > 1;
}

function lookAhead(pitfall: PitfallId, level: ServiceLevelVerdict, input: SignalInput): SignalReading {
  const { id, period, numerator, denominator, target, forecast } = level;
  if (numerator === null || forecast?.workedFrom === undefined) return nothingToJudge;
  const { gone, usual, restValue, failed, allowed } = forecast.workedFrom;
  const isLower = metricInForce(input.record, level.metric, input.asOf)?.better === "lower";
  // The busiest of the last periods is the kindest to hope for.
  const rest = Math.max(0, Math.max(...usual.map((one) => one.denominator)) - denominator);
  const best = (numerator + (isLower ? 0 : rest)) / (denominator + rest);
  const misses = (figure: number) => (isLower ? figure > target : figure < target);
  const isLost = misses(best);
  const isLikely = gone > 0.5 && misses(forecast.value) && levelsById(input).get(id)?.[0]?.state === "met";
  if (!isLost && !isLikely) return judgedOne(null);
  const endsBetween = [forecast.interval.low, forecast.interval.high] as const;
  const [low, high] = endsBetween.map(percentWords);
  const usualCounts = [totalOf(usual, (one) => one.numerator), totalOf(usual, (one) => one.denominator)] as const;
  const usualWords = `${percentWords(usualCounts[0] / usualCounts[1])} is usual: ${countWords(usualCounts[0])} of ${countWords(usualCounts[1])}`;
  const so = isLost
    ? `Even if all of the ${countWords(rest)} items that the busiest of the last ${usual.length} periods would still bring pass, it ends at ${percentWords(best)}, and the period is missed`
    : `If about ${countWords(forecast.rest)} more items pass at ${percentWords(restValue)} (${usualWords}), it ends at ${percentWords(forecast.value)}, four times in five between ${low} and ${high}`;
  return judgedOne({
    ...{ pitfall, detector: "period-end-forecast", kind: "service-level", id },
    state: isLost ? "alarm" : "watch",
    since: period.start,
    raisedAt: input.asOf,
    statement: `Service level ${levelName(id, input)} stands at ${percentWords(numerator / denominator)} (${countWords(numerator)} of ${countWords(denominator)}) from ${dayWords(period.start)} to ${dayWords(input.asOf)}, ${Math.round(gone * 100)} % of the period, against a target of ${percentWords(target)}. ${so}. Of the ${countWords(allowed)} failures that about ${countWords(denominator + forecast.rest)} items may have, ${countWords(failed)} are there already.`,
    evidence: {
      ...{ period, numerator, denominator, target, rest, endsAtBest: best },
      ...{ endsAsUsual: forecast.value, endsBetween },
      ...{ gone, failed, allowed, burnRate: forecast.burnRate, usual },
    },
  });
}

const percentWords = (share: number) => figureWords(share, "share");
