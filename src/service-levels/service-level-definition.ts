import { z } from "zod";
import { definitionInForce, effectiveKeys } from "../values/effective.ts";
import { Identifier } from "../values/identifier.ts";
import { Percentage } from "../values/percentage.ts";
import { PlainDate } from "../values/time.ts";
import { ChronicFailure } from "./chronic-failure.ts";
import { CreditScale } from "./credit-scale.ts";
import { EarnBack } from "./earn-back.ts";
import { Level } from "./level.ts";

/** The credit side of a critical service level. */
const CriticalTerms = z.strictObject({
  allocation: Percentage.refine((share) => share > 0, "an allocation is more than 0 %").describe(
    "share of the amount at risk that this level puts at stake; all together may reach the pool",
  ),
  credit: CreditScale.optional().describe(
    "how much of it a miss costs; without it, all of it below the minimum, or below the target where no minimum is agreed",
  ),
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
    clause: z.string().optional().describe("where the contract states it, such as SOW 4.2"),
    metric: Identifier.describe("the metric that is held against it"),
    every: z.enum(["day", "week", "month", "quarter"]).describe("the measurement period"),
    target: Level.describe("the expected level, such as 90 % or 8h"),
    minimum: Level.optional().describe("the level below which service is never acceptable"),
    kpi: z.boolean().default(false).describe("true: reported and watched, carries no credit"),
    critical: CriticalTerms.optional().describe("a miss costs a credit"),
    earn_back: EarnBack.optional().describe("in place of the contract's own rule"),
    chronic_failure: ChronicFailure.optional().describe("in place of the contract's own rule"),
    measured_at: z
      .string()
      .min(1)
      .optional()
      .describe("where the clock starts and stops, or what is counted, in words"),
    excludes: z.string().min(1).optional().describe("what does not count, in words: outages of the client, or nothing"),
    source: z.string().min(1).optional().describe("whose records decide, such as the client's ticket system"),
    ...effectiveKeys,
    effective_until: PlainDate.optional().describe("the last day on which it binds"),
    least_items: z.number().int().min(1).default(1).describe("fewer items than this decide nothing"),
    stale_after_days: z
      .number()
      .int()
      .min(0)
      .default(3)
      .describe("days by which the records may end before the period does and still cover it"),
    rounded_to: Level.refine((step) => step > 0, "figures are rounded to a step above nothing")
      .optional()
      .describe("the contract's rounding before comparing, such as 0.1 %; without it the exact figure is compared"),
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

/**
 * The version in force on a day, unless it has ended by then. A period is judged by the version of its first day,
 * so that a change never reaches back into a period begun.
 */
export function levelInForce<Version extends Pick<ServiceLevelDefinition, "effective_from" | "effective_until">>(
  versions: readonly Version[],
  on: PlainDate,
): Version | null {
  const version = definitionInForce(versions, on);
  return version?.effective_until !== undefined && version.effective_until < on ? null : version;
}

function bandsOf(critical: CriticalTerms | undefined): readonly { worse_than: unknown }[] {
  if (critical?.credit === undefined) return [];
  return Array.isArray(critical.credit) ? critical.credit : [critical.credit];
}
