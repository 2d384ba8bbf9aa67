import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answeredIn4h, smallContext as context, smallRecords } from "../../test/small-records.ts";
import { FactStore } from "../facts/fact-store.ts";
import type { MeasureSeries, Segment } from "../metrics/measure.ts";
import { MetricDefinition } from "../metrics/metric-definition.ts";
import type { ExcludedTime } from "../metrics/metric-plan.ts";
import { type PlanContext, planMetric } from "../metrics/plan-metric.ts";
import { listJudgedItems, measureMetric, measureMetricAtDates, metricStatements } from "./measure-metrics.ts";

let store: FactStore;
beforeAll(async () => {
  store = await FactStore.open();
  await store.run(smallRecords);
});
afterAll(() => store.close());

type Figure = readonly [
  start: string,
  value: number | null,
  numerator: number | null,
  denominator: number,
  pending: number,
];

function figures(series: readonly MeasureSeries[], segment: Segment = {}): readonly Figure[] {
  const found = series.find((one) => JSON.stringify(one.segment) === JSON.stringify(segment));
  return (found?.measures ?? []).map(
    ({ period, value, numerator, denominator, pending }): Figure => [
      period.start,
      value,
      numerator,
      denominator,
      pending,
    ],
  );
}

async function measured(written: unknown, asOf: string, more: Partial<PlanContext> = {}, segment: Segment = {}) {
  const definition = MetricDefinition.parse(written);
  const plan = planMetric("asked", definition, { ...context, ...more });
  return figures(await measureMetric(store, plan, { asOf }), segment);
}

describe("a share within a limit", () => {
  test("counts answers in time, late answers and open items past their deadline, by hand", async () => {
    expect(await measured(answeredIn4h, "2026-06-14")).toEqual([
      ["2026-06-01", 3 / 5, 3, 5, 0],
      ["2026-06-08", 0, 0, 2, 0],
    ]);
  });

  test("as of a day it uses only what was known by its end", async () => {
    // Tuesday: A passed, B failed at its deadline 10:00, C answered at 23:00 local; D and E are not there yet.
    expect(await measured(answeredIn4h, "2026-06-02")).toEqual([["2026-06-01", 2 / 3, 2, 3, 0]]);
    // Monday: A passed, B still has time.
    expect(await measured(answeredIn4h, "2026-06-01")).toEqual([["2026-06-01", 1, 1, 1, 1]]);
  });

  test("is split by a column, and what has none is unknown", async () => {
    const by = { by: ["team"] };
    expect(await measured(answeredIn4h, "2026-06-14", by, { team: "red" })).toEqual([
      ["2026-06-01", 2 / 3, 2, 3, 0],
      ["2026-06-08", null, 0, 0, 0],
    ]);
    expect(await measured(answeredIn4h, "2026-06-14", by, { team: "unknown" })).toEqual([
      ["2026-06-01", null, 0, 0, 0],
      ["2026-06-08", 0, 0, 1, 0],
    ]);
  });

  test("stops for the pauses that are named, by reason or by side", async () => {
    // B stands Monday 15:00 to Tuesday 9:30 UTC: 2 h of the 5 h used. F stands 59 minutes: 4 h 01 of 5 h are left.
    const waiting = await measured({ ...answeredIn4h, pausing_on: ["waiting"] }, "2026-06-14");
    expect(waiting[0]).toEqual(["2026-06-01", 4 / 5, 4, 5, 0]);
    expect(waiting[1]).toEqual(["2026-06-08", 0, 0, 2, 0]);
    expect(await measured({ ...answeredIn4h, pausing_on: "by customer" }, "2026-06-14")).toEqual(waiting);
    // D's pause for parts has no end: its clock stands for ever.
    expect((await measured({ ...answeredIn4h, pausing_on: ["parts"] }, "2026-06-14"))[0]).toEqual([
      "2026-06-01",
      3 / 4,
      3,
      4,
      1,
    ]);
  });

  test("an exclusion is closed time", async () => {
    // Monday 14:00 to 16:00 UTC does not count: B has used 3 h.
    const exclusions: ExcludedTime[] = [
      { start: Date.UTC(2026, 5, 1, 14) / 1000, end: Date.UTC(2026, 5, 1, 16) / 1000, because: "mail down" },
    ];
    expect((await measured(answeredIn4h, "2026-06-14", { exclusions }))[0]).toEqual(["2026-06-01", 4 / 5, 4, 5, 0]);
  });

  test("in business days, held by the resolution; an open item fails where its deadline lies until it is resolved", async () => {
    const resolved = {
      share_of: "work_items",
      within: "1 business day of office",
      from: "opened_at",
      to: "resolved_at",
    };
    // A, B in time; C (deadline Wednesday) and E are late; D is open past Thursday 9:00; F in time; G open past Wednesday.
    expect(await measured(resolved, "2026-06-14")).toEqual([
      ["2026-06-01", 2 / 3, 2, 3, 0],
      ["2026-06-08", 1 / 4, 1, 4, 0],
    ]);
    // On Sunday C had failed in the week of its deadline; since its resolution it counts in the week after.
    expect(await measured(resolved, "2026-06-07")).toEqual([["2026-06-01", 2 / 4, 2, 4, 0]]);
  });

  test("without a calendar the clock runs all the time", async () => {
    const inTwoHours = { ...answeredIn4h, within: "2h" };
    expect((await measured(inTwoHours, "2026-06-14"))[0]).toEqual(["2026-06-01", 1 / 5, 1, 5, 0]);
  });
});

