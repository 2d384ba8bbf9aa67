import { z } from "zod";
import { Text } from "../../values/text.ts";
import { PlainDate } from "../../values/time.ts";

/** Something that went wrong and is known to have: what a replay of the past is held against. */
export const KnownEvent = z.strictObject({
  pitfall: z
    .string()
    .describe("the pitfall that it belongs to; without it a warning of any pitfall may tell of it")
    .optional(),
  from: PlainDate.describe("the day on which it began"),
  until: PlainDate.describe("the day on which it was over; without it, it lasts").optional(),
  what: Text.describe("what happened, in a sentence"),
});
export type KnownEvent = z.infer<typeof KnownEvent>;

export const KnownEvents = z.array(KnownEvent);
