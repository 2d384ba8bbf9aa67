-- as of one date
WITH judged AS (
  SELECT record."idea_id" AS record_id, held.period_start,
    record."submitted_at" AS known_at,
    record."submitted_at" AS counted_at
  FROM ideas AS record
  JOIN "week_5b3ed696" AS held ON held.bucket = CAST(record."submitted_at" - DATE '1970-01-01' AS INTEGER)
)
SELECT CAST(period_start AS VARCHAR) AS period_start,
  count(*) FILTER (counted_at < DATE '2026-06-29') AS counted,
  count(*) FILTER (known_at < DATE '2026-06-29' AND coalesce(counted_at >= DATE '2026-06-29', true)) AS pending
FROM judged
WHERE period_start < DATE '2026-06-28' + 1 AND least(known_at, counted_at) < DATE '2026-06-29'
GROUP BY ALL
ORDER BY ALL;

-- as of many dates
WITH judged AS (
  SELECT record."idea_id" AS record_id, held.period_start,
    record."submitted_at" AS known_at,
    record."submitted_at" AS counted_at
  FROM ideas AS record
  JOIN "week_5b3ed696" AS held ON held.bucket = CAST(record."submitted_at" - DATE '1970-01-01' AS INTEGER)
), indexed AS (
  SELECT period_start, CASE WHEN known_at < DATE '2026-06-22' THEN 0 WHEN known_at < DATE '2026-06-29' THEN 1 ELSE 2 END AS "known", CASE WHEN counted_at < DATE '2026-06-22' THEN 0 WHEN counted_at < DATE '2026-06-29' THEN 1 ELSE 2 END AS "counted"
  FROM judged
  WHERE least(known_at, counted_at) < DATE '2026-06-29'
)
SELECT CAST(period_start AS VARCHAR) AS period_start, "known", "counted",
  count(*) AS records
FROM indexed
GROUP BY ALL;
