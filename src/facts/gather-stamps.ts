import type { Place, Problem } from "../values/problem.ts";
import { textExpression } from "./cell-expression.ts";
import type { StampRules } from "./convert-rows.ts";
import type { FactStore } from "./fact-store.ts";
import type { CellReading, ImportPlan } from "./import-plan.ts";
import { readShape, type StampReading } from "./schema/stamp-shape.ts";
import { type StampRule, shapeExpression } from "./stamp-expression.ts";

/** One form in which a column's moments are written, with an example and how it is read. */
export type SeenShape = { readonly shape: string; readonly example: string; readonly reading: StampReading };

/** What the stamps of one file look like, before it is settled how to read them. */
export type SeenStamps = {
  readonly plan: ImportPlan;
  readonly at: Place;
  /** canonical column → the readable shapes that occur in it */
  readonly shapes: ReadonlyMap<string, readonly SeenShape[]>;
  readonly order: OrderEvidence;
  /** headers of columns that nothing is read from and that hold times of day alone; looked for where a moment is a day alone */
  readonly timesOfDay: readonly string[];
  readonly isWholeColumnKnown: boolean;
};

/** Examples of numeric dates that can be read one way only, and of those that can be read both ways. */
export type OrderEvidence = {
  readonly dayFirst: readonly string[];
  readonly monthFirst: readonly string[];
  readonly either: readonly string[];
};

const mostShapes = 400;
/** Three digits first are no day and no month: most stamps need no closer look. */
const beginsWithYear = "t[2] BETWEEN '0' AND '9' AND t[3] BETWEEN '0' AND '9'";

/** Every column of a plan that holds moments or dates out of the file. */
export function stampColumns(plan: ImportPlan): readonly CellReading[] {
  const columns = plan.records.flatMap((record) => record.columns);
  return columns.filter(({ column }) => column.type === "instant" || column.type === "date");
}

/** Looks at every distinct stamp of a raw table. */
export async function gatherStamps(
  store: FactStore,
  relation: string,
  plan: ImportPlan,
  at: Place,
): Promise<SeenStamps> {
  const shapes = new Map<string, readonly SeenShape[]>();
  const order = { dayFirst: [] as string[], monthFirst: [] as string[], either: [] as string[] };
  for (const reading of stampColumns(plan)) {
    if (reading.format !== null) continue;
    const from = reading.always === null ? relation : "(SELECT 1)";
    const texts = `(SELECT DISTINCT trim(${textExpression(reading)}) AS t FROM ${from})`;
    const found = await store.rows<SeenText>(
      `SELECT ${shapeExpression("t")} AS shape, min(t) AS example, min(t) FILTER (first > 12) AS "day",
         min(t) FILTER (first <= 12 AND second > 12) AS "month",
         min(t) FILTER (first <= 12 AND second <= 12 AND first <> second) AS "either"
       FROM (SELECT t, try_cast(split_part(p, '/', 1) AS UTINYINT) AS first, try_cast(split_part(p, '/', 2) AS UTINYINT) AS second
         FROM (SELECT t, CASE WHEN ${beginsWithYear} THEN NULL ELSE replace(replace(t, '.', '/'), '-', '/') END AS p FROM ${texts}))
       WHERE t <> '' GROUP BY shape ORDER BY count(*) DESC LIMIT ${mostShapes}`,
    );
    const seen = found.flatMap((text) => {
      const read = readShape(text.example);
      return read === null ? [] : [{ ...text, reading: read }];
    });
    shapes.set(reading.column.name, [...(shapes.get(reading.column.name) ?? []), ...seen]);
    for (const { day, month, either } of seen.filter((one) => one.reading.monthFirstFormat !== null)) {
      if (day !== null) order.dayFirst.push(day);
      if (month !== null) order.monthFirst.push(month);
      if (either !== null) order.either.push(either);
    }
  }
  const timesOfDay = [...shapes.values()].some(isDayAlone) ? await timeColumns(store, relation, plan) : [];
  return { plan, at, shapes, order, timesOfDay, isWholeColumnKnown: true };
}

/** Whether what a column holds are days, none with its time. */
function isDayAlone(seen: readonly SeenShape[]): boolean {
  return seen.length > 0 && seen.every(({ reading }) => !reading.hasTime);
}

async function timeColumns(store: FactStore, relation: string, plan: ImportPlan): Promise<readonly string[]> {
  const unused = plan.records.flatMap(({ attributes }) =>
    attributes.flatMap(({ name, cells: [cell] }) => ({ name, cell })),
  );
  const [asked] = unused;
  if (asked === undefined) return [];
  const isTime = (cell: string) =>
    `count(trim(${cell})) FILTER (trim(${cell}) <> '') > 0 AND bool_and(regexp_full_match(trim(${cell}), '(\\d{1,2}[:.h]\\d{2}([:.]\\d{2})?( ?[AaPp]\\.?[Mm]\\.?)?)?'))`;
  const columns = unused.map(({ cell }, index) => `${isTime(`c${cell}`)} AS t${index}`);
  const [found] = await store.rows<Record<string, boolean | null>>(`SELECT ${columns.join(", ")} FROM ${relation}`);
  return unused.flatMap(({ name }, index) => (found?.[`t${index}`] === true ? [name] : []));
}

type SeenText = {
  readonly shape: string;
  readonly example: string;
  readonly day: string | null;
  readonly month: string | null;
  readonly either: string | null;
};

/**
 * How the stamps of one source's files are read, or the questions that its owner must answer once: the order of day and month
 * where no stamp of any file proves it, the zone where stamps carry no offset.
 */
