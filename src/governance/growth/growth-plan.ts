import { z } from "zod";
import { Criterion } from "../../values/criterion.ts";
import { Identifier, PersonId, referenceTo } from "../../values/identifier.ts";
import { Percentage } from "../../values/percentage.ts";
import { Text } from "../../values/text.ts";
import { PlainDate } from "../../values/time.ts";

/** Where growth stops until the figures allow it to go on. */
const Checkpoint = z.strictObject({
  on: PlainDate.optional().describe("the day on which it is looked at"),
  criteria: z.array(Criterion).default([]),
  turnover_at_most: Percentage.optional().describe("leavers a year by heads, such as 30 %"),
  ramp_at_least: Percentage.optional().describe("fully productive people against the plan of the ramp, such as 90 %"),
  decided: z.enum(["go", "hold", "back"]).optional().describe("go on, hold, or go back"),
  decided_on: PlainDate.optional().describe("the day of the decision"),
  decided_by: z.array(PersonId).default([]).describe("who decided"),
  evidence: Text.optional().describe("the figures that it was decided on"),
});
export type Checkpoint = z.infer<typeof Checkpoint>;

/** One step of growth, and the checkpoint that ends it. */
export const GrowthPhase = z.strictObject({
  id: Identifier,
  title: Text.optional(),
  starts: PlainDate.optional(),
  heads: z.int().positive().optional().describe("the most people at work in this phase"),
  items_a_month: z.int().positive().optional().describe("the most work a month in this phase"),
  processes: z.array(referenceTo("process")).default([]).describe("what is added in this phase"),
  checkpoint: Checkpoint.optional().describe("what must be true before the next phase begins"),
});
export type GrowthPhase = z.infer<typeof GrowthPhase>;

/** Growth in phases, smallest first. */
export const GrowthPlan = z.strictObject({
  owner: PersonId.optional(),
  phases: z.array(GrowthPhase).default([]).describe("steps of growth, the first one first"),
});
export type GrowthPlan = z.infer<typeof GrowthPlan>;
