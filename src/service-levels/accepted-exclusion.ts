import { overlap, type Span, totalLength, union } from "../calendar/span.ts";
import type { Side } from "../values/side.ts";
import type { PlainDate } from "../values/time.ts";
import { type Exclusion, ResponsibleParty } from "./exclusion.ts";

/** Which side a person named in the record belongs to; null for a stranger, whose word counts for nothing. */
export type SideOf = (person: string) => Side | null;

export type ExclusionState = "accepted" | "proposed" | "refused";

/** Where an exclusion stood at the end of a day: accepted only by someone of each side, refused by anyone of either. */
export function exclusionState(exclusion: Exclusion, sideOf: SideOf, asOf: PlainDate): ExclusionState {
  if (exclusion.refused_by.length > 0) return "refused";
  if (exclusion.accepted_on !== undefined && exclusion.accepted_on > asOf) return "proposed";
  const sides = new Set(exclusion.accepted_by.map((name) => sideNamed(name) ?? sideOf(name)));
  return sides.has("client") && sides.has("provider") ? "accepted" : "proposed";
}

/** The time that does not count for a service level: accepted exclusions that touch it, sorted and disjoint. */
export function excludedSpans(
  exclusions: readonly Exclusion[],
  serviceLevelId: string,
  sideOf: SideOf,
  asOf: PlainDate,
): readonly Span[] {
  return union(acceptedFor(exclusions, serviceLevelId, sideOf, asOf).map(spanOf));
}

/** Excluded seconds of a stretch by who brought them about; `together` counts time that several share once. */
export type ExcludedSeconds = Readonly<Record<ResponsibleParty | "together", number>>;

export function excludedSecondsByParty(
  exclusions: readonly Exclusion[],
  serviceLevelId: string,
  sideOf: SideOf,
  asOf: PlainDate,
  within: Span,
): ExcludedSeconds {
  const accepted = acceptedFor(exclusions, serviceLevelId, sideOf, asOf);
  const seconds = (of: readonly Exclusion[]) => totalLength(overlap(of.map(spanOf), within));
  const by = (party: ResponsibleParty) => seconds(accepted.filter(({ responsible }) => responsible === party));
  const { client, provider, nobody, "third-party": thirdParty } = ResponsibleParty.enum;
  return {
    client: by(client),
    provider: by(provider),
    "third-party": by(thirdParty),
    nobody: by(nobody),
    together: seconds(accepted),
  };
}

function acceptedFor(
  exclusions: readonly Exclusion[],
  serviceLevelId: string,
  sideOf: SideOf,
  asOf: PlainDate,
): readonly Exclusion[] {
  return exclusions.filter(
    (exclusion) =>
      (exclusion.applies_to?.includes(serviceLevelId) ?? true) &&
      exclusionState(exclusion, sideOf, asOf) === "accepted",
  );
}

function spanOf({ from, to }: Exclusion): Span {
  return { start: from, end: to };
}

function sideNamed(name: string): Side | null {
  return name === "client" || name === "provider" ? name : null;
}
