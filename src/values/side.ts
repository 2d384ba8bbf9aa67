import { z } from "zod";

/** Who of the two parties. */
export const Side = z.enum(["client", "provider"]);
export type Side = z.infer<typeof Side>;

/** Who did something to a work item: either party, or the customer that both serve. */
export const Actor = z.enum(["client", "provider", "customer"]);
export type Actor = z.infer<typeof Actor>;
