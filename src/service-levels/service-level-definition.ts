import { z } from "zod";
import { effectiveKeys } from "../values/effective.ts";
import { Identifier } from "../values/identifier.ts";
import { Percentage } from "../values/percentage.ts";
import { PlainDate } from "../values/time.ts";
import { ChronicFailure } from "./chronic-failure.ts";
import { CreditScale } from "./credit-scale.ts";
import { EarnBack } from "./earn-back.ts";
import { Level } from "./level.ts";

/** The credit side of a critical service level. */
export const CriticalTerms = z.strictObject({
  /** share of the amount at risk that this level puts at stake; all allocations together may reach the pool */
  allocation: Percentage.refine((share) => share > 0, "an allocation is more than 0 %"),
  /** absent: all of the allocation falls due below the minimum, or below the target where no minimum is agreed */
  credit: CreditScale.optional(),
});
export type CriticalTerms = z.infer<typeof CriticalTerms>;

/**
 * A level of service that was agreed: which metric, over which period, held against which level, and what a miss costs.
 * Several entries with one id are versions of it, dated by `effective_from`.
 */
export const ServiceLevelDefinition = z
  .strictObject({
    id: Identifier,
    title: z.string().optional(),
    clause: z.string().optional(),
    metric: Identifier,
    every: z.enum(["day", "week", "month", "quarter"]),
    target: Level,
    minimum: Level.optional(),
    /** reported and watched, carries no credit */
    kpi: z.boolean().default(false),
    critical: CriticalTerms.optional(),
    /** these two override the contract's own rule for this level */
    earn_back: EarnBack.optional(),
    chronic_failure: ChronicFailure.optional(),
    /** from `effective_from` it binds; a period is judged by the version in force on its first day */
    ...effectiveKeys,
    /** last day on which it binds */
    effective_until: PlainDate.optional(),
    /** fewer items than this decide nothing */
    least_items: z.number().int().min(1).default(1),
    /** days by which the records may end before the period does and still cover it */
    stale_after_days: z.number().int().min(0).default(3),
    /** the contract's rounding before comparing, such as `0.1 %`; absent: the exact figure is compared */
    rounded_to: Level.refine((step) => step > 0, "figures are rounded to a step above nothing").optional(),
    rounding: z.enum(["half-up", "half-even", "down", "up"]).default("half-up"),
  })
  .superRefine((level, context) => {
    if (level.kpi && level.critical !== undefined) {
      context.addIssue({
        code: "custom",
        path: ["critical"],
        message: "a KPI carries no credit: drop kpi or critical",
      });
    }
    if (level.critical === undefined && level.earn_back !== undefined) {
      const message = "there is no credit to earn back: say critical: { allocation: … } or drop earn_back";
      context.addIssue({ code: "custom", path: ["earn_back"], message });
    }
    const { effective_from: from, effective_until: until } = level;
    if (from !== undefined && until !== undefined && until < from) {
      context.addIssue({ code: "custom", path: ["effective_until"], message: "it ends before it begins" });
    }
    for (const [index, band] of bandsOf(level.critical).entries()) {
      if (band.worse_than !== "minimum" || level.minimum !== undefined) continue;
      const message = "no minimum is agreed that a figure could be worse than";
      context.addIssue({ code: "custom", path: ["critical", "credit", index, "worse_than"], message });
    }
  });
export type ServiceLevelDefinition = z.infer<typeof ServiceLevelDefinition>;

function bandsOf(critical: CriticalTerms | undefined): readonly { worse_than: unknown }[] {
  if (critical?.credit === undefined) return [];
  return Array.isArray(critical.credit) ? critical.credit : [critical.credit];
}
