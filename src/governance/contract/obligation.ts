import { z } from "zod";
import { WrittenCadence } from "../../values/cadence.ts";
import { Duration } from "../../values/duration.ts";
import { Identifier, PersonId } from "../../values/identifier.ts";
import { Side } from "../../values/side.ts";
import { Text } from "../../values/text.ts";
import { PlainDate } from "../../values/time.ts";

/** A promise written into the contract, owed by one side to the other. */
export const Obligation = z.strictObject({
  id: Identifier,
  title: Text,
  kind: z
    .enum(["report", "data", "approval", "payment", "training", "other"])
    .default("other")
    .describe("what kind of promise it is"),
  owed_by: Side.describe("which side owes it"),
  owner: PersonId.optional().describe("who sees to it"),
  clause: Text.optional(),
  due: PlainDate.optional().describe("when it is owed once"),
  every: WrittenCadence.optional().describe("when it is owed again and again, such as month"),
  within: Duration.optional().describe("how long after the period ends, such as 5 business days"),
  done_on: PlainDate.optional(),
});
export type Obligation = z.infer<typeof Obligation>;
