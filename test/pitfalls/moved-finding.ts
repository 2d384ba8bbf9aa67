import type { Finding } from "../../src/assessment/verdict.ts";
import type { MovedFigure } from "../../src/pitfalls/stories/change-evidence.ts";

/** For tests: a finding of quality, or of the pitfall named, on one figure that chance moves. */
export function movedFinding(state: Finding["state"], more: Partial<Finding> = {}): Finding {
  const pitfall = more.pitfall ?? "quality-decline";
  const before = { value: 0.06, numerator: 6, denominator: 100, periods: 26 };
  const since = { value: 0.12, numerator: 12, denominator: 100, periods: 8 };
  const together: readonly MovedFigure[] = [
    { metric: "rework", segment: {}, unit: "share", every: "week", before, since, target: null },
  ];
  return {
    ...{ id: `${pitfall}/worsening/kpis`, pitfall, detector: "worsening", state, raisedAt: "", onset: null },
    ...{ subject: { kind: "metric", id: "rework", segment: {} }, statement: "Rework rose.", playbook: [] },
    evidence: { together, since, chance: { onceInWeeks: 200 } },
    ...more,
  };
}
