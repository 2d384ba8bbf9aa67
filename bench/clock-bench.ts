import { cpus } from "node:os";
import { DateTime } from "luxon";
import { compileOn, measureMetric, measureMetricAtDates } from "../src/assessment/measure-metrics.ts";
import { CalendarDefinition } from "../src/calendar/calendar-definition.ts";
import { FactStore } from "../src/facts/fact-store.ts";
import { measuresSql } from "../src/metrics/dialects/duckdb.ts";
import { MetricDefinition } from "../src/metrics/metric-definition.ts";
import type { JudgedPlan, MetricPlan } from "../src/metrics/metric-plan.ts";
import { planMetric } from "../src/metrics/plan-metric.ts";

/**
 * The business clock in SQL against plain elapsed time, and against a loop over items with luxon.
 * `node bench/clock-bench.ts [items]`: two service levels, weekly by team, by the SQL that their plans give; medians of five.
 */
const items = Number(process.argv[2] ?? 10_000_000);
const rounds = 5;
const asOf = "2026-01-31";

const hours = { "mon-fri": ["08:00-12:30", "13:00-20:00"], sat: ["09:00-13:00"] } as const;
const zone = "America/New_York";
const context = {
  zone,
  calendars: { "support-hours": CalendarDefinition.parse({ zone, week: hours, holidays: ["US-NY"] }) },
  metrics: {},
};

const store = await FactStore.open({ memoryLimit: "6GB" });
await store.useEveryCore();
await store.run(`INSERT INTO work_items BY NAME
SELECT 'T' || number AS item_id, opened_at, ['red', 'blue', 'green', 'gold', 'grey'][1 + chance % 5] AS team,
  CASE WHEN chance % 20 > 0 THEN opened_at + to_seconds((chance // 7) % 60000 * ((chance // 11) % 5)) END AS first_responded_at,
  CASE WHEN chance % 25 > 0 THEN opened_at + to_seconds((chance // 13) % 400000 * ((chance // 17) % 4)) END AS resolved_at
FROM (
  SELECT number, CAST(hash(number) % 1000000007 AS BIGINT) AS chance,
    TIMESTAMP '2024-01-01' + to_seconds(CAST(hash(number * 7 + 1) % 63072000 AS BIGINT)) AS opened_at
  FROM range(${items}) AS item(number)
)`);

const levels = (suffix: string) => [
  { share_of: "work_items", within: `4h${suffix}`, from: "opened_at", to: "first_responded_at", by: ["team"] },
  {
    share_of: "work_items",
    within: `16h${suffix}`,
    from: "opened_at",
    to: "resolved_at",
    by: ["team"],
    period_by: "opened_at",
  },
];
const plansOf = (suffix: string) =>
  levels(suffix).map((level, index) => planMetric(`level-${index + 1}`, MetricDefinition.parse(level), context));

type Run = () => Promise<unknown>;

/** Median seconds of each, taken in turns, so that whatever else the machine does falls on all alike. */
async function medianSeconds<Name extends string>(runs: Readonly<Record<Name, Run>>): Promise<Record<Name, number>> {
  const names = Object.keys(runs) as Name[];
  const seconds = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const name of names) {
      const start = performance.now();
      await runs[name]();
      // The first round warms up.
      if (round >= 0) seconds.get(name)?.push((performance.now() - start) / 1000);
    }
  }
  const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
  return Object.fromEntries(names.map((name) => [name, median(seconds.get(name) ?? [])])) as Record<Name, number>;
}

async function queryOf(suffix: string): Promise<Run> {
  const statements: string[] = [];
  for (const plan of plansOf(suffix)) {
    const compiled = await compileOn(store, judged(plan), asOf);
    if (compiled === null) throw new Error("no items");
    statements.push(measuresSql(compiled, asOf));
  }
  return async () => {
    for (const sql of statements) await store.rows(sql);
  };
}

function judged(plan: MetricPlan): JudgedPlan {
  if (plan.kind !== "judged") throw new Error(`${plan.metric} is not judged item by item`);
  return plan;
}

/** Business seconds by walking the days with luxon, as a program without a clock of its own would. */
function luxonSeconds(from: number, to: number): number {
  const [start, end] = [DateTime.fromSeconds(from, { zone }), DateTime.fromSeconds(to, { zone })];
  let sum = 0;
  for (let day = start.startOf("day"); day < end; day = day.plus({ days: 1 })) {
    const spans = day.weekday <= 5 ? hours["mon-fri"] : day.weekday === 6 ? hours.sat : [];
    for (const span of spans) {
      const [open, close] = span.split("-").map((text) => {
        const [hour = 0, minute = 0] = text.split(":").map(Number);
        return day.set({ hour, minute });
      });
      if (open === undefined || close === undefined) continue;
      const [first, last] = [Math.max(+open, +start), Math.min(+close, +end)];
      if (last > first) sum += (last - first) / 1000;
    }
  }
  return sum;
}

const sample = await store.rows<{ readonly a: number; readonly b: number }>(
  "SELECT epoch(opened_at) AS a, epoch(first_responded_at) AS b FROM work_items WHERE first_responded_at IS NOT NULL LIMIT 2000",
);
const { plain, business, luxon } = await medianSeconds({
  plain: await queryOf(""),
  business: await queryOf(" of support-hours"),
  luxon: async () => sample.reduce((sum, { a, b }) => sum + luxonSeconds(a, b), 0),
});
const [first] = plansOf(" of support-hours");
const sql = (2 * items) / business;
const loop = sample.length / luxon;
const report = (what: string, figure: string, bar: string) =>
  console.log(`${what.padEnd(66)} ${figure.padStart(12)}  ${bar}`);

console.log(
  `${items.toLocaleString("en")} items, ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, Node ${process.version}`,
);
report("two service levels, plain elapsed time", `${plain.toFixed(2)} s`, "");
report("two service levels, business clock with half days and holidays", `${business.toFixed(2)} s`, "");
report("business ÷ plain", (business / plain).toFixed(2), "bar: ≤ 2");
report("luxon loop, one level", `${Math.round(loop).toLocaleString("en")} items/s`, "");
report("SQL clock", `${Math.round(sql).toLocaleString("en")} items/s`, "");
report("SQL clock ÷ luxon loop", (sql / loop).toFixed(0), "bar: ≥ 100");

if (first !== undefined) {
  const weeks = Array.from({ length: 104 }, (_, week) =>
    new Date(Date.UTC(2024, 1, 4 + 7 * week)).toISOString().slice(0, 10),
  );
  const last = weeks.at(-1) ?? asOf;
  const { once, replay } = await medianSeconds({
    once: () => measureMetric(store, first, { asOf: last }),
    replay: () => measureMetricAtDates(store, first, weeks),
  });
  report("104 weekly replays ÷ one measurement of the same metric", (replay / once).toFixed(2), "bar: ≤ 6");
}
store.close();