test.each([
  [
    "csat",
    "2026-06-14",
    [
      ["2026-06-01", 1, 2, 2, 0],
      ["2026-06-08", 0, 0, 1, 0],
    ],
  ],
  [
    "csat",
    "2026-06-08",
    [
      ["2026-06-01", 1, 2, 2, 0],
      ["2026-06-08", null, 0, 0, 0],
    ],
  ],
  ["nps", "2026-06-07", [["2026-06-01", 25, 1, 4, 0]]],
  ["response-rate", "2026-06-07", [["2026-06-01", 6 / 8, 6, 8, 0]]],
  [
    "response-rate",
    "2026-06-09",
    [
      ["2026-06-01", 7 / 8, 7, 8, 0],
      ["2026-06-08", null, 0, 0, 0],
    ],
  ],
  ["qa-score-client", "2026-06-07", [["2026-06-01", 80, null, 2, 0]]],
  ["qa-score-provider", "2026-06-07", [["2026-06-01", 95, null, 1, 0]]],
  ["critical-error-rate", "2026-06-07", [["2026-06-01", 1 / 2, 1, 2, 1]]],
  [
    "complaints",
    "2026-06-21",
    [
      ["2026-06-01", 1, 1, 1, 0],
      ["2026-06-08", 0, 0, 0, 0],
      ["2026-06-15", 1, 1, 1, 0],
    ],
  ],
  [
    "complaints",
    "2026-06-12",
    [
      ["2026-06-01", 1, 1, 1, 0],
      ["2026-06-08", null, null, 0, 0],
    ],
  ],
  ["reopen-rate", "2026-06-03", [["2026-06-01", 0, 0, 3, 0]]],
  [
    "reopen-rate",
    "2026-06-21",
    [
      ["2026-06-01", 2 / 3, 2, 3, 0],
      ["2026-06-08", 0, 0, 3, 0],
      ["2026-06-15", null, 0, 0, 0],
    ],
  ],
  ["first-response-time", "2026-06-07", [["2026-06-01", 36_000, null, 3, 2]]],
  ["handle-time", "2026-06-02", [["2026-06-01", 300, null, 1, 1]]],
  ["opened-items", "2026-06-07", [["2026-06-01", 5, 5, 5, 0]]],
  [
    "resolved-items",
    "2026-06-08",
    [
      ["2026-06-01", 2, 2, 2, 0],
      ["2026-06-08", 1, 1, 1, 0],
    ],
  ],
  ["backlog", "2026-06-03", [["2026-06-01", 2, 2, 2, 0]]],
  [
    "backlog",
    "2026-06-10",
    [
      ["2026-06-01", 3, 3, 3, 0],
      ["2026-06-08", 2, 2, 2, 0],
    ],
  ],
  ["backlog-age", "2026-06-07", [["2026-06-01", 111 * 3600, null, 3, 0]]],
  ["on-time-share", "2026-06-09", [["2026-06-01", 1, 2, 2, 2]]],
  ["on-time-share", "2026-06-30", [["2026-06-01", 2 / 4, 2, 4, 0]]],
  ["on-time-share-first-promise", "2026-06-30", [["2026-06-01", 1 / 4, 1, 4, 0]]],
  [
    "forums-held",
    "2026-06-16",
    [
      ["2026-06-01", 1, 1, 1, 0],
      ["2026-06-08", 0, 0, 1, 0],
      ["2026-06-15", 0, 0, 1, 0],
    ],
  ],
  [
    "forums-held",
    "2026-06-17",
    [
      ["2026-06-01", 1, 1, 1, 0],
      ["2026-06-08", 0, 0, 1, 0],
      ["2026-06-15", 1, 1, 1, 0],
    ],
  ],
  [
    "provider-on-time-share",
    "2026-06-14",
    [
      ["2026-06-01", 1, 1, 1, 0],
      ["2026-06-08", 1 / 2, 1, 2, 0],
    ],
  ],
  // Items A (600 s) and B (300 s) are of one who came in May; the others of one who came in January.
  ["new-staff-handle-time", "2026-06-07", [["2026-06-01", 450, null, 2, 0]]],
  ["new-staff-qa-score", "2026-06-07", [["2026-06-01", 70, null, 1, 0]]],
  // Agent 2 left on the 15th and lost one of two on the 16th; agent 4 was transferred; agent 3 leaves on the 30th.
  ["leaver-access", "2026-06-21", [["2026-06-15", 1 / 2, 1, 2, 0]]],
  ["leaver-access-open", "2026-06-19", [["2026-06-15", 1, 1, 1, 0]]],
  // The sponsor came to the first meeting and not to the third; nothing is known of one that was not held.
  [
    "client-sponsor-present",
    "2026-06-21",
    [
      ["2026-06-01", 1, 1, 1, 0],
      ["2026-06-08", null, 0, 0, 0],
      ["2026-06-15", 0, 0, 1, 0],
    ],
  ],
  // Minutes went out two days after the first meeting; those of the third are late from the 20th on.
  [
    "minutes-sent-share",
    "2026-06-19",
    [
      ["2026-06-01", 1, 1, 1, 0],
      ["2026-06-08", null, 0, 0, 0],
      ["2026-06-15", null, 0, 0, 1],
    ],
  ],
  [
    "minutes-sent-share",
    "2026-06-20",
    [
      ["2026-06-01", 1, 1, 1, 0],
      ["2026-06-08", null, 0, 0, 0],
      ["2026-06-15", 0, 0, 1, 0],
    ],
  ],
  [
    "questions-answered",
    "2026-06-08",
    [
      ["2026-06-01", 2 / 3, 2, 3, 0],
      ["2026-06-08", null, 0, 0, 0],
    ],
  ],
  ["clarification-share", "2026-06-07", [["2026-06-01", 0, 0, 3, 0]]],
  // One was decided on the last of its 30 days, one is undecided after them, one is not due yet.
  [
    "ideas-decided",
    "2026-06-30",
    [
      ["2026-04-27", 1, 1, 1, 0],
      ["2026-05-04", null, 0, 0, 0],
      ["2026-05-11", 0, 0, 1, 0],
      ["2026-05-18", null, 0, 0, 0],
      ["2026-05-25", null, 0, 0, 0],
      ["2026-06-01", null, 0, 0, 1],
      ["2026-06-08", null, 0, 0, 0],
      ["2026-06-15", null, 0, 0, 0],
      ["2026-06-22", null, 0, 0, 0],
      ["2026-06-29", null, 0, 0, 0],
    ],
  ],
  // An incident counts in the week in which it happened, and only once it was told or over.
  ["incidents", "2026-06-03", [["2026-06-01", 1, 1, 1, 0]]],
  ["incidents", "2026-06-07", [["2026-06-01", 2, 2, 2, 0]]],
  ["incidents-told-in-time", "2026-06-07", [["2026-06-01", 1 / 2, 1, 2, 0]]],
  [
    "off-contract-lines",
    "2026-07-03",
    [
      ["2026-06-01", 1 / 3, 1, 3, 0],
      ["2026-07-01", null, 0, 0, 0],
    ],
  ],
  [
    "billed-hours-ratio",
    "2026-07-03",
    [
      ["2026-06-01", 110 / 100, 110, 100, 0],
      ["2026-07-01", null, null, 0, 0],
    ],
  ],
  ["reply-time-provider", "2026-06-07", [["2026-06-01", 3 * 3600, null, 1, 1]]],
  ["reply-time-client", "2026-06-07", [["2026-06-01", 18 * 3600, null, 1, 0]]],
  ["complaints-rate", "2026-06-07", [["2026-06-01", 200, 1, 5, 0]]],
  [
    "cost-per-resolved-item",
    "2026-07-03",
    [
      ["2026-06-01", 246.9, 1234.5, 5, 0],
      ["2026-07-01", null, null, 0, 0],
    ],
  ],
] as const)("the standard metric %s as of %s is what counting by hand gives", async (id, asOf, expected) => {
  const definition = context.metrics[id];
  if (definition === undefined) throw new Error(`no metric ${id}`);
  expect(figures(await measureMetric(store, planMetric(id, definition, context), { asOf }))).toEqual(expected);
});

