import { literal } from "./fact-tables.ts";
import type { EpochKind, StampReading } from "./schema/stamp-shape.ts";
import { type WallSpan, wallSpans } from "./schema/zone-offsets.ts";

/** How the stamps of one column are read: each shape of text that occurs, and what the source says beyond the text. */
export type StampRule = {
  /** shape (digits as 9) → how it is read */
  readonly readings: ReadonlyMap<string, StampReading>;
  readonly zone: string | null;
  readonly isMonthFirst: boolean;
  readonly ignoresOffsets: boolean;
  /** whether a time that the clocks skip in spring is read as if they had not been changed yet */
  readonly shiftsSkipped: boolean;
  /** whether `readings` come from every row, not from the first few */
  readonly isWholeColumnKnown: boolean;
};

/** Two texts of one shape differ in their digits alone. */
export function shapeOf(text: string): string {
  return text.replaceAll(/[0-8]/g, "9");
}

/** SQL for the shape of the text that `text` gives. */
export function shapeExpression(text: string): string {
  return `translate(${text}, '012345678', '999999999')`;
}

/**
 * SQL that gives the moment of the texts that carry an offset as TIMESTAMP in UTC, NULL for all others; null where no shape
 * carries one.
 */
export function offsetInstant(text: string, rule: StampRule): string | null {
  return chooseByShape(text, rule, (reading) => (isWall(reading, rule) ? null : offsetExpression(text, reading)));
}

/** SQL that gives what the clock on the wall showed, as TIMESTAMP, for texts without offset; null where no shape lacks one. */
export function wallTime(text: string, rule: StampRule): string | null {
  return chooseByShape(text, rule, (reading) => (isWall(reading, rule) ? wallExpression(text, reading, rule) : null));
}

/** SQL that turns the column `wall` into UTC: NULL where the zone's clocks skip that time (or, shifted, as late
 * after the change as it would have been without it), the first where they show it twice. */
export function wallToUtc(wall: string, zone: string, shiftsSkipped: boolean): string {
  const spans = wallSpans(zone);
  const read = spans.map((span) => (shiftsSkipped ? { ...span, offsetSeconds: span.unshiftedSeconds } : span));
  return offsetTree(wall, read);
}

/** SQL that gives the date as written, as DATE. */
export function dateExpression(text: string, rule: StampRule): string {
  const sql = chooseByShape(text, rule, (reading) => {
    const isDate = reading.kind === "iso" && !reading.hasTime;
    return isDate ? `try_cast(${text} AS DATE)` : `try_cast(${wallExpression(text, reading, rule)} AS DATE)`;
  });
  return sql ?? "NULL";
}

function isWall(reading: StampReading, rule: StampRule): boolean {
  return !reading.hasOffset || (rule.ignoresOffsets && !(reading.kind in microsecondsIn));
}

function chooseByShape(
  text: string,
  rule: StampRule,
  expression: (reading: StampReading) => string | null,
): string | null {
  const shapesOf = new Map<string | null, string[]>();
  for (const [shape, reading] of rule.readings) {
    const sql = expression(reading);
    shapesOf.set(sql, [...(shapesOf.get(sql) ?? []), shape]);
  }
  const written = [...shapesOf].flatMap(([sql, shapes]) => (sql === null ? [] : [{ sql, shapes }]));
  if (written.length === 0) return null;
  const [only] = written;
  if (shapesOf.size === 1 && only !== undefined) {
    const guard = rule.isWholeColumnKnown ? undefined : cheapGuards.get(only.shapes[0] ?? "");
    return guard === undefined ? only.sql : `CASE WHEN ${guard(text)} THEN ${only.sql} END`;
  }
  const branches = written.map(({ sql, shapes }) => `WHEN ${isShaped(text, shapes, rule)} THEN ${sql}`);
  return `CASE ${branches.join(" ")} END`;
}

/** Lengths tell shapes apart far more cheaply than the shapes themselves, where no other reading has the same length. */
function isShaped(text: string, shapes: readonly string[], rule: StampRule): string {
  const lengths = new Set(shapes.map((shape) => shape.length));
  const others = [...rule.readings.keys()].filter((shape) => !shapes.includes(shape));
  const isTold = rule.isWholeColumnKnown && !others.some((shape) => lengths.has(shape.length));
  if (isTold) return `length(${text}) IN (${[...lengths].join(", ")})`;
  return `${shapeExpression(text)} IN (${shapes.map(literal).join(", ")})`;
}

