import { z } from "zod";
import type { FactStore } from "../facts/fact-store.ts";
import { sourceOf } from "../metrics/dialects/duckdb-records.ts";
import { periodStart } from "../metrics/period.ts";
import type { AgentReview, DoubleScore, SurveyedItems, WorkShare } from "../pitfalls/observed-records.ts";
import { dateAt, type PlainDate, type TimeZone } from "../values/time.ts";

const DoubleRow = z.object({
  item: z.string(),
  scored: z.number(),
  client: z.number(),
  provider: z.number(),
  clientCritical: z.boolean(),
  providerCritical: z.boolean(),
});

/** Reviews that score another side's review again, beside the one that they score. */
export async function readDoubleScores(store: FactStore, zone: TimeZone): Promise<readonly DoubleScore[]> {
  const rows = await store.rows(`WITH pairs AS (
  SELECT CASE again.reviewer_side WHEN 'client' THEN again ELSE first END AS client,
    CASE again.reviewer_side WHEN 'client' THEN first ELSE again END AS provider
  FROM quality_reviews AS again JOIN quality_reviews AS first ON first.review_id = again.double_of
  WHERE (again.reviewer_side = 'client' AND first.reviewer_side = 'provider')
    OR (again.reviewer_side = 'provider' AND first.reviewer_side = 'client')
)
SELECT coalesce(client.item_id, provider.item_id, client.review_id) AS item,
  epoch(greatest(client.reviewed_at, provider.reviewed_at))::DOUBLE AS scored,
  client.score::DOUBLE AS client, provider.score::DOUBLE AS provider,
  coalesce(client.critical_errors > 0, false) AS "clientCritical",
  coalesce(provider.critical_errors > 0, false) AS "providerCritical"
FROM pairs WHERE client.score IS NOT NULL AND provider.score IS NOT NULL ORDER BY scored, item`);
  return z
    .array(DoubleRow)
    .parse(rows)
    .map(({ scored, ...rest }) => ({ ...rest, scoredOn: dateAt(scored, zone) }));
}

const AgentReviewRow = z.object({
  agent: z.string(),
  reviewed: z.number(),
  tenureDays: z.number(),
  score: z.number(),
  isCritical: z.boolean().nullable(),
});

/** Reviews of people on the roster, each piece of work once. */
export async function readAgentReviews(store: FactStore, zone: TimeZone): Promise<readonly AgentReview[]> {
  const rows = await store.rows(`SELECT agent_id AS agent, epoch(reviewed_at)::DOUBLE AS reviewed,
  tenure_days::INTEGER AS "tenureDays", score::DOUBLE AS score, critical_errors > 0 AS "isCritical"
FROM ${sourceOf("agent_reviews")} AS review WHERE score IS NOT NULL AND double_of IS NULL ORDER BY reviewed, review_id`);
  return z
    .array(AgentReviewRow)
    .parse(rows)
    .map(({ reviewed, ...rest }) => ({ ...rest, reviewedOn: dateAt(reviewed, zone) }));
}

const SurveyedRow = z.object({
  day: z.string(),
  surveyed: z.boolean(),
  reopened: z.boolean(),
  items: z.number(),
});

/** Items that were resolved, by the ISO week (of the UTC date), whether they were surveyed and whether they came back. */
export async function readSurveyed(store: FactStore): Promise<readonly SurveyedItems[]> {
  const rows = await store.rows(`SELECT date_trunc('week', resolved_at)::DATE::VARCHAR AS day,
  item_id IN (SELECT item_id FROM survey_responses WHERE item_id IS NOT NULL) AS surveyed, reopened_count > 0 AS reopened,
  count(*)::INTEGER AS items
FROM work_items WHERE resolved_at IS NOT NULL AND reopened_count IS NOT NULL GROUP BY ALL ORDER BY ALL`);
  return z
    .array(SurveyedRow)
    .parse(rows)
    .map(({ day, surveyed, reopened, items }): SurveyedItems => {
      const week: PlainDate = periodStart(day, "week");
      return { week, isSurveyed: surveyed, isReopened: reopened, items };
    });
}

const WorkShareRow = z.object({
  month: z.string(),
  site: z.string().nullable(),
  agent: z.string().nullable(),
  items: z.number(),
});

/** Who resolved how many items where, by the month (of the UTC date). */
export async function readWorkShares(store: FactStore): Promise<readonly WorkShare[]> {
  const rows = await store.rows(`SELECT date_trunc('month', resolved_at)::DATE::VARCHAR AS month, site,
  agent_id AS agent, count(*)::INTEGER AS items
FROM work_items WHERE resolved_at IS NOT NULL GROUP BY ALL ORDER BY ALL`);
  return z.array(WorkShareRow).parse(rows);
}
