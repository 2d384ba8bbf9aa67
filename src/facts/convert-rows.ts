import {
  durationSeconds,
  finishedValue,
  plainValue,
  problemSeparator,
  textExpression,
  withoutMissing,
} from "./cell-expression.ts";
import { identifier, literal } from "./fact-tables.ts";
import type { CellReading, ImportPlan, RecordReading } from "./import-plan.ts";
import { type RowRule, rowRules } from "./schema/row-rules.ts";
import { dateExpression, offsetInstant, type StampRule, wallTime, wallToUtc } from "./stamp-expression.ts";

/** Why a row is no record where a cell that every record needs is empty. */
export const emptyReason = "it is empty, and every record needs it";

/** The stamp rule of each column that holds moments or dates, by its canonical name. */
export type StampRules = ReadonlyMap<string, StampRule>;

/**
 * SQL that turns raw rows into one kind of record: its columns with their types, `attributes`, `line` (where the rows know
 * it) and `problem`: NULL, or header, reason and cell text joined by `problemSeparator`. One pass, no aggregation.
 */
export function convertRows(
  reading: RecordReading,
  plan: ImportPlan,
  stamps: StampRules,
  relation: string,
  line: string | null,
): string {
  // In a log only an item's last row gives attributes: they are fetched for those rows alone.
  const hasAttributes = plan.log === null;
  const columns = reading.columns.map((cell, index) => new ColumnSql(cell, index, plan, stamps.get(cell.column.name)));
  const attributes = hasAttributes ? reading.attributes : [];
  const attributeCells = [...new Set(attributes.flatMap((attribute) => attribute.cells))];
  const carried = [...(line === null ? [] : ["row_line"]), ...attributeCells.map((cell) => `c${cell}`)];
  const level = (expressions: readonly string[], from: string) => `SELECT ${expressions.join(", ")} FROM ${from}`;
  const texts = level(
    [
      ...(line === null ? [] : [`${line} AS row_line`]),
      ...carried.filter((name) => name !== "row_line"),
      ...columns.flatMap((column) => column.texts),
    ],
    relation,
  );
  const parsed = level(["*", ...columns.flatMap((column) => column.parsed)], `(${texts})`);
  const values = level(["*", ...columns.flatMap((column) => column.values)], `(${parsed})`);
  const byName = new Map(columns.map((column) => [column.name, column]));
  const checks = [
    ...columns.flatMap((column) => column.checks),
    ...(rowRules[reading.kind] ?? []).flatMap((rule) => ruleCheck(rule, byName)),
  ];
  const problem = checks.length === 0 ? "NULL::VARCHAR" : `CASE ${checks.join(" ")} END`;
  const finished = [
    ...columns.map((column) => column.finished),
    ...(hasAttributes ? [`${attributeMap(reading)} AS attributes`] : []),
    ...(line === null ? [] : ["row_line"]),
    `${problem} AS problem`,
  ];
  return level(finished, `(${values})`);
}

/** SQL for the columns of a row that no canonical one takes, by their headers. */
export function attributeMap(reading: RecordReading): string {
  if (reading.attributes.length === 0) return "MAP {}::MAP(VARCHAR, VARCHAR)";
  const missing = reading.columns[0]?.missing ?? [];
  const names = reading.attributes.map((attribute) => literal(attribute.name));
  const cells = reading.attributes.map(({ cells }) => {
    const written = cells.map((cell) => withoutMissing(`c${cell}`, missing));
    return written.length === 1 ? (written[0] ?? "NULL") : `nullif(concat_ws('; ', ${written.join(", ")}), '')`;
  });
  // A cast from a struct is three times as fast as `map`, but its keys may not differ in capitals alone.
  const folded = new Set(reading.attributes.map((attribute) => attribute.name.toLowerCase()));
  if (folded.size < names.length) return `map([${names.join(", ")}], [${cells.join(", ")}])`;
  const fields = reading.attributes.map(({ name }, index) => `${identifier(name)}: ${cells[index] ?? "NULL"}`);
  return `CAST({${fields.join(", ")}} AS MAP(VARCHAR, VARCHAR))`;
}

/** The SQL of one column at each step: text `t0`, wall time `w0` or moment `u0`, value `v0`, and what may be wrong with it. */
class ColumnSql {
  readonly name: string;
  readonly texts: readonly string[];
  readonly parsed: readonly string[];
  readonly values: readonly string[];
  readonly checks: readonly string[];
  readonly finished: string;
  readonly value: string;
  readonly header: string;
  /** SQL for the text that the value was read from; null where a length of time was added to it */
  readonly written: string | null;

