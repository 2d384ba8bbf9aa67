import type { Span } from "../calendar/span.ts";
import { type LookupTable, lookupTable, type OpenSpanTable, openSpanTable } from "./lookup-table.ts";
import { alwaysRuns, type JudgedPlan, type MetricPlan, type StandingPlan, type TurnoverPlan } from "./metric-plan.ts";

/** A plan with the lookups that its SQL reads, made for the stamps of one range. */
export type CompiledPlan<Plan extends SinglePlan = SinglePlan> = {
  readonly plan: Plan;
  readonly range: Span;
  readonly lookup: LookupTable;
  /** finds deadlines that pauses have moved on; null where none can */
  readonly openSpans: OpenSpanTable | null;
};

/** A plan that is one query; a ratio is two of them. */
export type SinglePlan = JudgedPlan | StandingPlan | TurnoverPlan;

/** Compiles the business clock and the periods of a plan into lookup tables for stamps within `range`. */
export function compileMetric<Plan extends SinglePlan>(plan: Plan, range: Span): CompiledPlan<Plan> {
  const { clock, limit, hasPauses } = clockOf(plan);
  // Plans without a clock of their own share the lookup of their periods.
  const { stampType, zone, every } = plan;
  // Plans whose clock always runs share the lookup of their periods.
  const needed = clock === null || alwaysRuns(clock) ? { clock: null, limit: null } : { clock, limit };
  const lookup = lookupTable({ stampType, zone, every, ...needed }, range);
  const needsSpans = needed.limit !== null && hasPauses;
  return { plan, range, lookup, openSpans: needsSpans && clock !== null ? openSpanTable(clock, range) : null };
}

function clockOf(plan: SinglePlan) {
  if (plan.kind === "standing") return { clock: plan.clock, limit: null, hasPauses: false };
  if (plan.kind === "judged" && plan.judgement.kind === "within") {
    const { clock, limit, pauses } = plan.judgement;
    return { clock, limit, hasPauses: pauses !== null };
  }
  if (plan.kind === "judged" && plan.judgement.kind === "elapsed") {
    return { clock: plan.judgement.clock, limit: null, hasPauses: plan.judgement.pauses !== null };
  }
  return { clock: null, limit: null, hasPauses: false };
}

/** The single plans inside a plan, a ratio's numerator first. */
export function singlePlansOf(plan: MetricPlan): readonly SinglePlan[] {
  return plan.kind === "ratio" ? [...singlePlansOf(plan.numerator), ...singlePlansOf(plan.denominator)] : [plan];
}
