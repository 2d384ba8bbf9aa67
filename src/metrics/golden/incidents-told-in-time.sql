-- as of one date
WITH started AS (
  SELECT record."incident_id" AS item_id, clock.period_start AS period_start,
    record."detected_at" AS started_at, record."disclosed_at" AS ended_at, coalesce(record."disclosed_at", record."resolved_at") AS known_at,
    make_timestamp(epoch_us(record."detected_at") + 86400000000) AS deadline
  FROM incidents AS record
  JOIN "week_8687af4f" AS clock ON clock.bucket = CAST(epoch_us(record."detected_at") // 3600000000 AS INTEGER)
  WHERE record."detected_at" IS NOT NULL
), judged AS (
  SELECT item_id AS record_id, period_start, known_at,
    CASE WHEN least(ended_at, deadline) IS NOT NULL AND known_at IS NOT NULL THEN greatest(least(ended_at, deadline), known_at) END AS counted_at,
    CASE WHEN ended_at <= deadline THEN CASE WHEN ended_at IS NOT NULL AND known_at IS NOT NULL THEN greatest(ended_at, known_at) END END AS passed_at,
    deadline
  FROM started
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
WITH started AS (
  SELECT record."incident_id" AS item_id, clock.period_start AS period_start,
    record."detected_at" AS started_at, record."disclosed_at" AS ended_at, coalesce(record."disclosed_at", record."resolved_at") AS known_at,
    make_timestamp(epoch_us(record."detected_at") + 86400000000) AS deadline
  FROM incidents AS record
  JOIN "week_8687af4f" AS clock ON clock.bucket = CAST(epoch_us(record."detected_at") // 3600000000 AS INTEGER)
  WHERE record."detected_at" IS NOT NULL
), judged AS (
  SELECT item_id AS record_id, period_start, known_at,
    CASE WHEN least(ended_at, deadline) IS NOT NULL AND known_at IS NOT NULL THEN greatest(least(ended_at, deadline), known_at) END AS counted_at,
    CASE WHEN ended_at <= deadline THEN CASE WHEN ended_at IS NOT NULL AND known_at IS NOT NULL THEN greatest(ended_at, known_at) END END AS passed_at,
    deadline
  FROM started
), indexed AS (
  SELECT period_start, CASE WHEN known_at < TIMESTAMP '2026-06-22 04:00:00' THEN 0 WHEN known_at < TIMESTAMP '2026-06-29 04:00:00' THEN 1 ELSE 2 END AS "known", CASE WHEN counted_at < TIMESTAMP '2026-06-22 04:00:00' THEN 0 WHEN counted_at < TIMESTAMP '2026-06-29 04:00:00' THEN 1 ELSE 2 END AS "counted", CASE WHEN passed_at IS NOT NULL THEN "counted" END AS "passed"
  FROM judged
  WHERE least(known_at, counted_at) < TIMESTAMP '2026-06-29 04:00:00'
)
SELECT CAST(period_start AS VARCHAR) AS period_start, "known", "counted", "passed",
  count(*) AS records
FROM indexed
GROUP BY ALL;
