import { z } from "zod";
import { ruleDirection, type SpecialCauseRule } from "./special-cause.ts";

/** Which way is good; null when neither is. */
export const Better = z.enum(["higher", "lower"]).nullable();
export type Better = z.infer<typeof Better>;

/** What the latest point says: ordinary noise, or a change and its direction. */
const Variation = z.enum(["common-cause", "improving", "worsening", "special-cause"]);
export type Variation = z.infer<typeof Variation>;

/** The variation at the latest measured point, the rule that says so and where that stretch of points began. */
export type VariationReading = {
  readonly kind: Variation;
  readonly rule: SpecialCauseRule | null;
  /** index of the first point of the unbroken stretch marked in the same direction; null for common cause */
  readonly since: number | null;
};

/**
 * Reads the latest measured point.
 * @param marks     the rule that marks each point
 * @param measured  whether anything was measured at each point; gaps neither break nor make a stretch
 */
export function readVariation(
  marks: readonly (SpecialCauseRule | null)[],
  measured: readonly boolean[],
  better: Better,
): VariationReading {
  const indexes = marks.flatMap((_, index) => (measured[index] === true ? index : []));
  const latest = indexes.at(-1);
  const rule = latest === undefined ? null : (marks[latest] ?? null);
  if (rule === null) return { kind: "common-cause", rule: null, since: null };
  const isOther = (index: number) => {
    const mark = marks[index] ?? null;
    return mark === null || ruleDirection[mark] !== ruleDirection[rule];
  };
  const lastOther = indexes.findLastIndex(isOther);
  return { kind: kindOf(rule, better), rule, since: indexes[lastOther + 1] ?? null };
}

/** A rule's direction seen from what is wanted. */
export function kindOf(rule: SpecialCauseRule, better: Better): Variation {
  if (better === null) return "special-cause";
  return (ruleDirection[rule] === "up") === (better === "higher") ? "improving" : "worsening";
}
