import { z } from "zod";
import { Percentage } from "../values/percentage.ts";
import { Level } from "./level.ts";

const Threshold = z.union([z.literal("target"), z.literal("minimum"), Level]);

const ShareOfAllocation = Percentage.refine((share) => share >= 0, "a credit is never negative");

/** One step down: a figure worse than the threshold costs this share of the level's allocation. */
const CreditBand = z.strictObject({ worse_than: Threshold, pays: ShareOfAllocation });
export type CreditBand = z.infer<typeof CreditBand>;

/** A credit that grows with the distance: for each step worse than the threshold, this share of the allocation. */
export const CreditSlope = z.strictObject({
  worse_than: z.enum(["target", "minimum"]).default("target"),
  for_each: Level.refine((step) => step > 0, "a step is more than nothing"),
  pays: ShareOfAllocation,
  at_most: ShareOfAllocation.default(1),
  counting: z
    .enum(["full steps", "begun steps"])
    .default("full steps")
    .describe("whether a step that has only begun is paid"),
});
export type CreditSlope = z.infer<typeof CreditSlope>;

/** How much of its allocation a miss costs, by how far below it is: steps, or a slope. */
export const CreditScale = z.union([z.array(CreditBand).min(1), CreditSlope]);
export type CreditScale = z.infer<typeof CreditScale>;
