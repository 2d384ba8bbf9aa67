WITH standing AS (
  SELECT record."opened_at" AS started_at, begun.dates_before AS begun, least(ended.dates_before, 2) AS ended
  FROM work_items AS record
  JOIN "dates_of_instants" AS begun ON begun.bucket = greatest(122724, least(coalesce(CAST(epoch_us(record."opened_at") // 14400000000 AS INTEGER), 123799), 123799))
  JOIN "dates_of_instants" AS ended ON ended.bucket = greatest(122724, least(coalesce(CAST(epoch_us(record."resolved_at") // 14400000000 AS INTEGER), 123799), 123799))
  WHERE record."opened_at" IS NOT NULL
)
SELECT begun, ended, count(*) AS records
FROM standing
WHERE begun < ended
GROUP BY ALL;
