-- as of one date
WITH started AS (
  SELECT record."item_id" AS item_id, held.period_start,
    record."opened_at" AS started_at, record."first_responded_at" AS ended_at, record."opened_at" AS known_at,
    CASE WHEN record."first_responded_at" <= record."opened_at" THEN 0 ELSE epoch_us(record."first_responded_at") - epoch_us(record."opened_at") END AS elapsed
  FROM work_items AS record
  JOIN "week_8687af4f" AS held ON held.bucket = CAST(epoch_us(record."opened_at") // 3600000000 AS INTEGER)
  WHERE record."opened_at" IS NOT NULL
), judged AS (
  SELECT item_id AS record_id, period_start, known_at,
    CASE WHEN elapsed IS NOT NULL AND known_at IS NOT NULL THEN greatest(ended_at, known_at) END AS counted_at,
    (elapsed) / 1000000 AS value
  FROM started
)
SELECT CAST(period_start AS VARCHAR) AS period_start,
  count(*) FILTER (counted_at < TIMESTAMP '2026-06-29 04:00:00') AS counted,
  count(*) FILTER (known_at < TIMESTAMP '2026-06-29 04:00:00' AND coalesce(counted_at >= TIMESTAMP '2026-06-29 04:00:00', true)) AS pending,
  quantile_cont(value, 0.5) FILTER (counted_at < TIMESTAMP '2026-06-29 04:00:00') AS quantile
FROM judged
WHERE period_start < DATE '2026-06-28' + 1 AND least(known_at, counted_at) < TIMESTAMP '2026-06-29 04:00:00'
GROUP BY ALL
ORDER BY ALL;

-- as of many dates
WITH started AS (
  SELECT record."item_id" AS item_id, held.period_start,
    record."opened_at" AS started_at, record."first_responded_at" AS ended_at, record."opened_at" AS known_at,
    CASE WHEN record."first_responded_at" <= record."opened_at" THEN 0 ELSE epoch_us(record."first_responded_at") - epoch_us(record."opened_at") END AS elapsed
  FROM work_items AS record
  JOIN "week_8687af4f" AS held ON held.bucket = CAST(epoch_us(record."opened_at") // 3600000000 AS INTEGER)
  WHERE record."opened_at" IS NOT NULL
), judged AS (
  SELECT item_id AS record_id, period_start, known_at,
    CASE WHEN elapsed IS NOT NULL AND known_at IS NOT NULL THEN greatest(ended_at, known_at) END AS counted_at,
    (elapsed) / 1000000 AS value
  FROM started
), indexed AS (
  SELECT period_start, value, CASE WHEN known_at < TIMESTAMP '2026-06-22 04:00:00' THEN 0 WHEN known_at < TIMESTAMP '2026-06-29 04:00:00' THEN 1 ELSE 2 END AS "known", CASE WHEN counted_at < TIMESTAMP '2026-06-22 04:00:00' THEN 0 WHEN counted_at < TIMESTAMP '2026-06-29 04:00:00' THEN 1 ELSE 2 END AS "counted"
  FROM judged
  WHERE least(known_at, counted_at) < TIMESTAMP '2026-06-29 04:00:00'
)
SELECT CAST(period_start AS VARCHAR) AS period_start, "known", "counted",
  count(*) AS records
FROM indexed
GROUP BY ALL;

WITH started AS (
  SELECT record."item_id" AS item_id, held.period_start,
    record."opened_at" AS started_at, record."first_responded_at" AS ended_at, record."opened_at" AS known_at,
    CASE WHEN record."first_responded_at" <= record."opened_at" THEN 0 ELSE epoch_us(record."first_responded_at") - epoch_us(record."opened_at") END AS elapsed
  FROM work_items AS record
  JOIN "week_8687af4f" AS held ON held.bucket = CAST(epoch_us(record."opened_at") // 3600000000 AS INTEGER)
  WHERE record."opened_at" IS NOT NULL
), judged AS (
  SELECT item_id AS record_id, period_start, known_at,
    CASE WHEN elapsed IS NOT NULL AND known_at IS NOT NULL THEN greatest(ended_at, known_at) END AS counted_at,
    (elapsed) / 1000000 AS value
  FROM started
), indexed AS (
  SELECT period_start, value, CASE WHEN counted_at < TIMESTAMP '2026-06-22 04:00:00' THEN 0 WHEN counted_at < TIMESTAMP '2026-06-29 04:00:00' THEN 1 ELSE 2 END AS counted
  FROM judged
  
), changes AS (
  SELECT DISTINCT period_start, counted AS date_number FROM indexed WHERE counted < 2
)
SELECT CAST(changes.period_start AS VARCHAR) AS period_start, date_number,
  quantile_cont(value, 0.5) AS quantile
FROM changes JOIN indexed
  ON changes.period_start = indexed.period_start AND indexed.counted <= changes.date_number
GROUP BY ALL;
