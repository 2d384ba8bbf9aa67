import pico from "picocolors";
import { Temporal } from "temporal-polyfill";
import { stringify } from "yaml";
import type { Explanation } from "../../assessment/explain.ts";
import { failingState } from "../../assessment/failing-items.ts";
import type { JudgedItem } from "../../assessment/measure-metrics.ts";
import { displayableText } from "../../report/displayable-text.ts";
import { formatCount, formatFigure, formatOutOf, withDates } from "../../report/format-figure.ts";
import type { TimeZone } from "../../values/time.ts";

/** Items listed on the terminal before the reader is sent to `--csv`. */
const mostItems = 15;

/** The working of one number for people: what it is, how it came about, and which items made it. */
export function explanationText(explanation: Explanation, { hasColour }: { hasColour: boolean }): string {
  const paint = pico.createColors(hasColour);
  const { measure, period } = explanation;
  const segment = Object.entries(explanation.segment).map(([column, value]) => `, ${column} ${value}`);
  const heading = (text: string) => `\n${paint.bold(text)}\n`;
  const lines = [
    `${paint.bold(explanation.title)}${plainText(withDates(`${segment.join("")}, ${period.start} to ${period.end}, as known on ${explanation.asOf}`))}\n`,
    `  ${figureLine(explanation)}\n`,
    heading("Definition"),
    indented(stringify(explanation.definition, { lineWidth: 100 })),
    `  ${explanation.isStandard ? "a standard metric, the same for every partnership" : "as written in partnership.yaml"}, in force ${explanation.inForceFrom === null ? "from the beginning" : `from ${explanation.inForceFrom}`}\n`,
    ...explanation.notes.map((note) => `  ${note}\n`),
    heading("What counted"),
    `  ${measure.denominator} counted, ${measure.numerator ?? "–"} passed or added up, ${measure.pending} not yet decided, ${measure.excluded} left out by exclusions\n`,
    ...exclusionLines(explanation),
    ...dayLines(explanation, heading),
    ...itemLines(explanation, heading),
    heading("Query"),
    indented(explanation.sql.at(-1) ?? "none: the figure is made of two others"),
    `\n  Every row: bellwether explain … ${explanation.figure} --csv;  lookups and plan: --json\n`,
  ];
  return lines.join("");
}

/** Spaces that a page would not break at, as plain ones. */
function plainText(text: string): string {
  return text.replaceAll("\u00a0", " ");
}

function figureLine({ measure, plan, withoutExclusions }: Explanation): string {
  if (measure.value === null) return "unknown: no record counts in this period";
  const whole = withoutExclusions?.value ?? null;
  const without =
    whole === null || whole === measure.value ? "" : `; ${formatFigure(whole, plan.unit)} with nothing excluded`;
  const working =
    measure.numerator === null
      ? `${formatCount(measure.denominator)} records`
      : formatOutOf(measure.numerator, measure.denominator);
  return `${formatFigure(measure.value, plan.unit)} (${working})${without}`;
}

function exclusionLines({ exclusions, plan, zone }: Explanation): string[] {
  const isClocked = plan.kind === "judged" && "clock" in plan.judgement;
  const effect = isClocked ? "time off the clock" : "excluded";
  return exclusions.map(
    ({ from, to, because }) =>
      `  ${effect}: ${timeIn(zone, from)} to ${timeIn(zone, to)} in ${zone}, ${displayableText(because)}\n`,
  );
}

function dayLines({ days }: Explanation, heading: (text: string) => string): string[] {
  if (days.length === 0) return [];
  const lines = days.map(({ date, seconds, because }) => {
    const hours = seconds === 0 ? "closed" : `${(seconds / 3600).toFixed(2)} h`;
    return `  ${date}  ${hours.padStart(8)}  ${displayableText(because)}\n`;
  });
  return [heading("Days of the calendar"), ...lines];
}

function itemLines({ items, definition, zone }: Explanation, heading: (text: string) => string): string[] {
  const failing = items.filter(({ state }) => state === failingState(definition));
  const shown = (failing.length > 0 ? failing : items).slice(0, mostItems);
  if (shown.length === 0) return [];
  const total = failing.length > 0 ? `${failing.length} failing items` : `${items.length} items`;
  const rest = (failing.length > 0 ? failing : items).length - shown.length;
  const more = rest > 0 ? [`  and ${rest} more\n`] : [];
  const times = heading(`${total}, times in ${zone}`);
  return [times, ...shown.map((item) => `  ${displayableText(factText(item, zone))}\n`), ...more];
}

/** One item on a line: its id, then what is known of it, stamps on the clocks of `zone`. */
export function factText({ record_id, period_start: _, ...rest }: JudgedItem, zone: TimeZone): string {
  const facts = Object.entries(rest).filter(([, value]) => value !== null);
  return `${record_id}  ${facts.map(([column, value]) => `${column} ${isStamp(value) ? timeIn(zone, `${value.replace(" ", "T")}Z`) : value}`).join(", ")}`;
}

/** Stamps of judged items come as text in UTC. */
function isStamp(value: JudgedItem[string] | undefined): value is string {
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:\.\d+)?$/.test(value);
}

/** `2026-03-03 14:00:00` on the clocks of `zone`. */
function timeIn(zone: TimeZone, instant: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime().toString().replace("T", " ");
}

function indented(text: string): string {
  return `${text
    .trimEnd()
    .split("\n")
    .map((line) => `  ${displayableText(line)}`)
    .join("\n")}\n`;
}
