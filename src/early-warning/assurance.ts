import { z } from "zod";
import type { LimitedPoint } from "./control-chart.ts";
import type { Better } from "./variation.ts";

/** Whether the process, left as it is, can be relied on to meet its target. */
export const Assurance = z.enum(["passes", "fails", "hit-or-miss", "no-target", "unknown"]);
export type Assurance = z.infer<typeof Assurance>;

/**
 * Compares the target with the limits of the latest point that has them: outside the limits the process always
 * passes or always fails, between them chance decides. Unknown without limits or without a wanted direction.
 * @see NHS England, Making Data Count
 */
export function readAssurance(points: readonly LimitedPoint[], target: number | null, better: Better): Assurance {
  if (target === null) return "no-target";
  const latest = points.findLast((point) => point.value !== null && point.lower !== null && point.upper !== null);
  if (better === null || latest === undefined || latest.lower === null || latest.upper === null) return "unknown";
  if (target > latest.upper) return better === "higher" ? "fails" : "passes";
  if (target < latest.lower) return better === "higher" ? "passes" : "fails";
  return "hit-or-miss";
}
