import { z } from "zod";
import { openSpans } from "../calendar/open-spans.ts";
import { overlap, type Span } from "../calendar/span.ts";
import type { FactStore } from "../facts/fact-store.ts";
import { definitionsInForce } from "../governance/partnership/definitions-in-force.ts";
import type { PartnershipRecord } from "../governance/partnership/partnership-record.ts";
import { endOfDay } from "../metrics/dates-table.ts";
import { judgedQueries } from "../metrics/dialects/duckdb-judged.ts";
import type { JudgedPlan } from "../metrics/metric-plan.ts";
import type { PlainDate, TimeZone } from "../values/time.ts";
import { compileOn } from "./measure-metrics.ts";
import type { PlannedFigures } from "./planned-figures.ts";

/** Items of one week, one team and one kind of hour, decided by a date of asking and after the one before. */
export type AnswerTally = {
  /** first day of the week in which they were opened */
  readonly period: PlainDate;
  /** the first of the dates asked about by which they were decided */
  readonly knownBy: PlainDate;
  readonly team: string | null;
  /** opened while the two sides' calendars are not both open; null where the record has no calendars */
  readonly isOutside: boolean | null;
  readonly counted: number;
  readonly passed: number;
  /** passed in the last tenth of the limit; null where the limit is in business days */
  readonly near: number | null;
};

const Row = z.object({
  period: z.string(),
  date_number: z.number(),
  team: z.string().nullable(),
  outside: z.boolean().nullable(),
  counted: z.number(),
  passed: z.number(),
  near: z.number().nullable(),
});

/**
 * How the items stand that the record's first limit on answers judges: `share_of: work_items` within a limit from their
 * opening, held by it. `[]` where the record has no such metric.
 * @param dates rising, each once
 */
export async function readAnswers(
  store: FactStore,
  record: PartnershipRecord,
  planned: PlannedFigures,
  dates: readonly PlainDate[],
): Promise<readonly AnswerTally[]> {
  const last = dates.at(-1);
  const decided = last === undefined ? null : await decidedAnswers(store, record, planned, last);
  if (last === undefined || decided === null) return [];
  const cutoffs = dates.map((date) => endOfDay(date, decided.zone));
  const rows = await store.rows(`WITH ${decided.queries}, asked AS (
  SELECT unnest(range(${cutoffs.length})) AS date_number, make_timestamp(unnest([${cutoffs.join(", ")}]::BIGINT[]) * 1000000) AS cutoff
)
SELECT CAST(period_start AS VARCHAR) AS period, CAST(date_number AS INTEGER) AS date_number, team, outside,
  count(*)::INTEGER AS counted, count(*) FILTER (passed)::INTEGER AS passed, sum(near)::INTEGER AS near
FROM decided ASOF JOIN asked ON counted_at < asked.cutoff
GROUP BY ALL ORDER BY ALL`);
  return z
    .array(Row)
    .parse(rows)
    .map(({ period, date_number: at, team, outside, counted, passed, near }) => ({
      ...{ period, team, isOutside: outside, counted, passed, near },
      knownBy: dates[at] ?? last,
    }));
}

/** One item behind a figure of answers. Stamps are text in UTC. */
export type AnsweredItem = {
  readonly record_id: string;
  readonly opened_at: string;
  readonly answered_at: string | null;
  readonly deadline: string | null;
  readonly team: string | null;
  readonly in_time: boolean;
  /** in the last tenth of the limit; null where it was not in time, or the limit is in business days */
  readonly in_last_tenth: boolean | null;
  /** opened while the two sides' calendars are not both open; null where the record has no calendars */
  readonly outside_shared_hours: boolean | null;
};

const AnsweredRow = z.object({
  record_id: z.string(),
  opened_at: z.string(),
  answered_at: z.string().nullable(),
  deadline: z.string().nullable(),
  team: z.string().nullable(),
  in_time: z.boolean(),
  in_last_tenth: z.boolean().nullable(),
  outside_shared_hours: z.boolean().nullable(),
});

