import type { Finding } from "../assessment/verdict.ts";
import { formatDate } from "./format-figure.ts";

/** `7 April 2026`; `31 March 2026 or before` where it was said already on the first of the weeks that were looked back at. */
export function raisedWords({ raisedAt, mayBeOlder }: Pick<Finding, "raisedAt" | "mayBeOlder">): string {
  return mayBeOlder === true ? `${formatDate(raisedAt)} or before` : formatDate(raisedAt);
}
