import type { FigureUnit, KpiReading, MoneyText, PeriodDates } from "../assessment/verdict.ts";

export type Unit = FigureUnit;

const monthNames = "January February March April May June July August September October November December".split(" ");
// A line must not break between a figure and its unit.
const space = "\u00a0";

/**
 * One figure in its unit: `87.3 %`, `3 h 12 min`, `1,204`. Null is `unknown`, never a zero.
 * @param apartFrom  figures it is compared with: decimals are added until it no longer reads the same as one that differs
 */
export function formatFigure(value: number | null, unit: Unit, apartFrom: readonly (number | null)[] = []): string {
  if (value === null || !Number.isFinite(value)) return "unknown";
  const others = apartFrom.filter((other): other is number => other !== null && other !== value);
  const spell = spellings[unit];
  for (let extra = 0; extra < 4; extra++) {
    const text = spell(value, extra);
    if (!others.some((other) => spell(other, extra) === text)) return text;
  }
  return spell(value, 4);
}

/** A figure of a KPI: money with its currency, `1,204.50 USD`. */
export function formatKpiFigure(
  { unit, currency }: Pick<KpiReading, "unit" | "currency">,
  value: number | null,
  apartFrom: readonly (number | null)[] = [],
): string {
  const text = formatFigure(value, unit, apartFrom);
  return unit === "money" && currency !== undefined && value !== null ? `${text}${space}${currency}` : text;
}

/** `87.3 %`; a share that is not quite nothing or all never reads 0 % or 100 %. */
export function formatShare(fraction: number | null): string {
  return formatFigure(fraction, "share");
}

/** `412 of 471`; where only the items measured are known, `471 items`. */
export function formatOutOf(numerator: number | null, denominator: number): string {
  if (numerator === null) return `${formatCount(denominator)} ${denominator === 1 ? "item" : "items"}`;
  return `${formatCount(numerator)} of ${formatCount(denominator)}`;
}

/** `1,204`, `12.5`; at most two decimals. */
export function formatCount(value: number): string {
  return grouped(trimmed(value, 2));
}

/** `1 alarm`, `3 alarms`. */
export function formatNumberOf(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** The two largest parts that count: `45 s`, `3 h 12 min`, `2 d 4 h`, where d is 24 hours of the clock measured on. */
export function formatSeconds(seconds: number): string {
  const sign = seconds < 0 ? "−" : "";
  const rounded = Math.round(Math.abs(seconds));
  if (rounded === 0 && seconds !== 0) return `${sign}under 1${space}s`;
  const parts = [
    [Math.floor(rounded / 86_400), "d"],
    [Math.floor((rounded % 86_400) / 3600), "h"],
    [Math.floor((rounded % 3600) / 60), "min"],
    [rounded % 60, "s"],
  ] as const;
  const first = parts.findIndex(([amount]) => amount > 0);
  if (first === -1) return `0${space}s`;
  const shown = parts.slice(first, first + 2).filter(([amount]) => amount > 0);
  return sign + shown.map(([amount, unit]) => `${grouped(String(amount))}${space}${unit}`).join(space);
}

/** `2,960.00 USD`, from the decimal text as it stands: no float touches it. */
export function formatMoney({ amount, currency }: MoneyText): string {
  return `${grouped(amount)}${space}${currency}`;
}

/** `30 June 2026`; text that is no date is given back as it is. */
export function formatDate(date: string): string {
  const parts = dateParts(date);
  return parts === null ? date : `${parts.day}${space}${monthNames[parts.month - 1]}${space}${parts.year}`;
}

/** `30 Jun`, for axes and tight columns near a full date. */
export function formatDayAndMonth(date: string): string {
  const parts = dateParts(date);
  return parts === null ? date : `${parts.day}${space}${shortMonth(parts.month)}`;
}

/** `Jan 2026`, for axes and tight columns. */
export function formatMonth(date: string): string {
  const parts = dateParts(`${date.slice(0, 7)}-01`);
  return parts === null ? date : `${shortMonth(parts.month)}${space}${parts.year}`;
}

/** An estimate, in whole units: `1,240,000 USD`. No bill is made from it. */
export function formatEstimate(value: number, currency: string): string {
  return `${grouped(value.toFixed(0))}${space}${currency}`;
}

/** The same for axes: `1.2 M`, `−250 k`, `0`. */
export function formatShortAmount(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e6) return `${grouped(trimmed(value / 1e6, 2))}${space}M`;
  if (size >= 1e3) return `${grouped(trimmed(value / 1e3, 1))}${space}k`;
  return grouped(trimmed(value, 0));
}

