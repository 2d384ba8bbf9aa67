-- as of one date
WITH judged AS (
  SELECT record."message_id" AS record_id, held.period_start,
    record."sent_at" AS known_at,
    record."sent_at" AS counted_at
  FROM messages AS record
  JOIN "week_8687af4f" AS held ON held.bucket = CAST(epoch_us(record."sent_at") // 3600000000 AS INTEGER)
  WHERE record."kind" = 'clarification'
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
  SELECT record."message_id" AS record_id, held.period_start,
    record."sent_at" AS known_at,
    record."sent_at" AS counted_at
  FROM messages AS record
  JOIN "week_8687af4f" AS held ON held.bucket = CAST(epoch_us(record."sent_at") // 3600000000 AS INTEGER)
  WHERE record."kind" = 'clarification'
), indexed AS (
  SELECT period_start, CASE WHEN known_at < TIMESTAMP '2026-06-22 04:00:00' THEN 0 WHEN known_at < TIMESTAMP '2026-06-29 04:00:00' THEN 1 ELSE 2 END AS "known", CASE WHEN counted_at < TIMESTAMP '2026-06-22 04:00:00' THEN 0 WHEN counted_at < TIMESTAMP '2026-06-29 04:00:00' THEN 1 ELSE 2 END AS "counted"
  FROM judged
  WHERE least(known_at, counted_at) < TIMESTAMP '2026-06-29 04:00:00'
)
SELECT CAST(period_start AS VARCHAR) AS period_start, "known", "counted",
  count(*) AS records
FROM indexed
GROUP BY ALL;
