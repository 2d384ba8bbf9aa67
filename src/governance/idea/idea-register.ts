import { z } from "zod";
import { Duration } from "../../values/duration.ts";
import { PersonId, referenceTo } from "../../values/identifier.ts";
import { Text } from "../../values/text.ts";

/** Where ideas for improvement are kept, and who decides on them; the ideas themselves are facts. */
export const IdeaRegister = z.strictObject({
  owner: PersonId.optional(),
  decided_in: referenceTo("forum").optional().describe("the forum that decides"),
  decided_within: Duration.optional().describe("how soon, such as 20 business days"),
  gain_shared: Text.optional().describe("who gets what of the value"),
});
export type IdeaRegister = z.infer<typeof IdeaRegister>;
