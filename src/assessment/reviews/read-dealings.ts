import { z } from "zod";
import type { FactStore } from "../../facts/fact-store.ts";
import type { PulseAnswer } from "../../governance/culture/pulse-by-dimension.ts";
import type { MeetingRow } from "../../governance/forum/forum-standing.ts";
import type { GoalRanking } from "../../governance/goal/rank-agreement-of-sides.ts";
import type { IdeaRow } from "../../governance/idea/idea-standing.ts";
import type { IncidentRow } from "../../governance/security/incident-disclosure.ts";
import { Side } from "../../values/side.ts";
import { dateAt } from "../../values/time.ts";
import { knownMoments, readIncidentFacts, readMeetingFacts } from "../read-dealing-facts.ts";
import { endOf, type KnownBy } from "./read-people.ts";

const PulseFact = z.object({
  survey: z.string(),
  side: Side,
  respondent: z.string(),
  dimension: z.string(),
  answered: z.number(),
  score: z.number(),
});

export async function readPulse(store: FactStore, { asOf, zone }: KnownBy): Promise<readonly PulseAnswer[]> {
  const rows = await store.rows(
    `SELECT survey, side, respondent, question AS dimension, epoch(answered_at)::DOUBLE AS answered, score
     FROM pulse_answers WHERE answered_at < TIMESTAMP '${endOf(asOf, zone)}' ORDER BY answered_at, survey, side, respondent, question`,
  );
  return z
    .array(PulseFact)
    .parse(rows)
    .map(({ answered, ...answer }) => ({ ...answer, answered_on: dateAt(answered, zone) }));
}

const RankingFact = z.object({
  side: Side,
  respondent: z.string(),
  answered: z.number(),
  goal: z.string(),
  rank: z.number(),
});

export async function readRankings(store: FactStore, { asOf, zone }: KnownBy): Promise<readonly GoalRanking[]> {
  const rows = await store.rows(
    `SELECT side, respondent, epoch(answered_at)::DOUBLE AS answered, goal, rank
     FROM goal_rankings WHERE answered_at < TIMESTAMP '${endOf(asOf, zone)}' ORDER BY answered_at, side, respondent, rank`,
  );
  return z
    .array(RankingFact)
    .parse(rows)
    .map(({ answered, ...ranking }) => ({ ...ranking, answered_on: dateAt(answered, zone) }));
}

const IdeaFact = z.object({
  idea_id: z.string(),
  submitted_on: z.string(),
  by_side: z.enum(["client", "provider", "customer"]),
  title: z.string().nullable(),
  decided_on: z.string().nullable(),
  decision: z.enum(["accepted", "declined"]).nullable(),
  value: z.string().nullable(),
});

export async function readIdeas(store: FactStore, { asOf }: KnownBy): Promise<readonly IdeaRow[]> {
  const rows = await store.rows(
    `SELECT idea_id, submitted_at::VARCHAR AS submitted_on, by_side, title,
       CASE WHEN decided_at <= $asOf::DATE THEN decided_at::VARCHAR END AS decided_on,
       CASE WHEN decided_at <= $asOf::DATE THEN decision END AS decision,
       CASE WHEN decided_at <= $asOf::DATE THEN value::VARCHAR END AS value
     FROM ideas WHERE submitted_at <= $asOf::DATE ORDER BY submitted_at, idea_id`,
    { asOf },
  );
  return z.array(IdeaFact).parse(rows);
}

/** Incidents that somebody knew of: what was detected later had happened, and nobody could have told it. */
export async function readIncidents(store: FactStore, { asOf, zone }: KnownBy): Promise<readonly IncidentRow[]> {
  const by = knownMoments(asOf, zone);
  const incidents = await readIncidentFacts(store);
  return incidents
    .filter(
      ({ occurred_at: occurred, detected_at: detected }) => by(occurred) !== null && by(detected ?? occurred) !== null,
    )
    .map(({ resolved_at: _, ...incident }) => ({ ...incident, disclosed_at: by(incident.disclosed_at) }));
}

/** Meetings that were planned by a day; one that was held later had not been held. */
export async function readMeetings(store: FactStore, { asOf, zone }: KnownBy): Promise<readonly MeetingRow[]> {
  const by = knownMoments(asOf, zone);
  const meetings = await readMeetingFacts(store);
  return meetings
    .filter(({ planned }) => by(planned) !== null)
    .map(({ id: _, planned, held, minutes_sent: sent, ...meeting }) => ({
      ...meeting,
      planned_on: dateAt(planned, zone),
      held_on: by(held) === null ? null : dateAt(held ?? 0, zone),
      has_minutes: by(sent) !== null,
    }));
}
