import type { KpiReading } from "../../assessment/verdict.ts";
import { distanceWords } from "../signals/plain-figures.ts";
import { clearMeans, sizeWithin } from "./power-reading.ts";

/** What a clear signal is worth: in words, and whether nothing realistic would have shown, so that it is blind instead. */
export type ClearMeaning = {
  readonly words: string | null;
  /** some of its clearest figures would show only something lasting or very large, or nothing */
  readonly isPartial: boolean;
  readonly showsNothing: boolean;
};

/** How a pitfall was cleared. */
type Cleared = {
  /** what was looked for and is not there, with the size from which on it would be told */
  readonly within: readonly string[];
  /** the silence of figures alone clears it */
  readonly byFiguresAlone: boolean;
};

/** Horizons at which a figure is asked again that shows nothing within the usual one; a year at most. */
const slowWeeks = [12, 26, 52] as const;

/**
 * `Nothing larger than this: Satisfied customers no 4.1 points lower than before for 8 weeks (seen with a chance of 80 %).` What other
 * rules looked for stands beside it with its size. A figure of which no change would be seen in that time is told apart, with
 * the time and the size at which it would be: clear, but only something lasting or very large would show.
 */
export function clearWords(asked: Parameters<typeof clearMeans>, { within, byFiguresAlone }: Cleared): ClearMeaning {
  const [pitfall, input, heights] = asked;
  const told = clearMeans(...asked);
  const bounded = told.flatMap(({ reading, change: { size, weeks } }) =>
    size === null ? [] : sizeWords(reading, size, weeks),
  );
  const slow = told
    .filter(({ change }) => change.size === null)
    .map(({ reading }) => {
      const seen = slowWeeks
        .map((weeks) => ({ weeks, size: sizeWithin(pitfall, reading, input, heights, weeks) }))
        .find(({ size }) => size !== null);
      return { reading, weeks: seen?.weeks ?? null, size: seen?.size ?? null };
    });
  const late = slow.flatMap(({ reading, weeks, size }) =>
    weeks === null || size === null ? [] : sizeWords(reading, size, weeks),
  );
  const never = slow.filter(({ weeks }) => weeks === null).map(({ reading }) => reading.title);
  const sentences = [
    ...(bounded.length === 0 ? [] : [`Nothing larger than this: ${bounded.join("; ")} (seen with a chance of 80 %).`]),
    ...(within.length === 0 ? [] : [`Looked for and not there: ${within.join("; ")}.`]),
    ...(late.length === 0
      ? []
      : [
          `Clear, but only something lasting or very large would show: ${late.join("; ")} (seen with a chance of 80 %, not within 8 weeks).`,
        ]),
    ...(never.length === 0
      ? []
      : [`No change of it would be told within a year, not even four times its usual swing: ${never.join("; ")}.`]),
  ];
  const showsNothing = byFiguresAlone && told.length > 0 && bounded.length + late.length + within.length === 0;
  return { words: sentences.length === 0 ? null : sentences.join(" "), isPartial: slow.length > 0, showsNothing };
}

function sizeWords({ title, unit, currency, better }: KpiReading, size: number, weeks: number): string {
  return `${title} no ${distanceWords(size, unit, currency)} ${better === "higher" ? "lower" : "higher"} than before for ${weeks} weeks`;
}
