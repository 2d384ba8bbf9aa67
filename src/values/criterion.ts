import { z } from "zod";
import { WrittenCalendarLength } from "./calendar-length.ts";
import { WrittenFigure } from "./figure.ts";
import { referenceTo } from "./identifier.ts";

/** A figure that a metric must reach before a gate opens. */
export const Criterion = z
  .strictObject({
    metric: referenceTo("metric").describe("the metric that is measured"),
    at_least: WrittenFigure.optional().describe("the figure must be this or higher, such as 90 %"),
    at_most: WrittenFigure.optional().describe("the figure must be this or lower, such as 5 %"),
    over: WrittenCalendarLength.optional().describe("the stretch of time over which it is measured, such as 2 months"),
  })
  .refine((criterion) => criterion.at_least !== undefined || criterion.at_most !== undefined, {
    message: "a criterion says at_least or at_most, or nobody can fail it",
  });
export type Criterion = z.infer<typeof Criterion>;
