import { z } from "zod";
import type { FactStore } from "../../facts/fact-store.ts";
import type { ReviewByTenure } from "../../governance/growth/tenure-mix.ts";
import type { AmountOf } from "../../governance/risk/concentration.ts";
import type { AccessGrant } from "../../governance/security/access-review.ts";
import type { WeekOfWork } from "../../governance/transition/learning-curve.ts";
import type { RosterRow } from "../../governance/transition/roster-ramp.ts";
import { addDays, type PlainDate, startOfDay, type TimeZone } from "../../values/time.ts";

/** The last moment that is known, as the store writes it: the end of a day in a zone. */
export type KnownBy = { readonly asOf: PlainDate; readonly zone: TimeZone };

const RosterFact = z.object({
  agent: z.string(),
  hired_on: z.string(),
  production_on: z.string().nullable(),
  left_on: z.string().nullable(),
  leave_kind: z.enum(["voluntary", "involuntary", "transfer"]).nullable(),
  key_person: z.boolean().nullable(),
});

/** The roster as it was known: what came after the day is left out, not foreseen. */
export async function readRoster(store: FactStore, { asOf }: KnownBy): Promise<readonly RosterRow[]> {
  const rows = await store.rows(
    `SELECT agent_id AS agent, hired_on::VARCHAR AS hired_on,
       CASE WHEN production_on <= $asOf::DATE THEN production_on::VARCHAR END AS production_on,
       CASE WHEN left_on <= $asOf::DATE THEN left_on::VARCHAR END AS left_on,
       CASE WHEN left_on <= $asOf::DATE THEN leave_kind END AS leave_kind, key_person
     FROM staff WHERE hired_on <= $asOf::DATE ORDER BY hired_on, agent_id`,
    { asOf },
  );
  return z.array(RosterFact).parse(rows);
}

/**
 * The last day up to `asOf` that the records of people speak of; null where none does. Work that was done says it best: days in
 * the roster may have been planned, so they count only where no work is known.
 */
export async function readLastDayOfPeople(store: FactStore, { asOf, zone }: KnownBy): Promise<PlainDate | null> {
  const rows = await store.rows(
    `WITH worked AS (
       SELECT date AS day FROM staff_hours WHERE date <= $asOf::DATE
       UNION ALL SELECT CAST(resolved_at AS DATE) FROM work_items
         WHERE agent_id IS NOT NULL AND resolved_at < TIMESTAMP '${endOf(asOf, zone)}'),
     moved AS (SELECT unnest([hired_on, production_on, left_on]) AS day FROM staff)
     SELECT coalesce((SELECT max(day) FROM worked), (SELECT max(day) FROM moved WHERE day <= $asOf::DATE))::VARCHAR AS last`,
    { asOf },
  );
  return z.array(z.object({ last: z.string().nullable() })).parse(rows)[0]?.last ?? null;
}

const GrantFact = z.object({
  agent: z.string(),
  system: z.string(),
  granted_on: z.string(),
  revoked_on: z.string().nullable(),
});

export async function readGrants(store: FactStore, { asOf }: KnownBy): Promise<readonly AccessGrant[]> {
  const rows = await store.rows(
    `SELECT agent_id AS agent, system, granted_on::VARCHAR AS granted_on,
       CASE WHEN revoked_on <= $asOf::DATE THEN revoked_on::VARCHAR END AS revoked_on
     FROM access_grants WHERE granted_on <= $asOf::DATE ORDER BY granted_on, agent_id, system`,
    { asOf },
  );
  return z.array(GrantFact).parse(rows);
}

/** A week of somebody's work counts from this many items on. */
const fewestItemsAWeek = 5;
/** Weeks of real work that are read: by then nobody is new. */
const weeksOfLearning = 52;

/**
 * How fast each person worked in each week of real work, against experienced people in the same calendar week: their mean
 * handling time ÷ the person's. Weeks without at least two experienced people have nothing to be held against.
 * @param experiencedAfter weeks of real work after which somebody counts as experienced
 */
export async function readWeeksOfWork(
  store: FactStore,
  { asOf, zone }: KnownBy,
  experiencedAfter: number,
): Promise<readonly WeekOfWork[]> {
  const rows = await store.rows(
    `WITH person AS (SELECT agent_id, max(production_on) AS since FROM staff WHERE production_on <= $asOf::DATE GROUP BY agent_id),
     worked AS (
       SELECT i.agent_id, date_trunc('week', i.resolved_at) AS calendar_week,
         floor(min(date_diff('day', p.since, CAST(i.resolved_at AS DATE))) / 7) AS week,
         count(*) AS items, avg(i.handle_seconds) AS seconds
       FROM work_items i JOIN person p ON p.agent_id = i.agent_id
       WHERE i.handle_seconds > 0 AND i.resolved_at < TIMESTAMP '${endOf(asOf, zone)}' AND CAST(i.resolved_at AS DATE) >= p.since
       GROUP BY ALL HAVING count(*) >= ${fewestItemsAWeek}),
     usual AS (
       SELECT calendar_week, sum(seconds * items) / sum(items) AS seconds FROM worked
       WHERE week >= $experiencedAfter GROUP BY calendar_week HAVING count(DISTINCT agent_id) >= 2)
     SELECT agent_id AS agent, week::INTEGER AS week, usual.seconds / worked.seconds AS productivity
     FROM worked JOIN usual USING (calendar_week) WHERE week < ${weeksOfLearning} ORDER BY agent_id, week`,
    { asOf, experiencedAfter },
  );
  return z.array(z.object({ agent: z.string(), week: z.number(), productivity: z.number() })).parse(rows);
}

/** Reviews of quality with how long the author of the work had been there. */
export async function readReviewsByTenure(
  store: FactStore,
  { asOf, zone }: KnownBy,
): Promise<readonly ReviewByTenure[]> {
  const rows = await store.rows(
    `SELECT date_diff('day', max(s.hired_on), any_value(CAST(q.reviewed_at AS DATE))) AS "tenureDays", any_value(q.score) AS score
     FROM quality_reviews q JOIN staff s ON s.agent_id = q.agent_id AND s.hired_on <= CAST(q.reviewed_at AS DATE)
     WHERE q.reviewed_at < TIMESTAMP '${endOf(asOf, zone)}' GROUP BY q.review_id ORDER BY q.review_id`,
  );
  return z.array(z.object({ tenureDays: z.number(), score: z.number() })).parse(rows);
}

/** Days over which the concentration of work is looked at. */
const concentrationDays = 90;

/** Items resolved of late, by the column that says where or by whom; items without it are left out. */
export async function readAmountsBy(
  store: FactStore,
  column: "site" | "agent_id",
  { asOf, zone }: KnownBy,
): Promise<readonly AmountOf[]> {
  const rows = await store.rows(
    `SELECT ${column} AS name, count(*) AS amount FROM work_items
     WHERE ${column} IS NOT NULL AND resolved_at < TIMESTAMP '${endOf(asOf, zone)}'
       AND resolved_at >= TIMESTAMP '${endOf(addDays(asOf, -concentrationDays), zone)}'
     GROUP BY 1 ORDER BY amount DESC, name`,
  );
  return z.array(z.object({ name: z.string(), amount: z.number() })).parse(rows);
}

/** The moment after the end of a day, in UTC. */
export function endOf(asOf: PlainDate, zone: TimeZone): string {
  return new Date(startOfDay(addDays(asOf, 1), zone) * 1000).toISOString().slice(0, 19).replace("T", " ");
}
