import { z } from "zod";
import { WrittenCadence } from "../../values/cadence.ts";
import { PersonId } from "../../values/identifier.ts";
import { Text } from "../../values/text.ts";
import { PlainDate } from "../../values/time.ts";

const termKeys = {
  clause: Text.describe("where it stands, such as MSA 14"),
  says: Text.optional().describe("what it says, in a sentence"),
  reviewed_on: PlainDate.optional().describe("the day of the legal review"),
};

const TermKeys = z.strictObject(termKeys);

/** A thing that the contract must settle: a bare clause will do. */
export const ContractTerm = z
  .union([Text, TermKeys])
  .transform((term): z.infer<typeof TermKeys> => (typeof term === "string" ? { clause: term } : term));
export type ContractTerm = z.infer<typeof ContractTerm>;

const ExitKeys = z.strictObject({
  ...termKeys,
  plan: Text.optional().describe("the file with the exit plan"),
  owner: PersonId.optional().describe("who answers for the plan"),
  rehearsed: PlainDate.optional().describe("the day of the last rehearsal"),
  rehearse_every: WrittenCadence.optional().describe("how often it is rehearsed, such as year"),
});

/** How the work comes home or moves on: the clause, and the plan with its last rehearsal. */
export const ExitTerm = z
  .union([Text, ExitKeys])
  .transform((term): z.infer<typeof ExitKeys> => (typeof term === "string" ? { clause: term } : term));
export type ExitTerm = z.infer<typeof ExitTerm>;

/** Everything that a contract of this kind must settle. What is absent is a gap. */
export const ContractTerms = z.strictObject({
  scope: ContractTerm.optional().describe("what is done, and what is not"),
  deliverables: ContractTerm.optional(),
  pricing: ContractTerm.optional(),
  service_levels: ContractTerm.optional(),
  credits: ContractTerm.optional().describe("what a missed service level costs"),
  definitions: ContractTerm.optional().describe("how each figure is computed, agreed by both sides"),
  reporting: ContractTerm.optional().describe("what is reported, when and by whom"),
  data_access: ContractTerm.optional().describe("the client's right to the raw records"),
  data_protection: ContractTerm.optional(),
  incident_disclosure: ContractTerm.optional().describe("how soon an incident is told"),
  intellectual_property: ContractTerm.optional(),
  audit: ContractTerm.optional().describe("the right to look"),
  subcontractors: ContractTerm.optional(),
  key_people: ContractTerm.optional(),
  backfill: ContractTerm.optional().describe("how soon a leaver is replaced, at whose cost"),
  change_control: ContractTerm.optional().describe("how scope and price are changed"),
  disputes: ContractTerm.optional(),
  liability: ContractTerm.optional(),
  continuity: ContractTerm.optional().describe("what happens when a site or a system fails"),
  termination: ContractTerm.optional(),
  notice: ContractTerm.optional(),
  exit: ExitTerm.optional().describe("how the work comes home or moves on"),
});
export type ContractTerms = z.infer<typeof ContractTerms>;
export type ContractTermName = keyof ContractTerms;
