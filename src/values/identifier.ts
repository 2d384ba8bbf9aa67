import { z } from "zod";

/** A name that other parts of the record refer to: lower-case words joined by hyphens. */
export const Identifier = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "an id is lower-case words joined by hyphens, such as first-answer");
export type Identifier = z.infer<typeof Identifier>;

/** What an id may refer to elsewhere in the record. */
export type ReferenceKind =
  | "person"
  | "metric"
  | "figure"
  | "calendar"
  | "process"
  | "objective"
  | "forum"
  | "milestone"
  | "location-option"
  | "bid"
  | "pitfall";

/** An id that must be defined elsewhere in the record: the cross-check reads what it refers to from the schema. */
export function referenceTo(kind: ReferenceKind) {
  return Identifier.meta({ refersTo: kind });
}

/** The id of a person who is named under `client` or `provider`. */
export const PersonId = referenceTo("person");
export type PersonId = z.infer<typeof PersonId>;
