-- as of one date
WITH judged AS (
  SELECT concat_ws('/', record."invoice_id", record."line") AS record_id, held.period_start,
    record."issued_on" AS known_at,
    CASE WHEN (record."rate_item" IS NULL) IS NOT NULL THEN record."issued_on" END AS counted_at,
    CASE WHEN record."rate_item" IS NULL THEN record."issued_on" END AS passed_at
  FROM (
    SELECT line.*, invoice.issued_on, invoice.period_start, invoice.period_end, invoice.currency
    FROM invoice_lines AS line JOIN invoices AS invoice USING (invoice_id)
  ) AS record
  JOIN "month_08255eec" AS held ON held.bucket = CAST(record."period_end" - DATE '1970-01-01' AS INTEGER)
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
WITH judged AS (
  SELECT concat_ws('/', record."invoice_id", record."line") AS record_id, held.period_start,
    record."issued_on" AS known_at,
    CASE WHEN (record."rate_item" IS NULL) IS NOT NULL THEN record."issued_on" END AS counted_at,
    CASE WHEN record."rate_item" IS NULL THEN record."issued_on" END AS passed_at
  FROM (
    SELECT line.*, invoice.issued_on, invoice.period_start, invoice.period_end, invoice.currency
    FROM invoice_lines AS line JOIN invoices AS invoice USING (invoice_id)
  ) AS record
  JOIN "month_08255eec" AS held ON held.bucket = CAST(record."period_end" - DATE '1970-01-01' AS INTEGER)
), indexed AS (
  SELECT period_start, CASE WHEN known_at < DATE '2026-06-22' THEN 0 WHEN known_at < DATE '2026-06-29' THEN 1 ELSE 2 END AS "known", CASE WHEN counted_at < DATE '2026-06-22' THEN 0 WHEN counted_at < DATE '2026-06-29' THEN 1 ELSE 2 END AS "counted", CASE WHEN passed_at IS NOT NULL THEN "counted" END AS "passed"
  FROM judged
  WHERE least(known_at, counted_at) < DATE '2026-06-29'
)
SELECT CAST(period_start AS VARCHAR) AS period_start, "known", "counted", "passed",
  count(*) AS records
FROM indexed
GROUP BY ALL;
