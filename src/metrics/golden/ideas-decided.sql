-- as of one date
WITH started AS (
  SELECT record."idea_id" AS item_id, clock.period_start AS period_start,
    record."submitted_at" AS started_at, record."decided_at" AS ended_at, record."submitted_at" AS known_at,
    record."submitted_at" + 30 AS deadline
  FROM ideas AS record
  JOIN "week_5b3ed696" AS clock ON clock.bucket = CAST(record."submitted_at" - DATE '1970-01-01' AS INTEGER)
  WHERE record."submitted_at" IS NOT NULL
), judged AS (
  SELECT item_id AS record_id, period_start, known_at,
    least(ended_at, deadline) AS counted_at,
    CASE WHEN ended_at <= deadline THEN ended_at END AS passed_at,
    deadline
  FROM started
)
SELECT CAST(period_start AS VARCHAR) AS period_start,
  count(*) FILTER (counted_at < DATE '2026-06-29') AS counted,
  count(*) FILTER (passed_at < DATE '2026-06-29') AS passed,
  count(*) FILTER (known_at < DATE '2026-06-29' AND coalesce(counted_at >= DATE '2026-06-29', true)) AS pending
FROM judged
WHERE period_start < DATE '2026-06-28' + 1 AND least(known_at, counted_at) < DATE '2026-06-29'
GROUP BY ALL
ORDER BY ALL;

-- as of many dates
WITH started AS (
  SELECT record."idea_id" AS item_id, clock.period_start AS period_start,
    record."submitted_at" AS started_at, record."decided_at" AS ended_at, record."submitted_at" AS known_at,
    record."submitted_at" + 30 AS deadline
  FROM ideas AS record
  JOIN "week_5b3ed696" AS clock ON clock.bucket = CAST(record."submitted_at" - DATE '1970-01-01' AS INTEGER)
  WHERE record."submitted_at" IS NOT NULL
), judged AS (
  SELECT item_id AS record_id, period_start, known_at,
    least(ended_at, deadline) AS counted_at,
    CASE WHEN ended_at <= deadline THEN ended_at END AS passed_at,
    deadline
  FROM started
), indexed AS (
  SELECT period_start, CASE WHEN known_at < DATE '2026-06-22' THEN 0 WHEN known_at < DATE '2026-06-29' THEN 1 ELSE 2 END AS "known", CASE WHEN counted_at < DATE '2026-06-22' THEN 0 WHEN counted_at < DATE '2026-06-29' THEN 1 ELSE 2 END AS "counted", CASE WHEN passed_at IS NOT NULL THEN "counted" END AS "passed"
  FROM judged
  WHERE least(known_at, counted_at) < DATE '2026-06-29'
)
SELECT CAST(period_start AS VARCHAR) AS period_start, "known", "counted", "passed",
  count(*) AS records
FROM indexed
GROUP BY ALL;
