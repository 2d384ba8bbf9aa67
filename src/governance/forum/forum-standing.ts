import { addDays, type PlainDate } from "../../values/time.ts";
import type { Forum } from "./forum.ts";

/** A row of `meetings`, its days in the contract's zone; null where the record does not tell. */
export type MeetingRow = {
  readonly forum: string;
  readonly planned_on: PlainDate;
  readonly held_on: PlainDate | null;
  readonly client_attendees: number | null;
  readonly provider_attendees: number | null;
  readonly client_sponsor: boolean | null;
  readonly provider_sponsor: boolean | null;
  readonly has_minutes: boolean;
  readonly topic: string | null;
};

/** How one forum was kept of late. */
export type ForumStanding = {
  readonly forum: string;
  readonly level: Forum["level"] | null;
  readonly planned: number;
  readonly held: number;
  /** held, and nobody of that side was there */
  readonly without: { readonly client: number; readonly provider: number };
  /** meetings of a strategic forum at which the sponsor of that side was missing; null below the strategic level */
  readonly sponsorMissing: { readonly client: number; readonly provider: number } | null;
  readonly withoutMinutes: number;
  /** held meetings that were about an escalation */
  readonly escalations: number;
  readonly lastHeld: PlainDate | null;
};

/** Days that count as of late: two quarters. */
const forumWindowDays = 182;

/**
 * How the forums were kept in the two quarters up to a day: the record's in their order, then any other that met.
 * A forum of the record for which no meeting was planned stands with nothing.
 */
export function forumStanding(
  forums: readonly Pick<Forum, "id" | "level">[],
  meetings: readonly MeetingRow[],
  asOf: PlainDate,
): readonly ForumStanding[] {
  const from = addDays(asOf, -forumWindowDays);
  const recent = meetings.filter(({ planned_on: on }) => on > from && on <= asOf);
  const ids = [...new Set([...forums.map(({ id }) => id), ...recent.map(({ forum }) => forum)])];
  return ids.map((id) => {
    const level = forums.find((forum) => forum.id === id)?.level ?? null;
    const own = recent.filter(({ forum }) => forum === id);
    const held = own.filter(({ held_on: on }) => on !== null && on <= asOf);
    const count = (is: (meeting: MeetingRow) => boolean) => held.filter(is).length;
    return {
      ...{ forum: id, level, planned: own.length, held: held.length },
      without: {
        client: count(({ client_attendees: there }) => there === 0),
        provider: count(({ provider_attendees: there }) => there === 0),
      },
      sponsorMissing:
        level === "strategic"
          ? {
              client: count(({ client_sponsor: there }) => there === false),
              provider: count(({ provider_sponsor: there }) => there === false),
            }
          : null,
      withoutMinutes: count(({ has_minutes: has }) => !has),
      escalations: count(({ topic }) => topic === "escalation"),
      lastHeld:
        held
          .flatMap(({ held_on: on }) => on ?? [])
          .sort()
          .at(-1) ?? null,
    };
  });
}