  constructor(reading: CellReading, index: number, plan: ImportPlan, rule: StampRule | undefined) {
    const { column } = reading;
    const [text, wall, moment, value, plus] = [`t${index}`, `w${index}`, `u${index}`, `v${index}`, `p${index}`];
    this.name = column.name;
    this.value = value;
    this.header = reading.cells.map((cell) => plan.header[cell] ?? "").join(" + ") || column.name;
    this.written = reading.plus === null ? text : null;
    const plusCell = reading.plus === null ? null : withoutMissing(`c${reading.plus}`, reading.missing);
    const isTrimmed = rule?.isWholeColumnKnown === true;
    const written = textExpression(reading);
    this.texts = [
      `${isTrimmed ? `trim(${written})` : written} AS ${text}`,
      ...(plusCell === null ? [] : [`${plusCell} AS ${plus}`]),
    ];
    this.finished = finishedValue(reading, value);
    if (column.type === "instant" && rule !== undefined) {
      const wallSql = wallTime(text, rule);
      this.parsed = [
        `${offsetInstant(text, rule) ?? "NULL::TIMESTAMP"} AS ${moment}`,
        ...(wallSql === null ? [] : [`${wallSql} AS ${wall}`]),
      ];
      const utc =
        wallSql === null || rule.zone === null
          ? moment
          : `coalesce(${moment}, ${wallToUtc(wall, rule.zone, rule.shiftsSkipped)})`;
      const added = `${utc} + to_microseconds(CAST(round(${durationSeconds(plus, plus, reading.unit ?? "seconds")} * 1e6) AS BIGINT))`;
      this.values = [`${plusCell === null ? utc : added} AS ${value}`];
      this.checks = this.#checks(
        reading,
        text,
        wallSql === null ? null : wall,
        plusCell === null ? null : plus,
        rule.zone,
      );
    } else {
      const sql =
        column.type === "date" && rule !== undefined ? dateExpression(text, rule) : plainValue(reading, text, plan);
      this.parsed = [];
      this.values = [`${sql} AS ${value}`];
      this.checks = this.#checks(reading, text, null, null, null);
    }
  }

  #checks(
    reading: CellReading,
    text: string,
    wall: string | null,
    plus: string | null,
    zone: string | null,
  ): readonly string[] {
    const { column } = reading;
    const value = this.value;
    const when = (condition: string, reason: string, shown = text) =>
      problemCheck(condition, this.header, reason, shown);
    const checks: string[] = [];
    if (column.type !== "text" && !reading.isUnreadableUnknown) {
      if (wall !== null)
        checks.push(
          when(
            `${wall} IS NOT NULL AND ${value} IS NULL${plus === null ? "" : ` AND ${plus} IS NOT NULL`}`,
            `the clocks in ${zone} skip this time`,
          ),
        );
      const isGiven = `${text} IS NOT NULL AND ${value} IS NULL AND trim(${text}) <> ''`;
      const isPlusGiven = plus === null ? "" : ` AND ${plus} IS NOT NULL`;
      const allowed =
        column.type === "one-of" ? `not one of ${(column.values ?? []).join(", ")}` : `not ${typeNames[column.type]}`;
      checks.push(when(isGiven + isPlusGiven, allowed));
    }
    if (column.required) {
      // Blanks alone name nobody: an id of them would bring strangers' records together.
      const isEmpty = column.type === "text" ? `coalesce(trim(${value}, ${blanks}), '') = ''` : `${value} IS NULL`;
      checks.push(when(isEmpty, emptyReason));
    }
    const bounds = boundsOf(reading);
    if (bounds !== null) checks.push(when(bounds.condition(value), bounds.reason));
    return checks;
  }
}

/** Space, no-break space, tab and line ends. */
const blanks = "concat(' ', chr(160), chr(9), chr(10), chr(13))";

const typeNames = {
  text: "a text",
  instant: "a moment",
  date: "a date",
  number: "a number",
  integer: "a whole number",
  money: "an amount",
  boolean: "yes or no",
  "one-of": "one of the allowed values",
} as const;

type Bounds = { readonly condition: (value: string) => string; readonly reason: string };

function boundsOf({ column }: CellReading): Bounds | null {
  const { least, most } = column;
  switch (column.type) {
    case "instant":
      return {
        condition: (value) => `${value} NOT BETWEEN TIMESTAMP '1970-01-01' AND TIMESTAMP '2100-01-01'`,
        reason: "the year cannot be meant",
      };
    case "date":
      return {
        condition: (value) => `${value} NOT BETWEEN DATE '1900-01-01' AND DATE '2200-01-01'`,
        reason: "the year cannot be meant",
      };
    case "number":
      return {
        condition: (value) => `${value} NOT BETWEEN ${least ?? -1e15} AND ${most ?? 1e15}`,
        reason: least === undefined ? "too large to be measured" : `not between ${least} and ${most ?? "10^15"}`,
      };
    case "integer":
      return {
        condition: (value) =>
          `(${value} NOT BETWEEN ${least ?? -9e15} AND ${most ?? 9e15} OR floor(${value}) <> ${value})`,
        reason: least === undefined ? "not a whole number" : `not a whole number of ${least} or more`,
      };
    default:
      return null;
  }
}

function ruleCheck(rule: RowRule, columns: ReadonlyMap<string, ColumnSql>): readonly string[] {
  const column = columns.get(rule.column);
  if (column === undefined) return [];
  // As the file has it, unless the value was worked out from two cells.
  const text = column.written ?? `CAST(${column.value} AS VARCHAR)`;
  const when = (condition: string, reason: string) => [problemCheck(condition, column.header, reason, text)];
  switch (rule.kind) {
    case "not-before": {
      const earlier = columns.get(rule.earlier);
      return earlier === undefined ? [] : when(`${column.value} < ${earlier.value}`, `before ${earlier.header}`);
    }
    case "at-most": {
      const limit = columns.get(rule.limit);
      return limit === undefined ? [] : when(`${column.value} > ${limit.value}`, `more than ${limit.header}`);
    }
    case "at-most-when": {
      const other = columns.get(rule.when[0]);
      if (other === undefined) return [];
      return when(
        `${column.value} > ${rule.most} AND ${other.value} = ${literal(rule.when[1])}`,
        `more than ${rule.most}`,
      );
    }
    case "not-negative":
      return when(`${column.value} < 0`, "less than 0");
  }
}

function problemCheck(condition: string, header: string, reason: string, shown: string): string {
  const separator = `chr(${problemSeparator.charCodeAt(0)})`;
  return `WHEN ${condition} THEN concat(${literal(header)}, ${separator}, ${literal(reason)}, ${separator}, left(${shown}, 200))`;
}
