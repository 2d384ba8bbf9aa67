import { z } from "zod";
import { Duration } from "../../values/duration.ts";
import { referenceTo } from "../../values/identifier.ts";
import { WrittenMoney } from "../../values/money.ts";
import { Text } from "../../values/text.ts";
import { PlainDate } from "../../values/time.ts";

/** A country by ISO 3166-1, two letters. */
const Country = z.string().regex(/^[A-Z]{2}$/, "a country is written as its two letters, such as SV");

/** A legal entity identifier with its check digits. @see ISO 17442, check digits by ISO 7064 MOD 97-10 */
const LegalEntityIdentifier = z
  .string()
  .refine(isLegalEntityIdentifier, "an LEI has 18 letters or digits and 2 check digits that fit them");

/** What rests on one process, as a supervisor asks for it. */
export const RegisteredFunction = z.strictObject({
  process: referenceTo("process").describe("the process that it is about"),
  critical: z.boolean().optional().describe("whether the business could not go on without it"),
  because: Text.optional().describe("why it is critical, or is not"),
  assessed_on: PlainDate.optional().describe("the day of the last assessment"),
  recovers_within: Duration.optional().describe("how soon it must work again, such as 4h"),
  loses_at_most: Duration.optional().describe("how much work may be lost, as time, such as 1h"),
  impact: z.enum(["low", "medium", "high"]).optional().describe("what it would mean if it stopped"),
});
export type RegisteredFunction = z.infer<typeof RegisteredFunction>;

/** What a register of information on service providers asks beyond the rest of the record. @see Regulation (EU) 2022/2554, article 28(3) */
export const OutsourcingRegister = z.strictObject({
  contract_reference: Text.optional().describe("the number under which the contract is filed"),
  client_lei: LegalEntityIdentifier.optional().describe("the client's legal entity identifier"),
  provider_lei: LegalEntityIdentifier.optional().describe("the provider's legal entity identifier"),
  provider_country: Country.optional().describe("where the provider has its head office, such as SV"),
  service: Text.optional().describe("the kind of service, in the words of the supervisor's list"),
  governing_law: Country.optional().describe("the country whose law governs the contract"),
  provided_from: z.array(Country).default([]).describe("countries in which the work is done"),
  data_stored_in: z.array(Country).default([]).describe("countries in which data lie; empty when none are stored"),
  yearly_cost: WrittenMoney.optional().describe("what it costs in a year"),
  substitutable: z.enum(["easily", "with-effort", "hardly", "not"]).optional().describe("whether another could do it"),
  alternatives: z.array(Text).default([]).describe("other providers who could take over"),
  functions: z.array(RegisteredFunction).default([]).describe("what rests on each process"),
});
export type OutsourcingRegister = z.infer<typeof OutsourcingRegister>;

function isLegalEntityIdentifier(text: string): boolean {
  if (!/^[A-Z0-9]{18}\d{2}$/.test(text)) return false;
  const digits = text.replaceAll(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return BigInt(digits) % 97n === 1n;
}
