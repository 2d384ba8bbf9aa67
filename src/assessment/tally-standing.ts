import type { Window } from "../metrics/dialects/duckdb-standing.ts";
import type { PeriodLength, Segment } from "../metrics/measure.ts";
import { emptyTally, segmentKey, type Tally } from "../metrics/measure-series.ts";
import type { StandingPlan, TurnoverPlan } from "../metrics/metric-plan.ts";
import { periodsBetween } from "../metrics/period.ts";
import { groupedBy } from "../values/grouped.ts";
import { addDays, daysBetween, type PlainDate } from "../values/time.ts";
import { numberIn, segmentOf } from "./tally-judged.ts";

type Row = Readonly<Record<string, unknown>>;

/** Every period that has ended by one of the dates, and the part of the running one up to each date; each once. */
export function turnoverWindows(first: PlainDate, dates: readonly PlainDate[], every: PeriodLength): readonly Window[] {
  const last = dates.at(-1) ?? first;
  return periodsBetween(first, last, every).flatMap((period) => {
    const within = dates.filter((date) => date >= period.start && date < period.end);
    const isOver = last >= period.end;
    return [...within, ...(isOver ? [period.end] : [])].map((until) => ({ period, until }));
  });
}

/** How far a period has come by a date: to its end, or to the date itself. */
function untilOf(end: PlainDate, date: PlainDate): PlainDate {
  return date < end ? date : end;
}

/** Turnover as of each date: `counted` is the mean daily headcount, `passed` the leavers, `total` makes them a year's. */
export function turnoverTallies(plan: TurnoverPlan, dates: readonly PlainDate[], rows: readonly Row[]) {
  const tallies = rows.map((row) => {
    const [periodStart, until] = [String(row.period_start), String(row.until)];
    const days = daysBetween(periodStart, addDays(until, 1));
    const total = plan.annualised ? 365 / days : 1;
    const counts = { counted: numberIn(row, "headcount"), passed: numberIn(row, "leavers"), total };
    return { until, tally: { ...emptyTally, periodStart, segment: segmentOf(plan, row), ...counts } };
  });
  const ends = new Map(tallies.map(({ tally }) => [tally.periodStart, endOf(tally.periodStart, plan.every)]));
  return dates.map((date) =>
    tallies
      .filter(({ until, tally }) => until === untilOf(ends.get(tally.periodStart) ?? date, date))
      .map(({ tally }) => tally),
  );
}

function endOf(start: PlainDate, every: PeriodLength): PlainDate {
  return periodsBetween(start, start, every)[0]?.end ?? start;
}

/**
 * Backlog or age as of each date: each period at its end, the running one at the date.
 * @param points the moments measured, rising; `rows` speak of them by number
 */
export function standingTallies(
  plan: StandingPlan,
  dates: readonly PlainDate[],
  windows: readonly Window[],
  points: readonly PlainDate[],
  rows: readonly Row[],
): readonly (readonly Tally[])[] {
  const bySegment = groupedBy(rows, (row) => segmentKey(segmentOf(plan, row)));
  const measured = [...bySegment.values()].map((parts) => {
    const segment = segmentOf(plan, parts[0] ?? {});
    return plan.figure.kind === "count" ? backlogAtPoints(parts, segment, points) : ageAtPoints(parts, segment);
  });
  const place = new Map(points.map((point, at) => [point, at]));
  return dates.map((date) =>
    windows
      .filter(({ period, until }) => period.start <= date && until === untilOf(period.end, date))
      .flatMap(({ period, until }) =>
        measured.flatMap((at) => {
          const tally = at.get(place.get(until) ?? -1);
          return tally === undefined ? [] : [{ ...tally, periodStart: period.start }];
        }),
      ),
  );
}

function backlogAtPoints(
  rows: readonly Row[],
  segment: Segment,
  points: readonly PlainDate[],
): ReadonlyMap<number, Tally> {
  const changes = new Array<number>(points.length + 1).fill(0);
  for (const row of rows) {
    const [begun, ended, records] = [numberIn(row, "begun"), numberIn(row, "ended"), numberIn(row, "records")];
    changes[begun] = (changes[begun] ?? 0) + records;
    changes[ended] = (changes[ended] ?? 0) - records;
  }
  let open = 0;
  return new Map(
    points.map((_, at) => {
      open += changes[at] ?? 0;
      return [at, { ...emptyTally, periodStart: "", segment, counted: open }];
    }),
  );
}

function ageAtPoints(rows: readonly Row[], segment: Segment): ReadonlyMap<number, Tally> {
  return new Map(
    rows.map((row) => {
      const mean = typeof row.mean === "number" ? row.mean : null;
      const quantile = typeof row.quantile === "number" ? row.quantile : null;
      const figures = { counted: numberIn(row, "records"), mean, spread: numberIn(row, "spread"), quantile };
      return [numberIn(row, "date_number"), { ...emptyTally, periodStart: "", segment, ...figures }];
    }),
  );
}
