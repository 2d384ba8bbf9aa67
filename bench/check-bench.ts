import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { generatedAsOf, generateItems } from "./generated-items.ts";

/**
 * Whole processes, as a person waits for them: `node bench/check-bench.ts [items] [rounds]`.
 * The real incident folder, a million generated items, and 104 weekly replays against one check; medians of five rounds, in turns,
 * by the clock and by the processor: where others share the machine only the second says something.
 */
const items = Number(process.argv[2] ?? 1_000_000);
const rounds = Number(process.argv[3] ?? 5);

const folder = await mkdtemp(join(tmpdir(), "bellwether-bench-"));
try {
  await generateItems(folder, items);
  const example = ["examples/support-desk"];
  const servicenow = "test/real/servicenow";
  const hasRecords = existsSync(resolve(servicenow, "../../../../shared/data"));
  const runs: Record<string, readonly string[]> = {
    ...(hasRecords
      ? { "check on 141,712 incident updates": ["check", servicenow, "--as-of", "2016-06-05", "--json"] }
      : {}),
    [`check on ${items.toLocaleString("en")} items`]: ["check", folder, "--as-of", generatedAsOf, "--json"],
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
