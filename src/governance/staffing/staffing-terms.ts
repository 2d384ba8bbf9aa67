import { z } from "zod";
import { WrittenCadence } from "../../values/cadence.ts";
import { Duration } from "../../values/duration.ts";
import { Percentage } from "../../values/percentage.ts";
import { Text } from "../../values/text.ts";

/** Somebody of the provider without whom the work would suffer. */
const KeyPerson = z.strictObject({
  agent: Text.describe("the pseudonym in the roster"),
  role: Text.optional().describe("what this person does"),
  successor: Text.optional().describe("who would take over: a pseudonym"),
});
export type KeyPerson = z.infer<typeof KeyPerson>;

/** What was agreed about the people who do the work. */
export const StaffingTerms = z.strictObject({
  roster_shared_every: WrittenCadence.optional().describe("how often the client gets the roster, such as month"),
  key_people: z.array(KeyPerson).default([]).describe("people without whom the work would suffer"),
  backfill_within: Duration.optional().describe("how soon a leaver is replaced, such as 15 business days"),
  retention: Text.optional().describe("what the provider does so that people stay"),
  turnover_at_most: Percentage.optional().describe("a year"),
});
export type StaffingTerms = z.infer<typeof StaffingTerms>;
