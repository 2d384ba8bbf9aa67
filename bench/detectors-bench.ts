import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check } from "../src/assessment/check.ts";
import { readReported } from "../src/assessment/known-records.ts";
import { measureFigures } from "../src/assessment/measured-figures.ts";
import { type OpenPartnership, withPartnership } from "../src/assessment/open-partnership.ts";
import { planFigures } from "../src/assessment/planned-figures.ts";
import { addDays } from "../src/values/time.ts";
import { generatedAsOf, generateItems } from "./generated-items.ts";

/**
 * What the detectors cost beyond the measures themselves: `node bench/detectors-bench.ts [items] [rounds]`. In each round the
 * items are loaded twice in one process; once their figures alone are measured as a check measures them, once the whole check
 * is done. The difference is everything else: what detectors read, 14 judgements of all pitfalls, guards, the verdict.
 */
const items = Number(process.argv[2] ?? 1_000_000);
const rounds = Number(process.argv[3] ?? 3);
const lookBackWeeks = 13;
const folder = await mkdtemp(join(tmpdir(), "bellwether-bench-"));

async function measuresAlone({ record, store, present }: OpenPartnership): Promise<void> {
  const planned = planFigures(record, present, await readReported(store, record.zone), generatedAsOf);
  const weeks = Array.from({ length: lookBackWeeks + 1 }, (_, back) =>
    addDays(generatedAsOf, -7 * (lookBackWeeks - back)),
  );
  await measureFigures(store, planned, weeks);
}

type Spent = { readonly wall: number; readonly processor: number };

function spentOn(work: (opened: OpenPartnership) => Promise<unknown>): Promise<Spent> {
  return withPartnership(folder, {}, async (opened) => {
    const [start, before] = [performance.now(), process.cpuUsage()];
    await work(opened);
    const { user, system } = process.cpuUsage(before);
    return { wall: (performance.now() - start) / 1000, processor: (user + system) / 1e6 };
  });
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

try {
  await generateItems(folder, items);
  const found: { readonly measures: Spent; readonly whole: Spent }[] = [];
  for (let round = 0; round < rounds; round++) {
    const measures = await spentOn(measuresAlone);
    found.push({ measures, whole: await spentOn((opened) => check(opened, generatedAsOf)) });
  }
  const told = (of: (one: (typeof found)[number]) => Spent) =>
    `${median(found.map((one) => of(one).wall)).toFixed(2)} s, processor ${median(found.map((one) => of(one).processor)).toFixed(2)} s`;
  const beyond = ({ measures, whole }: (typeof found)[number]): Spent => ({
    wall: whole.wall - measures.wall,
    processor: whole.processor - measures.processor,
  });
  process.stdout.write(`${items.toLocaleString("en")} items, loading left out, medians of ${rounds}
measures at 14 dates       ${told((one) => one.measures)}
whole check                ${told((one) => one.whole)}
all else: the detectors    ${told(beyond)} (bar: 10 s)
`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
