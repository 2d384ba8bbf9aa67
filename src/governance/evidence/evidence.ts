import { z } from "zod";
import { Identifier } from "../../values/identifier.ts";
import { Side } from "../../values/side.ts";
import { Text } from "../../values/text.ts";
import { PlainDate } from "../../values/time.ts";

/** A paper that shows something about security or compliance, and the days for which it does. */
export const Evidence = z.strictObject({
  id: Identifier,
  kind: z
    .enum([
      "iso-27001",
      "iso-27701",
      "iso-22301",
      "soc-1",
      "soc-2",
      "pci-dss",
      "privacy",
      "penetration-test",
      "access-review",
      "insurance",
      "other",
    ])
    .describe("what it is"),
  title: Text.optional(),
  of: Side.default("provider").describe("whose it is"),
  scope: Text.optional().describe("which sites, systems and services it speaks of"),
  covers: z
    .strictObject({ from: PlainDate, to: PlainDate.describe("the last day covered") })
    .optional()
    .describe("the period for which it shows anything: not the day it was issued"),
  bridge: z
    .boolean()
    .optional()
    .describe("a letter of the holder that nothing has changed since the last report: it shows less"),
  issued_on: PlainDate.optional().describe("the day of issue"),
  issued_by: Text.optional().describe("who issued it"),
  file: Text.optional(),
});
export type Evidence = z.infer<typeof Evidence>;
