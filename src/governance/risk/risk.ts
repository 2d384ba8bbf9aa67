import { z } from "zod";
import { WrittenCadence } from "../../values/cadence.ts";
import { Identifier, PersonId } from "../../values/identifier.ts";
import { FivePointScore } from "../../values/score.ts";
import { Text } from "../../values/text.ts";
import { PlainDate } from "../../values/time.ts";

/** What is done instead when the worst happens, and whether anybody tried. */
const Fallback = z.strictObject({
  plan: Text.describe("what is done, or the file that says it"),
  tested_on: PlainDate.optional().describe("the day of the last test"),
  worked: z.boolean().optional().describe("whether the last test worked"),
  test_every: WrittenCadence.optional().describe("how often it is tested, such as year"),
});
export type Fallback = z.infer<typeof Fallback>;

/** Something that could go wrong, and what is done about it. */
export const Risk = z.strictObject({
  id: Identifier,
  title: Text,
  area: z
    .enum([
      "staffing",
      "quality",
      "security",
      "privacy",
      "continuity",
      "finance",
      "legal",
      "technology",
      "relationship",
    ])
    .optional()
    .describe("which part of the partnership it threatens"),
  owner: PersonId.optional(),
  likelihood: FivePointScore.optional().describe("before anything is done, 1 to 5"),
  impact: FivePointScore.optional().describe("before anything is done, 1 to 5"),
  treatment: Text.optional().describe("what is done about it"),
  treatment_due: PlainDate.optional().describe("the day by which that is to be done"),
  treated_on: PlainDate.optional().describe("the day on which it was done"),
  residual: z
    .strictObject({ likelihood: FivePointScore, impact: FivePointScore })
    .optional()
    .describe("what is left after the treatment"),
  fallback: Fallback.optional().describe("what is done instead when the worst happens"),
  reviewed_on: PlainDate.optional(),
  review_on: PlainDate.optional().describe("the day of the next review"),
});
export type Risk = z.infer<typeof Risk>;

/** A look from outside that is planned. */
export const Audit = z.strictObject({
  id: Identifier,
  title: Text,
  by: Text.optional(),
  on: PlainDate.optional().describe("the day it is planned for"),
  every: WrittenCadence.optional(),
  last_on: PlainDate.optional().describe("the day of the last one"),
});
export type Audit = z.infer<typeof Audit>;
