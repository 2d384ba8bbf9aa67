-- as of one date
WITH started AS (
  SELECT record."item_id" AS item_id, NULL AS period_start,
    record."opened_at" AS started_at, record."resolved_at" AS ended_at, record."opened_at" AS known_at,
    make_timestamp((clock.deadline_base + clock.deadline_slope * epoch_us(record."opened_at"))) AS deadline
  FROM work_items AS record
  JOIN "week_support_hours_2_business_days_f1cee6ee" AS clock ON clock.bucket = CAST(epoch_us(record."opened_at") // 1800000000 AS INTEGER)
  WHERE record."opened_at" IS NOT NULL
), judged AS (
  SELECT started.item_id AS record_id, held.period_start, CASE WHEN ended_at IS NOT NULL AND known_at IS NOT NULL THEN greatest(ended_at, known_at) END AS known_at, CASE WHEN ended_at IS NOT NULL AND known_at IS NOT NULL THEN greatest(ended_at, known_at) END AS counted_at,
    CASE WHEN ended_at <= deadline THEN CASE WHEN ended_at IS NOT NULL AND known_at IS NOT NULL THEN greatest(ended_at, known_at) END END AS passed_at,
    CAST(NULL AS TIMESTAMP) AS until_at,
    deadline
  FROM started
  JOIN "week_support_hours_2_business_days_f1cee6ee" AS held ON held.bucket = CAST(epoch_us(ended_at) // 1800000000 AS INTEGER)
  UNION ALL
  SELECT started.item_id AS record_id, held.period_start, CASE WHEN deadline IS NOT NULL AND known_at IS NOT NULL THEN greatest(deadline, known_at) END AS known_at, CASE WHEN deadline IS NOT NULL AND known_at IS NOT NULL THEN greatest(deadline, known_at) END AS counted_at,
    NULL AS passed_at,
    ended_at AS until_at,
    deadline
  FROM (FROM started WHERE ended_at IS NULL OR ended_at > deadline) AS started
  JOIN "week_support_hours_2_business_days_f1cee6ee" AS held ON held.bucket = CAST(epoch_us(deadline) // 1800000000 AS INTEGER)
)
SELECT CAST(period_start AS VARCHAR) AS period_start,
  count(*) FILTER (counted_at < TIMESTAMP '2026-06-29 04:00:00' AND coalesce(until_at >= TIMESTAMP '2026-06-29 04:00:00', true)) AS counted,
  count(*) FILTER (passed_at < TIMESTAMP '2026-06-29 04:00:00') AS passed,
  count(*) FILTER (known_at < TIMESTAMP '2026-06-29 04:00:00' AND coalesce(counted_at >= TIMESTAMP '2026-06-29 04:00:00', true)) AS pending
FROM judged
WHERE period_start < DATE '2026-06-28' + 1 AND least(known_at, counted_at) < TIMESTAMP '2026-06-29 04:00:00'
GROUP BY ALL
ORDER BY ALL;

-- as of many dates
WITH started AS (
  SELECT record."item_id" AS item_id, NULL AS period_start,
    record."opened_at" AS started_at, record."resolved_at" AS ended_at, record."opened_at" AS known_at,
    make_timestamp((clock.deadline_base + clock.deadline_slope * epoch_us(record."opened_at"))) AS deadline
  FROM work_items AS record
  JOIN "week_support_hours_2_business_days_f1cee6ee" AS clock ON clock.bucket = CAST(epoch_us(record."opened_at") // 1800000000 AS INTEGER)
  WHERE record."opened_at" IS NOT NULL
), judged AS (
  SELECT started.item_id AS record_id, held.period_start, CASE WHEN ended_at IS NOT NULL AND known_at IS NOT NULL THEN greatest(ended_at, known_at) END AS known_at, CASE WHEN ended_at IS NOT NULL AND known_at IS NOT NULL THEN greatest(ended_at, known_at) END AS counted_at,
    CASE WHEN ended_at <= deadline THEN CASE WHEN ended_at IS NOT NULL AND known_at IS NOT NULL THEN greatest(ended_at, known_at) END END AS passed_at,
    CAST(NULL AS TIMESTAMP) AS until_at,
    deadline
  FROM started
  JOIN "week_support_hours_2_business_days_f1cee6ee" AS held ON held.bucket = CAST(epoch_us(ended_at) // 1800000000 AS INTEGER)
  UNION ALL
  SELECT started.item_id AS record_id, held.period_start, CASE WHEN deadline IS NOT NULL AND known_at IS NOT NULL THEN greatest(deadline, known_at) END AS known_at, CASE WHEN deadline IS NOT NULL AND known_at IS NOT NULL THEN greatest(deadline, known_at) END AS counted_at,
    NULL AS passed_at,
    ended_at AS until_at,
    deadline
  FROM (FROM started WHERE ended_at IS NULL OR ended_at > deadline) AS started
  JOIN "week_support_hours_2_business_days_f1cee6ee" AS held ON held.bucket = CAST(epoch_us(deadline) // 1800000000 AS INTEGER)
), indexed AS (
  SELECT period_start, CASE WHEN known_at < TIMESTAMP '2026-06-22 04:00:00' THEN 0 WHEN known_at < TIMESTAMP '2026-06-29 04:00:00' THEN 1 ELSE 2 END AS "known", CASE WHEN counted_at < TIMESTAMP '2026-06-22 04:00:00' THEN 0 WHEN counted_at < TIMESTAMP '2026-06-29 04:00:00' THEN 1 ELSE 2 END AS "counted", CASE WHEN until_at < TIMESTAMP '2026-06-22 04:00:00' THEN 0 WHEN until_at < TIMESTAMP '2026-06-29 04:00:00' THEN 1 ELSE 2 END AS "until", CASE WHEN passed_at IS NOT NULL THEN "counted" END AS "passed"
  FROM judged
  WHERE least(known_at, counted_at) < TIMESTAMP '2026-06-29 04:00:00'
)
SELECT CAST(period_start AS VARCHAR) AS period_start, "known", "counted", "until", "passed",
  count(*) AS records
FROM indexed
GROUP BY ALL;
