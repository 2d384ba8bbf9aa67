import pico from "picocolors";
import type { DerivedExplanation, DerivedPart } from "../../assessment/explain-derived.ts";
import { displayableText } from "../../report/displayable-text.ts";
import { formatCount, formatFigure, formatOutOf, withDates, wordsOf } from "../../report/format-figure.ts";
import { factText } from "./explanation-text.ts";

/** Items listed on the terminal before the reader is sent to `--csv`. */
const mostItems = 15;

/** The working of a derived figure for people: how it is worked out, what it is made of, and the items that made it. */
export function derivedExplanationText(told: DerivedExplanation, { hasColour }: { hasColour: boolean }): string {
  const paint = pico.createColors(hasColour);
  const { title, period, asOf, how, parts, items, zone, figure } = told;
  const heading = (text: string) => `\n${paint.bold(text)}\n`;
  const shown = [...items]
    .sort((one, other) => Number(isShownFirst(other, figure)) - Number(isShownFirst(one, figure)))
    .slice(0, mostItems);
  const rest = items.length - shown.length;
  const text = [
    `${paint.bold(withDates(`${title}, ${period.start} to ${period.end}, as known on ${asOf}`))}\n`,
    `  ${valueText(told)}\n`,
    heading("How it is worked out"),
    `  ${how}\n`,
    ...(parts.length === 0 ? [] : [heading("What it is made of"), ...parts.map((part) => `  ${partText(part)}\n`)]),
    ...(shown.length === 0 ? [] : [heading(`${items.length} items, times in ${zone}`)]),
    ...shown.map((item) => `  ${displayableText(factText(item, zone))}\n`),
    ...(rest > 0 ? [`  and ${rest} more\n`] : []),
    `\n  Every row: bellwether explain … ${figure} --csv;  all of it: --json\n`,
  ];
  return text.join("").replaceAll("\u00a0", " ");
}

function valueText({ value, numerator, denominator, unit }: DerivedExplanation): string {
  if (value === null) return "unknown: nothing counts in this period";
  const working = numerator === null ? `${formatCount(denominator)} records` : formatOutOf(numerator, denominator);
  return `${formatFigure(value, unit)} (${working})`;
}

/** The items that the figure is about come first: answers in the last tenth where it counts these, else those that were late. */
function isShownFirst(item: DerivedPart, figure: DerivedExplanation["figure"]): boolean {
  return figure === "bunching" ? item.in_last_tenth === true : item.in_time === false;
}

function partText(part: DerivedPart): string {
  const [first, ...rest] = Object.entries(part);
  const said = rest.map(([key, value]) => `${wordsOf(key).toLowerCase()} ${valueWords(value)}`);
  return displayableText(`${first?.[1] ?? ""}  ${said.join(", ")}`);
}

function valueWords(value: DerivedPart[string] | undefined): string {
  if (value === null || value === undefined) return "unknown";
  return typeof value === "number" ? String(Number(value.toFixed(4))) : String(value);
}
