WITH standing AS (
  SELECT record."left_on" AS started_at, begun.dates_before AS begun, least(ended.dates_before, 2) AS ended
  FROM (
  SELECT access.agent_id, access.system, access.granted_on, access.revoked_on, leaver.left_on, leaver.team, leaver.site,
    access.attributes
  FROM access_grants AS access
  JOIN (FROM staff QUALIFY row_number() OVER (PARTITION BY agent_id ORDER BY hired_on DESC) = 1) AS leaver
    ON leaver.agent_id = access.agent_id AND leaver.left_on >= access.granted_on
  WHERE leaver.leave_kind IS DISTINCT FROM 'transfer'
) AS record
  JOIN "dates_of_dates" AS begun ON begun.bucket = greatest(20453, least(coalesce(CAST(record."left_on" - DATE '1970-01-01' AS INTEGER), 20633), 20633))
  JOIN "dates_of_dates" AS ended ON ended.bucket = greatest(20453, least(coalesce(CAST(record."revoked_on" - DATE '1970-01-01' AS INTEGER), 20633), 20633))
  WHERE record."left_on" IS NOT NULL
)
SELECT begun, ended, count(*) AS records
FROM standing
WHERE begun < ended
GROUP BY ALL;
