import { z } from "zod";
import { PersonId } from "./identifier.ts";
import { PlainDate } from "./time.ts";

/** Why figures of closed periods change, said by those who agreed: the only way to change what is frozen. */
const Restatement = z.strictObject({
  because: z
    .string()
    .trim()
    .min(10, "say in a sentence why closed periods change")
    .describe("why closed periods change"),
  on: PlainDate.describe("the day on which it was agreed"),
  agreed_by: z.array(PersonId).min(1).describe("who agreed; people of both sides"),
});
export type Restatement = z.infer<typeof Restatement>;

/** Keys of every definition that is dated: spread them into its schema. */
export const effectiveKeys = {
  effective_from: PlainDate.optional().describe(
    "the first day on which this version holds; without it, from the beginning",
  ),
  restates: Restatement.optional().describe("set when this version changes figures of periods that are frozen"),
};

/** Anything that holds from a day on. */
export type Effective = { readonly effective_from?: PlainDate | undefined };

/** The version that holds on `date`: the latest that began by then; `null` when none had. */
export function definitionInForce<T extends Effective>(versions: readonly T[], date: PlainDate): T | null {
  let inForce: T | null = null;
  for (const version of versions) {
    if (startOf(version) > date) continue;
    if (inForce === null || startOf(version) >= startOf(inForce)) inForce = version;
  }
  return inForce;
}

/** Sorts before every date that can be written. */
const always = "";

function startOf(version: Effective): string {
  return version.effective_from ?? always;
}