/** Whether texts of this shape can be told without looking at each of their characters. */
export function hasCheapGuard(shape: string): boolean {
  return cheapGuards.has(shape);
}

/** Shapes so common that a cheaper test than the shape itself tells them. */
const cheapGuards: ReadonlyMap<string, (text: string) => string> = new Map([
  ["9999-99-99T99:99:99Z", (text: string) => `suffix(${text}, 'Z')`],
  ["9999-99-99 99:99:99", (text: string) => `length(${text}) = 19`],
  ["9999-99-99", (text: string) => `length(${text}) = 10`],
]);

const microsecondsIn: Readonly<Record<EpochKind, number>> = {
  "epoch-seconds": 1_000_000,
  "epoch-milliseconds": 1_000,
  "epoch-microseconds": 1,
};

function offsetExpression(text: string, reading: StampReading): string {
  if (reading.kind in microsecondsIn) {
    const factor = microsecondsIn[reading.kind as EpochKind];
    return `make_timestamp(CAST(round(try_cast(${text} AS DECIMAL(38, 9)) * ${factor}) AS BIGINT))`;
  }
  const clean = replaced(text, reading);
  if (reading.kind === "iso") {
    const isUtc = reading.format === "Z";
    return isUtc ? `try_cast(${clean} AS TIMESTAMP)` : `(try_cast(${clean} AS TIMESTAMPTZ) AT TIME ZONE 'UTC')`;
  }
  const numbered = `regexp_replace(regexp_replace(${clean}, '\\s?(Z|UTC|GMT)$', '+00:00', 'i'), '\\s?(UTC|GMT)?([+-]\\d\\d:?(\\d\\d)?)$', '\\2', 'i')`;
  return `(try_strptime(${numbered}, ${literal(`${reading.format}%z`)}) AT TIME ZONE 'UTC')`;
}

function wallExpression(text: string, reading: StampReading, rule: StampRule): string {
  if (reading.kind in microsecondsIn) return offsetExpression(text, reading);
  // The fraction of a day is written with so many digits that the second is sure and no more.
  if (reading.kind === "spreadsheet-days")
    return `TIMESTAMP '1899-12-30' + to_seconds(CAST(round(try_cast(${text} AS DECIMAL(38, 17)) * 86400) AS BIGINT))`;
  const clean = replaced(text, reading);
  const bare = reading.hasOffset
    ? `regexp_replace(${clean}, '\\s?(Z|UTC|GMT|(UTC|GMT)?[+-]\\d{2}(:?\\d{2})?)$', '', 'i')`
    : clean;
  if (reading.kind === "iso") return `try_cast(${bare} AS TIMESTAMP)`;
  const format = rule.isMonthFirst && reading.monthFirstFormat !== null ? reading.monthFirstFormat : reading.format;
  return `try_strptime(${bare}, ${literal(format)})`;
}

function replaced(text: string, reading: StampReading): string {
  return reading.replacements.reduce((sql, [from, to]) => `replace(${sql}, ${literal(from)}, ${literal(to)})`, text);
}

/** A tree of comparisons: a few per row, even for a century of daylight saving. */
function offsetTree(wall: string, spans: readonly WallSpan[]): string {
  const [only] = spans;
  if (spans.length <= 1) {
    if (only === undefined || only.offsetSeconds === null) return "NULL";
    return only.offsetSeconds === 0 ? wall : `${wall} - INTERVAL '${only.offsetSeconds} seconds'`;
  }
  const middle = spans.length >> 1;
  const from = new Date((spans[middle]?.fromWallSeconds ?? 0) * 1000).toISOString().slice(0, 19);
  const [before, after] = [offsetTree(wall, spans.slice(0, middle)), offsetTree(wall, spans.slice(middle))];
  return `CASE WHEN ${wall} < TIMESTAMP '${from}' THEN ${before} ELSE ${after} END`;
}
