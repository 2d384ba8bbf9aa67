import type { AlarmHeights } from "../../../early-warning/shift-evidence/alarm-budget.ts";
import { independenceOf } from "../../../early-warning/shift-evidence/common-movement.ts";
import {
  explanation,
  type PooledEvidence,
  type PooledFigure,
  poolEvidence,
} from "../../../early-warning/shift-evidence/pooled-evidence.ts";
import { daysBetween, type PlainDate } from "../../../values/time.ts";
import { firstDay, withoutWeek } from "./kpi-stream.ts";
import { isOver, type MovedKpi, movedOf, onsetDay, type WeighedFigure } from "./moved-kpis.ts";

/** Days within which two onsets are of one change: figures that are measured by month, or creep, date it weeks apart. */
export const sameChangeDays = 70;

/** A lasting change for the worse of figures that are looked at together. */
export type FigureChange = {
  readonly state: "watch" | "alarm";
  /** weeks between two times that chance alone gives evidence this strong */
  readonly weeks: number;
  readonly onset: PlainDate;
  readonly earliest: PlainDate;
  readonly latest: PlainDate;
  /** KPIs that moved, the clearest first */
  readonly moved: readonly MovedKpi[];
};

/**
 * What so many figures say together: a change that rises to a height at least, or null.
 * @param least in weeks; the height of a watch unless told otherwise
 */
export function changeOf(
  figures: readonly WeighedFigure[],
  heights: AlarmHeights,
  asOf: PlainDate,
  least: number = heights.watch,
): FigureChange | null {
  if (figures.length === 0) return null;
  const onsets = mondaysBefore(asOf);
  const independence = independenceAmong(figures);
  const evidence = poolEvidence(figures.map(pooled), onsets, independence);
  if (evidence.weeks < least) return null;
  const moved = movedOf(figures, evidence);
  const [leading] = moved;
  if (leading === undefined || isOver(moved)) return null;
  const stands =
    evidence.weeks >= heights.alarm && weeksWithoutOne(figures, evidence, onsets, independence) >= heights.alarm;
  return {
    state: stands ? "alarm" : "watch",
    weeks: evidence.weeks,
    onset: onsetDay(leading.reading, evidence.onset),
    earliest: onsetDay(leading.reading, evidence.earliest),
    latest: onsetDay(leading.reading, evidence.latest),
    moved,
  };
}

/** How well a pitfall explains its figures, see `explanation`. */
export function explains(figures: readonly WeighedFigure[], asOf: PlainDate): number {
  return explanation(figures.map(pooled), mondaysBefore(asOf));
}

function independenceAmong(figures: readonly WeighedFigure[]): number {
  return independenceOf(figures.map(({ weighed }) => weighed.stream));
}

const weeksTold = 52;

/** First days of the last weeks, oldest first, as days since 1970. */
function mondaysBefore(asOf: PlainDate): readonly number[] {
  const today = daysBetween(firstDay, asOf);
  const monday = today - ((today + 3) % 7);
  return Array.from({ length: weeksTold }, (_, back) => monday - 7 * (weeksTold - 1 - back));
}

function pooled({ weighed: { evidence }, sign }: WeighedFigure): PooledFigure {
  return { evidence, sign };
}

/**
 * An alarm must stand without its most telling week: one bad week is a shock, two are a change. Asked of changes up to so
 * many weeks old; of older ones a week is a small part.
 */
const shockWeeks = 5;

function weeksWithoutOne(
  figures: readonly WeighedFigure[],
  { onset, weeks }: PooledEvidence,
  mondays: readonly number[],
  independence: number,
): number {
  const since = mondays.filter((monday) => monday >= onset);
  if (since.length > shockWeeks) return weeks;
  const left = since.map((monday) => {
    const without = figures.map((figure) => ({ ...pooled(figure), evidence: withoutWeek(figure.weighed, monday) }));
    return poolEvidence(without, mondays, independence).weeks;
  });
  return Math.min(...left);
}
