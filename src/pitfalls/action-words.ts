import type { KpiReading } from "../assessment/verdict.ts";
import type { InterruptionReading } from "../early-warning/interrupted-series.ts";
import type { Action } from "../governance/action/action.ts";
import type { PlainDate } from "../values/time.ts";
import { hasReached, isHeldBack } from "./action-outcome.ts";
import { type Stretch, stretchWords } from "./signals/figures/stretch.ts";
import { dayWords, distanceWords, figureWords, periodsWords } from "./signals/plain-figures.ts";

/** What the records show of an action, or why they do not. */
export type ActionSeen =
  | { readonly kind: "unmeasured"; readonly measure: string | null }
  | { readonly kind: "undirected"; readonly reading: KpiReading }
  | { readonly kind: "not-begun"; readonly start: PlainDate | null }
  /** `have` of the `need` periods since its start, or on the line before it, were measured */
  | {
      readonly kind: "too-early" | "no-line";
      readonly reading: KpiReading;
      readonly start: PlainDate;
      readonly have: number;
      readonly need: number;
    }
  | ActionRead;

export type ActionRead = {
  readonly kind: "read";
  readonly reading: KpiReading;
  readonly start: PlainDate;
  readonly interruption: InterruptionReading;
  /** the periods since, and the last ones before */
  readonly now: Stretch;
  readonly last: Stretch | null;
  readonly expected: number | null;
};

/** `Since 4 May 2026, when “Call back” began, CSAT stands 3.1 points above the line it was on (1.0 to 5.2); 9 weeks.` */
export function actionWords(
  { title }: Action,
  seen: ActionSeen,
  others: readonly { readonly title: string; readonly start: PlainDate }[],
): string {
  switch (seen.kind) {
    case "unmeasured":
      return seen.measure === null
        ? `“${title}” names no measure and answers no finding that a KPI leads: nothing can judge it. Add measure: with the id of a metric.`
        : `“${title}” is judged by ${seen.measure}, of which there is no figure for the whole partnership: nothing can be told.`;
    case "undirected":
      return `“${title}” is judged by ${nameOf(seen.reading)}, of which the record does not say whether higher or lower is better: add better: to the metric.`;
    case "not-begun":
      return seen.start === null
        ? `“${title}” has no day from which it could have an effect: add started: once it has begun.`
        : `“${title}” begins on ${dayWords(seen.start)}.`;
    case "too-early":
      return `Too early to tell: ${seen.have} of ${periodsWords(seen.need, seen.reading.every)} of ${nameOf(seen.reading)} since ${dayWords(seen.start)}, when “${title}” began.`;
    case "no-line":
      return `Nothing can be told: before ${dayWords(seen.start)}, when “${title}” began, ${nameOf(seen.reading)} had been on one line for ${seen.have} of the ${periodsWords(seen.need, seen.reading.every)} that are needed.`;
    case "read":
      return [effectWords(title, seen), ...judgementWords(seen), ...others.map(otherWords)].join(" ");
  }
}

function effectWords(title: string, { reading, start, interruption }: ActionRead): string {
  const { value, interval } = interruption.effect;
  const size = `${sizeWords(value, reading)} ${sideOf(value)} the line it was on`;
  return `Since ${dayWords(start)}, when “${title}” began, ${nameOf(reading)} stands ${size} (${intervalWords(interval, reading)}); ${periodsWords(interruption.pointsSince, reading.every)}.`;
}

function judgementWords(seen: ActionRead): readonly string[] {
  const { reading, interruption, now, last, expected } = seen;
  if (interruption.outcome === "no-effect-yet") return ["Chance alone gives as much: no effect can be told yet."];
  if (isHeldBack(seen) && last !== null)
    return [
      `But at ${figureWords(now.value, reading.unit, reading.currency)} it is no ${interruption.outcome === "worked" ? "better" : "worse"} than the ${stretchWords(last)} just before: the line has not gone on, no more can be told yet.`,
    ];
  if (interruption.outcome === "did-harm") return ["It has become worse, not better."];
  if (expected === null) return [];
  const level = `It is at ${figureWords(now.value, reading.unit, reading.currency)}`;
  return [
    `${level}; ${figureWords(expected, reading.unit, reading.currency)} was expected${hasReached(seen) ? "" : " and is not reached"}.`,
  ];
}

function otherWords({ title, start }: { readonly title: string; readonly start: PlainDate }): string {
  return `“${title}” began on ${dayWords(start)} and is judged by the same figure: which of them it follows cannot be told.`;
}

function intervalWords({ low, high }: { readonly low: number; readonly high: number }, reading: KpiReading): string {
  if (low < 0 && high > 0) return `${boundWords(-low, reading)} below to ${boundWords(high, reading)} above`;
  const [near, far] = [Math.abs(low), Math.abs(high)].sort((one, other) => one - other);
  return `${boundWords(near ?? 0, reading)} to ${boundWords(far ?? 0, reading)}`;
}

function boundWords(size: number, reading: KpiReading): string {
  return sizeWords(size, reading).replace(/ points$/, "");
}

function sizeWords(value: number, { unit, currency }: KpiReading): string {
  return distanceWords(value, unit, currency);
}

function sideOf(value: number): "above" | "below" {
  return value < 0 ? "below" : "above";
}

function nameOf({ title, segment }: KpiReading): string {
  const parts = Object.entries(segment).map(([key, value]) => ` (${key} ${value})`);
  return `${title}${parts.join("")}`;
}
