import type { KpiReading } from "../../../assessment/verdict.ts";
import type { Objective } from "../../../governance/objective/objective.ts";
import { periodsTogether, type Standing } from "../../../governance/objective/objective-standing.ts";
import { type Trajectory, trajectoryOf } from "../../../governance/objective/trajectory.ts";
import type { PartnershipRecord } from "../../../governance/partnership/partnership-record.ts";
import { objectivesInForce } from "../../../governance/partnership/record-reading.ts";
import { figureNumber } from "../../../values/figure.ts";
import { daysBetween, type PlainDate } from "../../../values/time.ts";
import { type MeasuredPoint, measuredPoints } from "../figures/kpi-stream.ts";
import { isWhole } from "../figures/pitfall-figures.ts";
import { stretchOf, stretchWords } from "../figures/stretch.ts";
import { dayWords, figureWords, periodsWords } from "../plain-figures.ts";
import { judgedOne } from "../record-finding.ts";
import { blindTo, type Detector, type SignalReading, together } from "../signal-reading.ts";

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

function lookAtObjective(
  objective: Objective,
  reading: KpiReading,
  { asOf, start }: { asOf: PlainDate; start: PlainDate | null },
): SignalReading {
  const { id, baseline, target } = objective;
  const by = target?.by ?? null;
  const points = measuredPoints(reading, asOf).filter(({ period }) => start === null || period.end >= start);
  const wayOn = (day: PlainDate) => wayOf(objective, { start, asOf: day, points });
  const way = wayOn(asOf);
  if (baseline === undefined || target === undefined || by === null || way === null)
    return blindTo(`Objective ${id}: without baseline, target, date and start there is no way to be behind.`, [
      "partnership.yaml",
    ]);
  if (points.length < periodsTogether)
    return blindTo(`Objective ${id}: only ${periodsWords(points.length, reading.every)} measured since its start.`, [
      "work_items",
      "survey_responses",
    ]);
  const recent = stretchOf(points.slice(-periodsTogether), reading);
  if (recent === null || !isBehind(way)) return judgedOne(null);
  const days = points.map(({ period }) => period.end);
  const inTime = days.map((day) => !isBehind(wayOn(day)));
  // Behind since then, but for pauses of fewer periods than stand together.
  const lastInTime = inTime.findLastIndex((_, at) =>
    inTime.slice(Math.max(0, at - periodsTogether + 1), at + 1).every(Boolean),
  );
  const told = days[lastInTime + 1] ?? asOf;
  const words = (value: number) => figureWords(value, reading.unit, reading.currency);
  const due = way.dueToday.due;
  const corners = way.points.filter(({ kind }) => kind !== "between");
  const middle = corners.find(({ kind }) => kind === "in-90-days");
  const by90 = middle === undefined ? "" : ` by way of ${words(middle.due)} on ${dayWords(middle.on)}`;
  const [from, to] = [corners[0]?.due ?? due, corners.at(-1)?.due ?? due];
  const when =
    by <= asOf
      ? `was to reach ${words(to)} by ${dayWords(by)}`
      : `is on the way from ${words(from)}${by90} to ${words(to)} by ${dayWords(by)}, so ${words(due)} is due now`;
  const { value, numerator, denominator, values } = recent;
  return judgedOne({
    ...{ pitfall: "unclear-objectives", detector: "off-trajectory", kind: "objective", id },
    state: by <= asOf ? "alarm" : "watch",
    since: told,
    statement: `Objective ${id} ${when}; ${reading.title} stands at ${stretchWords(recent)} over the last ${periodsWords(values.length, reading.every)}.`,
    evidence: {
      ...{ metric: reading.metric, baseline: from, target: to, by, due, value, numerator, denominator },
      ...(middle === undefined ? {} : { in90Days: { on: middle.on, due: middle.due } }),
    },
  });
}

/** The agreed way and where it stands on a day: the same rule as the review of objectives. */
function wayOf(
  objective: Objective,
  { start, asOf, points }: { start: PlainDate | null; asOf: PlainDate; points: readonly MeasuredPoint[] },
): Trajectory | null {
  const readings = points.map(({ period, value, numerator, denominator }) => ({
    ...{ on: period.end, from: period.start, value },
    ...(objective.target?.figure.kind === "share" && numerator !== null ? { numerator, denominator } : {}),
  }));
  const way = trajectoryOf(objective, { start, asOf, readings });
  return way.kind === "trajectory" ? way : null;
}

function isBehind(way: Trajectory | null): boolean {
  const standing: Standing | null = way?.standing ?? null;
  return standing !== null && standing.periods === periodsTogether && standing.state === "behind";
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
