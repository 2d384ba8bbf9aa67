import { closest, distance } from "fastest-levenshtein";

/** The word of `known` that a slip of the fingers could have turned into `written`; null when none is near. */
export function closestWord(written: string, known: readonly string[]): string | null {
  if (known.length === 0) return null;
  const near = closest(written.toLowerCase(), known);
  // Two letters that changed places count as two.
  const bearable = written.length < 4 ? 1 : Math.max(2, Math.floor(written.length / 3));
  return distance(written.toLowerCase(), near.toLowerCase()) <= bearable ? near : null;
}
