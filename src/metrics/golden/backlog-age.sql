WITH standing AS (
  SELECT record."opened_at" AS started_at, begun.dates_before AS begun, least(ended.dates_before, 2) AS ended
  FROM work_items AS record
  JOIN "dates_of_instants" AS begun ON begun.bucket = greatest(122724, least(coalesce(CAST(epoch_us(record."opened_at") // 14400000000 AS INTEGER), 123799), 123799))
  JOIN "dates_of_instants" AS ended ON ended.bucket = greatest(122724, least(coalesce(CAST(epoch_us(record."resolved_at") // 14400000000 AS INTEGER), 123799), 123799))
  WHERE record."opened_at" IS NOT NULL
), points AS (
  SELECT date_number, make_timestamp(cutoff * 1000000) AS point_at
  FROM (SELECT unnest(range(2)) AS date_number, unnest([1782100800, 1782705600]::BIGINT[]) AS cutoff)
), aged AS (
  SELECT date_number, epoch(point_at) - epoch(started_at) AS age
  FROM (SELECT started_at, unnest(range(begun, ended)) AS date_number FROM standing WHERE begun < ended) AS stood
  JOIN points USING (date_number)
)
SELECT date_number, count(*) AS records, quantile_cont(age, 0.5) AS quantile
FROM aged
GROUP BY ALL;
