import { type Finding, lookBackWeeks } from "../assessment/verdict.ts";
import { addDays, type PlainDate } from "../values/time.ts";
import { formatDate } from "./format-figure.ts";

/** `7 April 2026`; `31 March 2026 or before` where it was said already on the first of the weeks that a check looks back at. */
export function raisedWords({ raisedAt }: Pick<Finding, "raisedAt">, { asOf }: { readonly asOf: PlainDate }): string {
  const isOnFirstLook = raisedAt <= addDays(asOf, -7 * lookBackWeeks);
  return isOnFirstLook ? `${formatDate(raisedAt)} or before` : formatDate(raisedAt);
}
