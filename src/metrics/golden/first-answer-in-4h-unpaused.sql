-- as of one date
WITH started AS (
  SELECT record."item_id" AS item_id, clock.period_start AS period_start,
    coalesce(CAST(record."team" AS VARCHAR), 'unknown') AS "team", record."opened_at" AS started_at, record."first_responded_at" AS ended_at, record."opened_at" AS known_at,
    make_timestamp((clock.deadline_base + clock.deadline_slope * epoch_us(record."opened_at"))) AS deadline
  FROM work_items AS record
  JOIN "week_support_hours_14400s_5b19b6ca" AS clock ON clock.bucket = CAST(epoch_us(record."opened_at") // 1800000000 AS INTEGER)
  WHERE record."opened_at" IS NOT NULL
), judged AS (
  SELECT item_id AS record_id, period_start, "team", known_at,
    least(ended_at, deadline) AS counted_at,
    CASE WHEN ended_at <= deadline THEN ended_at END AS passed_at,
    deadline
  FROM started
)
SELECT CAST(period_start AS VARCHAR) AS period_start,
  "team", count(*) FILTER (counted_at < TIMESTAMP '2026-06-29 04:00:00') AS counted,
  count(*) FILTER (passed_at < TIMESTAMP '2026-06-29 04:00:00') AS passed,
  count(*) FILTER (known_at < TIMESTAMP '2026-06-29 04:00:00' AND coalesce(counted_at >= TIMESTAMP '2026-06-29 04:00:00', true)) AS pending
FROM judged
WHERE period_start < DATE '2026-06-28' + 1 AND least(known_at, counted_at) < TIMESTAMP '2026-06-29 04:00:00'
GROUP BY ALL
ORDER BY ALL;

-- as of many dates
WITH started AS (
  SELECT record."item_id" AS item_id, clock.period_start AS period_start,
    coalesce(CAST(record."team" AS VARCHAR), 'unknown') AS "team", record."opened_at" AS started_at, record."first_responded_at" AS ended_at, record."opened_at" AS known_at,
    make_timestamp((clock.deadline_base + clock.deadline_slope * epoch_us(record."opened_at"))) AS deadline
  FROM work_items AS record
  JOIN "week_support_hours_14400s_5b19b6ca" AS clock ON clock.bucket = CAST(epoch_us(record."opened_at") // 1800000000 AS INTEGER)
  WHERE record."opened_at" IS NOT NULL
), judged AS (
  SELECT item_id AS record_id, period_start, "team", known_at,
    least(ended_at, deadline) AS counted_at,
    CASE WHEN ended_at <= deadline THEN ended_at END AS passed_at,
    deadline
  FROM started
), indexed AS (
  SELECT period_start, "team", CASE WHEN known_at < TIMESTAMP '2026-06-22 04:00:00' THEN 0 WHEN known_at < TIMESTAMP '2026-06-29 04:00:00' THEN 1 ELSE 2 END AS "known", CASE WHEN counted_at < TIMESTAMP '2026-06-22 04:00:00' THEN 0 WHEN counted_at < TIMESTAMP '2026-06-29 04:00:00' THEN 1 ELSE 2 END AS "counted", CASE WHEN passed_at IS NOT NULL THEN "counted" END AS "passed"
  FROM judged
  WHERE least(known_at, counted_at) < TIMESTAMP '2026-06-29 04:00:00'
)
SELECT CAST(period_start AS VARCHAR) AS period_start, "team", "known", "counted", "passed",
  count(*) AS records
FROM indexed
GROUP BY ALL;
