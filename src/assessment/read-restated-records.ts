import { z } from "zod";
import type { FactStore } from "../facts/fact-store.ts";
import type { RestatedRecords } from "../pitfalls/observed-records.ts";

/**
 * The columns that say how well the provider did, and which way is kinder. What moves by itself as work goes on (an empty
 * cell that is filled, a date agreed anew) is no history, and is left out.
 */
const kinder: readonly {
  readonly kind: string;
  readonly column: string;
  readonly type: "TIMESTAMP" | "DOUBLE";
  readonly way: 1 | -1;
}[] = [
  { kind: "work_items", column: "opened_at", type: "TIMESTAMP", way: 1 },
  { kind: "work_items", column: "first_responded_at", type: "TIMESTAMP", way: -1 },
  { kind: "work_items", column: "resolved_at", type: "TIMESTAMP", way: -1 },
  { kind: "work_items", column: "reopened_count", type: "DOUBLE", way: -1 },
  { kind: "quality_reviews", column: "score", type: "DOUBLE", way: 1 },
  { kind: "quality_reviews", column: "critical_errors", type: "DOUBLE", way: -1 },
  { kind: "survey_responses", column: "score", type: "DOUBLE", way: 1 },
  { kind: "commitments", column: "done_on", type: "TIMESTAMP", way: -1 },
  { kind: "incidents", column: "disclosed_at", type: "TIMESTAMP", way: -1 },
];

const mostNamed = 20;

const RestatedRow = z.object({
  receivedOn: z.string(),
  file: z.string(),
  inFavour: z.number(),
  against: z.number(),
  records: z.array(z.string()),
});

/** Records of the past that a later file told otherwise, by the file: how many look better since, and how many worse. */
export async function readRestated(store: FactStore): Promise<readonly RestatedRecords[]> {
  const values = kinder.map(({ kind, column, type, way }) => `('${kind}', '${column}', '${type}', ${way})`).join(", ");
  const moved = (type: "TIMESTAMP" | "DOUBLE") =>
    `WHEN '${type}' THEN CASE WHEN TRY_CAST(new_value AS ${type}) > TRY_CAST(old_value AS ${type}) THEN 1
      WHEN TRY_CAST(new_value AS ${type}) < TRY_CAST(old_value AS ${type}) THEN -1 ELSE 0 END`;
  const rows = await store.rows(`WITH kinder(kind, "column", type, way) AS (VALUES ${values}), each AS (
  SELECT received_at, file, kind, record,
    sum(way * CASE type ${moved("TIMESTAMP")} ${moved("DOUBLE")} END) AS favour
  FROM restatements JOIN kinder USING (kind, "column")
  WHERE received_at IS NOT NULL AND old_value IS NOT NULL AND new_value IS NOT NULL GROUP BY ALL
)
SELECT received_at::DATE::VARCHAR AS "receivedOn", file, count(*) FILTER (favour > 0)::INTEGER AS "inFavour",
  count(*) FILTER (favour < 0)::INTEGER AS against,
  coalesce(list_slice(list(kind || ' ' || record ORDER BY kind, record) FILTER (favour > 0), 1, ${mostNamed}), []) AS records
FROM each WHERE favour <> 0 GROUP BY ALL ORDER BY 1, 2`);
  return z.array(RestatedRow).parse(rows);
}
