import type { EpochSeconds, PlainDate } from "../../values/time.ts";
import { addDays } from "../../values/time.ts";
import type { Scalar } from "../metric-filter.ts";
import type { ColumnReference, Known, PlannedTest, StampType } from "../metric-plan.ts";

/** The words of DuckDB's SQL: names, literals, columns and tests. Everything that a person wrote passes through here. */

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function textLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** UTC, as the store keeps instants. */
export function instantLiteral(at: EpochSeconds): string {
  return `TIMESTAMP '${new Date(at * 1000).toISOString().replace("T", " ").replace(".000Z", "").replace("Z", "")}'`;
}

export function dateLiteral(date: PlainDate): string {
  return `DATE '${date}'`;
}

/** @param day days since 1970-01-01 */
export function dayLiteral(day: number): string {
  return dateLiteral(addDays("1970-01-01", day));
}

/** The first moment that is too late to be known as of `date`: `cutoff` for instants, the next day for dates. */
export function cutoffLiteral(stampType: StampType, date: PlainDate, cutoff: EpochSeconds): string {
  return stampType === "date" ? dateLiteral(addDays(date, 1)) : instantLiteral(cutoff);
}

/** A column of the row `record`. */
export function columnOf(column: ColumnReference): string {
  if (column.kind === "column") return `record.${quoted(column.name)}`;
  return `record.attributes[${textLiteral(column.name)}]`;
}

/** A column as a number; an extra column that holds no number is unknown. */
export function numberOf(column: ColumnReference): string {
  if (column.kind === "attribute" || !isNumeric(column)) return `TRY_CAST(${columnOf(column)} AS DOUBLE)`;
  return column.type === "number" ? columnOf(column) : `CAST(${columnOf(column)} AS DOUBLE)`;
}

/** Tests as conditions of the row `record`. */
export function testsOf(tests: readonly PlannedTest[]): readonly string[] {
  return tests.map(testOf);
}

/** All tests as one condition. */
export function allOf(tests: readonly PlannedTest[]): string {
  return tests.map(testOf).join(" AND ");
}

/** `WHERE` with all conditions; nothing where there are none. */
export function whereAll(conditions: readonly string[]): string {
  return conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`;
}

function testOf(test: PlannedTest): string {
  const column = columnOf(test.column);
  switch (test.kind) {
    case "present":
      return `${column} IS NOT NULL`;
    case "absent":
      return `${column} IS NULL`;
    case "one-of": {
      const values = test.values.map((value) => valueLiteral(test.column, value)).join(", ");
      return `${comparable(test.column, test.values)} ${test.negated ? "NOT IN" : "IN"} (${values})`;
    }
    case "compare-columns": {
      const isStamp = test.column.kind === "column" && ["instant", "date"].includes(test.column.type);
      if (isStamp) return `${column} ${test.comparison} ${columnOf(test.with)}`;
      const plus = test.plus === 0 ? "" : ` ${test.plus < 0 ? "-" : "+"} ${Math.abs(test.plus)}`;
      return `${numberOf(test.column)} ${test.comparison} ${numberOf(test.with)}${plus}`;
    }
    case "compare": {
      const ordered = test.comparison !== "=" && test.comparison !== "<>";
      if (ordered && typeof test.with === "number") return `${numberOf(test.column)} ${test.comparison} ${test.with}`;
      return `${comparable(test.column, [test.with])} ${test.comparison} ${valueLiteral(test.column, test.with)}`;
    }
  }
}

/** Numbers compare as numbers where the column holds them, everything else as text. */
function comparable(column: ColumnReference, values: readonly Scalar[]): string {
  if (isNumeric(column) && values.every((value) => typeof value === "number")) return numberOf(column);
  if (column.kind === "column" && (column.type === "text" || column.type === "one-of")) return columnOf(column);
  if (column.kind === "attribute") return columnOf(column);
  return `CAST(${columnOf(column)} AS VARCHAR)`;
}

function valueLiteral(column: ColumnReference, value: Scalar): string {
  return isNumeric(column) && typeof value === "number" ? String(value) : textLiteral(String(value));
}

function isNumeric(column: ColumnReference): boolean {
  return column.kind === "column" && ["number", "integer", "money"].includes(column.type);
}

/** When something is known: the first stamp that is there, moved on by whole days. */
export function knownAt(known: Known): string {
  const stamps = known.stamps.map((stamp) => `record.${quoted(stamp)}`);
  const first = stamps.length === 1 ? (stamps[0] ?? "NULL") : `coalesce(${stamps.join(", ")})`;
  return known.plusDays === 0 ? first : `${first} + ${known.plusDays}`;
}

/** The latest of several moments, unknown when one of them is: `greatest` alone would pass over what is not there. */
export function latestOf(moments: readonly string[]): string {
  if (moments.length <= 1) return moments[0] ?? "NULL";
  return `CASE WHEN ${moments.map((moment) => `${moment} IS NOT NULL`).join(" AND ")} THEN greatest(${moments.join(", ")}) END`;
}

/** Lines of one SQL text, moved in by two spaces. */
export function indented(sql: string): string {
  return sql.replaceAll(/^(?=.)/gm, "  ");
}
