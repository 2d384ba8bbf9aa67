-- as of one date
WITH judged AS (
  SELECT record."response_id" AS record_id, held.period_start,
    CASE WHEN record."sent_at" IS NOT NULL AND record."answered_at" IS NOT NULL THEN greatest(record."sent_at", record."answered_at") END AS known_at,
    CASE WHEN (record."score" >= record."scale_max" - 1) IS NOT NULL THEN CASE WHEN record."sent_at" IS NOT NULL AND record."answered_at" IS NOT NULL THEN greatest(record."sent_at", record."answered_at") END END AS counted_at,
    CASE WHEN record."score" >= record."scale_max" - 1 THEN CASE WHEN record."sent_at" IS NOT NULL AND record."answered_at" IS NOT NULL THEN greatest(record."sent_at", record."answered_at") END END AS passed_at
  FROM survey_responses AS record
  JOIN "week_8687af4f" AS held ON held.bucket = CAST(epoch_us(record."answered_at") // 3600000000 AS INTEGER)
  WHERE record."kind" = 'csat' AND record."answered_at" IS NOT NULL
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
WITH judged AS (
  SELECT record."response_id" AS record_id, held.period_start,
    CASE WHEN record."sent_at" IS NOT NULL AND record."answered_at" IS NOT NULL THEN greatest(record."sent_at", record."answered_at") END AS known_at,
    CASE WHEN (record."score" >= record."scale_max" - 1) IS NOT NULL THEN CASE WHEN record."sent_at" IS NOT NULL AND record."answered_at" IS NOT NULL THEN greatest(record."sent_at", record."answered_at") END END AS counted_at,
    CASE WHEN record."score" >= record."scale_max" - 1 THEN CASE WHEN record."sent_at" IS NOT NULL AND record."answered_at" IS NOT NULL THEN greatest(record."sent_at", record."answered_at") END END AS passed_at
  FROM survey_responses AS record
  JOIN "week_8687af4f" AS held ON held.bucket = CAST(epoch_us(record."answered_at") // 3600000000 AS INTEGER)
  WHERE record."kind" = 'csat' AND record."answered_at" IS NOT NULL
), indexed AS (
  SELECT period_start, CASE WHEN known_at < TIMESTAMP '2026-06-22 04:00:00' THEN 0 WHEN known_at < TIMESTAMP '2026-06-29 04:00:00' THEN 1 ELSE 2 END AS "known", CASE WHEN counted_at < TIMESTAMP '2026-06-22 04:00:00' THEN 0 WHEN counted_at < TIMESTAMP '2026-06-29 04:00:00' THEN 1 ELSE 2 END AS "counted", CASE WHEN passed_at IS NOT NULL THEN "counted" END AS "passed"
  FROM judged
  WHERE least(known_at, counted_at) < TIMESTAMP '2026-06-29 04:00:00'
)
SELECT CAST(period_start AS VARCHAR) AS period_start, "known", "counted", "passed",
  count(*) AS records
FROM indexed
GROUP BY ALL;
