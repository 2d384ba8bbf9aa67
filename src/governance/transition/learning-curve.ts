import { groupedBy } from "../../values/grouped.ts";
import type { Chance } from "../../values/seeded-chance.ts";
import type { TooLittleData } from "../../values/share.ts";

/**
 * What a new person does against an experienced one: 1 − (1 − `start`) · e^(−t ÷ `scale`), t in weeks of real work.
 * @see Mazur & Hastie 1978, Learning as accumulation: the exponential form
 */
export type LearningCurve = {
  /** in the first moment of real work, 0 to 1 */
  readonly start: number;
  /** weeks in which the rest that is to be learned shrinks to 37 % */
  readonly scale: number;
};

/** One person's output an hour in one week of real work, against the output of experienced people (1 is the same). */
export type WeekOfWork = { readonly agent: string; readonly week: number; readonly productivity: number };

/** Fewer people than this say nothing about how people learn. */
const fewestLearners = 5;
const fewestWeeks = 3;

/** What a person does after so many weeks of real work; nothing before it. */
export function productivityAt({ start, scale }: LearningCurve, weeks: number): number {
  return weeks < 0 ? 0 : 1 - (1 - start) * Math.exp(-weeks / scale);
}

/** Weeks until a person does `level` of what an experienced one does. */
export function weeksUntil({ start, scale }: LearningCurve, level: number): number {
  return start >= level ? 0 : scale * Math.log((1 - start) / (1 - level));
}

/** The curve that starts at `start` and comes to 95 % after so many weeks. */
export function curveThrough(start: number, experiencedAfterWeeks: number): LearningCurve {
  const bounded = Math.min(start, 0.949);
  return { start: bounded, scale: experiencedAfterWeeks / Math.log((1 - bounded) / 0.05) };
}

/** The curve with the least squares through all weeks; too little data below five people or three different weeks. */
export function fitLearningCurve(weeks: readonly WeekOfWork[]): LearningCurve | TooLittleData {
  const people = new Set(weeks.map(({ agent }) => agent)).size;
  if (people < fewestLearners) return { kind: "too-little-data", have: people, need: fewestLearners };
  const different = new Set(weeks.map(({ week }) => week)).size;
  if (different < fewestWeeks) return { kind: "too-little-data", have: different, need: fewestWeeks };
  return fitTo(tallyOf(weeks));
}

/** Curves fitted to people drawn again with replacement, whole people at a time since their weeks hang together. */
export function redrawnCurves(weeks: readonly WeekOfWork[], draws: number, chance: Chance): readonly LearningCurve[] {
  const people = [...groupedBy(weeks, ({ agent }) => agent).values()].map(tallyOf);
  return Array.from({ length: draws }, () => {
    const drawn = new Map<number, WeekTally>();
    for (let person = 0; person < people.length; person += 1)
      for (const [week, tally] of chance.pick(people)) addTally(drawn, week, tally);
    return fitTo(drawn);
  });
}

/** Sums of what is still to be learned in one week: enough for least squares, whatever the curve. */
type WeekTally = { count: number; rest: number };
type Tallies = ReadonlyMap<number, WeekTally>;

function tallyOf(weeks: readonly WeekOfWork[]): Tallies {
  const tallies = new Map<number, WeekTally>();
  for (const { week, productivity } of weeks) addTally(tallies, week, { count: 1, rest: 1 - productivity });
  return tallies;
}

function addTally(tallies: Map<number, WeekTally>, week: number, { count, rest }: WeekTally): void {
  const tally = tallies.get(week);
  if (tally === undefined) tallies.set(week, { count, rest });
  else {
    tally.count += count;
    tally.rest += rest;
  }
}

const shortestScale = 0.25;
const longestScale = 208;
const steps = 120;

/** For each scale the best start is a line through the origin; the scale is searched over a fine grid of equal ratios. */
function fitTo(tallies: Tallies): LearningCurve {
  let best: LearningCurve = { start: 0, scale: longestScale };
  let least = Number.POSITIVE_INFINITY;
  for (let step = 0; step <= steps; step += 1) {
    const scale = shortestScale * (longestScale / shortestScale) ** (step / steps);
    let [cross, square] = [0, 0];
    for (const [week, { count, rest }] of tallies) {
      const left = Math.exp(-week / scale);
      cross += rest * left;
      square += count * left * left;
    }
    const gap = Math.min(1, Math.max(0, cross / square));
    // The sum of squared rests is the same for every scale, so it is left out.
    const loss = gap * gap * square - 2 * gap * cross;
    if (loss < least - 1e-12) [best, least] = [{ start: 1 - gap, scale }, loss];
  }
  return best;
}
