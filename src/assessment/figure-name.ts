import { Temporal } from "temporal-polyfill";
import type { Period, PeriodLength, Segment } from "../metrics/measure.ts";
import { periodFrom } from "../metrics/period.ts";
import { BadInput } from "../values/problem.ts";
import { PlainDate } from "../values/time.ts";

/** Which figure somebody asks about: `first-answer`, `first-answer@2026-05`, `csat/team=amber@2026-W20`. */
export type FigureName = {
  readonly id: string;
  readonly segment: Segment;
  /** null asks for the latest period that has a figure */
  readonly period: { readonly every: PeriodLength; readonly period: Period } | null;
};

/** @throws BadInput when the name is none, with how one is written */
export function readFigureName(text: string): FigureName {
  const [named = "", when, ...more] = text.split("@");
  const [id = "", ...parts] = named.split("/");
  const segment = parts.map((part) => part.split("="));
  const period = when === undefined ? null : readPeriod(when);
  const isWritten = id !== "" && more.length === 0 && segment.every((pair) => pair.length === 2 && pair[0] !== "");
  if (!isWritten || (when !== undefined && period === null)) {
    const message = `${JSON.stringify(text)} names no figure`;
    const hint = "Write first-answer, first-answer@2026-05, csat/team=amber@2026-W20, @2026-Q2 or @2026-05-12.";
    throw new BadInput([{ code: "figure-name", at: null, message, hint }]);
  }
  return { id, segment: Object.fromEntries(segment), period };
}

/** `2026-05` a month, `2026-W20` an ISO week, `2026-Q2` a quarter, `2026-05-12` a day. */
function readPeriod(text: string): FigureName["period"] {
  const [, year = "", kind, number = ""] = /^(\d{4})-(W|Q|)(\d{1,2})$/.exec(text) ?? [];
  if (PlainDate.safeParse(text).success) return { every: "day", period: { start: text, end: text } };
  if (kind === "" && PlainDate.safeParse(`${text}-01`).success) return of(`${text}-01`, "month");
  if (kind === "Q" && Number(number) >= 1 && Number(number) <= 4) {
    return of(`${year}-${String(3 * Number(number) - 2).padStart(2, "0")}-01`, "quarter");
  }
  if (kind === "W" && Number(number) >= 1 && Number(number) <= 53) {
    // The fourth of January always lies in the first ISO week.
    const inWeek = Temporal.PlainDate.from(`${year}-01-04`).add({ weeks: Number(number) - 1 });
    if (inWeek.yearOfWeek !== Number(year)) return null;
    return of(inWeek.subtract({ days: inWeek.dayOfWeek - 1 }).toString(), "week");
  }
  return null;
}

function of(start: PlainDate, every: PeriodLength): { every: PeriodLength; period: Period } {
  return { every, period: periodFrom(start, every) };
}
