import { distanceWords } from "../signals/plain-figures.ts";
import { clearMeans } from "./power-reading.ts";

/** `Clear means: Satisfied customers has not been 4.1 points lower for 8 weeks; 80 in 100 such changes would have been told.` */
export function clearWords(...asked: Parameters<typeof clearMeans>): string | null {
  const told = clearMeans(...asked).map(({ reading: { title, unit, currency, better }, change: { size, weeks } }) =>
    size === null
      ? `${title}: even a large change is not seen within ${weeks} weeks`
      : `${title} no ${distanceWords(size, unit, currency)} ${better === "higher" ? "lower" : "higher"} than before for ${weeks} weeks`,
  );
  return told.length === 0 ? null : `Nothing larger than this: ${told.join("; ")} (seen with a chance of 80 %).`;
}
