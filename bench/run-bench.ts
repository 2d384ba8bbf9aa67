import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { cpus, totalmem } from "node:os";

/** Runs every bench in turn and prints its figures: `npm run bench`. The last ones are kept in `docs/measured.md`. */
const own = "run-bench.ts";
console.log(`${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`);
for (const bench of readdirSync(import.meta.dirname).filter((file) => file.endsWith("-bench.ts") && file !== own)) {
  console.log(`\n## ${bench}`);
  const { status } = spawnSync(process.execPath, [`bench/${bench}`], { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
