import { cadenceDays } from "../../values/cadence.ts";
import { isSaid } from "../../values/filler.ts";
import { addDays, type PlainDate } from "../../values/time.ts";
import type { Risk } from "./risk.ts";

/** A fallback that was not tried for longer than this is a hope, unless the record asks for tests more rarely. */
const testHoldsDays = 365;

/** Impact 4 or 5, or about the work going on at all: without a fallback everything waits. */
export function isSevere({ impact, area }: Pick<Risk, "impact" | "area">): boolean {
  return (impact ?? 0) >= 4 || area === "continuity";
}

/** What is wrong with a fallback on `asOf`, in words that follow the risk's name; null when nothing is. */
export function fallbackFault(fallback: Risk["fallback"], asOf: PlainDate): string | null {
  if (fallback === undefined || !isSaid(fallback.plan, 1)) return "has no fallback";
  const { tested_on: tested, test_every: every } = fallback;
  if (tested === undefined || tested > asOf) return "has a fallback that was never tested";
  const holds = every === undefined ? testHoldsDays : Math.ceil(cadenceDays(every));
  if (addDays(tested, holds) < asOf) return `has a fallback last tested on ${tested}`;
  if (fallback.worked === undefined) return "has a fallback whose test has no result";
  return fallback.worked ? null : "has a fallback that failed its test";
}
