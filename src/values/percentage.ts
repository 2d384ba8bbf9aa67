import { Decimal } from "decimal.js";
import { z } from "zod";

/**
 * A share as people write it in YAML: `"90 %"`, `"90%"` or a fraction `0.9`. Output: a fraction.
 * A bare number above 1 is refused, because 90 could mean 90 % or 9,000 %.
 */
export const Percentage = z.union([z.number(), z.string()]).transform((written, context): number => {
  const fraction = typeof written === "number" ? written : fractionOf(written);
  if (fraction === null || (typeof written === "number" && Math.abs(written) > 1)) {
    context.addIssue({ code: "custom", message: `a share is written as 90 % or 0.9, not ${JSON.stringify(written)}` });
    return z.NEVER;
  }
  return fraction;
});

function fractionOf(text: string): number | null {
  const match = /^\s*(-?\d+(?:\.\d+)?)\s*%\s*$/.exec(text);
  if (match === null) return null;
  // Dividing the decimal text keeps 99.9 % at 0.999 exactly as written.
  return Number(`${match[1]}e-2`);
}

/** `40 %`, `12.5 %`: a fraction as people say it, exactly as it was written. */
export function percentText(fraction: Decimal.Value): string {
  return `${new Decimal(fraction).times(100).toFixed()} %`;
}
