import type { Finding } from "../../src/assessment/verdict.ts";

/** For tests: a finding of quality, or of the pitfall named, on one figure that chance moves. */
export function movedFinding(state: Finding["state"], more: Partial<Finding> = {}): Finding {
  const pitfall = more.pitfall ?? "quality-decline";
  const together = [{ metric: "rework", segment: {} }];
  return {
    ...{ id: `${pitfall}/worsening/kpis`, pitfall, detector: "worsening", state, raisedAt: "", onset: null },
    ...{ subject: { kind: "metric", id: "rework", segment: {} }, statement: "Rework rose.", playbook: [] },
    evidence: { together, since: { value: 0.12 }, chance: { onceInWeeks: 200 } },
    ...more,
  };
}
