import type { ServiceLevelVerdict } from "../../../assessment/verdict.ts";
import type { SignalInput } from "../../signal-input.ts";
import { changeFinding } from "../figures/worsening-kpi-detector.ts";
import { dayWords } from "../plain-figures.ts";
import { blindTo, type Detector } from "../signal-reading.ts";
import { levelsById } from "./service-level-detectors.ts";

/**
 * Service levels green while outcomes worsen. Outcomes are the KPIs on quality and on what customers say, other than
 * the levels' own metrics. Watch as soon as both hold; alarm when the outcomes together are at alarm and all levels were
 * met in at least two periods that ended after the onset.
 */
export const greenWhileOutcomesWorsen: Detector = {
  id: "green-while-outcomes-worsen",
  mayClear: true,
  look: (input) => {
    const { weighed, unreadable, change } = input.weighed.of["hollow-kpis"];
    const levels = levelsBesideOutcomes(input);
    if (levels.length === 0)
      return blindTo("No service level could be judged, so there is no green to doubt.", ["work_items"]);
    if (weighed === 0)
      return blindTo(
        "No outcome, such as quality or satisfaction, has enough history to set against the service levels.",
        ["survey_responses", "quality_reviews"],
      );
    const blind = unreadable.map((because) => ({ because: `${because}.`, opensWith: ["survey_responses"] }));
    if (change === null) return { findings: [], judged: weighed, blind };
    const metSince = Math.min(...levels.map((periods) => metRunSince(periods, change.onset)));
    const names = levels.flatMap(([latest]) => latest?.id ?? []).sort();
    const all = names.length === 2 ? "Both" : `All ${names.length}`;
    const green = `${names.length === 1 ? `Service level ${names[0]} is` : `${all} other service levels are`} met`;
    const told = changeFinding("hollow-kpis", "green-while-outcomes-worsen", change, input, {
      first: `${green} while an outcome worsens: `,
      state: change.state === "alarm" && metSince >= 2 ? "alarm" : "watch",
      evidence: {
        levelsMet: names,
        latestPeriods: levels.flatMap(([latest]) => (latest === undefined ? [] : [workingOf(latest)])),
        periodsMetSinceOnset: metSince,
      },
    });
    return { judged: weighed, blind, findings: [told] };
  },
};

/** Whether every service level that is not itself an outcome is met: without that no KPI is hollow. */
export function isGreenBesideOutcomes(input: SignalInput): boolean {
  const levels = levelsBesideOutcomes(input);
  return levels.length > 0 && levels.every(([latest]) => latest?.state === "met");
}

/** A level on an outcome turns red with it: only the others can be green beside it. */
function levelsBesideOutcomes(input: SignalInput): readonly (readonly ServiceLevelVerdict[])[] {
  const outcomes = new Set(input.kpis.filter(isOutcome).map(({ metric }) => metric));
  return [...levelsById(input).values()].filter(
    ([latest]) => latest !== undefined && latest.state !== "unknown" && !outcomes.has(latest.metric),
  );
}

/** A figure of what customers and reviewers say. */
function isOutcome({ pitfalls }: SignalInput["kpis"][number]): boolean {
  return pitfalls.includes("quality-decline") || pitfalls.includes("poor-customer-feedback");
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
