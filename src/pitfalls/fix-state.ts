import type { Finding, FixState, KpiReading } from "../assessment/verdict.ts";
import type { Action } from "../governance/action/action.ts";
import { figureNumber } from "../values/figure.ts";
import type { PitfallId } from "./pitfall-definition.ts";
import type { SignalInput } from "./signal-input.ts";
import { measuredPoints } from "./signals/kpi-stream.ts";
import { isWhole } from "./signals/pitfall-evidence.ts";
import { standardErrorsApart, stretchOf } from "./signals/stretch.ts";

/** What became of one action, by its measure before and after it could have had an effect. */
export type ActionEffect = "not-yet-known" | "better" | "reached" | "no-better";

const longestBefore = 12;
const fewestBefore = 4;
const fewestAfter = 4;
const longestWithoutEffect = 8;
/** A change in the wanted direction counts as one beyond two standard errors of the difference. */
const effectStandardErrors = 2;

/**
 * How the fix of a pitfall stands, from the actions against it and the measures that judge them. Without a measure or
 * enough periods on both sides of its start an action is open, however done it is.
 */
export function fixState(pitfall: PitfallId, findings: readonly Finding[], input: SignalInput): FixState {
  const isRaised = findings.some((one) => one.pitfall === pitfall);
  const effects = actionsAgainst(pitfall, input).map((action) => effectOf(action, input));
  if (effects.length === 0) return isRaised ? "open" : "none-needed";
  if (effects.includes("reached") && !isRaised) return "resolved";
  if (effects.includes("reached") || effects.includes("better")) return "working";
  if (effects.includes("no-better")) return "not-working";
  return "open";
}

/** Actions that name the pitfall, or a finding of it. */
export function actionsAgainst(pitfall: PitfallId, { record }: SignalInput): readonly Action[] {
  return record.actions.filter(
    (action) => action.pitfall === pitfall || action.findings.some((id) => id.startsWith(`${pitfall}/`)),
  );
}

/** Compares up to 12 periods before the action's start with those after it. */
export function effectOf(action: Action, { kpis, asOf }: SignalInput): ActionEffect {
  const start = action.started ?? action.done_on;
  const reading = kpis.find((kpi) => kpi.metric === action.measure && isWhole(kpi));
  if (start === undefined || start > asOf || reading === undefined || reading.better === null) return "not-yet-known";
  const points = measuredPoints(reading, asOf);
  const before = stretchOf(points.filter(({ period }) => period.end < start).slice(-longestBefore), reading.unit);
  const after = stretchOf(
    points.filter(({ period }) => period.start >= start),
    reading.unit,
  );
  if (before === null || after === null) return "not-yet-known";
  if (before.values.length < fewestBefore || after.values.length < fewestAfter) return "not-yet-known";
  const gain = (reading.better === "higher" ? 1 : -1) * (after.value - before.value);
  const isFar = standardErrorsApart(before, after) >= effectStandardErrors;
  if (gain > 0 && isFar) return hasReached(action, after.value, reading) ? "reached" : "better";
  if (gain < 0 && isFar) return "no-better";
  return after.values.length >= longestWithoutEffect ? "no-better" : "not-yet-known";
}

/** Without an expected figure, an effect beyond chance is all that was asked for. */
function hasReached({ expected }: Action, value: number, { better }: KpiReading): boolean {
  if (expected === undefined) return true;
  return better === "higher" ? value >= figureNumber(expected) : value <= figureNumber(expected);
}
