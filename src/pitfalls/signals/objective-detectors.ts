import type { KpiReading } from "../../assessment/verdict.ts";
import type { Objective } from "../../governance/objective/objective.ts";
import { trajectoryOf } from "../../governance/objective/trajectory.ts";
import type { PartnershipRecord } from "../../governance/partnership/partnership-record.ts";
import { objectivesInForce } from "../../governance/partnership/record-reading.ts";
import { figureNumber } from "../../values/figure.ts";
import { daysBetween, type PlainDate } from "../../values/time.ts";
import { measuredPoints } from "./kpi-stream.ts";
import { isWhole } from "./pitfall-figures.ts";
import { dayWords, figureWords, periodsWords } from "./plain-figures.ts";
import { judgedOne } from "./record-finding.ts";
import { blindTo, type Detector, type SignalReading, together } from "./signal-reading.ts";
import { standardErrorOf, stretchOf, stretchWords } from "./stretch.ts";

const periodsTogether = 4;

/**
 * An objective against the straight way from its baseline to its target. Behind by more than two standard errors of the
 * last four periods is watch; behind when its date has come is alarm. Not measured at all is blind.
 */
export const offTrajectory: Detector = {
  id: "off-trajectory",
  mayClear: true,
  look: ({ record, asOf, kpis }) =>
    together(
      objectivesInForce(record, asOf).map(({ entry }) => {
        const reading = kpis.find((kpi) => kpi.metric === entry.metric && isWhole(kpi));
        const points = reading === undefined ? [] : measuredPoints(reading, asOf);
        if (reading === undefined || points.length < periodsTogether) {
          const have =
            reading === undefined
              ? "its metric is not measured"
              : `only ${periodsWords(points.length, reading.every)} measured`;
          return blindTo(`Objective ${entry.id}: ${have}.`, ["work_items", "survey_responses"]);
        }
        return lookAtObjective(entry, reading, { asOf, start: startOf(entry, record) });
      }),
    ),
};

/** The way begins with the version of the objective, else with the contract. */
function startOf({ effective_from: from }: Objective, { contract }: PartnershipRecord): PlainDate | null {
  return from ?? contract?.starts ?? contract?.signed ?? null;
}

/** The agreed way: what is due on a day, by way of the figure for 90 days where one is agreed. */
type Way = {
  readonly from: number;
  readonly to: number;
  readonly by: PlainDate;
  readonly dueOn: (day: PlainDate) => number;
};

function lookAtObjective(
  objective: Objective,
  reading: KpiReading,
  { asOf, start }: { asOf: PlainDate; start: PlainDate | null },
): SignalReading {
  const { id, baseline, target } = objective;
  const by = target?.by ?? null;
  const way = wayOf(objective, start);
  if (baseline === undefined || target === undefined || by === null || way === null)
    return blindTo(`Objective ${id}: without baseline, target, date and start there is no way to be behind.`, [
      "partnership.yaml",
    ]);
  const now = standingOn(way, reading, asOf);
  if (now === null || !now.isBehind) return judgedOne(null);
  const days = measuredPoints(reading, asOf).map(({ period }) => period.end);
  const lastInTime = days.findLastIndex((day) => standingOn(way, reading, day)?.isBehind !== true);
  const told = days[lastInTime + 1] ?? asOf;
  const words = (value: number) => figureWords(value, reading.unit, reading.currency);
  const when =
    by <= asOf
      ? `was to reach ${words(way.to)} by ${dayWords(by)}`
      : `is on the way from ${words(way.from)} to ${words(way.to)} by ${dayWords(by)}, so ${words(now.due)} is due now`;
  const { value, numerator, denominator, values } = now.recent;
  return judgedOne({
    ...{ pitfall: "unclear-objectives", detector: "off-trajectory", kind: "objective", id },
    state: by <= asOf ? "alarm" : "watch",
    since: told,
    statement: `Objective ${id} ${when}; ${reading.title} stands at ${stretchWords(now.recent)} over the last ${periodsWords(values.length, reading.every)}.`,
    evidence: {
      metric: reading.metric,
      baseline: way.from,
      target: way.to,
      by,
      due: now.due,
      value,
      numerator,
      denominator,
    },
  });
}

function wayOf(objective: Objective, start: PlainDate | null): Way | null {
  const { baseline, target } = objective;
  const way = trajectoryOf(objective, { start, asOf: target?.by ?? "9999-12-31" });
  if (way.kind !== "trajectory" || baseline === undefined || target?.by == null) return null;
  const dueOn = (day: PlainDate) => {
    const now = trajectoryOf(objective, { start, asOf: day });
    return now.kind === "trajectory" ? now.dueToday.due : figureNumber(target.figure);
  };
  return { from: figureNumber(baseline), to: figureNumber(target.figure), by: target.by, dueOn };
}

/** Where the last four periods stand against what is due on `day`; null before there are four. */
function standingOn({ from, to, by, dueOn }: Way, reading: KpiReading, day: PlainDate) {
  const points = measuredPoints(reading, day).slice(-periodsTogether);
  const recent = points.length < periodsTogether ? null : stretchOf(points, reading);
  if (recent === null) return null;
  const due = dueOn(day);
  const margin = by <= day ? 0 : 2 * standardErrorOf(recent);
  return { recent, due, isBehind: Math.sign(to - from) * (due - recent.value) > margin };
}

const toldForDays = 90;

/** A later version of an objective with an easier target or a later date: told for 90 days. */
export const movedAfterTheFact: Detector = {
  id: "moved-after-the-fact",
  mayClear: false,
  look: ({ record, asOf }) =>
    together(
      objectivesInForce(record, asOf).flatMap(({ entry, index }) => {
        const from = entry.effective_from;
        if (from === undefined || daysBetween(from, asOf) > toldForDays) return [];
        const earlier = record.objectives
          .filter((other, at) => other.id === entry.id && at !== index && (other.effective_from ?? "") < from)
          .sort((one, other) => (other.effective_from ?? "").localeCompare(one.effective_from ?? ""))[0];
        const eased = earlier === undefined ? null : easing(earlier, entry);
        if (eased === null) return judgedOne(null);
        return judgedOne({
          ...{ pitfall: "unclear-objectives", detector: "moved-after-the-fact", kind: "objective", id: entry.id },
          state: "watch",
          since: from,
          statement: `Objective ${entry.id} was eased from ${dayWords(from)} on: ${eased}.`,
          evidence: { from, before: earlier?.target ?? null, since: entry.target ?? null },
        });
      }),
    ),
};

function easing(before: Objective, since: Objective): string | null {
  const [old, now] = [before.target, since.target];
  if (old === undefined) return null;
  if (now === undefined) return "its target was taken away";
  if (old.by !== null && (now.by === null || now.by > old.by))
    return now.by === null
      ? "its date was taken away"
      : `its date moved from ${dayWords(old.by)} to ${dayWords(now.by)}`;
  const start = before.baseline ?? since.baseline;
  if (start === undefined || old.figure.kind !== now.figure.kind) return null;
  const way = Math.sign(figureNumber(old.figure) - figureNumber(start));
  return way * (figureNumber(old.figure) - figureNumber(now.figure)) > 0
    ? "its target came closer to the baseline"
    : null;
}
