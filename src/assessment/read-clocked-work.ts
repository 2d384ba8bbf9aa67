import { z } from "zod";
import type { FactStore } from "../facts/fact-store.ts";
import { type ClockedPlan, clockedPausesSql, clockedWorkSql } from "../metrics/dialects/duckdb-clocked.ts";
import type { ClockedWeek, ClockedWork } from "../pitfalls/observed-records.ts";
import { groupedBy } from "../values/grouped.ts";
import type { PlainDate } from "../values/time.ts";
import { compileOn } from "./measure-metrics.ts";
import { type PlannedFigures, type PlannedMetric, titleOf } from "./planned-figures.ts";

/** Steps into which a limit is cut; coarser where the records themselves are. */
const stepsOfLimit = 500;
/** A step of the records is one that nearly all of their lengths are multiples of. */
const nearlyAll = 0.95;
/** Items named for each week and sign. */
const namedAWeek = 5;

type Limited = { readonly metric: PlannedMetric; readonly plan: ClockedPlan; readonly limit: number };

/**
 * How long work ran against its limit, for each of the record's own metrics that give work items a limit in hours: by week of
 * the first end, with the pauses of its clock. The definition in force on the last date holds for the weeks since it came.
 */
export async function readClockedWork(
  store: FactStore,
  planned: PlannedFigures,
  last: PlainDate,
): Promise<readonly ClockedWork[]> {
  const work: ClockedWork[] = [];
  for (const limited of planned.kpis.flatMap(limitedBy)) work.push(...(await readOne(store, limited, last)));
  return work;
}

function limitedBy(metric: PlannedMetric): readonly Limited[] {
  const { plan, by, until, isStandard } = metric;
  if (isStandard || by.length > 0 || until !== null || plan.kind !== "judged" || plan.stampType !== "instant")
    return [];
  const { judgement } = plan;
  if (plan.subject !== "work_items" || judgement.kind !== "within" || judgement.limit.kind !== "seconds") return [];
  const { from, to, clock, pauses, limit } = judgement;
  const clocked: ClockedPlan = {
    ...plan,
    ...{ subject: "work_items", every: "week", heldBy: to, by: [], exclusions: [], pendingFrom: null },
    ...{ judgement: { kind: "elapsed", from, to, clock, pauses }, figure: { kind: "mean" } },
  };
  return [{ metric, plan: clocked, limit: limit.seconds }];
}

const Grain = z.object({ items: z.number(), minutes: z.number(), hours: z.number() });

async function readOne(
  store: FactStore,
  { metric, plan, limit }: Limited,
  last: PlainDate,
): Promise<readonly ClockedWork[]> {
  const compiled = await compileOn(store, plan, last);
  if (compiled === null) return [];
  await store.run(clockedWorkSql(compiled));
  const [grain] = z.array(Grain).parse(
    await store.rows(`SELECT count(*)::INTEGER AS items, count(*) FILTER (ran % 60 = 0)::INTEGER AS minutes,
  count(*) FILTER (ran % 3600 = 0)::INTEGER AS hours FROM clocked_work`),
  );
  if (grain === undefined || grain.items === 0) return [];
  const step = stepOf(limit, grain);
  const pausesSql = clockedPausesSql(compiled);
  const rows = z.array(EndRow).parse(await store.rows(endsSql(limit, step)));
  const pauses =
    pausesSql === null ? [] : z.array(PauseRow).parse(await store.rows(pauseTallySql(pausesSql, limit, step)));
  const named = z.array(NamedRow).parse(await store.rows(namedSql(limit, pausesSql)));
  await store.run("DROP TABLE clocked_work");
  const ended = groupedBy(rows, ({ week }) => week);
  const pausedBy = groupedBy(pauses, ({ week }) => week);
  const namedBy = groupedBy(named, ({ week }) => week);
  const weeks = [...ended].map(([week, ends]): ClockedWeek => {
    const items = (sign: string) =>
      (namedBy.get(week) ?? []).filter((one) => one.sign === sign).map(({ item }) => item);
    return {
      week,
      ends: ends.map(({ ran, items, reopened }) => ({ ran, items, reopened })),
      pauses: (pausedBy.get(week) ?? []).map(({ ran, pauses, saved }) => ({ ran, pauses, saved })),
      named: { inside: items("inside"), cameBack: items("came-back"), paused: items("paused") },
    };
  });
  const { from } = metric;
  return [
    {
      ...{ metric: metric.id, title: titleOf(metric), limit, step, hasPauses: pausesSql !== null },
      weeks: weeks.filter(({ week }) => from === null || week >= from).sort((a, b) => a.week.localeCompare(b.week)),
    },
  ];
}

/** The step of the records where they have one, else a small part of the limit. */
function stepOf(limit: number, { items, minutes, hours }: z.infer<typeof Grain>): number {
  const grain = hours >= nearlyAll * items ? 3600 : minutes >= nearlyAll * items ? 60 : 1;
  return grain * Math.max(1, Math.floor(limit / stepsOfLimit / grain));
}

/**
 * The upper end of the step that a length falls into: steps meet at the limit and none crosses it. All beyond two limits is
 * one. What ends at the very second of the limit is left out: an end while the clock stands lands there by no one's doing.
 */
function stepped(value: string, limit: number, step: number): string {
  const most = limit + step * (Math.ceil(limit / step) + 1);
  return `least(${most}, ${limit} + ${step} * ceil((${value} - ${limit}) / ${step}))::INTEGER`;
}

const EndRow = z.object({ week: z.string(), ran: z.number(), items: z.number(), reopened: z.number() });

function endsSql(limit: number, step: number): string {
  return `SELECT week::VARCHAR AS week, ${stepped("ran", limit, step)} AS ran, count(*)::INTEGER AS items,
  count(*) FILTER (is_reopened)::INTEGER AS reopened
FROM clocked_work WHERE ran <> ${limit} GROUP BY ALL ORDER BY ALL`;
}

const PauseRow = z.object({ week: z.string(), ran: z.number(), pauses: z.number(), saved: z.number() });

/** A pause saves an item that ended in time and would not have done so had the clock gone on. */
function pauseTallySql(pauses: string, limit: number, step: number): string {
  return `SELECT week::VARCHAR AS week, ${stepped("ran_before", limit, step)} AS ran, count(*)::INTEGER AS pauses,
  count(*) FILTER (ran <= ${limit} AND ran + stood > ${limit})::INTEGER AS saved
FROM (${pauses}) GROUP BY ALL ORDER BY ALL`;
}

const NamedRow = z.object({ week: z.string(), sign: z.string(), item: z.string() });

/** Some items of each week that show a sign: ended, came back after ending, or paused in the last tenth of the limit. */
function namedSql(limit: number, pauses: string | null): string {
  const lastTenth = (value: string) => `${value} > ${0.9 * limit} AND ${value} < ${limit}`;
  const signs = [
    `SELECT week, 'inside' AS sign, item_id FROM clocked_work WHERE ${lastTenth("ran")}`,
    `SELECT week, 'came-back', item_id FROM clocked_work WHERE is_reopened AND ${lastTenth("ran")}`,
    ...(pauses === null ? [] : [`SELECT week, 'paused', item_id FROM (${pauses}) WHERE ${lastTenth("ran_before")}`]),
  ];
  return `SELECT week::VARCHAR AS week, sign, item_id AS item FROM (${signs.join(" UNION ALL ")})
QUALIFY row_number() OVER (PARTITION BY week, sign ORDER BY item_id DESC) <= ${namedAWeek} ORDER BY week, sign, item`;
}
