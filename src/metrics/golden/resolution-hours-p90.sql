-- as of one date
WITH started AS (
  SELECT record."item_id" AS item_id, held.period_start,
    record."opened_at" AS started_at, record."resolved_at" AS ended_at, record."opened_at" AS known_at,
    CASE WHEN record."resolved_at" <= record."opened_at" THEN 0 ELSE CASE WHEN record."resolved_at" < TIMESTAMP '2027-01-01 00:00:00' THEN (clock_end.open_base + clock_end.open_slope * epoch_us(record."resolved_at")) - (clock_start.open_base + clock_start.open_slope * epoch_us(record."opened_at")) END END AS elapsed
  FROM work_items AS record
  JOIN "week_support_hours_111c208c" AS held ON held.bucket = CAST(epoch_us(record."resolved_at") // 1800000000 AS INTEGER)
  JOIN "week_support_hours_111c208c" AS clock_start ON clock_start.bucket = CAST(epoch_us(record."opened_at") // 1800000000 AS INTEGER)
  JOIN "week_support_hours_111c208c" AS clock_end ON clock_end.bucket = CAST(epoch_us(least(coalesce(record."resolved_at", record."opened_at"), TIMESTAMP '2027-01-01 00:00:00')) // 1800000000 AS INTEGER)
  WHERE record."opened_at" IS NOT NULL
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
    WHERE item_id IN (SELECT item_id FROM item_events WHERE event = 'paused' AND (by_side IN ('customer')))
  )
  WHERE event = 'paused' AND (by_side IN ('customer'))
  GROUP BY item_id, ended_at
), paused AS (
  SELECT pause.item_id, sum((pause_end.open_base + pause_end.open_slope * epoch_us(pause.last_at)) - (pause_start.open_base + pause_start.open_slope * epoch_us(pause.paused_at))) AS stood
  FROM (
    SELECT started.item_id, greatest(pauses.paused_at, started.started_at) AS paused_at,
      least(coalesce(pauses.ended_at, started.ended_at), started.ended_at) AS last_at
    FROM pauses JOIN started USING (item_id)
    WHERE started.ended_at > started.started_at AND greatest(pauses.paused_at, started.started_at)
      < least(coalesce(pauses.ended_at, started.ended_at), started.ended_at)
  ) AS pause
  JOIN "week_support_hours_111c208c" AS pause_start ON pause_start.bucket = CAST(epoch_us(pause.paused_at) // 1800000000 AS INTEGER)
  JOIN "week_support_hours_111c208c" AS pause_end ON pause_end.bucket = CAST(epoch_us(pause.last_at) // 1800000000 AS INTEGER)
  GROUP BY pause.item_id
), judged AS (
  SELECT item_id AS record_id, period_start, CASE WHEN elapsed IS NOT NULL AND known_at IS NOT NULL THEN greatest(ended_at, known_at) END AS known_at,
    CASE WHEN elapsed IS NOT NULL AND known_at IS NOT NULL THEN greatest(ended_at, known_at) END AS counted_at,
    (elapsed - coalesce(paused.stood, 0)) / 1000000 AS value
  FROM started LEFT JOIN paused USING (item_id)
)
SELECT CAST(period_start AS VARCHAR) AS period_start,
  count(*) FILTER (counted_at < TIMESTAMP '2026-06-29 04:00:00') AS counted,
  count(*) FILTER (known_at < TIMESTAMP '2026-06-29 04:00:00' AND coalesce(counted_at >= TIMESTAMP '2026-06-29 04:00:00', true)) AS pending,
  quantile_cont(value, 0.9) FILTER (counted_at < TIMESTAMP '2026-06-29 04:00:00') AS quantile
FROM judged
WHERE period_start < DATE '2026-06-28' + 1 AND least(known_at, counted_at) < TIMESTAMP '2026-06-29 04:00:00'
GROUP BY ALL
ORDER BY ALL;

-- as of many dates
WITH started AS (
  SELECT record."item_id" AS item_id, held.period_start,
    record."opened_at" AS started_at, record."resolved_at" AS ended_at, record."opened_at" AS known_at,
    CASE WHEN record."resolved_at" <= record."opened_at" THEN 0 ELSE CASE WHEN record."resolved_at" < TIMESTAMP '2027-01-01 00:00:00' THEN (clock_end.open_base + clock_end.open_slope * epoch_us(record."resolved_at")) - (clock_start.open_base + clock_start.open_slope * epoch_us(record."opened_at")) END END AS elapsed
  FROM work_items AS record
  JOIN "week_support_hours_111c208c" AS held ON held.bucket = CAST(epoch_us(record."resolved_at") // 1800000000 AS INTEGER)
  JOIN "week_support_hours_111c208c" AS clock_start ON clock_start.bucket = CAST(epoch_us(record."opened_at") // 1800000000 AS INTEGER)
  JOIN "week_support_hours_111c208c" AS clock_end ON clock_end.bucket = CAST(epoch_us(least(coalesce(record."resolved_at", record."opened_at"), TIMESTAMP '2027-01-01 00:00:00')) // 1800000000 AS INTEGER)
  WHERE record."opened_at" IS NOT NULL
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
    WHERE item_id IN (SELECT item_id FROM item_events WHERE event = 'paused' AND (by_side IN ('customer')))
  )
  WHERE event = 'paused' AND (by_side IN ('customer'))
  GROUP BY item_id, ended_at
), paused AS (
  SELECT pause.item_id, sum((pause_end.open_base + pause_end.open_slope * epoch_us(pause.last_at)) - (pause_start.open_base + pause_start.open_slope * epoch_us(pause.paused_at))) AS stood
  FROM (
    SELECT started.item_id, greatest(pauses.paused_at, started.started_at) AS paused_at,
      least(coalesce(pauses.ended_at, started.ended_at), started.ended_at) AS last_at
    FROM pauses JOIN started USING (item_id)
    WHERE started.ended_at > started.started_at AND greatest(pauses.paused_at, started.started_at)
      < least(coalesce(pauses.ended_at, started.ended_at), started.ended_at)
  ) AS pause
  JOIN "week_support_hours_111c208c" AS pause_start ON pause_start.bucket = CAST(epoch_us(pause.paused_at) // 1800000000 AS INTEGER)
  JOIN "week_support_hours_111c208c" AS pause_end ON pause_end.bucket = CAST(epoch_us(pause.last_at) // 1800000000 AS INTEGER)
  GROUP BY pause.item_id
), judged AS (
  SELECT item_id AS record_id, period_start, CASE WHEN elapsed IS NOT NULL AND known_at IS NOT NULL THEN greatest(ended_at, known_at) END AS known_at,
    CASE WHEN elapsed IS NOT NULL AND known_at IS NOT NULL THEN greatest(ended_at, known_at) END AS counted_at,
    (elapsed - coalesce(paused.stood, 0)) / 1000000 AS value
  FROM started LEFT JOIN paused USING (item_id)
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
    record."opened_at" AS started_at, record."resolved_at" AS ended_at, record."opened_at" AS known_at,
    CASE WHEN record."resolved_at" <= record."opened_at" THEN 0 ELSE CASE WHEN record."resolved_at" < TIMESTAMP '2027-01-01 00:00:00' THEN (clock_end.open_base + clock_end.open_slope * epoch_us(record."resolved_at")) - (clock_start.open_base + clock_start.open_slope * epoch_us(record."opened_at")) END END AS elapsed
  FROM work_items AS record
  JOIN "week_support_hours_111c208c" AS held ON held.bucket = CAST(epoch_us(record."resolved_at") // 1800000000 AS INTEGER)
  JOIN "week_support_hours_111c208c" AS clock_start ON clock_start.bucket = CAST(epoch_us(record."opened_at") // 1800000000 AS INTEGER)
  JOIN "week_support_hours_111c208c" AS clock_end ON clock_end.bucket = CAST(epoch_us(least(coalesce(record."resolved_at", record."opened_at"), TIMESTAMP '2027-01-01 00:00:00')) // 1800000000 AS INTEGER)
  WHERE record."opened_at" IS NOT NULL
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
    WHERE item_id IN (SELECT item_id FROM item_events WHERE event = 'paused' AND (by_side IN ('customer')))
  )
  WHERE event = 'paused' AND (by_side IN ('customer'))
  GROUP BY item_id, ended_at
), paused AS (
  SELECT pause.item_id, sum((pause_end.open_base + pause_end.open_slope * epoch_us(pause.last_at)) - (pause_start.open_base + pause_start.open_slope * epoch_us(pause.paused_at))) AS stood
  FROM (
    SELECT started.item_id, greatest(pauses.paused_at, started.started_at) AS paused_at,
      least(coalesce(pauses.ended_at, started.ended_at), started.ended_at) AS last_at
    FROM pauses JOIN started USING (item_id)
    WHERE started.ended_at > started.started_at AND greatest(pauses.paused_at, started.started_at)
      < least(coalesce(pauses.ended_at, started.ended_at), started.ended_at)
  ) AS pause
  JOIN "week_support_hours_111c208c" AS pause_start ON pause_start.bucket = CAST(epoch_us(pause.paused_at) // 1800000000 AS INTEGER)
  JOIN "week_support_hours_111c208c" AS pause_end ON pause_end.bucket = CAST(epoch_us(pause.last_at) // 1800000000 AS INTEGER)
  GROUP BY pause.item_id
), judged AS (
  SELECT item_id AS record_id, period_start, CASE WHEN elapsed IS NOT NULL AND known_at IS NOT NULL THEN greatest(ended_at, known_at) END AS known_at,
    CASE WHEN elapsed IS NOT NULL AND known_at IS NOT NULL THEN greatest(ended_at, known_at) END AS counted_at,
    (elapsed - coalesce(paused.stood, 0)) / 1000000 AS value
  FROM started LEFT JOIN paused USING (item_id)
), indexed AS (
  SELECT period_start, value, CASE WHEN counted_at < TIMESTAMP '2026-06-22 04:00:00' THEN 0 WHEN counted_at < TIMESTAMP '2026-06-29 04:00:00' THEN 1 ELSE 2 END AS counted
  FROM judged
  
), changes AS (
  SELECT DISTINCT period_start, counted AS date_number FROM indexed WHERE counted < 2
)
SELECT CAST(changes.period_start AS VARCHAR) AS period_start, date_number,
  quantile_cont(value, 0.9) AS quantile
FROM changes JOIN indexed
  ON changes.period_start = indexed.period_start AND indexed.counted <= changes.date_number
GROUP BY ALL;
