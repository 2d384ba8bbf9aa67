import type { Finding, ServiceLevelVerdict, Verdict } from "../assessment/verdict.ts";
import type { Unit } from "./format-figure.ts";

/** The unit of a metric as its chart has it; null where the verdict has no chart of it. */
export function unitOfMetric(verdict: Verdict, metric: string): Unit | null {
  return verdict.kpis.find((kpi) => kpi.metric === metric)?.unit ?? null;
}

/** The unit of a service level; where its metric has no chart, a figure with a numerator is a share. */
export function unitOfServiceLevel(verdict: Verdict, level: ServiceLevelVerdict): Unit {
  const isShare = level.numerator !== null && level.target <= 1;
  return level.unit ?? unitOfMetric(verdict, level.metric) ?? (isShare ? "share" : "count");
}

/** The unit that a finding's figures are in, by the metric, the service level or the objective's metric that it is about; null when it is about none. */
export function unitOfFinding(
  verdict: Verdict,
  { subject, evidence }: Pick<Finding, "subject" | "evidence">,
): Unit | null {
  if (subject.kind === "objective" && typeof evidence.metric === "string")
    return unitOfMetric(verdict, evidence.metric);
  const level = verdict.serviceLevels.find(({ id }) => id === subject.id);
  return level === undefined ? unitOfMetric(verdict, subject.id) : unitOfServiceLevel(verdict, level);
}
