import { addDays, daysBetween } from "../../values/time.ts";
import { meanOf } from "../../values/total.ts";
import type { PitfallId } from "../pitfall-definition.ts";
import type { SignalInput } from "../signal-input.ts";
import { measuredPoints } from "./figures/kpi-stream.ts";
import { isGreenBesideOutcomes } from "./levels/hollow-kpis-detectors.ts";

/** Pitfalls that ask for more than figures that move, and do not have it now: figures are told under other names. */
export function untoldPitfalls(input: SignalInput): readonly PitfallId[] {
  return [
    ...(isGreenBesideOutcomes(input) ? [] : (["hollow-kpis"] as const)),
    ...(hasGrown(input) ? [] : (["scaling-too-fast"] as const)),
    ...(isYoung(input) ? [] : (["selection-red-flags"] as const)),
  ];
}

/** What was promised too much shows in the first year of the contract; later the same figures have other reasons. */
const youngDays = 365;

function isYoung({ record, asOf }: Pick<SignalInput, "record" | "asOf">): boolean {
  const starts = record.contract?.starts;
  return starts !== undefined && starts <= asOf && daysBetween(starts, asOf) <= youngDays;
}

const growthDays = 182;
const growthShare = 1.15;

/** Whether heads grew by 15 % in half a year, or a phase of growth began in it. Heads are those that turnover is measured by. */
function hasGrown(input: SignalInput): boolean {
  const { record, asOf, kpis } = input;
  const since = addDays(asOf, -growthDays);
  if (record.growth?.phases.slice(1).some(({ starts }) => starts !== undefined && starts > since && starts <= asOf))
    return true;
  const reading = kpis.find(({ metric }) => metric === "turnover-weekly");
  if (reading === undefined) return false;
  const heads = measuredPoints(reading, asOf).map(({ period, denominator }) => ({ end: period.end, denominator }));
  const before = heads.filter(({ end }) => end <= since).slice(-recentWeeks);
  const now = heads.slice(-recentWeeks);
  if (before.length === 0) return false;
  return (
    meanOf(now.map(({ denominator }) => denominator)) >=
    growthShare * meanOf(before.map(({ denominator }) => denominator))
  );
}

const recentWeeks = 4;
