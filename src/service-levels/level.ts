import { z } from "zod";
import { figureNumber, WrittenFigure } from "../values/figure.ts";

/**
 * A level that a figure is held against, as people write it: `90 %`, `4.2`, `8h` or `5.20 USD`.
 * Output: a number in the metric's unit (fraction, score or count, seconds, amount of money).
 */
export const Level = WrittenFigure.transform((figure, context): number => {
  if (figure.kind !== "business-days") return figureNumber(figure);
  const message = "a business day has no fixed length to compare with: write hours, or put the limit into the metric";
  context.addIssue({ code: "custom", message });
  return z.NEVER;
});
