import { z } from "zod";
import { Identifier, PersonId } from "../../values/identifier.ts";
import { Side } from "../../values/side.ts";
import { Text } from "../../values/text.ts";

/** Who decides what. */
export const DecisionRight = z.strictObject({
  id: Identifier,
  decision: Text.describe("what is decided, such as refunds above 200 USD"),
  side: Side.describe("the side that decides"),
  decides: PersonId.optional().describe("who decides: the id of a person"),
  consulted: z.array(PersonId).default([]).describe("who is asked before"),
});
export type DecisionRight = z.infer<typeof DecisionRight>;
