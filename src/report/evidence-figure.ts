import { FigureUnit } from "../assessment/verdict.ts";
import { displayableText } from "./displayable-text.ts";
import {
  formatCount,
  formatDate,
  formatFigure,
  formatMoney,
  formatOutOf,
  formatPeriod,
  type Unit,
} from "./format-figure.ts";

export type EvidencePart =
  | { readonly kind: "figure"; readonly label: string; readonly text: string }
  | {
      readonly kind: "series";
      readonly label: string;
      readonly values: readonly (number | null)[];
      readonly texts: readonly string[];
    }
  | { readonly kind: "items"; readonly label: string; readonly items: readonly string[] }
  | {
      readonly kind: "rows";
      readonly label: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

/**
 * Evidence of any shape as figures, series, lists and small tables.
 * @param unit  the unit of the metric that the finding is about: figures such as `before` and `target` are in it
 */
export function evidenceParts(evidence: Readonly<Record<string, unknown>>, unit: Unit | null): readonly EvidencePart[] {
  return Object.entries(evidence).flatMap(([key, value]) => partsOf(key, value, unit, 0));
}

/** One value of the evidence in words. */
export function evidenceText(key: string, value: unknown, unit: Unit | null): string {
  if (value === null && isAgreed.test(key)) return "none agreed";
  if (value === null || value === undefined) return "unknown";
  if (typeof value === "number") return numberText(key, value, unit);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string")
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value) : displayableText(value, 300);
  if (isMoney(value)) return formatMoney(value);
  if (isPeriod(value)) return formatPeriod(value);
  if (isShare(value))
    return `${figureText(value.value, unit ?? "share")} (${formatOutOf(value.numerator, value.denominator)})`;
  if (isRecord(value) && Object.keys(value).length === 0) return "none";
  return displayableText(JSON.stringify(value) ?? "unknown", 300);
}

function partsOf(key: string, value: unknown, unit: Unit | null, depth: number): readonly EvidencePart[] {
  const label = labelOf(key);
  if (Array.isArray(value)) return arrayParts(key, value, unit);
  const isPlain = isRecord(value) && !isShare(value) && !isMoney(value) && !isPeriod(value);
  if (!isPlain || depth > 2) return [{ kind: "figure", label, text: evidenceText(key, value, unit) }];
  return Object.entries(value).flatMap(([inner, innerValue]) =>
    partsOf(inner, innerValue, unit, depth + 1).map((part) => ({
      ...part,
      label: `${label}: ${part.label.toLowerCase()}`,
    })),
  );
}

function arrayParts(key: string, values: readonly unknown[], unit: Unit | null): readonly EvidencePart[] {
  const label = labelOf(key);
  if (values.length === 0) return [{ kind: "figure", label, text: "none" }];
  if (values.every((value) => value === null || typeof value === "number")) {
    const texts = values.map((value) => figureText(value, unitOfKey(key) ?? unit));
    return [{ kind: "series", label, values, texts }];
  }
  if (values.every(isRecord)) {
    const columns = [...new Set(values.flatMap((row) => Object.keys(row)))];
    const rows = values.map((row) =>
      columns.map((column) => evidenceText(column, row[column], unitOfRow(row) ?? unit)),
    );
    return [{ kind: "rows", label, columns: columns.map(labelOf), rows }];
  }
  return [{ kind: "items", label, items: values.map((value) => evidenceText(key, value, unit)) }];
}

/** Rows of several metrics say the unit of each; those of one are in the finding's. */
function unitOfRow({ unit }: Record<string, unknown>): Unit | null {
  return FigureUnit.safeParse(unit).data ?? null;
}

function numberText(key: string, value: number, unit: Unit | null): string {
  const isInUnit = inUnit.test(key) && !isTally.test(key);
  return figureText(value, unitOfKey(key) ?? (isInUnit ? unit : null));
}

function figureText(value: number | null, unit: Unit | null): string {
  if (value === null) return "unknown";
  if (unit !== null) return formatFigure(value, unit);
  return Math.abs(value) < 1 && value !== 0 ? String(Number(value.toPrecision(3))) : formatCount(value);
}

const inUnit =
  /before|after|baseline|cent(re|er)|lower|upper|mean|median|value|target|minimum|^due$|latest|reported|recomputed|limit/i;
/** What two sides agree on or leave out: where it is null, nothing is unknown. */
const isAgreed = /^(target|minimum|maximum)$/i;
const isTally = /count|items|number|numerator|denominator|weeks|days|periods|points/i;

function unitOfKey(key: string): Unit | null {
  if (/seconds$/i.test(key)) return "seconds";
  if (/(share|fraction|percent)$/i.test(key)) return "share";
  return null;
}

/** `medianTenureDays` → `Median tenure days`, `pausedSeconds` → `Paused`: the unit stands with the figure. */
function labelOf(key: string): string {
  const words = displayableText(key, 80)
    .replace(/(?<=.)[_-]?seconds$/i, "")
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .replace(/([a-z]{3})(\d)/gi, "$1 $2")
    .replace(/[-_\s]+/g, " ")
    .trim()
    .toLowerCase();
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isShare(value: unknown): value is { value: number | null; numerator: number | null; denominator: number } {
  if (!isRecord(value)) return false;
  const { value: share, numerator, denominator } = value;
  const isFigure = (part: unknown) => part === null || typeof part === "number";
  return "value" in value && isFigure(share) && isFigure(numerator) && typeof denominator === "number";
}

function isPeriod(value: unknown): value is { start: string; end: string } {
  return isRecord(value) && typeof value.start === "string" && typeof value.end === "string";
}

function isMoney(value: unknown): value is { amount: string; currency: string } {
  return isRecord(value) && typeof value.amount === "string" && typeof value.currency === "string";
}
