-- as of one date
WITH judged AS (
  SELECT record."incident_id" AS record_id, held.period_start,
    coalesce(record."disclosed_at", record."resolved_at") AS known_at,
    coalesce(record."disclosed_at", record."resolved_at") AS counted_at
  FROM incidents AS record
  JOIN "week_8687af4f" AS held ON held.bucket = CAST(epoch_us(record."occurred_at") // 3600000000 AS INTEGER)
)
SELECT CAST(period_start AS VARCHAR) AS period_start,
  count(*) FILTER (counted_at < TIMESTAMP '2026-06-29 04:00:00') AS counted,
  count(*) FILTER (known_at < TIMESTAMP '2026-06-29 04:00:00' AND coalesce(counted_at >= TIMESTAMP '2026-06-29 04:00:00', true)) AS pending
FROM judged
WHERE period_start < DATE '2026-06-28' + 1 AND least(known_at, counted_at) < TIMESTAMP '2026-06-29 04:00:00'
GROUP BY ALL
ORDER BY ALL;

-- as of many dates
WITH judged AS (
  SELECT record."incident_id" AS record_id, held.period_start,
    coalesce(record."disclosed_at", record."resolved_at") AS known_at,
    coalesce(record."disclosed_at", record."resolved_at") AS counted_at
  FROM incidents AS record
  JOIN "week_8687af4f" AS held ON held.bucket = CAST(epoch_us(record."occurred_at") // 3600000000 AS INTEGER)
), indexed AS (
  SELECT period_start, known_dates.dates_before AS "known", counted_dates.dates_before AS "counted"
  FROM judged
  JOIN "dates_of_instants" AS known_dates ON known_dates.bucket = greatest(122724, least(coalesce(CAST(epoch_us(known_at) // 14400000000 AS INTEGER), 123799), 123799))
  JOIN "dates_of_instants" AS counted_dates ON counted_dates.bucket = greatest(122724, least(coalesce(CAST(epoch_us(counted_at) // 14400000000 AS INTEGER), 123799), 123799))
)
SELECT CAST(period_start AS VARCHAR) AS period_start, "known", "counted",
  count(*) AS records
FROM indexed
WHERE least(known, counted) < 2
GROUP BY ALL;
