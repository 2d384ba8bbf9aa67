import { z } from "zod";
import { Duration } from "../../values/duration.ts";
import { Identifier, PersonId, referenceTo } from "../../values/identifier.ts";
import { Text } from "../../values/text.ts";
import { PlainDate, TimeZone } from "../../values/time.ts";

/** Somebody whom the other side can turn to. */
export const Contact = z.strictObject({
  id: Identifier.describe("the short name by which the rest of the record calls this person"),
  name: Text.optional(),
  role: Text.optional().describe("what this person does in the partnership"),
  email: z
    .email("an e-mail address stands here, such as ana@northwind.example")
    .optional()
    .describe("such as ana@northwind.example"),
  phone: Text.optional().describe("with the country code"),
  speaks: z.array(Text).default([]).describe("languages"),
  hours_a_week: z.number().min(0).max(80).optional().describe("time kept free for the partnership"),
  deputy: PersonId.optional().describe("who answers when this person is away"),
  left_on: PlainDate.optional().describe("the last day in this role"),
});
export type Contact = z.infer<typeof Contact>;

const SiteKeys = z.strictObject({
  id: Identifier,
  city: Text.optional().describe("the city"),
  country: Text.optional().describe("the country"),
  zone: TimeZone.optional().describe("an IANA name such as America/El_Salvador"),
});

/** A place where the work is done; a bare id will do. */
const Site = z
  .union([Identifier, SiteKeys])
  .transform((site): z.infer<typeof SiteKeys> => (typeof site === "string" ? { id: site } : site));
export type Site = z.infer<typeof Site>;

const partyKeys = {
  name: Text.describe("the company's name"),
  zone: TimeZone.optional().describe("where its people work; an IANA name such as America/New_York"),
  owner: Identifier.optional().describe("who answers for the partnership on this side"),
  sponsor: Identifier.optional().describe("the executive who stands behind it"),
  contacts: z.array(Contact).default([]).describe("people whom the other side can turn to"),
  escalation: z.array(Identifier).default([]).describe("whom to turn to, one after the other, when something is stuck"),
  calendar: referenceTo("calendar").optional().describe("the hours in which this side answers: one of `calendars`"),
  replies_within: Duration.optional().describe("how soon this side answers the other, such as 4h or 1 business day"),
};

/** The company whose work it is. */
export const Client = z.strictObject(partyKeys);
export type Client = z.infer<typeof Client>;

/** The company that does the work. */
export const Provider = z.strictObject({
  ...partyKeys,
  account_manager: Identifier.optional().describe("who looks after this client day by day"),
  sites: z.array(Site).default([]).describe("where the work is done"),
  subcontractors: z.array(Text).default([]).describe("companies that do a part of the work"),
});
export type Provider = z.infer<typeof Provider>;

/** The ids of everybody whom a party names, in the order of naming, each once. */
export function peopleOf(party: Client | Provider): readonly PersonId[] {
  const manager = "account_manager" in party ? party.account_manager : undefined;
  const named = [party.owner, party.sponsor, manager, ...party.escalation, ...party.contacts.map(({ id }) => id)];
  return [...new Set(named.filter((id) => id !== undefined))];
}