/** The items of one week behind the figures that `readAnswers` counts, decided by the day; oldest first. */
export async function listAnswers(
  store: FactStore,
  record: PartnershipRecord,
  planned: PlannedFigures,
  { asOf, week }: { readonly asOf: PlainDate; readonly week: PlainDate },
): Promise<readonly AnsweredItem[]> {
  const decided = await decidedAnswers(store, record, planned, asOf);
  if (decided === null) return [];
  const rows = await store.rows(
    `WITH ${decided.queries}
SELECT record_id, opened_at::VARCHAR AS opened_at, passed_at::VARCHAR AS answered_at, deadline::VARCHAR AS deadline, team,
  passed AS in_time, near = 1 AS in_last_tenth, outside AS outside_shared_hours
FROM decided WHERE period_start = $week::DATE AND counted_at < make_timestamp(${endOfDay(asOf, decided.zone)}::BIGINT * 1000000)
ORDER BY decided.opened_at, record_id`,
    { week },
  );
  return z.array(AnsweredRow).parse(rows);
}

/** The queries that end in `decided`, a row an item; null where the record has no limit on answers. */
async function decidedAnswers(
  store: FactStore,
  record: PartnershipRecord,
  planned: PlannedFigures,
  last: PlainDate,
): Promise<{ readonly queries: string; readonly zone: TimeZone } | null> {
  const plan = planned.kpis
    .filter(({ by, isStandard }) => by.length === 0 && !isStandard)
    .flatMap(answerPlan)
    .at(-1);
  if (plan === undefined) return null;
  const compiled = await compileOn(store, plan, last);
  if (compiled === null) return null;
  const shared = sharedSpans(record, plan, compiled.range, last);
  const queries = `${judgedQueries(compiled)}${shared === null ? "" : `, shared AS (\n${spansSql(shared)}\n)`}, decided AS (
  SELECT judged.record_id, judged.period_start, item.team, judged.passed_at, judged.deadline, judged.passed_at IS NOT NULL AS passed,
    ${nearSql(plan)} AS near, judged.counted_at, item.opened_at, ${shared === null ? "NULL::BOOLEAN" : "coalesce(item.opened_at >= shared.ended_at, true)"} AS outside
  FROM judged JOIN work_items AS item ON item.item_id = judged.record_id${shared === null ? "" : "\n  ASOF LEFT JOIN shared ON item.opened_at >= shared.started_at"}
)`;
  return { queries, zone: plan.zone };
}

function answerPlan({ plan }: PlannedFigures["kpis"][number]): readonly JudgedPlan[] {
  if (plan.kind !== "judged" || plan.subject !== "work_items" || plan.every !== "week") return [];
  const { judgement, heldBy } = plan;
  const isAnswer = judgement.kind === "within" && judgement.from === "opened_at" && heldBy === judgement.from;
  return isAnswer ? [plan] : [];
}

/** 1 in the last tenth, 0 earlier, null where there is no answer in time. The last tenth is read off the wall clock. */
function nearSql({ judgement }: JudgedPlan): string {
  if (judgement.kind !== "within" || judgement.limit.kind !== "seconds") return "NULL::INTEGER";
  const left = "epoch(judged.deadline) - epoch(judged.passed_at)";
  return `CASE WHEN judged.passed_at IS NOT NULL THEN (${left} <= ${judgement.limit.seconds / 10})::INTEGER END`;
}

/** The hours that both sides share, else those of the one calendar that there is; null without any. */
function sharedSpans(
  record: PartnershipRecord,
  { judgement }: JudgedPlan,
  range: Span,
  asOf: PlainDate,
): readonly Span[] | null {
  const { calendars } = definitionsInForce(record, asOf);
  const named = [record.client.calendar, record.provider.calendar].flatMap((name) => {
    const calendar = name === undefined ? undefined : calendars[name];
    return calendar === undefined ? [] : [calendar];
  });
  const ofClock = judgement.kind === "within" ? judgement.clock.calendar?.definition : undefined;
  const [one, other] = named.length > 0 ? named : [ofClock];
  if (one === undefined) return null;
  const spans = openSpans(one, range);
  return other === undefined ? spans : overlap(spans, openSpans(other, range));
}

function spansSql(spans: readonly Span[]): string {
  const list = (moments: readonly number[]) => `make_timestamp(unnest([${moments.join(", ")}]::BIGINT[]) * 1000000)`;
  return `  SELECT ${list(spans.map(({ start }) => start))} AS started_at, ${list(spans.map(({ end }) => end))} AS ended_at`;
}
