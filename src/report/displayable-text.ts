import type { Backtest } from "../assessment/backtest/backtest.ts";
import type { PartnershipReviews } from "../assessment/reviews/review-result.ts";
import type { Verdict } from "../assessment/verdict.ts";
import type { PowerReading } from "../pitfalls/power/power-reading.ts";
import { Money } from "../values/money.ts";
import { steeringCharacters } from "../values/steering-characters.ts";

/**
 * Text from records made fit to show: control characters (a terminal would obey them) and marks that reorder a line
 * become visible, and what is longer than `longest` characters is cut and says so.
 */
export function displayableText(text: string, longest = 2000): string {
  const visible = text.replace(/[\t\n\r]+/g, " ").replace(steeringCharacters, "\ufffd");
  if (visible.length <= longest) return visible;
  const characters = [...visible];
  if (characters.length <= longest) return visible;
  return `${characters.slice(0, longest).join("")}… (${characters.length - longest} more characters)`;
}

/** A text as the end of a sentence: one full stop, whether or not it came with its own. */
export function sentenceEnd(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** The first sentence of a statement, its headline: what else it says stands with its evidence. */
export function firstSentence(statement: string): string {
  return /^.*?[.!?](?=\s+[\p{Lu}“]|$)/su.exec(statement)?.[0] ?? statement;
}

/** The verdict with all of its texts fit to show, ids and keys among them, so that what refers to what stays so. */
export function displayableVerdict(verdict: Verdict): Verdict {
  // Only texts change, each into another text: the shape is that of the verdict given.
  return displayable(verdict) as Verdict;
}

/** Reviews with all of their texts fit to show. */
export function displayableReviews(reviews: Partial<PartnershipReviews>): Partial<PartnershipReviews> {
  return displayable(reviews) as Partial<PartnershipReviews>;
}

/** A backtest with all of its texts fit to show. */
export function displayableBacktest(backtest: Backtest): Backtest {
  return displayable(backtest) as Backtest;
}

/** What can be seen, with all of its texts fit to show. */
export function displayablePower(told: PowerReading): PowerReading {
  return displayable(told) as PowerReading;
}

function displayable(value: unknown): unknown {
  if (typeof value === "string") return displayableText(value);
  if (Array.isArray(value)) return value.map(displayable);
  if (typeof value !== "object" || value === null || value instanceof Money) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [displayableText(key, 80), displayable(inner)]),
  );
}