/** `June 2026`, `Q2 2026`, `22–28 Jun 2026`, `5 January 2026`: whatever the whole days make up. */
export function formatPeriod({ start, end }: PeriodDates): string {
  const [from, to] = [dateParts(start), dateParts(end)];
  if (from === null || to === null) return `${start} – ${end}`;
  if (start === end) return formatDate(start);
  if (from.day === 1 && to.day === daysInMonth(to.year, to.month) && from.year === to.year) {
    if (from.month === to.month) return `${monthNames[from.month - 1]}${space}${from.year}`;
    if (from.month === 1 && to.month === 12) return String(from.year);
    if (from.month % 3 === 1 && to.month === from.month + 2) return `Q${to.month / 3}${space}${from.year}`;
  }
  const last = `${to.day}${space}${shortMonth(to.month)}${space}${to.year}`;
  if (from.year === to.year && from.month === to.month) return `${from.day}–${last}`;
  const first = `${from.day}${space}${shortMonth(from.month)}`;
  return from.year === to.year ? `${first} – ${last}` : `${first}${space}${from.year} – ${last}`;
}

/** `first-answer-in-4h`, `first_answer`, `firstAnswer` → `First answer in 4h`. */
export function wordsOf(id: string): string {
  const words = id
    .replace(/([a-z\d])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
    .replace(/[-_.\s]+/g, " ")
    .trim();
  const spelled = words.replace(
    /\b(aht|ces|csat|fcr|kpi|nps|qa|qbr|sla|sow)(s?)\b/gi,
    (_, name: string, s: string) => name.toUpperCase() + s,
  );
  return spelled.slice(0, 1).toUpperCase() + spelled.slice(1);
}

/** Names of places, products and people: `san-salvador` → `San Salvador`. */
export function nameOfId(id: string): string {
  return wordsOf(id).replace(/(^|\s)(\p{Ll})/gu, (_, before: string, first: string) => before + first.toUpperCase());
}

/**
 * A sentence with its dates and months as the report writes them: `2026-06-30` → `30 June 2026`, `2026-06` → `June 2026`.
 * Names of files and figures keep theirs, and so does what stands between backticks: that is to be written so.
 */
export function withDates(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith("`") ? part : datesSaid(part)))
    .join("");
}

function datesSaid(text: string): string {
  return text
    .replace(/(?<![\w./@-])\d{4}-\d{2}-\d{2}(?![\w/-]|\.\w)/g, formatDate)
    .replace(/(?<![\w./@-])\d{4}-(?:0[1-9]|1[0-2])(?![\w/-]|\.\w)/g, (month) =>
      formatDate(`${month}-01`).replace(/^1\u00a0/, ""),
    );
}

/** As people write a target or a tick of an axis: `90 %`, not `90.0 %`. */
export function formatRoundFigure(value: number, unit: Unit): string {
  return formatFigure(value, unit).replace(/\.0(?=\u00a0%)/, "");
}

/** `Team` → `team`, and `QA form` stays. */
export function lowerFirst(words: string): string {
  return /^[A-Z]{2}/.test(words) ? words : words.slice(0, 1).toLowerCase() + words.slice(1);
}

/** `team A · channel email`; empty for all of the work. */
export function formatSegment(segment: Readonly<Record<string, string>>): string {
  return Object.entries(segment)
    .map(([column, value]) => `${lowerFirst(wordsOf(column))} ${value}`)
    .join(" · ");
}

const spellings: Readonly<Record<Unit, (value: number, extraDecimals: number) => string>> = {
  share: (value, extra) => `${percent(value, 1 + extra)}${space}%`,
  "percent-a-year": (value, extra) => `${percent(value, 1 + extra)}${space}% a year`,
  seconds: (value, extra) => (extra === 0 ? formatSeconds(value) : `${grouped(trimmed(value, extra - 1))}${space}s`),
  days: (value, extra) => `${grouped(trimmed(value, 1 + extra))}${space}${value === 1 ? "day" : "days"}`,
  count: (value, extra) => grouped(trimmed(value, 1 + extra)),
  score: (value, extra) => grouped(trimmed(value, 2 + extra)),
  money: (value, extra) => grouped(value.toFixed(2 + extra)),
  ratio: (value, extra) => grouped(trimmed(value, 2 + extra)),
};

/** Below this distance a share counts as nothing or all: sums and interval bounds end a rounding error away from them. */
const roundingError = 1e-9;
const mostDecimals = 6;

function percent(fraction: number, decimals: number): string {
  const whole = Math.round(fraction);
  const isExact = (whole === 0 || whole === 1) && Math.abs(fraction - whole) < roundingError;
  if (isExact) return String(whole === 0 ? 0 : 100);
  const text = (fraction * 100).toFixed(decimals);
  const looksExact = Number(text) === 0 || Number(text) === 100;
  if (looksExact && decimals < mostDecimals) return percent(fraction, decimals + 1);
  return looksExact ? String(Math.abs(Number(text))) : grouped(text);
}

function trimmed(value: number, decimals: number): string {
  const text = value.toFixed(decimals);
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

function grouped(decimalText: string): string {
  // What rounds to nothing has no sign.
  const [whole = "", fraction] = decimalText.replace(/^-(?=[0.]*$)/, "").split(".");
  const withCommas = whole.replace("-", "−").replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return fraction === undefined ? withCommas : `${withCommas}.${fraction}`;
}

function dateParts(date: string): { year: number; month: number; day: number } | null {
  const [, year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})/.exec(date) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined || month < 1 || month > 12) return null;
  return { year, month, day };
}

function shortMonth(month: number): string {
  return (monthNames[month - 1] ?? "").slice(0, 3);
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