export function settleStamps(files: readonly SeenStamps[]): {
  rules: readonly StampRules[];
  problems: readonly Problem[];
  notices: readonly Problem[];
} {
  const problems: Problem[] = [];
  const all = (choose: (order: OrderEvidence) => readonly string[]) => files.flatMap((file) => choose(file.order));
  const [day, month, either] = [
    all((order) => order.dayFirst),
    all((order) => order.monthFirst),
    all((order) => order.either),
  ];
  const stated = files[0]?.plan.isMonthFirst ?? null;
  const at = files[0]?.at ?? null;
  if (stated === null && day.length > 0 && month.length > 0) {
    const message = `Some dates put the day first (${day[0]}), others the month (${month[0]}): no one order fits.`;
    const hint =
      "Split the source by system, or give each column its `pattern` in the mapping; `day_order` sends the others to quarantine.";
    problems.push({ code: "mixed-day-order", at, message, hint });
  } else if (stated === null && day.length === 0 && month.length === 0 && either.length > 0) {
    const examples = [...new Set(either)].slice(0, 3).join(", ");
    const message = `The day and the month cannot be told apart: ${examples}.`;
    problems.push({
      code: "ambiguous-day-order",
      at,
      message,
      hint: "Say `day_order: day-first` or `day_order: month-first` in the source.",
    });
  }
  const isMonthFirst = stated ?? month.length > 0;
  const rules = files.map((file) => rulesOf(file, isMonthFirst, problems));
  return { rules, problems, notices: files.flatMap(noticesOf) };
}

/** Moments that say less than a moment, or that nobody wrote as one. */
function noticesOf({ plan, shapes, timesOfDay, at }: SeenStamps): readonly Problem[] {
  const moments = stampColumns(plan).filter(({ column, plus }) => column.type === "instant" && plus === null);
  const readings = (reading: CellReading) => shapes.get(reading.column.name) ?? [];
  const headers = (some: readonly CellReading[]) =>
    [...new Set(some.flatMap(({ cells }) => cells.map((cell) => plan.header[cell])))].join(", ");
  const notices: Problem[] = [];
  const [day] = moments.filter(({ column }) => isDayAlone(shapes.get(column.name) ?? []));
  const [time] = timesOfDay;
  if (day !== undefined && time !== undefined) {
    const message = `What stands in ${headers([day])} is a day without its time, and ${timesOfDay.join(", ")} holds times of day: each day counts from midnight.`;
    const hint = `If the two belong together, join them: \`${day.column.name}: { from: [${headers([day])}, ${time}], joined_by: " " }\`.`;
    notices.push({ code: "day-without-time", at, message, hint });
  }
  const counted = stampColumns(plan).filter((one) =>
    readings(one).some((seen) => seen.reading.kind === "spreadsheet-days"),
  );
  const example = counted.flatMap(readings).find(({ reading }) => reading.kind === "spreadsheet-days")?.example;
  if (example !== undefined) {
    const message = `What stands in ${headers(counted)} was read as days of a spreadsheet, counted from the end of 1899, such as ${example}.`;
    const hint =
      "If it is something else, map another column; if it is right, dates written out in the export are surer.";
    notices.push({ code: "spreadsheet-days", at, message, hint });
  }
  return notices;
}

function rulesOf(file: SeenStamps, isMonthFirst: boolean, problems: Problem[]): StampRules {
  const { plan } = file;
  const rules = new Map<string, StampRule>();
  const bareColumns: { header: string; examples: readonly string[] }[] = [];
  for (const reading of stampColumns(plan)) {
    const { name, type } = reading.column;
    const seen = file.shapes.get(name) ?? [];
    const readings =
      reading.format === null ? new Map(seen.map((one) => [one.shape, one.reading])) : stated(reading.format);
    const isKnown = file.isWholeColumnKnown || reading.format !== null;
    rules.set(name, {
      readings,
      zone: plan.zone,
      isMonthFirst,
      ignoresOffsets: plan.ignoresOffsets,
      shiftsSkipped: plan.shiftsSkipped,
      isWholeColumnKnown: isKnown,
    });
    if (type !== "instant" || plan.zone !== null) continue;
    const bare = reading.format === null ? seen.filter((one) => !one.reading.hasOffset) : seen;
    const examples = reading.format === null ? bare.map((one) => one.example) : [reading.format];
    if (examples.length === 0) continue;
    const header = reading.cells.map((cell) => plan.header[cell]).join(", ");
    bareColumns.push({ header, examples });
  }
  if (bareColumns.length > 0) problems.push(zoneMissing(file, bareColumns));
  return rules;
}

/** One question a file, whichever of its columns ask it: one zone answers for all of them. */
function zoneMissing(
  { at }: SeenStamps,
  columns: readonly { readonly header: string; readonly examples: readonly string[] }[],
): Problem {
  const examples = [...new Set(columns.flatMap((column) => column.examples))].slice(0, 3);
  const message = `The moments in ${columns.map(({ header }) => header).join(", ")} carry no offset: ${examples.join(", ")}.`;
  const hint =
    "Say the `zone` of the clocks that wrote them in the source, such as zone: Europe/Lisbon or zone: UTC, or write each moment with its offset, such as 2026-03-31T10:00+01:00.";
  return { code: "zone-missing", at, message, hint };
}

/** A pattern that the source states holds for the whole column. */
function stated(format: string): ReadonlyMap<string, StampReading> {
  const hasTime = /%[HI]/.test(format);
  const reading: StampReading = {
    kind: "pattern",
    format,
    monthFirstFormat: null,
    hasTime,
    hasOffset: false,
    replacements: [],
  };
  return new Map([["", reading]]);
}
