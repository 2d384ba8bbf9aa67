import { identifier, literal } from "./fact-tables.ts";
import type { CellReading, ImportPlan } from "./import-plan.ts";
import type { DurationUnit } from "./schema/source-definition.ts";

/** What separates the column, the reason and the cell's text in the `problem` of a converted row. */
export const problemSeparator = "\u001f";

/** SQL for the text of a column before it is understood: NULL where the cell is empty or says that it is not known. */
export function textExpression(reading: CellReading): string {
  if (reading.always !== null) return literal(reading.always);
  const cells = reading.cells.map((cell) => withoutMissing(`c${cell}`, reading.missing));
  const one = cells[0] ?? "NULL";
  const joined =
    cells.length === 1
      ? one
      : reading.joinedBy === null
        ? `coalesce(${cells.join(", ")})`
        : `nullif(concat_ws(${literal(reading.joinedBy)}, ${cells.join(", ")}), '')`;
  const first =
    reading.firstOf === null ? joined : `nullif(trim(split_part(${joined}, ${literal(reading.firstOf)}, 1)), '')`;
  if (reading.values === null) return first;
  const branches = [...reading.values].map(
    ([text, value]) => `WHEN ${literal(text)} THEN ${value === null ? "NULL" : literal(value)}`,
  );
  return `CASE lower(${first}) ${branches.join(" ")} ELSE ${first} END`;
}

/** SQL for a cell, NULL where it holds one of the texts that mean "not known". */
export function withoutMissing(cell: string, missing: readonly string[]): string {
  if (missing.length === 0) return cell;
  if (missing.length === 1) return `nullif(${cell}, ${literal(missing[0] ?? "")})`;
  return `CASE WHEN ${cell} IN (${missing.map(literal).join(", ")}) THEN NULL ELSE ${cell} END`;
}

/** SQL for the value of a column that is no moment and no date; NULL where the text is none of its type. */
export function plainValue(reading: CellReading, text: string, plan: ImportPlan): string {
  const { column } = reading;
  const number = plan.decimal === "," ? `replace(replace(${text}, '.', ''), ',', '.')` : text;
  switch (column.type) {
    case "number":
      return column.name.endsWith("_seconds")
        ? durationSeconds(text, number, reading.unit)
        : `try_cast(${number} AS DOUBLE)`;
    case "integer":
      return `try_cast(${number} AS DOUBLE)`;
    case "money":
      return `try_cast(${number} AS DECIMAL(38, 10))`;
    case "boolean":
      return `coalesce(try_cast(${text} AS BOOLEAN), CASE WHEN lower(trim(${text})) IN (${yes}) THEN true WHEN lower(trim(${text})) IN (${no}) THEN false END)`;
    case "one-of":
      return `CASE WHEN lower(trim(${text})) IN (${(column.values ?? []).map(literal).join(", ")}) THEN lower(trim(${text})) END`;
    default:
      return text;
  }
}

const yes = ["wahr", "ja", "oui", "vrai", "sí", "si", "sim", "verdadero", "verdadeiro", "vero"].map(literal).join(", ");
const no = ["falsch", "nein", "non", "faux", "não", "nao", "falso"].map(literal).join(", ");

const secondsIn: Readonly<Record<DurationUnit, number>> = {
  milliseconds: 0.001,
  seconds: 1,
  clock: 1,
  minutes: 60,
  "hours-minutes": 3600,
  hours: 3600,
  days: 86_400,
};

/**
 * SQL for a duration in seconds. A text with colons is `h:mm:ss` (or `mm:ss`; `h:mm` where the unit is hours-minutes),
 * whatever the unit; a number counts in the unit.
 */
export function durationSeconds(text: string, number: string, unit: DurationUnit | null): string {
  const plain = `try_cast(${number} AS DOUBLE)`;
  if (unit === null) return plain;
  const part = (index: number) => `try_cast(split_part(ltrim(${text}, '-'), ':', ${index}) AS DOUBLE)`;
  const short = unit === "hours-minutes" ? [3600, 60] : [60, 1];
  const two = `${part(1)} * ${short[0]} + ${part(2)} * ${short[1]}`;
  const three = `${part(1)} * 3600 + ${part(2)} * 60 + ${part(3)}`;
  const sign = `CASE WHEN starts_with(${text}, '-') THEN -1 ELSE 1 END`;
  const clock = `(${sign}) * CASE WHEN split_part(${text}, ':', 3) = '' THEN ${two} ELSE ${three} END`;
  return `CASE WHEN contains(${text}, ':') THEN ${clock} ELSE ${plain} * ${secondsIn[unit]} END`;
}

/** SQL for the finished value, from the checked one: whole numbers are kept as such. */
export function finishedValue(reading: CellReading, value: string): string {
  const name = identifier(reading.column.name);
  return reading.column.type === "integer" ? `CAST(${value} AS BIGINT) AS ${name}` : `${value} AS ${name}`;
}
