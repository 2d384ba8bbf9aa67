import type { Problem } from "../values/problem.ts";
import { subjectTimes } from "./fact-times.ts";
import { type MetricDefinition, type MetricSubject, measureKey, readLimit, readPer } from "./metric-definition.ts";
import { type ColumnTest, readCondition, testsOfFilter } from "./metric-filter.ts";
import { columnsOf, lateKnown, nearestColumn, spellOutPresence, stampOf, stampsOf } from "./metric-subject.ts";
import type { PlanContext } from "./plan-metric.ts";

/**
 * What is wrong with a definition beside its schema: columns, calendars and metrics that are not there, and questions that
 * cannot be answered as of a date. All of them; none for a good one. Places are the caller's to add.
 */
export function checkMetric(id: string, definition: MetricDefinition, context: PlanContext): readonly Problem[] {
  const key = measureKey(definition);
  if (key === null) return [];
  if (key === "ratio" || key === "rate") return checkParts(id, definition, context, [id]);
  const subject = definition[key];
  if (subject === undefined) return [];
  const problem = (code: string, message: string, hint: string): Problem => ({
    code,
    at: null,
    message: `${id}: ${message}`,
    hint,
  });
  return [
    ...stampProblems(subject, definition, problem),
    ...testProblems(subject, definition, problem),
    ...limitProblems(definition, context, problem),
    ...dateLimitProblems(subject, limit(definition), problem),
    ...(definition.pausing_on !== undefined && subject !== "work_items"
      ? [problem("no-pauses", `pauses are known of work_items, not of ${subject}`, "remove pausing_on")]
      : []),
    ...valueProblems(subject, definition, problem),
  ];
}

type MakeProblem = (code: string, message: string, hint: string) => Problem;

function checkParts(
  id: string,
  definition: MetricDefinition,
  context: PlanContext,
  path: readonly string[],
): Problem[] {
  const parts = definition.ratio ?? [definition.rate ?? "", readPer(definition.per ?? "")?.metric ?? ""];
  return parts.flatMap((part): readonly Problem[] => {
    const inner = context.metrics[part];
    const problem = (code: string, message: string, hint: string): Problem[] => [
      { code, at: null, message: `${id}: ${message}`, hint },
    ];
    if (inner === undefined) {
      const names = Object.keys(context.metrics).join(", ");
      return problem("unknown-metric", `there is no metric ${part}`, `metrics are ${names}`);
    }
    if (path.includes(part))
      return problem("metric-in-itself", `${part} is made of itself`, "divide two other metrics");
    const key = measureKey(inner);
    if (key === "ratio" || key === "rate") return checkParts(part, inner, context, [...path, part]);
    return checkMetric(part, inner, context);
  });
}

function stampProblems(subject: MetricSubject, definition: MetricDefinition, problem: MakeProblem): readonly Problem[] {
  const named = [definition.from, definition.to, definition.no_later_than, definition.period_by];
  return named
    .filter((name) => name !== undefined)
    .filter((name) => stampOf(subject, name) === null)
    .map((name) =>
      problem("not-a-stamp", `${name} is no time of ${subject}`, `its times are ${stampsOf(subject).join(", ")}`),
    );
}

function testProblems(subject: MetricSubject, definition: MetricDefinition, problem: MakeProblem): readonly Problem[] {
  const conditions = [definition.having, definition.against].flatMap((text) => readCondition(text ?? "") ?? []);
  const tests = [...testsOfFilter(spellOutPresence(subject, definition.where ?? {})), ...conditions];
  return [
    ...tests.flatMap((test) => absenceProblems(subject, test, problem)),
    ...spellingProblems(subject, tests, problem),
  ];
}

function absenceProblems(subject: MetricSubject, test: ColumnTest, problem: MakeProblem): readonly Problem[] {
  if (test.kind !== "absent" || lateKnown(subject, [test]).length === 0) return [];
  return [
    problem(
      "absent-for-now",
      `${test.column} may still come, so that its absence is no lasting fact`,
      "ask for those that have it, with better: lower, or for the backlog_of what is open",
    ),
  ];
}

function spellingProblems(
  subject: MetricSubject,
  tests: readonly ColumnTest[],
  problem: MakeProblem,
): readonly Problem[] {
  const known = new Set(columnsOf(subject).map((column) => column.name));
  return tests.flatMap((test) => {
    const near = known.has(test.column) ? null : nearestColumn(subject, test.column);
    if (near === null) return [];
    return [problem("unknown-column", `${subject} has no column ${test.column}`, `did you mean ${near}?`)];
  });
}

function limitProblems(definition: MetricDefinition, context: PlanContext, problem: MakeProblem): readonly Problem[] {
  const limit = definition.within === undefined ? null : readLimit(definition.within);
  const calendars = [limit?.calendar ?? undefined, definition.on].filter((name) => name !== undefined);
  const unknown = calendars
    .filter((name) => !Object.hasOwn(context.calendars, name))
    .map((name) => {
      const names = Object.keys(context.calendars).join(", ");
      return problem("unknown-calendar", `there is no calendar ${name}`, `calendars are ${names || "not written yet"}`);
    });
  const plain = [definition.reopened_within, definition.leaving_within].filter((text) => text !== undefined);
  const onCalendar = plain.filter((text) => readLimit(text)?.calendar !== null);
  return [
    ...unknown,
    ...onCalendar.map((text) => problem("limit-on-calendar", `${text} must be plain days`, "write it as 14d")),
  ];
}

function limit({ within }: MetricDefinition) {
  return within === undefined ? null : readLimit(within);
}

/** Records that have dates and no times are held against whole days of the wall calendar. */
function dateLimitProblems(
  subject: MetricSubject,
  within: ReturnType<typeof readLimit>,
  problem: MakeProblem,
): readonly Problem[] {
  if (within === null || subjectTimes[subject].stampType !== "date") return [];
  const { duration, calendar } = within;
  if (calendar === null && duration.kind === "seconds" && duration.seconds % 86_400 === 0) return [];
  return [
    problem("limit-on-dates", `${subject} have dates and no times`, "write the limit in plain days, such as 30d"),
  ];
}

function valueProblems(subject: MetricSubject, definition: MetricDefinition, problem: MakeProblem): readonly Problem[] {
  if (definition.value === undefined) return [];
  const column = columnsOf(subject).find(({ name }) => name === definition.value);
  if (column === undefined || ["number", "integer", "money"].includes(column.type)) return [];
  return [problem("not-a-number", `${column.name} is no number`, "name a column that holds numbers")];
}
