import { z } from "zod";

/** A judgement from 1 (least) to 5 (most), in whole steps. */
export const FivePointScore = z.int().min(1).max(5).describe("a whole number from 1 (least) to 5 (most)");
export type FivePointScore = z.infer<typeof FivePointScore>;
