import { z } from "zod";
import type { FactStore } from "../facts/fact-store.ts";
import { type ClockedPlan, clockedPausesSql, clockedWorkSql } from "../metrics/dialects/duckdb-clocked.ts";
import { type ClockedWeek, type ClockedWork, comesBackDays } from "../pitfalls/observed-records.ts";
import { groupedBy } from "../values/grouped.ts";
import type { PlainDate } from "../values/time.ts";
import { compileOn } from "./measure-metrics.ts";
import { type PlannedFigures, type PlannedMetric, titleOf } from "./planned-figures.ts";

/** Steps into which a limit is cut; coarser where the records themselves are. */
const stepsOfLimit = 200;
/** A step of the records is one that nearly all of their lengths are multiples of. */
const nearlyAll = 0.95;
/** Items named for each week and sign. */
const namedAWeek = 5;

type Limited = Pick<ClockedWork, "limit" | "calendar"> & { readonly metric: PlannedMetric; readonly plan: ClockedPlan };

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
  return [{ metric, plan: clocked, limit: limit.seconds, calendar: clock.calendar?.name ?? null }];
}

const Grain = z.object({ items: z.number(), minutes: z.number(), hours: z.number() });

async function readOne(
  store: FactStore,
  { metric, plan, limit, calendar }: Limited,
  last: PlainDate,
): Promise<readonly ClockedWork[]> {
  const compiled = await compileOn(store, plan, last);
  if (compiled === null) return [];
  await store.run(clockedWorkSql(compiled, comesBackDays));
  const [grain] = z.array(Grain).parse(
    await store.rows(`SELECT count(*)::INTEGER AS items, count(*) FILTER (ran % 60 = 0)::INTEGER AS minutes,
  count(*) FILTER (ran % 3600 = 0)::INTEGER AS hours FROM clocked_work`),
  );
  if (grain === undefined || grain.items === 0) return [];
  const step = stepOf(limit, grain);
  const pausesSql = clockedPausesSql(compiled);
  const ends = z.array(WeekRow).parse(await store.rows(endsSql(limit, step)));
  const paused =
    pausesSql === null ? [] : z.array(WeekRow).parse(await store.rows(pauseTallySql(pausesSql, limit, step)));
  const named = z.array(NamedRow).parse(await store.rows(namedSql(limit, pausesSql)));
  await store.run("DROP TABLE clocked_work");
  const pausesOf = new Map(paused.map(({ week, tallies }) => [week, tallies]));
  const namedBy = groupedBy(named, ({ week }) => week);
  const weeks = ends.map(({ week, tallies }): ClockedWeek => {
    const items = (sign: string) =>
      (namedBy.get(week) ?? []).filter((one) => one.sign === sign).map(({ item }) => item);
    return {
      week,
      ends: numbersIn(tallies).map(([ran = 0, items = 0, reopened = 0]) => ({ ran, items, reopened })),
      pauses: numbersIn(pausesOf.get(week) ?? "").map(([ran = 0, pauses = 0, saved = 0]) => ({ ran, pauses, saved })),
      named: { inside: items("inside"), cameBack: items("came-back"), paused: items("paused") },
    };
  });
  const { from } = metric;
  return [
    {
      ...{ metric: metric.id, title: titleOf(metric), limit, calendar, step, hasPauses: pausesSql !== null },
      weeks: weeks.filter(({ week }) => from === null || week >= from),
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

/** One row a week: tens of thousands of single tallies would take longer to hand over than to make. */
const WeekRow = z.object({ week: z.string(), tallies: z.string() });

/** `7200 12 1,7272 9 0`: the numbers of each tally. */
function numbersIn(tallies: string): readonly (readonly number[])[] {
  return tallies === "" ? [] : tallies.split(",").map((tally) => tally.split(" ").map(Number));
}

function talliesByWeek(tallies: string): string {
  return `SELECT week::VARCHAR AS week, string_agg(concat_ws(' ', ran, one, other), ',' ORDER BY ran) AS tallies
FROM (${tallies}) GROUP BY week ORDER BY week`;
}

function endsSql(limit: number, step: number): string {
  return talliesByWeek(`SELECT week, ${stepped("ran", limit, step)} AS ran, count(*) AS one, count(*) FILTER (is_reopened) AS other
FROM clocked_work WHERE ran <> ${limit} GROUP BY ALL`);
}

/** A pause saves an item that ended in time and would not have done so had the clock gone on. */
function pauseTallySql(pauses: string, limit: number, step: number): string {
  return talliesByWeek(`SELECT week, ${stepped("ran_before", limit, step)} AS ran, count(*) AS one,
  count(*) FILTER (item_ran <= ${limit} AND item_ran + stood > ${limit}) AS other
FROM (SELECT week, ran_before, stood, ran AS item_ran FROM (${pauses})) GROUP BY ALL`);
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
