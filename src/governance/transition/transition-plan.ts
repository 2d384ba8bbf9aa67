import { z } from "zod";
import { WrittenCalendarLength } from "../../values/calendar-length.ts";
import { Criterion } from "../../values/criterion.ts";
import { Identifier, PersonId } from "../../values/identifier.ts";
import { Percentage } from "../../values/percentage.ts";
import { Text } from "../../values/text.ts";
import { PlainDate } from "../../values/time.ts";

/** Teaching before the work is handed over. */
const Training = z.strictObject({
  id: Identifier,
  title: Text,
  from: PlainDate.optional(),
  to: PlainDate.optional(),
  owner: PersonId.optional(),
  heads: z.int().positive().optional().describe("how many people are taught"),
});
export type Training = z.infer<typeof Training>;

/** A door that opens only when its criteria are met. */
export const LaunchGate = z.strictObject({
  id: Identifier,
  kind: z.enum(["pilot", "parallel-run", "go-live", "hypercare", "steady-state"]).describe("which door it is"),
  due: PlainDate.optional(),
  owner: PersonId.optional(),
  criteria: z.array(Criterion).default([]),
  passed_on: PlainDate.optional().describe("the day on which it opened"),
});
export type LaunchGate = z.infer<typeof LaunchGate>;

/** One point of the planned ramp. */
export const RampPoint = z.strictObject({
  on: PlainDate.describe("the day by which it is so"),
  heads: z.int().min(0).describe("people at work"),
  productive: z.number().min(0).optional().describe("the same in fully productive people"),
});
export type RampPoint = z.infer<typeof RampPoint>;

/** How fast new people are expected to learn: what the planned ramp rests on. */
export const LearningAssumptions = z.strictObject({
  training: WrittenCalendarLength.optional().describe(
    "how long people learn before they work on real items, as 3 weeks",
  ),
  nesting: WrittenCalendarLength.optional().describe("how long they then work beside a coach, such as 4 weeks"),
  graduates: Percentage.optional().describe("how many of those who start the training come to real work, such as 85 %"),
  productivity_at_start: Percentage.optional().describe(
    "what a new person does on the first day of real work, against an experienced one, such as 40 %",
  ),
  experienced_after: WrittenCalendarLength.optional().describe(
    "how long after the training a new person does 95 % of what an experienced one does, such as 16 weeks",
  ),
  turnover_a_year: Percentage.optional().describe("how many leave in a year, such as 30 %"),
});
export type LearningAssumptions = z.infer<typeof LearningAssumptions>;

/** How the work moves over and comes up to speed. */
export const TransitionPlan = z.strictObject({
  owner: PersonId.optional(),
  starts: PlainDate.optional(),
  training: z.array(Training).default([]).describe("teaching before the work is handed over"),
  launch_gates: z.array(LaunchGate).default([]).describe("doors that open only when their criteria are met"),
  ramp: z.array(RampPoint).default([]).describe("the planned heads over time, earliest first"),
  learning: LearningAssumptions.optional().describe("how fast new people are expected to learn"),
});
export type TransitionPlan = z.infer<typeof TransitionPlan>;
