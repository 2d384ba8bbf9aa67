import type { ServiceLevelVerdict } from "../../assessment/verdict.ts";
import type { SignalInput } from "../signal-input.ts";
import { readKpiShift } from "./kpi-shift.ts";
import { dayWords } from "./plain-figures.ts";
import { levelsById } from "./service-level-detectors.ts";
import { blindTo, type Detector, finding, type SignalReading } from "./signal-reading.ts";
import { isWhole, shiftEvidence, worseningWords } from "./worsening-kpi-detector.ts";

/**
 * Service levels green while an outcome worsens. Outcomes are the KPIs on quality and on what customers say, other than
 * the levels' own metrics. Watch as soon as both hold; alarm when the outcome is at alarm and all levels were met in
 * at least two periods that ended after its onset.
 */
export const greenWhileOutcomesWorsen: Detector = {
  id: "green-while-outcomes-worsen",
  mayClear: true,
  look: (input) => {
    const levels = [...levelsById(input).values()];
    const outcomeMetrics = new Set(input.kpis.filter(isOutcome).map(({ metric }) => metric));
    // A level on an outcome turns red with it: only the others can be green beside it.
    const judged = levels.filter(
      ([latest]) => latest !== undefined && latest.state !== "unknown" && !outcomeMetrics.has(latest.metric),
    );
    if (judged.length === 0)
      return blindTo("No service level could be judged, so there is no green to doubt.", ["work_items"]);
    const readings = outcomesAmong(input.kpis).map((outcome) => lookAtOutcome(outcome, judged, input));
    const seen = readings.filter((reading) => reading !== null);
    if (seen.length > 0) return { findings: seen.flatMap(({ findings }) => findings), judged: seen.length, blind: [] };
    return blindTo(
      "No outcome, such as quality or satisfaction, has enough history to set against the service levels.",
      ["survey_responses", "quality_reviews"],
    );
  },
};

/** What customers and reviewers say; where some of these are watched for hollow KPIs, only those. */
function outcomesAmong(kpis: SignalInput["kpis"]): SignalInput["kpis"] {
  const outcomes = kpis.filter((kpi) => isWhole(kpi) && isOutcome(kpi));
  const watched = outcomes.filter(({ pitfalls }) => pitfalls.includes("hollow-kpis"));
  return watched.length > 0 ? watched : outcomes;
}

function isOutcome({ pitfalls }: SignalInput["kpis"][number]): boolean {
  return pitfalls.includes("quality-decline") || pitfalls.includes("poor-customer-feedback");
}

function lookAtOutcome(
  outcome: SignalInput["kpis"][number],
  levels: readonly (readonly ServiceLevelVerdict[])[],
  { asOf }: SignalInput,
): SignalReading | null {
  const shift = readKpiShift(outcome, asOf);
  if (shift.kind === "unreadable") return null;
  const others = levels.filter(([latest]) => latest?.metric !== outcome.metric);
  const isGreen = others.length > 0 && others.every(([latest]) => latest?.state === "met");
  if (shift.kind === "steady" || !isGreen) return { findings: [], judged: 1, blind: [] };
  const metSince = Math.min(...others.map((periods) => metRunSince(periods, shift.onset)));
  const names = others.flatMap(([latest]) => latest?.id ?? []).sort();
  const green = `${names.length === 1 ? `Service level ${names[0]} is` : `All ${names.length} other service levels are`} met`;
  return {
    judged: 1,
    blind: [],
    findings: [
      finding({
        pitfall: "hollow-kpis",
        detector: "green-while-outcomes-worsen",
        state: shift.state === "alarm" && metSince >= 2 ? "alarm" : "watch",
        raisedAt: shift.raisedAt,
        onset: shift.onset,
        subject: { kind: "metric", id: outcome.metric, segment: outcome.segment },
        statement: `${green} while an outcome worsens: ${worseningWords(outcome, shift)}`,
        evidence: {
          ...shiftEvidence(outcome, shift),
          levelsMet: names,
          latestPeriods: others.flatMap(([latest]) => (latest === undefined ? [] : [workingOf(latest)])),
          periodsMetSinceOnset: metSince,
        },
      }),
    ],
  };
}

/** Periods met in a row, latest first, that ended on or after `onset`. */
function metRunSince(periods: readonly ServiceLevelVerdict[], onset: string): number {
  const since = periods.filter(({ period }) => period.end >= onset);
  const firstOther = since.findIndex(({ state }) => state !== "met");
  return firstOther < 0 ? since.length : firstOther;
}

function workingOf({ id, period, value, numerator, denominator, target }: ServiceLevelVerdict) {
  return { id, period, value, numerator, denominator, target, until: dayWords(period.end) };
}
