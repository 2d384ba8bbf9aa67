import { z } from "zod";
import { Identifier, PersonId, referenceTo } from "../../values/identifier.ts";
import { Text } from "../../values/text.ts";
import { PlainDate } from "../../values/time.ts";

/** A goal of the partnership, and how much each side cares for it. */
const Goal = z.strictObject({
  id: Identifier.describe("as the column `goal` of the rankings names it"),
  goal: Text.describe("the goal in a sentence"),
  objective: referenceTo("objective").optional().describe("the objective that it serves"),
  client: z.int().min(1).optional().describe("the client's rank; 1 is the most important"),
  provider: z.int().min(1).optional().describe("the provider's rank; 1 is the most important"),
});
export type Goal = z.infer<typeof Goal>;

/** What both sides want from each other, ranked by each and signed by both. */
export const SharedGoals = z.strictObject({
  signed_on: PlainDate.optional(),
  signed_by: z.array(PersonId).default([]).describe("people of both sides"),
  revisit_on: PlainDate.optional(),
  ranked: z.array(Goal).default([]).describe("each goal with its rank by either side"),
});
export type SharedGoals = z.infer<typeof SharedGoals>;
