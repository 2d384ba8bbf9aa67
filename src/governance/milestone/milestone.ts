import { z } from "zod";
import { Identifier, PersonId, referenceTo } from "../../values/identifier.ts";
import { Side } from "../../values/side.ts";
import { Text } from "../../values/text.ts";
import { PlainDate } from "../../values/time.ts";

/** A point in time by which something is done, or a thing that is handed over by then. */
export const Milestone = z.strictObject({
  id: Identifier,
  title: Text,
  kind: z.enum(["milestone", "deliverable"]).default("milestone").describe("a point in time, or a thing handed over"),
  side: Side.optional().describe("which side owes it"),
  owner: PersonId.optional(),
  due: PlainDate.optional(),
  after: z.array(referenceTo("milestone")).default([]).describe("milestones that must be done first"),
  acceptance: Text.optional().describe("how everybody can tell that it is done"),
  accepted_by: PersonId.optional().describe("who says that it is done"),
  done_on: PlainDate.optional(),
  accepted_on: PlainDate.optional(),
});
export type Milestone = z.infer<typeof Milestone>;