test("leavers of a week are held against that week's mean headcount, and not as a year's", async () => {
  const plan = planMetric("turnover-weekly", context.metrics["turnover-weekly"] ?? MetricDefinition.parse({}), context);
  const weeks = (await measureMetric(store, plan, { asOf: "2026-06-21" }))[0]?.measures ?? [];
  // 15–21 June: three people, one of them only on Monday and one only on Sunday.
  expect(weeks.at(-1)).toMatchObject({ period: { start: "2026-06-15", end: "2026-06-21" }, numerator: 1 });
  expect(weeks.at(-1)?.denominator).toBeCloseTo(16 / 7, 12);
  expect(weeks.at(-1)?.value).toBeCloseTo(7 / 16, 12);
});

test("dates known at many dates are decided as on each of them alone", async () => {
  const definition = context.metrics["ideas-decided"];
  if (definition === undefined) throw new Error("no metric");
  const plan = planMetric("ideas-decided", definition, context);
  const dates = ["2026-05-28", "2026-05-29", "2026-06-12", "2026-06-30"];
  const many = await measureMetricAtDates(store, plan, dates);
  for (const asOf of dates) expect(many.get(asOf)).toEqual(await measureMetric(store, plan, { asOf }));
});

test("turnover is leavers over the mean daily headcount, as a year's", async () => {
  const plan = (id: string) => planMetric(id, context.metrics[id] ?? MetricDefinition.parse({}), context);
  const june = async (id: string) => (await measureMetric(store, plan(id), { asOf: "2026-06-30" }))[0]?.measures.at(-1);
  // Days in June: 30 + 15 + 30 + 10 + 10; two left (a transfer is no leaver), one of them after 60 days.
  const headcount = 95 / 30;
  expect((await june("turnover"))?.value).toBeCloseTo(((2 / headcount) * 365) / 30, 12);
  expect((await june("early-turnover"))?.value).toBeCloseTo(((1 / headcount) * 365) / 30, 12);
});

