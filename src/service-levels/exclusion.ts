import { z } from "zod";
import { Identifier } from "../values/identifier.ts";
import { Instant, PlainDate } from "../values/time.ts";

/** Who brought the excluded time about; `nobody` is force majeure. */
const ResponsibleParty = z.enum(["client", "provider", "third-party", "nobody"]);

/**
 * A stretch of time that one side asks not to be counted. It counts as excluded only once both sides have accepted it.
 * `accepted_by` and `refused_by` name people of either side, or the side itself (`client`, `provider`).
 */
export const Exclusion = z
  .strictObject({
    id: Identifier.optional(),
    from: Instant.describe("when it began, with its offset"),
    to: Instant.describe("when it ended"),
    cause: z.string().min(1),
    responsible: ResponsibleParty,
    proposed_by: z.string().optional(),
    accepted_by: z.array(z.string()).default([]).describe("people of both sides, or client and provider"),
    accepted_on: PlainDate.optional().describe(
      "day of the last acceptance, before which it was only proposed; without it, accepted as soon as it is on record",
    ),
    refused_by: z.array(z.string()).default([]),
    applies_to: z
      .array(Identifier)
      .min(1)
      .optional()
      .describe("ids of the service levels that it touches; all without it"),
  })
  .refine((exclusion) => exclusion.to > exclusion.from, { path: ["to"], message: "an exclusion ends after it begins" });
export type Exclusion = z.infer<typeof Exclusion>;
