import { z } from "zod";
import { Identifier, PersonId, referenceTo } from "../../values/identifier.ts";
import { Side } from "../../values/side.ts";
import { Text } from "../../values/text.ts";
import { PlainDate } from "../../values/time.ts";

/** How a process is done, written down. */
export const KnowledgeDocument = z.strictObject({
  id: Identifier,
  title: Text.optional(),
  process: referenceTo("process").optional().describe("the process that it describes"),
  owned_by: Side.optional().describe("whose it is; what only the provider holds is lost when it leaves"),
  owner: PersonId.optional().describe("who keeps it true"),
  file: Text.optional().describe("where it lies"),
  reviewed_on: PlainDate.optional(),
});
export type KnowledgeDocument = z.infer<typeof KnowledgeDocument>;