test("percentiles, deviations and extra columns are measured as written", async () => {
  const p75 = await measured({ percentile_of: "work_items", percentile: 75, value: "handle_seconds" }, "2026-06-14");
  expect(p75[0]).toEqual(["2026-06-01", 675, null, 4, 1]);
  const mean = planMetric("mean", MetricDefinition.parse({ mean_of: "work_items", value: "handle_seconds" }), context);
  expect((await measureMetric(store, mean, { asOf: "2026-06-14" }))[0]?.measures[0]?.deviation).toBeCloseTo(350.0, 10);
  const escalated = {
    share_of: "work_items",
    where: { region: { not: "south" } },
    having: "escalated",
    by: ["region"],
  };
  expect(await measured(escalated, "2026-06-14", {}, { region: "north" })).toEqual([
    ["2026-06-01", 1 / 2, 1, 2, 1],
    ["2026-06-08", 1, 1, 1, 1],
  ]);
});

test("an exclusion leaves out records of any other metric, and says how many", async () => {
  const exclusions: ExcludedTime[] = [
    { start: Date.UTC(2026, 5, 2) / 1000, end: Date.UTC(2026, 5, 3) / 1000, because: "wrong form" },
  ];
  const definition = context.metrics["qa-score-client"];
  if (definition === undefined) throw new Error("no metric");
  const [series] = await measureMetric(store, planMetric("qa", definition, { ...context, exclusions }), {
    asOf: "2026-06-07",
  });
  expect(series?.measures[0]).toMatchObject({ value: 90, denominator: 1, excluded: 1 });
});

test("the failing items of a period are listed with their stamps", async () => {
  const plan = planMetric("answered", MetricDefinition.parse(answeredIn4h), context);
  const period = { start: "2026-06-01", end: "2026-06-07" };
  const items = await listJudgedItems(store, plan, { asOf: "2026-06-14", period, only: "failed" });
  expect(items.map(({ record_id, deadline }) => [record_id, deadline])).toEqual([
    ["B", "2026-06-02 10:00:00"],
    ["D", "2026-06-03 12:00:00"],
  ]);
});

test("of the failing items so many of each period are listed as are asked for, the oldest first", async () => {
  const plan = planMetric("answered", MetricDefinition.parse(answeredIn4h), context);
  const listed = async (mostPerPeriod?: number) => {
    const choice = { asOf: "2026-06-14", only: "failed" as const, ...(mostPerPeriod && { mostPerPeriod }) };
    return (await listJudgedItems(store, plan, choice)).map(({ period_start, record_id }) => [period_start, record_id]);
  };
  const all = await listed();
  expect(all.filter(([period]) => period === "2026-06-01")).toHaveLength(2);
  const firsts = all.filter(([period], at) => all.findIndex(([other]) => other === period) === at);
  expect(await listed(1)).toEqual(firsts);
  expect(await listed(50)).toEqual(all);
});

test.each([
  ["a share", answeredIn4h, "judged"],
  ["what is open", { backlog_of: "work_items" }, "work_items"],
  ["the age of what is open", { age_of: "work_items", each: "median" }, "work_items"],
])(
  "the last statement told of %s is the question itself, after the lookups that it needs",
  async (_, written, from) => {
    const plan = planMetric("asked", MetricDefinition.parse(written), context);
    const last = (await metricStatements(store, plan, "2026-06-14")).at(-1) ?? "";
    expect(last).toMatch(/^(WITH|SELECT)/);
    expect(last).toContain(from);
    expect(await store.rows(last)).not.toEqual([]);
  },
);
