import { type Span, union } from "../calendar/span.ts";
import type { Side } from "../values/side.ts";
import type { PlainDate } from "../values/time.ts";
import type { Exclusion } from "./exclusion.ts";

/** Which side a person named in the record belongs to; null for a stranger, whose word counts for nothing. */
export type SideOf = (person: string) => Side | null;

/** The time that does not count for a service level: accepted exclusions that touch it, sorted and disjoint. */
export function excludedSpans(
  exclusions: readonly Exclusion[],
  serviceLevelId: string,
  sideOf: SideOf,
  asOf: PlainDate,
): readonly Span[] {
  return union(acceptedFor(exclusions, serviceLevelId, sideOf, asOf).map(spanOf));
}

function acceptedFor(
  exclusions: readonly Exclusion[],
  serviceLevelId: string,
  sideOf: SideOf,
  asOf: PlainDate,
): readonly Exclusion[] {
  return exclusions.filter(
    (exclusion) => (exclusion.applies_to?.includes(serviceLevelId) ?? true) && isAccepted(exclusion, sideOf, asOf),
  );
}

/** At the end of a day: accepted only by someone of each side, refused by anyone of either. */
function isAccepted(exclusion: Exclusion, sideOf: SideOf, asOf: PlainDate): boolean {
  if (exclusion.refused_by.length > 0) return false;
  if (exclusion.accepted_on !== undefined && exclusion.accepted_on > asOf) return false;
  const sides = new Set(exclusion.accepted_by.map((name) => sideNamed(name) ?? sideOf(name)));
  return sides.has("client") && sides.has("provider");
}

function spanOf({ from, to }: Exclusion): Span {
  return { start: from, end: to };
}

function sideNamed(name: string): Side | null {
  return name === "client" || name === "provider" ? name : null;
}
