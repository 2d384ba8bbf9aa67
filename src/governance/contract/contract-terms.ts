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
const ContractTerm = z
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
const ExitTerm = z
  .union([Text, ExitKeys])
  .transform((term): z.infer<typeof ExitKeys> => (typeof term === "string" ? { clause: term } : term));
export type ExitTerm = z.infer<typeof ExitTerm>;

/** Everything that a contract of this kind must settle. What is absent is a gap. */
export const ContractTerms = z.strictObject({
  scope: ContractTerm.optional().describe("what is done, and what is not"),
  deliverables: ContractTerm.optional().describe("what is handed over, and when it counts as accepted"),
  pricing: ContractTerm.optional().describe("how the price is made"),
  service_levels: ContractTerm.optional().describe("what level of service is promised"),
  credits: ContractTerm.optional().describe("what a missed service level costs"),
  definitions: ContractTerm.optional().describe("how each figure is computed, agreed by both sides"),
  reporting: ContractTerm.optional().describe("what is reported, when and by whom"),
  data_access: ContractTerm.optional().describe("the client's right to the raw records"),
  data_protection: ContractTerm.optional().describe("how personal data are kept safe"),
  incident_disclosure: ContractTerm.optional().describe("how soon an incident is told"),
  intellectual_property: ContractTerm.optional().describe("who owns what is made"),
  audit: ContractTerm.optional().describe("the right to look"),
  subcontractors: ContractTerm.optional().describe("who else may do the work"),
  key_people: ContractTerm.optional().describe("who may not be taken off the work without asking"),
  backfill: ContractTerm.optional().describe("how soon a leaver is replaced, at whose cost"),
  change_control: ContractTerm.optional().describe("how scope and price are changed"),
  disputes: ContractTerm.optional().describe("how disagreements are settled"),
  liability: ContractTerm.optional().describe("who pays for damage, and up to how much"),
  continuity: ContractTerm.optional().describe("what happens when a site or a system fails"),
  termination: ContractTerm.optional().describe("when either side may end it early"),
  notice: ContractTerm.optional().describe("how and how long before it is given"),
  exit: ExitTerm.optional().describe("how the work comes home or moves on"),
});
export type ContractTerms = z.infer<typeof ContractTerms>;
export type ContractTermName = keyof ContractTerms;
