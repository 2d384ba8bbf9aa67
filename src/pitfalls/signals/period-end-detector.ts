import type { ServiceLevelVerdict } from "../../assessment/verdict.ts";
import { metricInForce } from "../../governance/partnership/record-reading.ts";
import { burnOf, levelOutlook } from "../level-forecast.ts";
import type { PitfallId } from "../pitfall-definition.ts";
import type { SignalInput } from "../signal-input.ts";
import { countWords, dayWords, figureWords } from "./plain-figures.ts";
import { judgedOne } from "./record-finding.ts";
import { levelsById, pitfallsOfLevel } from "./service-level-detectors.ts";
import { type Detector, nothingToJudge, type SignalReading, together } from "./signal-reading.ts";

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
  const { id, period, denominator, target } = level;
  const numerator = level.numerator ?? 0;
  const ended = levelsById(input).get(id) ?? [];
  const isLower = metricInForce(input.record, level.metric, input.asOf)?.better === "lower";
  const outlook = levelOutlook(level, ended, isLower ? "lower" : "higher", input.asOf);
  if (outlook === null) return nothingToJudge;
  const { soFar, usual: known, usualPassed: usual, gone, end: forecast } = outlook;
  const { good } = soFar;
  // The busiest of the last periods is the kindest to hope for.
  const rest = Math.max(0, Math.max(...known.map((one) => one.denominator)) - denominator);
  const demanded = isLower ? 1 - target : target;
  const best = (good + rest) / (denominator + rest);
  const { expected, interval, restShare } = forecast;
  const isLost = best < demanded;
  const isLikely = gone > 0.5 && expected < demanded && ended[0]?.state === "met";
  if (!isLost && !isLikely) return judgedOne(null);
  const figure = (share: number) => figureWords(isLower ? 1 - share : share, "share");
  const [low, high] = isLower ? [interval.high, interval.low] : [interval.low, interval.high];
  const ends = `at ${figure(expected)}, four times in five between ${figure(low)} and ${figure(high)}`;
  const { allowed, failed: spent, burnRate } = burnOf(outlook, demanded);
  const [usualItems, usualGood] = [total(usual, ({ of }) => of), total(usual, (one) => one.good)];
  const usualWords = `${figure(usualGood / usualItems)} is usual: ${countWords(isLower ? usualItems - usualGood : usualGood)} of ${countWords(usualItems)}`;
  const so = isLost
    ? `Even if all of the ${countWords(rest)} items that the busiest of the last ${known.length} periods would still bring pass, it ends at ${figure(best)}, and the period is missed`
    : `If about ${countWords(forecast.rest)} more items pass at ${figure(restShare)} (${usualWords}), it ends ${ends}`;
  return judgedOne({
    ...{ pitfall, detector: "period-end-forecast", kind: "service-level", id },
    state: isLost ? "alarm" : "watch",
    since: period.start,
    raisedAt: input.asOf,
    statement: `Service level ${id} stands at ${figure(good / denominator)} (${countWords(numerator)} of ${countWords(denominator)}) from ${dayWords(period.start)} to ${dayWords(input.asOf)}, ${Math.round(gone * 100)} % of the period, against a target of ${figure(demanded)}. ${so}. Of the ${countWords(allowed)} failures that about ${countWords(denominator + forecast.rest)} items may have, ${countWords(spent)} are there already.`,
    evidence: {
      ...{ period, numerator, denominator, target, rest, endsAtBest: isLower ? 1 - best : best },
      ...{
        endsAsUsual: isLower ? 1 - expected : expected,
        endsBetween: isLower ? [1 - interval.high, 1 - interval.low] : [interval.low, interval.high],
      },
      ...{ gone, failed: spent, allowed, burnRate },
      usual: known.map((one) => ({ period: one.period, numerator: one.numerator, denominator: one.denominator })),
    },
  });
}

function total<T>(all: readonly T[], part: (one: T) => number): number {
  return all.reduce((sum, one) => sum + part(one), 0);
}
