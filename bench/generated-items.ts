import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { FactStore } from "../src/facts/fact-store.ts";

/** The last day that a check of the generated items is asked about. */
export const generatedAsOf = "2026-01-31";

const record = `partnership: generated
zone: America/New_York
client: { name: Northwind Outfitters }
provider: { name: Cedar Contact }
calendars:
  support-hours: { zone: America/New_York, week: { mon-fri: [08:00-12:30, 13:00-20:00], sat: [09:00-13:00] }, holidays: [US-NY] }
metrics:
  first-answer: { share_of: work_items, within: 4h of support-hours, from: opened_at, to: first_responded_at, by: [team], better: higher }
  resolution: { share_of: work_items, within: 16h of support-hours, from: opened_at, to: resolved_at, better: higher }
service_levels:
  - { id: answers, metric: first-answer, every: month, target: 70 % }
  - { id: resolutions, metric: resolution, every: month, target: 60 % }
`;

/** Writes a partnership folder with so many items of two years: raw tickets of five teams, always the same ones. */
export async function generateItems(into: string, count: number): Promise<void> {
  await mkdir(join(into, "facts"));
  await writeFile(join(into, "partnership.yaml"), record);
  const store = await FactStore.open({ memoryLimit: "2GB" });
  await store.useEveryCore();
  await store.run(`COPY (
  SELECT 'T' || number AS item_id, strftime(opened_at, '%Y-%m-%dT%H:%M:%SZ') AS opened_at,
    CASE WHEN chance % 20 > 0 THEN strftime(opened_at + to_seconds((chance // 7) % 60000), '%Y-%m-%dT%H:%M:%SZ') END AS first_responded_at,
    CASE WHEN chance % 25 > 0 THEN strftime(opened_at + to_seconds(60000 + (chance // 13) % 400000), '%Y-%m-%dT%H:%M:%SZ') END AS resolved_at,
    ['red', 'blue', 'green', 'gold', 'grey'][1 + chance % 5] AS team, ['email', 'chat'][1 + chance % 2] AS channel
  FROM (
    SELECT number, CAST(hash(number) % 1000000007 AS BIGINT) AS chance,
      TIMESTAMP '2024-02-01' + to_seconds(CAST(hash(number * 7 + 1) % 62208000 AS BIGINT)) AS opened_at
    FROM range(${count}) AS item(number)
  )) TO '${join(into, "facts", "work_items.csv")}' (HEADER)`);
  store.close();
}
