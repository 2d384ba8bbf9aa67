import { z } from "zod";

/** A name that other parts of the record refer to: lower-case words joined by hyphens. */
export const Identifier = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "an id is lower-case words joined by hyphens, such as first-answer");
export type Identifier = z.infer<typeof Identifier>;
