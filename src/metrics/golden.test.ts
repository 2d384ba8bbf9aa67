import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { CalendarDefinition } from "../calendar/calendar-definition.ts";
import { compileMetric, type SinglePlan, singlePlansOf } from "./compile-metric.ts";
import { datesTable } from "./dates-table.ts";
import { measuresAtDatesSql, measuresSql, quantilesAtDatesSql } from "./dialects/duckdb.ts";
import { ageSql, backlogSql, turnoverSql } from "./dialects/duckdb-standing.ts";
import { MetricDefinition } from "./metric-definition.ts";
import { type PlanContext, planMetric } from "./plan-metric.ts";
import { standardMetrics } from "./standard-metrics.ts";

/** `BELLWETHER_GOLDEN=write` (npm run golden) rewrites the files; review what changed before committing it. */
const isWriting = process.env.BELLWETHER_GOLDEN === "write";
const folder = join(import.meta.dirname, "golden");

const answers = { from: "opened_at", to: "first_responded_at" } as const;
const examples: Record<string, unknown> = {
  "first-answer-in-4h": {
    share_of: "work_items",
    where: { channel: ["email", "chat"] },
    within: "4h of support-hours",
    ...answers,
    pausing_on: ["waiting-for-customer"],
    better: "higher",
    by: ["team"],
  },
  "first-answer-in-4h-unpaused": { share_of: "work_items", within: "4h of support-hours", ...answers, by: ["team"] },
  "first-answer-in-1h-wall-clock": { share_of: "work_items", within: "1h", ...answers },
  "resolved-in-2-business-days": {
    share_of: "work_items",
    within: "2 business days of support-hours",
    from: "opened_at",
    to: "resolved_at",
  },
  "resolution-hours-p90": {
    percentile_of: "work_items",
    percentile: 90,
    from: "opened_at",
    to: "resolved_at",
    on: "support-hours",
    pausing_on: "by customer",
  },
  "escalated-share": {
    share_of: "work_items",
    where: { region: { not: "test" } },
    having: "escalated",
    by: ["region"],
  },
  ...standardMetrics({
    client: "support-hours",
    clientReplies: "8h of support-hours",
    clientSponsorForums: ["quarterly-review"],
    handedOver: ["customer-support", "returns"],
  }),
};

const context: PlanContext = {
  zone: "America/New_York",
  calendars: {
    "support-hours": CalendarDefinition.parse({
      zone: "America/New_York",
      week: { "mon-fri": ["08:00-12:30", "13:00-20:00"], sat: ["09:00-13:00"] },
      holidays: ["US-NY"],
    }),
  },
  metrics: Object.fromEntries(Object.entries(examples).map(([id, metric]) => [id, MetricDefinition.parse(metric)])),
};

const range = { start: Date.UTC(2026, 0, 1) / 1000, end: Date.UTC(2027, 0, 1) / 1000 };
const dates = ["2026-06-21", "2026-06-28"];

function sqlOf(plan: SinglePlan): string {
  const compiled = compileMetric(plan, range);
  const table = datesTable(`dates_of_${plan.stampType}s`, plan.stampType, dates, plan.zone, range.start);
  if (plan.kind === "turnover") {
    const period = { start: "2026-06-01", end: "2026-06-30" };
    return turnoverSql(
      plan,
      dates.map((until) => ({ period, until })),
    );
  }
  if (plan.kind === "standing") {
    const standing = { ...compiled, plan };
    return plan.figure.kind === "count" ? backlogSql(standing, table) : ageSql(standing, table);
  }
  const judged = { ...compiled, plan };
  const parts = [
    `-- as of one date\n${measuresSql(judged, "2026-06-28")}`,
    `-- as of many dates\n${measuresAtDatesSql(judged, table)}`,
  ];
  if (plan.figure.kind === "quantile") parts.push(quantilesAtDatesSql(judged, table));
  return parts.join(";\n\n");
}

describe("the SQL of each example metric is the one that was reviewed", () => {
  test.each(Object.keys(examples))("%s", (id) => {
    const definition = context.metrics[id];
    if (definition === undefined) throw new Error(`no example ${id}`);
    const plan = planMetric(id, definition, context);
    const sql = `${singlePlansOf(plan).map(sqlOf).join(";\n\n")};\n`;
    const file = join(folder, `${id}.sql`);
    if (isWriting) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, sql);
    }
    expect(existsSync(file), `${file} is missing: npm run golden`).toBe(true);
    expect(sql).toBe(readFileSync(file, "utf8"));
  });

  test("no golden file is left over", () => {
    expect(readdirSync(folder).sort()).toEqual(
      Object.keys(examples)
        .map((id) => `${id}.sql`)
        .sort(),
    );
  });
});

test("a plan is plain data: JSON keeps it as it is", () => {
  for (const [id, definition] of Object.entries(context.metrics)) {
    const plan = planMetric(id, definition, context);
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
  }
});

test("a definition that names what is not there is refused with every problem and a hint", () => {
  const wrong = MetricDefinition.parse({
    share_of: "work_items",
    where: { chanel: "email", resolved: false },
    within: "4h of night-hours",
    from: "open_at",
    to: "team",
  });
  expect(() => planMetric("wrong", wrong, context)).toThrow(
    /open_at is no time[\s\S]*team is no time[\s\S]*no lasting fact[\s\S]*no column chanel[\s\S]*no calendar night-hours/,
  );
});

test("records with dates alone take a limit in whole plain days and no other", () => {
  const decided = (within: string) =>
    planMetric(
      "decided",
      MetricDefinition.parse({ share_of: "ideas", within, from: "submitted_at", to: "decided_at" }),
      context,
    );
  expect(decided("30d")).toMatchObject({ judgement: { limit: { kind: "seconds", seconds: 30 * 86_400 } } });
  for (const within of ["36h", "8h of support-hours", "2 business days of support-hours"])
    expect(() => decided(within)).toThrow(/ideas have dates and no times/);
});
