import { z } from "zod";
import { Identifier } from "../values/identifier.ts";
import { Instant, PlainDate } from "../values/time.ts";

/** Who brought the excluded time about; `nobody` is force majeure. */
export const ResponsibleParty = z.enum(["client", "provider", "third-party", "nobody"]);
export type ResponsibleParty = z.infer<typeof ResponsibleParty>;

/**
 * A stretch of time that one side asks not to be counted. It counts as excluded only once both sides have accepted it.
 * `accepted_by` and `refused_by` name people of either side, or the side itself (`client`, `provider`).
 */
export const Exclusion = z
  .strictObject({
    id: Identifier.optional(),
    from: Instant,
    to: Instant,
    cause: z.string().min(1),
    responsible: ResponsibleParty,
    proposed_by: z.string().optional(),
    accepted_by: z.array(z.string()).default([]),
    /** day of the last acceptance; before it the exclusion was only proposed. Absent: accepted as soon as it is on record */
    accepted_on: PlainDate.optional(),
    refused_by: z.array(z.string()).default([]),
    /** ids of the service levels that it touches; absent: all */
    applies_to: z.array(Identifier).min(1).optional(),
  })
  .refine((exclusion) => exclusion.to > exclusion.from, { path: ["to"], message: "an exclusion ends after it begins" });
export type Exclusion = z.infer<typeof Exclusion>;
