import type { CriterionVerdict } from "../../governance/growth/judge-criterion.ts";
import { formatCount, formatSeconds, formatShare } from "../format-figure.ts";

/** A figure of a kind that people write: `82.1 %`, `3 h 5 min`, `4.2`; unknown where there is none. */
export function figureOfKind(kind: CriterionVerdict["unit"], value: number | null): string {
  if (value === null) return "unknown";
  if (kind === "share") return formatShare(value);
  return kind === "seconds" ? formatSeconds(value) : formatCount(value);
}

/** An estimate in whole units: `1,240,000 USD`. It is no amount that anybody bills. */
export function estimateText(value: number, currency: string): string {
  const rounded = Math.round(value);
  return `${rounded < 0 ? "−" : ""}${formatCount(Math.abs(rounded))} ${currency}`;
}

/** `a, b and c`; nothing for none. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1);
  if (last === undefined) return "";
  return words.length === 1 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}
