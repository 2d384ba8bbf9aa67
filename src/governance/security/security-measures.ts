import { z } from "zod";
import { WrittenCadence } from "../../values/cadence.ts";
import { Duration } from "../../values/duration.ts";
import { PersonId } from "../../values/identifier.ts";
import { Text } from "../../values/text.ts";
import { PlainDate } from "../../values/time.ts";

/** A tool of the client that the provider works in, and how. */
const ToolIntegration = z.strictObject({
  tool: Text.describe("the tool of the client"),
  how: Text.optional().describe("how the provider gets in and what it may do there, concretely"),
  single_sign_on: z.boolean().optional().describe("one account for all, ended in one place"),
  removed_within: Duration.optional().describe("how soon a leaver loses access, such as 24h"),
});
export type ToolIntegration = z.infer<typeof ToolIntegration>;

/** How access and data are kept safe. */
export const SecurityMeasures = z.strictObject({
  owner: PersonId.optional(),
  access_control: Text.optional().describe("who may get in, how that is given and taken away"),
  access_reviewed_every: WrittenCadence.optional().describe("how often, such as quarter"),
  access_reviewed_on: PlainDate.optional().describe("the day of the last review"),
  data_handling: Text.optional().describe("which data leave the house, where they lie and when they are deleted"),
  incidents_told_within: Duration.optional().describe("how soon an incident is told, such as 24h"),
  integrations: z.array(ToolIntegration).default([]).describe("tools of the client that the provider works in"),
});
export type SecurityMeasures = z.infer<typeof SecurityMeasures>;
