import { z } from "zod";
import type { FactStore } from "../facts/fact-store.ts";
import { endOfDay } from "../metrics/dates-table.ts";
import type { PlainDate, TimeZone } from "../values/time.ts";

/** Keeps moments that had come by the end of a day in the zone; what came later, and what never came, is null. */
export function knownMoments(asOf: PlainDate, zone: TimeZone): (at: number | null | undefined) => number | null {
  const end = endOfDay(asOf, zone);
  return (at) => (typeof at === "number" && at < end ? at : null);
}

const IncidentFact = z.object({
  incident_id: z.string(),
  kind: z.enum(["security", "privacy", "outage", "process"]),
  occurred_at: z.number(),
  detected_at: z.number().nullable(),
  disclosed_at: z.number().nullable(),
  resolved_at: z.number().nullable(),
  detected_by_side: z.enum(["client", "provider"]).nullable(),
});
export type IncidentFact = z.infer<typeof IncidentFact>;

/**
 * Every incident on file, oldest first, with its moments in seconds; whoever asks cuts them to the day that it may know.
 * One that a customer found was found by neither side.
 */
export async function readIncidentFacts(store: FactStore): Promise<readonly IncidentFact[]> {
  const rows = await store.rows(`SELECT incident_id, kind, epoch(occurred_at)::DOUBLE AS occurred_at,
  epoch(detected_at)::DOUBLE AS detected_at, epoch(disclosed_at)::DOUBLE AS disclosed_at,
  epoch(resolved_at)::DOUBLE AS resolved_at, nullif(detected_by_side, 'customer') AS detected_by_side
FROM incidents ORDER BY occurred_at, incident_id`);
  return z.array(IncidentFact).parse(rows);
}

const MeetingFact = z.object({
  id: z.string(),
  forum: z.string(),
  planned: z.number(),
  held: z.number().nullable(),
  client_attendees: z.number().nullable(),
  provider_attendees: z.number().nullable(),
  client_sponsor: z.boolean().nullable(),
  provider_sponsor: z.boolean().nullable(),
  minutes_sent: z.number().nullable(),
  topic: z.string().nullable(),
});
export type MeetingFact = z.infer<typeof MeetingFact>;

/** Every meeting on file in the order planned, with its moments in seconds; whoever asks cuts them to the day that it may know. */
export async function readMeetingFacts(store: FactStore): Promise<readonly MeetingFact[]> {
  const rows = await store.rows(`SELECT meeting_id AS id, forum, epoch(planned_at)::DOUBLE AS planned,
  epoch(held_at)::DOUBLE AS held, client_attendees, provider_attendees, client_sponsor_present AS client_sponsor,
  provider_sponsor_present AS provider_sponsor, epoch(minutes_sent_at)::DOUBLE AS minutes_sent, topic
FROM meetings ORDER BY planned_at, meeting_id`);
  return z.array(MeetingFact).parse(rows);
}
