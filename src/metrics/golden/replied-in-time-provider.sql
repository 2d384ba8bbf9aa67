-- as of one date
WITH started AS (
  SELECT record."message_id" AS item_id, clock.period_start AS period_start,
    record."asked_at" AS started_at, record."answered_at" AS ended_at, record."asked_at" AS known_at,
    make_timestamp(epoch_us(record."asked_at") + 86400000000) AS deadline
  FROM (
  SELECT asked.message_id, asked.thread_id, asked.kind, asked.asked_by, asked.owed_by, asked.asked_at,
    answer.sent_at AS answered_at, asked.attributes
  FROM (
    SELECT message_id, thread_id, kind, from_side AS asked_by, sent_at AS asked_at, attributes,
      CASE from_side WHEN 'client' THEN 'provider' WHEN 'provider' THEN 'client' END AS owed_by
    FROM messages
    WHERE from_side IN ('client', 'provider')
      AND (kind IS NULL OR kind IN ('question', 'request', 'clarification', 'escalation'))
  ) AS asked
  ASOF LEFT JOIN messages AS answer
    ON answer.thread_id = asked.thread_id AND answer.from_side = asked.owed_by AND answer.sent_at > asked.asked_at
) AS record
  JOIN "week_8687af4f" AS clock ON clock.bucket = CAST(epoch_us(record."asked_at") // 3600000000 AS INTEGER)
  WHERE record."asked_at" IS NOT NULL AND record."owed_by" = 'provider'
), judged AS (
  SELECT item_id AS record_id, period_start, known_at,
    least(ended_at, deadline) AS counted_at,
    CASE WHEN ended_at <= deadline THEN ended_at END AS passed_at,
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
  SELECT record."message_id" AS item_id, clock.period_start AS period_start,
    record."asked_at" AS started_at, record."answered_at" AS ended_at, record."asked_at" AS known_at,
    make_timestamp(epoch_us(record."asked_at") + 86400000000) AS deadline
  FROM (
  SELECT asked.message_id, asked.thread_id, asked.kind, asked.asked_by, asked.owed_by, asked.asked_at,
    answer.sent_at AS answered_at, asked.attributes
  FROM (
    SELECT message_id, thread_id, kind, from_side AS asked_by, sent_at AS asked_at, attributes,
      CASE from_side WHEN 'client' THEN 'provider' WHEN 'provider' THEN 'client' END AS owed_by
    FROM messages
    WHERE from_side IN ('client', 'provider')
      AND (kind IS NULL OR kind IN ('question', 'request', 'clarification', 'escalation'))
  ) AS asked
  ASOF LEFT JOIN messages AS answer
    ON answer.thread_id = asked.thread_id AND answer.from_side = asked.owed_by AND answer.sent_at > asked.asked_at
) AS record
  JOIN "week_8687af4f" AS clock ON clock.bucket = CAST(epoch_us(record."asked_at") // 3600000000 AS INTEGER)
  WHERE record."asked_at" IS NOT NULL AND record."owed_by" = 'provider'
), judged AS (
  SELECT item_id AS record_id, period_start, known_at,
    least(ended_at, deadline) AS counted_at,
    CASE WHEN ended_at <= deadline THEN ended_at END AS passed_at,
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
