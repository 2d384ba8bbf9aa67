import type { KpiReading } from "../../assessment/verdict.ts";
import { addDays, type PlainDate } from "../../values/time.ts";

const months = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

/** `6 April 2026` */
export function dayWords(date: PlainDate): string {
  const [year, month, day] = date.split("-");
  return `${Number(day)} ${months[Number(month) - 1]} ${year}`;
}

/** When a period of a KPI begins: `6 April 2026` for days and weeks, `April 2026` for months, `the quarter from April 2026`. */
export function periodStartWords(start: PlainDate, every: KpiReading["every"]): string {
  if (every === "day" || every === "week") return dayWords(start);
  const month = dayWords(start).replace(/^\d+ /, "");
  return every === "month" ? month : `the quarter from ${month}`;
}

/** A stretch of days as people name it: `June 2026`, `Q2 2026`, `2026`, else `4 May 2026 to 10 May 2026`. */
export function spanWords({ start, end }: { readonly start: PlainDate; readonly end: PlainDate }): string {
  const [year, month] = start.split("-").map(Number);
  const last = addDays(end, 1);
  const startsMonth = start.endsWith("-01") && last.endsWith("-01");
  const count = 12 * (Number(last.slice(0, 4)) - (year ?? 0)) + Number(last.slice(5, 7)) - (month ?? 0);
  if (startsMonth && count === 1) return dayWords(start).replace(/^\d+ /, "");
  if (startsMonth && count === 3 && (month ?? 0) % 3 === 1) return `Q${((month ?? 0) + 2) / 3} ${year}`;
  if (startsMonth && count === 12 && month === 1) return String(year);
  return `${dayWords(start)} to ${dayWords(end)}`;
}

/** `1 week`, `5 weeks`: so many periods of a KPI. */
export function periodsWords(count: number, every: KpiReading["every"]): string {
  return `${count} ${every}${count === 1 ? "" : "s"}`;
}

/** A figure in the words of its unit: `86.0 %`, `4.2 h`, `32 % a year`, `44.50 USD` where the currency is known. */
export function figureWords(value: number, unit: KpiReading["unit"], currency?: string): string {
  switch (unit) {
    case "share":
      return `${percent(value, 1)} %`;
    case "percent-a-year":
      return `${percent(value, 0)} % a year`;
    case "seconds":
      return lengthWords(value);
    case "days":
      return `${round(value)} ${round(value) === "1" ? "day" : "days"}`;
    case "money":
      return currency === undefined ? round(value) : `${moneyWords(value)} ${currency}`;
    default:
      return round(value);
  }
}

/** How far two figures lie apart: points for shares, else in the unit. */
export function distanceWords(distance: number, unit: KpiReading["unit"], currency?: string): string {
  const size = Math.abs(distance);
  if (unit === "share" || unit === "percent-a-year") return `${(size * 100).toFixed(1)} points`;
  return figureWords(size, unit, currency);
}

/** `86.0 % (412 of 479)`: no percent stands without what it is of. */
export function shareWords(count: number, of: number): string {
  const share = of === 0 ? "no item" : figureWords(count / of, "share");
  return `${share} (${countWords(count)} of ${countWords(of)})`;
}

/** Whole numbers with thousands apart: `10,324`. */
export function countWords(count: number): string {
  return wholeNumbers.format(count);
}

// Made once: a formatter costs far more than what it formats, and a replay writes hundreds of thousands of numbers.
const wholeNumbers = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });
const amounts = new Intl.NumberFormat("en-GB", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

function moneyWords(amount: number): string {
  return amounts.format(amount).replace(/^-(?=[0.]*$)/, "");
}

function lengthWords(seconds: number): string {
  if (Math.abs(seconds) < 90) return `${round(seconds)} s`;
  if (Math.abs(seconds) < 90 * 60) return `${round(seconds / 60)} min`;
  return Math.abs(seconds) < 48 * 3600 ? `${round(seconds / 3600)} h` : `${round(seconds / 86400)} days`;
}

/** What rounds to nothing has no sign. */
function percent(share: number, decimals: number): string {
  return (share * 100).toFixed(decimals).replace(/^-(?=[0.]*$)/, "");
}

const byPlaces = [0, 1, 2].map((places) => new Intl.NumberFormat("en-GB", { maximumFractionDigits: places }));

function round(value: number): string {
  const places = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return (byPlaces[places] ?? wholeNumbers).format(value).replace(/^-0$/, "0");
}
