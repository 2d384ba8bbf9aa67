import type { ActionVerdict, Finding, KpiReading } from "../assessment/verdict.ts";
import { findChangePoints } from "../early-warning/change-points.ts";
import { readInterruption } from "../early-warning/interrupted-series.ts";
import type { Action } from "../governance/action/action.ts";
import { figureNumber } from "../values/figure.ts";
import type { PlainDate } from "../values/time.ts";
import { type ActionEffect, effectOf, outcomeOf } from "./action-outcome.ts";
import { type ActionSeen, actionWords } from "./action-words.ts";
import type { SignalInput } from "./signal-input.ts";
import { isWhole } from "./signals/figures/pitfall-figures.ts";
import { stretchOf } from "./signals/figures/stretch.ts";

/** How many periods are looked at, at most or at least, and after how many without an effect there is none to wait for. */
type PeriodsNeeded = {
  readonly longestBefore: number;
  readonly fewestBefore: number;
  readonly fewestSince: number;
  readonly longestWithoutEffect: number;
};

const periodsNeeded: Readonly<Record<KpiReading["every"], PeriodsNeeded>> = {
  day: { longestBefore: 112, fewestBefore: 21, fewestSince: 14, longestWithoutEffect: 56 },
  week: { longestBefore: 52, fewestBefore: 6, fewestSince: 4, longestWithoutEffect: 8 },
  month: { longestBefore: 24, fewestBefore: 6, fewestSince: 3, longestWithoutEffect: 6 },
  quarter: { longestBefore: 12, fewestBefore: 4, fewestSince: 3, longestWithoutEffect: 4 },
};
/** Just before the action: the level that a real gain has to pass, whatever the line promised. */
const justBefore = 8;
/** An effect against the whole line before stands where the last periods alone give at least this part of it. */
const recentPeriods = 13;
const leastLeft = 0.6;

export type ActionReading = { readonly effect: ActionEffect; readonly verdict: Omit<ActionVerdict, "state"> };

/**
 * Reads what followed an action: its measure since, against the line it was on before. The line is read since the last
 * change before the action, so that a fall that the action answers does not count as its slope. It says what followed, not why.
 * @param findings those of its pitfall; without a named measure, the KPI that leads one of them judges
 */
export function readAction(action: Action, findings: readonly Finding[], input: SignalInput): ActionReading {
  const reading = measureOf(action, findings, input);
  const seen = look(action, reading, input);
  const verdict = {
    id: action.id,
    title: action.title,
    owner: action.owner ?? null,
    due: action.due ?? null,
    doneOn: action.done_on ?? null,
    findings: action.findings,
    measure: action.measure ?? reading?.metric ?? null,
    since: action.started ?? action.done_on ?? null,
    effect: null,
    outcome: outcomeOf(seen),
    statement: actionWords(action, seen, othersSince(action, reading, findings, input)),
  };
  if (seen.kind !== "read") return { effect: "not-yet-known", verdict };
  const { value, interval } = seen.interruption.effect;
  const effect = { value, low: interval.low, high: interval.high, unit: seen.reading.unit };
  return {
    effect: effectOf(seen, periodsNeeded[seen.reading.every].longestWithoutEffect),
    verdict: { ...verdict, effect },
  };
}

/** The KPI that judges an action: the one it names, else the one that leads a finding it answers. */
function measureOf({ measure, findings: answered }: Action, findings: readonly Finding[], { kpis }: SignalInput) {
  if (measure !== undefined) return kpis.find((kpi) => kpi.metric === measure && isWhole(kpi));
  const about = findings.filter(({ id }) => answered.length === 0 || answered.includes(id));
  const subject = about.map((one) => one.subject).find(({ kind }) => kind === "metric");
  return kpis.find(({ metric, segment }) => metric === subject?.id && sameSegment(segment, subject.segment));
}

function sameSegment(one: KpiReading["segment"], other: KpiReading["segment"]): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}

function look(action: Action, reading: KpiReading | undefined, { asOf }: SignalInput): ActionSeen {
  const start = action.started ?? action.done_on;
  if (reading === undefined) return { kind: "unmeasured", measure: action.measure ?? null };
  if (reading.better === null) return { kind: "undirected", reading };
  if (start === undefined || start > asOf) return { kind: "not-begun", start: start ?? null };
  const needed = periodsNeeded[reading.every];
  const ended = reading.points.filter(({ period }) => period.end <= asOf);
  const before = sinceLastChange(ended.filter(({ period }) => period.end < start).slice(-needed.longestBefore));
  const after = ended.filter(({ period }) => period.start >= start);
  const [have, haveSince] = [measured(before).length, measured(after).length];
  if (haveSince < needed.fewestSince)
    return { kind: "too-early", reading, start, have: haveSince, need: needed.fewestSince };
  if (have < needed.fewestBefore) return { kind: "no-line", reading, start, have, need: needed.fewestBefore };
  const straddling = ended.some(({ period }) => period.start < start && period.end >= start) ? [null] : [];
  const values = [...before.map(({ value }) => value), ...straddling, ...after.map(({ value }) => value)];
  const since = values.length - after.length;
  const long = readInterruption(values, since, reading.better, { line: "weighed" });
  const recent = Math.max(0, before.length - recentPeriods);
  const short = readInterruption(values.slice(recent), since - recent, reading.better, { line: "weighed" });
  const interruption = holdsBeside(long, short) ? long : short;
  const now = stretchOf(measured(after), reading);
  if (interruption.kind !== "interruption" || now === null)
    return { kind: "no-line", reading, start, have, need: have + 1 };
  const last = stretchOf(measured(before).slice(-justBefore), reading);
  return { kind: "read", reading, start, interruption, now, last, expected: expectedOf(action) };
}

/** A turn too recent to be found bends the short line and not the long one: where they differ, the short one is asked. */
function holdsBeside(long: ReturnType<typeof readInterruption>, short: ReturnType<typeof readInterruption>): boolean {
  if (long.kind !== "interruption" || short.kind !== "interruption") return true;
  return short.effect.value / long.effect.value >= leastLeft;
}

function measured(points: KpiReading["points"]) {
  return points.flatMap((point) => (point.value === null ? [] : [{ ...point, value: point.value }]));
}

/** The points since the series last changed its level, slope or spread. */
function sinceLastChange(points: KpiReading["points"]): KpiReading["points"] {
  const found = findChangePoints(points.map(({ value }) => value));
  return found.kind === "change-points" ? points.slice(found.changes.at(-1)?.at ?? 0) : points;
}

function expectedOf({ expected }: Action): number | null {
  return expected === undefined ? null : figureNumber(expected);
}

/** Other actions that began later on the same measure, so that what followed is of both. */
function othersSince(
  action: Action,
  reading: KpiReading | undefined,
  findings: readonly Finding[],
  input: SignalInput,
): readonly { readonly title: string; readonly start: PlainDate }[] {
  const own = action.started ?? action.done_on;
  if (own === undefined || reading === undefined) return [];
  return input.record.actions.flatMap((other) => {
    const start = other.started ?? other.done_on;
    if (other.id === action.id || start === undefined || start < own || start > input.asOf) return [];
    if (other.measure === undefined && other.pitfall !== action.pitfall) return [];
    return measureOf(other, findings, input) === reading ? [{ title: other.title, start }] : [];
  });
}
