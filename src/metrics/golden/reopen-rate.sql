-- as of one date
WITH resolutions AS (
  SELECT item_id, "at" AS resolved_at FROM item_events WHERE event = 'resolved'
  UNION SELECT item_id, resolved_at FROM work_items WHERE resolved_at IS NOT NULL
), reopenings AS (
  SELECT item_id, "at" AS reopened_at, "at" AS told_at FROM item_events WHERE event = 'reopened'
  UNION ALL
  SELECT item_id, resolved_at, coalesce(closed_at, resolved_at) FROM work_items
  WHERE reopened_count > 0 AND item_id NOT IN (SELECT item_id FROM item_events WHERE event = 'reopened')
), outcomes AS (
  SELECT resolutions.item_id, resolved_at,
    CASE WHEN reopened_at <= resolved_at + to_seconds(1209600) THEN told_at END AS told_at
  FROM resolutions ASOF LEFT JOIN reopenings
    ON reopenings.item_id = resolutions.item_id AND reopenings.reopened_at >= resolutions.resolved_at
), judged AS (
  SELECT record.item_id AS record_id, held.period_start,
    min(outcomes.resolved_at) AS known_at,
    min(greatest(outcomes.resolved_at, record."opened_at")) AS counted_at,
    min(greatest(outcomes.told_at, outcomes.resolved_at, record."opened_at")) FILTER (outcomes.told_at IS NOT NULL) AS passed_at
  FROM outcomes JOIN work_items AS record USING (item_id)
  JOIN "week_8687af4f" AS held ON held.bucket = CAST(epoch_us(outcomes.resolved_at) // 3600000000 AS INTEGER)
  GROUP BY ALL
)
SELECT CAST(period_start AS VARCHAR) AS period_start,
  count(*) FILTER (counted_at < TIMESTAMP '2026-06-29 04:00:00') AS counted,
  count(*) FILTER (passed_at < TIMESTAMP '2026-06-29 04:00:00') AS passed,
  count(*) FILTER (known_at < TIMESTAMP '2026-06-29 04:00:00' AND coalesce(counted_at >= TIMESTAMP '2026-06-29 04:00:00', true)) AS pending
FROM judged
WHERE period_start < DATE '2026-06-28' + 1 AND least(known_at, counted_at) < TIMESTAMP '2026-06-29 04:00:00'
GROUP BY ALL
ORDER BY ALL;

-- as of many dates
WITH resolutions AS (
  SELECT item_id, "at" AS resolved_at FROM item_events WHERE event = 'resolved'
  UNION SELECT item_id, resolved_at FROM work_items WHERE resolved_at IS NOT NULL
), reopenings AS (
  SELECT item_id, "at" AS reopened_at, "at" AS told_at FROM item_events WHERE event = 'reopened'
  UNION ALL
  SELECT item_id, resolved_at, coalesce(closed_at, resolved_at) FROM work_items
  WHERE reopened_count > 0 AND item_id NOT IN (SELECT item_id FROM item_events WHERE event = 'reopened')
), outcomes AS (
  SELECT resolutions.item_id, resolved_at,
    CASE WHEN reopened_at <= resolved_at + to_seconds(1209600) THEN told_at END AS told_at
  FROM resolutions ASOF LEFT JOIN reopenings
    ON reopenings.item_id = resolutions.item_id AND reopenings.reopened_at >= resolutions.resolved_at
), judged AS (
  SELECT record.item_id AS record_id, held.period_start,
    min(outcomes.resolved_at) AS known_at,
    min(greatest(outcomes.resolved_at, record."opened_at")) AS counted_at,
    min(greatest(outcomes.told_at, outcomes.resolved_at, record."opened_at")) FILTER (outcomes.told_at IS NOT NULL) AS passed_at
  FROM outcomes JOIN work_items AS record USING (item_id)
  JOIN "week_8687af4f" AS held ON held.bucket = CAST(epoch_us(outcomes.resolved_at) // 3600000000 AS INTEGER)
  GROUP BY ALL
), indexed AS (
  SELECT period_start, CASE WHEN known_at < TIMESTAMP '2026-06-22 04:00:00' THEN 0 WHEN known_at < TIMESTAMP '2026-06-29 04:00:00' THEN 1 ELSE 2 END AS "known", CASE WHEN counted_at < TIMESTAMP '2026-06-22 04:00:00' THEN 0 WHEN counted_at < TIMESTAMP '2026-06-29 04:00:00' THEN 1 ELSE 2 END AS "counted", CASE WHEN passed_at < TIMESTAMP '2026-06-22 04:00:00' THEN 0 WHEN passed_at < TIMESTAMP '2026-06-29 04:00:00' THEN 1 ELSE 2 END AS "passed"
  FROM judged
  WHERE least(known_at, counted_at) < TIMESTAMP '2026-06-29 04:00:00'
)
SELECT CAST(period_start AS VARCHAR) AS period_start, "known", "counted", "passed",
  count(*) AS records
FROM indexed
GROUP BY ALL;
