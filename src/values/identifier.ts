import { z } from "zod";

/** A name that other parts of the record refer to: lower-case words joined by hyphens. */
export const Identifier = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "an id is lower-case words joined by hyphens, such as first-answer");
export type Identifier = z.infer<typeof Identifier>;

/** The id of a person who is named under `client` or `provider`. */
export const PersonId = Identifier.describe("the id of a person named under client or provider");
export type PersonId = z.infer<typeof PersonId>;
