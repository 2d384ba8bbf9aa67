import { mkdtempSync, rmSync, statSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { FactStore } from "../src/facts/fact-store.ts";
import { literal, storedType } from "../src/facts/fact-tables.ts";
import { loadFacts } from "../src/facts/load-facts.ts";
import { factSchemas } from "../src/facts/schema/fact-kinds.ts";

/**
 * Import of a generated CSV of work items with validation, against DuckDB's own reading of the same file into the same typed
 * columns of the same kind of store: both in turn, medians. One row in 100,000 is bad and must be found.
 */
const { values } = parseArgs({
  options: { rows: { type: "string", default: "5000000" }, runs: { type: "string", default: "5" } },
});
const [rows, runs] = [Number(values.rows), Number(values.runs)];
const folder = mkdtempSync(join(tmpdir(), "bellwether-import-bench-"));
const file = join(folder, "work_items.csv");

const stamp = (sql: string) => `strftime(${sql}, '%Y-%m-%dT%H:%M:%SZ')`;
const generated = `SELECT 'T' || lpad(i::VARCHAR, 8, '0') AS item_id, 'support' AS process, ${stamp("o")} AS opened_at,
    ${stamp("o + to_seconds(h % 7200)")} AS first_responded_at,
    ${stamp("o + to_seconds(CASE WHEN i % 100000 = 7 THEN -60 ELSE h % 172800 END)")} AS resolved_at,
    CASE WHEN h % 5 > 0 THEN ${stamp("o + to_seconds(h % 172800 + 3600)")} END AS closed_at, NULL AS due_at,
    CASE WHEN h % 5 = 0 THEN 'solved' ELSE 'closed' END AS status, ['email', 'chat', 'phone'][1 + h % 3] AS channel,
    'category ' || (h % 20) AS category, ['low', 'normal', 'high'][1 + h % 3] AS priority, 'team-' || (h % 12) AS team,
    'san-salvador' AS site, 'A' || (h % 400) AS agent_id, 'C' || (h % 100000) AS customer_id, 'en' AS language,
    h % 1800 AS handle_seconds, h % 3 AS reopened_count, h % 2 AS transferred_count, h % 17 = 0 AS escalated
  FROM (SELECT i, CAST(hash(i) % 1000000007 AS BIGINT) AS h, TIMESTAMP '2024-01-01' + to_seconds(i * 12) AS o FROM range(${rows}) r(i))`;

/** DuckDB alone: the same options, typed columns, no check of anything. */
async function readTyped(): Promise<void> {
  const store = await FactStore.open();
  await store.useEveryCore();
  const columns = factSchemas.work_items.columns.map((column) => `'${column.name}': '${storedType(column)}'`);
  await store.run(`CREATE TABLE typed AS FROM read_csv(${literal(file)}, auto_detect = false, header = true, delim = ',',
    quote = '"', escape = '"', new_line = '\\n', columns = {${columns.join(", ")}})`);
  store.close();
}

async function importChecked(): Promise<void> {
  const store = await FactStore.open();
  const report = await loadFacts(store, [{ file: "work_items.csv", kind: "work_items" }], { folder });
  const expected = Math.ceil(rows / 100_000);
  if (report.read !== rows || report.quarantined !== expected)
    throw new Error(`${report.quarantined} in quarantine, not ${expected}`);
  store.close();
}

type Spent = { readonly wall: number; readonly processor: number };

async function spentOn(run: () => Promise<void>): Promise<Spent> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  await run();
  const { user, system } = process.cpuUsage(before);
  return { wall: (performance.now() - start) / 1000, processor: (user + system) / 1e6 };
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;
}

try {
  const maker = await FactStore.open();
  await maker.useEveryCore();
  await maker.run(`COPY (${generated}) TO ${literal(file)} (HEADER)`);
  maker.close();
  const size = statSync(file).size / 1e6;
  process.stdout.write(
    `${rows} rows, ${size.toFixed(0)} MB, ${cpus().length} × ${cpus()[0]?.model}, medians of ${runs}\n`,
  );
  const [typed, checked]: [Spent[], Spent[]] = [[], []];
  for (let run = 0; run < runs; run++) {
    typed.push(await spentOn(readTyped));
    checked.push(await spentOn(importChecked));
    const told = [typed, checked].map(
      (spent) => `${spent.at(-1)?.wall.toFixed(2)} s (processor ${spent.at(-1)?.processor.toFixed(2)} s)`,
    );
    process.stdout.write(`  run ${run + 1}: typed ${told[0]}, import ${told[1]}\n`);
  }
  const of = (spent: readonly Spent[], what: keyof Spent) => median(spent.map((one) => one[what]));
  const ratio = of(typed, "wall") / of(checked, "wall");
  const processorRatio = of(typed, "processor") / of(checked, "processor");
  const peak = process.resourceUsage().maxRSS / 1024;
  const percent = (share: number) => `${(share * 100).toFixed(0)} %`;
  process.stdout.write(
    `DuckDB alone into typed columns ${of(typed, "wall").toFixed(2)} s, import with validation ${of(checked, "wall").toFixed(2)} s\n`,
  );
  process.stdout.write(
    `speed of import: ${percent(ratio)} of DuckDB's own (bar: 60 %), by processor time ${percent(processorRatio)}, ` +
      `${(rows / of(checked, "wall") / 1000).toFixed(0)}k rows/s, peak memory of the process ${peak.toFixed(0)} MB\n`,
  );
  if (!(ratio >= 0.6)) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
