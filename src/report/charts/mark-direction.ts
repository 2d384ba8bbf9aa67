import type { ChartPoint } from "../../assessment/verdict.ts";

/**
 * Which way a special cause points: as its rule says (above, rising, below …), or else to the side of the centre line
 * on which the point lies. Null for a point of common cause.
 */
export function markDirection({ special, value, centre }: ChartPoint): "up" | "down" | null {
  if (special === null) return null;
  const sayings = [/above|upper|rising|high/.test(special), /below|lower|falling|low\b/.test(special)];
  if (sayings[0] !== sayings[1]) return sayings[0] ? "up" : "down";
  return value !== null && centre !== null && value < centre ? "down" : "up";
}
