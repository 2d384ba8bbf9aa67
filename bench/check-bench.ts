import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { FactStore } from "../src/facts/fact-store.ts";

/**
 * Whole processes, as a person waits for them: `node bench/check-bench.ts [items] [rounds]`.
 * The real incident folder, a million generated items, and 104 weekly replays against one check; medians of five rounds, in turns,
 * by the clock and by the processor: where others share the machine only the second says something.
 */
const items = Number(process.argv[2] ?? 1_000_000);
const rounds = Number(process.argv[3] ?? 5);

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

const folder = await mkdtemp(join(tmpdir(), "bellwether-bench-"));
try {
  await generate(folder, items);
  const example = ["examples/support-desk"];
  const servicenow = "test/real/servicenow";
  const hasRecords = existsSync(resolve(servicenow, "../../../../shared/data"));
  const runs: Record<string, readonly string[]> = {
    ...(hasRecords
      ? { "check on 141,712 incident updates": ["check", servicenow, "--as-of", "2016-06-05", "--json"] }
      : {}),
    [`check on ${items.toLocaleString("en")} items`]: ["check", folder, "--as-of", "2026-01-31", "--json"],
    "check on the bundled example": ["check", ...example, "--as-of", "2026-06-30", "--json"],
    "104 weekly replays of it": ["replay", ...example, "--from", "2024-07-09", "--to", "2026-06-30", "--json"],
  };
  const measured = new Map<string, { seconds: number[]; processor: number[]; megabytes: number[] }>();
  for (let round = 0; round < rounds; round++) {
    for (const [name, words] of Object.entries(runs)) {
      const one = await runOnce(words);
      const all = measured.get(name) ?? { seconds: [], processor: [], megabytes: [] };
      measured.set(name, {
        seconds: [...all.seconds, one.seconds],
        processor: [...all.processor, one.processor],
        megabytes: [...all.megabytes, one.megabytes],
      });
    }
  }
  const seconds = (name: string) => median(measured.get(name)?.seconds ?? []);
  for (const [name, { processor, megabytes }] of measured) {
    console.log(
      `${name.padEnd(40)} ${seconds(name).toFixed(2).padStart(8)} s, processor ${median(processor).toFixed(2).padStart(8)} s  ${median(megabytes).toFixed(0).padStart(6)} MB`,
    );
  }
  const ratio = seconds("104 weekly replays of it") / seconds("check on the bundled example");
  console.log(`${"104 replays ÷ one check".padEnd(40)} ${ratio.toFixed(2).padStart(8)}    bar: ≤ 6`);
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function generate(into: string, count: number): Promise<void> {
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
  await store.close();
}

function runOnce(words: readonly string[]): Promise<{ seconds: number; processor: number; megabytes: number }> {
  return new Promise((done, fail) => {
    const start = performance.now();
    const child = spawn(process.execPath, ["bin/bellwether.js", ...words], { stdio: ["ignore", "ignore", "inherit"] });
    let megabytes = 0;
    let processor = 0;
    const watch = setInterval(() => {
      megabytes = Math.max(megabytes, peakMegabytes(child.pid));
      processor = Math.max(processor, processorSeconds(child.pid));
    }, 50);
    child.on("close", (code) => {
      clearInterval(watch);
      if (code === 0) done({ seconds: (performance.now() - start) / 1000, processor, megabytes });
      else fail(new Error(`bellwether ${words.join(" ")} ended with ${code}`));
    });
  });
}

/** The most memory that a process has had in use, where the system tells. */
function peakMegabytes(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Processor time that a process has had, its own and the system's for it, where the system tells; in ticks of 10 ms. */
function processorSeconds(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100;
  } catch {
    return 0;
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
