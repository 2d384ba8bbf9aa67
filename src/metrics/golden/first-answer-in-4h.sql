-- as of one date
WITH started AS (
  SELECT record."item_id" AS item_id, clock.period_start AS period_start,
    coalesce(CAST(record."team" AS VARCHAR), 'unknown') AS "team", record."opened_at" AS started_at, record."first_responded_at" AS ended_at, record."opened_at" AS known_at,
    make_timestamp((clock.deadline_base + clock.deadline_slope * epoch_us(record."opened_at"))) AS deadline
  FROM work_items AS record
  JOIN "week_support_hours_14400s_5b19b6ca" AS clock ON clock.bucket = CAST(epoch_us(record."opened_at") // 1800000000 AS INTEGER)
  WHERE record."opened_at" IS NOT NULL AND record."channel" IN ('email', 'chat')
), pauses AS (
  SELECT item_id, min("at") AS paused_at, ended_at
  FROM (
    SELECT item_id, event, "at", by_side, reason,
      min(CASE WHEN event IN ('resumed', 'resolved', 'closed') OR (event = 'responded' AND by_side = 'provider') THEN "at" END) OVER (
        PARTITION BY item_id
        ORDER BY "at", line, event = 'paused'
        ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING
      ) AS ended_at
    FROM item_events
    WHERE item_id IN (SELECT item_id FROM item_events WHERE event = 'paused' AND (reason IN ('waiting-for-customer')))
  )
  WHERE event = 'paused' AND (reason IN ('waiting-for-customer'))
  GROUP BY item_id, ended_at
), paused AS (
  SELECT item_id, CASE WHEN lasts THEN TIMESTAMP '2200-01-01' ELSE make_timestamp(span.starts_at + paused.goal - span.spent) END AS deadline
  FROM (
    SELECT item_id, CAST(any_value(due_open) + coalesce(sum(stood) FILTER (WHERE ran <= allowed), 0) AS BIGINT) AS goal,
      bool_or(ran <= allowed AND NOT has_ended) AS lasts
    FROM (
      SELECT pause.item_id, pause.has_ended, pause.started_open, pause.due_open, pause.due_open - pause.started_open AS allowed,
        (pause_end.open_base + pause_end.open_slope * epoch_us(pause.last_at)) - (pause_start.open_base + pause_start.open_slope * epoch_us(pause.paused_at)) AS stood,
        (pause_start.open_base + pause_start.open_slope * epoch_us(pause.paused_at)) - pause.started_open
          - coalesce(sum((pause_end.open_base + pause_end.open_slope * epoch_us(pause.last_at)) - (pause_start.open_base + pause_start.open_slope * epoch_us(pause.paused_at))) OVER (
            PARTITION BY pause.item_id ORDER BY pause.paused_at ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
          ), 0) AS ran
      FROM (
        SELECT started.item_id, greatest(pauses.paused_at, started.started_at) AS paused_at, coalesce(pauses.ended_at < TIMESTAMP '2027-01-01 00:00:00', false) AS has_ended,
          least(coalesce(pauses.ended_at, TIMESTAMP '2027-01-01 00:00:00'), TIMESTAMP '2027-01-01 00:00:00') AS last_at,
          (clock_start.open_base + clock_start.open_slope * epoch_us(started.started_at)) AS started_open, (clock_due.open_base + clock_due.open_slope * epoch_us(started.deadline)) AS due_open
        FROM pauses JOIN started USING (item_id)
    JOIN "week_support_hours_14400s_5b19b6ca" AS clock_start ON clock_start.bucket = CAST(epoch_us(started.started_at) // 1800000000 AS INTEGER)
    JOIN "week_support_hours_14400s_5b19b6ca" AS clock_due ON clock_due.bucket = CAST(epoch_us(started.deadline) // 1800000000 AS INTEGER)
        WHERE pauses.paused_at < TIMESTAMP '2027-01-01 00:00:00' AND started.started_at < TIMESTAMP '2027-01-01 00:00:00' AND coalesce(pauses.ended_at > started.started_at, true)
      ) AS pause
    JOIN "week_support_hours_14400s_5b19b6ca" AS pause_start ON pause_start.bucket = CAST(epoch_us(pause.paused_at) // 1800000000 AS INTEGER)
    JOIN "week_support_hours_14400s_5b19b6ca" AS pause_end ON pause_end.bucket = CAST(epoch_us(pause.last_at) // 1800000000 AS INTEGER)
    )
    GROUP BY item_id
  ) AS paused
  ASOF JOIN "open_support_hours_63577c3e" AS span ON paused.goal >= span.spent
), clocked AS (
  SELECT started.item_id, period_start, "team", started_at, ended_at, known_at,
    coalesce(paused.deadline, started.deadline) AS deadline
  FROM started LEFT JOIN paused USING (item_id)
), judged AS (
  SELECT item_id AS record_id, period_start, "team", known_at,
    least(ended_at, deadline) AS counted_at,
    CASE WHEN ended_at <= deadline THEN ended_at END AS passed_at,
    deadline
  FROM clocked
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
  WHERE record."opened_at" IS NOT NULL AND record."channel" IN ('email', 'chat')
), pauses AS (
  SELECT item_id, min("at") AS paused_at, ended_at
  FROM (
    SELECT item_id, event, "at", by_side, reason,
      min(CASE WHEN event IN ('resumed', 'resolved', 'closed') OR (event = 'responded' AND by_side = 'provider') THEN "at" END) OVER (
        PARTITION BY item_id
        ORDER BY "at", line, event = 'paused'
        ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING
      ) AS ended_at
    FROM item_events
    WHERE item_id IN (SELECT item_id FROM item_events WHERE event = 'paused' AND (reason IN ('waiting-for-customer')))
  )
  WHERE event = 'paused' AND (reason IN ('waiting-for-customer'))
  GROUP BY item_id, ended_at
), paused AS (
  SELECT item_id, CASE WHEN lasts THEN TIMESTAMP '2200-01-01' ELSE make_timestamp(span.starts_at + paused.goal - span.spent) END AS deadline
  FROM (
    SELECT item_id, CAST(any_value(due_open) + coalesce(sum(stood) FILTER (WHERE ran <= allowed), 0) AS BIGINT) AS goal,
      bool_or(ran <= allowed AND NOT has_ended) AS lasts
    FROM (
      SELECT pause.item_id, pause.has_ended, pause.started_open, pause.due_open, pause.due_open - pause.started_open AS allowed,
        (pause_end.open_base + pause_end.open_slope * epoch_us(pause.last_at)) - (pause_start.open_base + pause_start.open_slope * epoch_us(pause.paused_at)) AS stood,
        (pause_start.open_base + pause_start.open_slope * epoch_us(pause.paused_at)) - pause.started_open
          - coalesce(sum((pause_end.open_base + pause_end.open_slope * epoch_us(pause.last_at)) - (pause_start.open_base + pause_start.open_slope * epoch_us(pause.paused_at))) OVER (
            PARTITION BY pause.item_id ORDER BY pause.paused_at ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
          ), 0) AS ran
      FROM (
        SELECT started.item_id, greatest(pauses.paused_at, started.started_at) AS paused_at, coalesce(pauses.ended_at < TIMESTAMP '2027-01-01 00:00:00', false) AS has_ended,
          least(coalesce(pauses.ended_at, TIMESTAMP '2027-01-01 00:00:00'), TIMESTAMP '2027-01-01 00:00:00') AS last_at,
          (clock_start.open_base + clock_start.open_slope * epoch_us(started.started_at)) AS started_open, (clock_due.open_base + clock_due.open_slope * epoch_us(started.deadline)) AS due_open
        FROM pauses JOIN started USING (item_id)
    JOIN "week_support_hours_14400s_5b19b6ca" AS clock_start ON clock_start.bucket = CAST(epoch_us(started.started_at) // 1800000000 AS INTEGER)
    JOIN "week_support_hours_14400s_5b19b6ca" AS clock_due ON clock_due.bucket = CAST(epoch_us(started.deadline) // 1800000000 AS INTEGER)
        WHERE pauses.paused_at < TIMESTAMP '2027-01-01 00:00:00' AND started.started_at < TIMESTAMP '2027-01-01 00:00:00' AND coalesce(pauses.ended_at > started.started_at, true)
      ) AS pause
    JOIN "week_support_hours_14400s_5b19b6ca" AS pause_start ON pause_start.bucket = CAST(epoch_us(pause.paused_at) // 1800000000 AS INTEGER)
    JOIN "week_support_hours_14400s_5b19b6ca" AS pause_end ON pause_end.bucket = CAST(epoch_us(pause.last_at) // 1800000000 AS INTEGER)
    )
    GROUP BY item_id
  ) AS paused
  ASOF JOIN "open_support_hours_63577c3e" AS span ON paused.goal >= span.spent
), clocked AS (
  SELECT started.item_id, period_start, "team", started_at, ended_at, known_at,
    coalesce(paused.deadline, started.deadline) AS deadline
  FROM started LEFT JOIN paused USING (item_id)
), judged AS (
  SELECT item_id AS record_id, period_start, "team", known_at,
    least(ended_at, deadline) AS counted_at,
    CASE WHEN ended_at <= deadline THEN ended_at END AS passed_at,
    deadline
  FROM clocked
), indexed AS (
  SELECT period_start, "team", CASE WHEN known_at < TIMESTAMP '2026-06-22 04:00:00' THEN 0 WHEN known_at < TIMESTAMP '2026-06-29 04:00:00' THEN 1 ELSE 2 END AS "known", CASE WHEN counted_at < TIMESTAMP '2026-06-22 04:00:00' THEN 0 WHEN counted_at < TIMESTAMP '2026-06-29 04:00:00' THEN 1 ELSE 2 END AS "counted", CASE WHEN passed_at IS NOT NULL THEN "counted" END AS "passed"
  FROM judged
  WHERE least(known_at, counted_at) < TIMESTAMP '2026-06-29 04:00:00'
)
SELECT CAST(period_start AS VARCHAR) AS period_start, "team", "known", "counted", "passed",
  count(*) AS records
FROM indexed
GROUP BY ALL;
