WITH windows AS (
  SELECT unnest([DATE '2026-06-01', DATE '2026-06-01']) AS period_start, unnest([DATE '2026-06-21', DATE '2026-06-28']) AS until, unnest([21, 28]) AS days
), people AS (
  SELECT hired_on, left_on, leave_kind
  FROM staff AS record
)
SELECT CAST(period_start AS VARCHAR) AS period_start, CAST(until AS VARCHAR) AS until, 
  count(*) FILTER (left_on BETWEEN period_start AND until AND leave_kind IS DISTINCT FROM 'transfer') AS leavers,
  sum(greatest(0, least(coalesce(left_on, until), until) - greatest(hired_on, period_start) + 1)) / any_value(days) AS headcount
FROM people JOIN windows ON hired_on <= until AND coalesce(left_on >= period_start, true)
GROUP BY ALL;
