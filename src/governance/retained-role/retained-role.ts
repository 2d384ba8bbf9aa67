import { z } from "zod";
import { Identifier, PersonId } from "../../values/identifier.ts";
import { Text } from "../../values/text.ts";
import { PlainDate } from "../../values/time.ts";

/** A role that stays with the client, so that it can still tell good work from bad. */
export const RetainedRole = z.strictObject({
  id: Identifier,
  title: Text.optional(),
  holder: PersonId.optional().describe("who fills it; absent while it is empty"),
  deputy: PersonId.optional(),
  empty_since: PlainDate.optional().describe("the day since which nobody fills it"),
});
export type RetainedRole = z.infer<typeof RetainedRole>;
