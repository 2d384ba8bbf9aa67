import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { simulatePartnership } from "../src/early-warning/simulator/simulate-partnership.ts";
import { factsAsCsv } from "./facts-as-csv.ts";
import { supportDeskWorld } from "./support-desk-world.ts";

/** Writes `examples/support-desk/facts` anew from its seed: small files as they are, large ones packed. */
const folder = join("examples", "support-desk", "facts");
await mkdir(folder, { recursive: true });
for (const [kind, csv] of factsAsCsv(simulatePartnership(supportDeskWorld))) {
  const isLarge = csv.length > 100_000;
  const path = join(folder, isLarge ? `${kind}.csv.gz` : `${kind}.csv`);
  await writeFile(path, isLarge ? gzipSync(csv, { level: 9 }) : csv);
  process.stdout.write(`${path}  ${(csv.match(/\n/g)?.length ?? 1) - 1} rows\n`);
}
