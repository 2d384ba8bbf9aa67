import { distanceWords } from "../signals/plain-figures.ts";
import { clearMeans } from "./power-reading.ts";

/**
 * `Nothing larger than this: Satisfied customers no 4.1 points lower than before for 8 weeks (seen with a chance of 80 %).` A figure of
 * which no change would be seen in that time stands apart, so that clear is not taken for more than it is.
 */
export function clearWords(...asked: Parameters<typeof clearMeans>): string | null {
  const told = clearMeans(...asked);
  const bounded = told.flatMap(({ reading: { title, unit, currency, better }, change: { size, weeks } }) =>
    size === null
      ? []
      : `${title} no ${distanceWords(size, unit, currency)} ${better === "higher" ? "lower" : "higher"} than before for ${weeks} weeks`,
  );
  const unseen = told.filter(({ change }) => change.size === null);
  const sentences = [
    ...(bounded.length === 0 ? [] : [`Nothing larger than this: ${bounded.join("; ")} (seen with a chance of 80 %).`]),
    ...unseen
      .slice(0, 1)
      .map(({ change }) => `Within ${change.weeks} weeks even a large change is not seen: ${titles(unseen)}.`),
  ];
  return sentences.length === 0 ? null : sentences.join(" ");
}

function titles(readings: ReturnType<typeof clearMeans>): string {
  return readings.map(({ reading }) => reading.title).join("; ");
}
