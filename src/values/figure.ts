import { z } from "zod";
import { readDuration } from "./duration.ts";
import { Money, WrittenMoney } from "./money.ts";
import { Percentage } from "./percentage.ts";
import { PlainDate } from "./time.ts";

/** A figure in the unit of the metric that it speaks of: `61 %`, `4h`, `2 business days`, `3.20 USD`, `4.2`. */
export type Figure =
  | { readonly kind: "share"; readonly share: number }
  | { readonly kind: "seconds"; readonly seconds: number }
  | { readonly kind: "business-days"; readonly days: number }
  | { readonly kind: "money"; readonly money: Money }
  | { readonly kind: "number"; readonly number: number };

/** A figure as people write it; a bare number is in the metric's own unit. */
export const WrittenFigure = z.union([z.number(), z.string()]).transform((written, context): Figure => {
  const figure = typeof written === "number" ? { kind: "number" as const, number: written } : readFigure(written);
  if (figure === null) {
    context.addIssue({
      code: "custom",
      message: `a figure is written as 61 %, 4h, 3.20 USD or 4.2, not ${JSON.stringify(written)}`,
    });
    return z.NEVER;
  }
  return figure;
});

/** A figure to be reached, and by when: `90 % by 2026-09-30`. */
export type DatedFigure = { readonly figure: Figure; readonly by: PlainDate | null };

/** `90 % by 2026-09-30`, or a figure alone when no date was agreed. */
export const WrittenDatedFigure = z.union([z.number(), z.string()]).transform((written, context): DatedFigure => {
  const [, text, by] = /^(.*?)(?:\s+by\s+(\S+))?\s*$/i.exec(String(written)) ?? [];
  const figure = WrittenFigure.safeParse(typeof written === "number" ? written : text);
  if (!figure.success || (by !== undefined && !PlainDate.safeParse(by).success)) {
    context.addIssue({
      code: "custom",
      message: `a target is written as 90 % by 2026-09-30, not ${JSON.stringify(written)}`,
    });
    return z.NEVER;
  }
  return { figure: figure.data, by: by ?? null };
});

/** The bare number: a fraction, seconds, business days, an amount of money, or the number itself. */
export function figureNumber(figure: Figure): number {
  switch (figure.kind) {
    case "share":
      return figure.share;
    case "seconds":
      return figure.seconds;
    case "business-days":
      return figure.days;
    case "money":
      return figure.money.amount.toNumber();
    case "number":
      return figure.number;
  }
}

/** A figure as people write it: `61 %`, `4h`, `1h 30m`, `2 business days`, `3.20 USD`, `4.2`. */
export function figureText(figure: Figure): string {
  switch (figure.kind) {
    case "share":
      return `${Number((figure.share * 100).toPrecision(12))} %`;
    case "seconds":
      return secondsText(figure.seconds);
    case "business-days":
      return `${figure.days} business ${figure.days === 1 ? "day" : "days"}`;
    case "money":
      return figure.money.toText();
    case "number":
      return String(figure.number);
  }
}

/** The figure of the same unit with another number; money keeps its currency and is rounded to its minor unit. */
export function figureLike(unit: Figure, number: number): Figure {
  switch (unit.kind) {
    case "share":
      return { kind: "share", share: number };
    case "seconds":
      return { kind: "seconds", seconds: number };
    case "business-days":
      return { kind: "business-days", days: number };
    case "money":
      return { kind: "money", money: new Money(String(number), unit.money.currency).rounded() };
    case "number":
      return { kind: "number", number };
  }
}

function secondsText(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 3600), "h"],
    [Math.floor((seconds % 3600) / 60), "m"],
    [Number((seconds % 60).toFixed(3)), "s"],
  ] as const;
  const said = parts.filter(([amount]) => amount !== 0).map(([amount, unit]) => `${amount}${unit}`);
  return said.length === 0 ? "0s" : said.join(" ");
}

function readFigure(text: string): Figure | null {
  const share = Percentage.safeParse(text);
  if (share.success) return { kind: "share", share: share.data };
  const money = WrittenMoney.safeParse(text);
  if (money.success) return { kind: "money", money: money.data };
  if (/^\s*-?\d+(\.\d+)?\s*$/.test(text)) return { kind: "number", number: Number(text) };
  const duration = readDuration(text);
  return duration;
}
