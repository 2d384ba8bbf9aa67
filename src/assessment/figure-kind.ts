import type { MetricPlan } from "../metrics/metric-plan.ts";
import type { FigureKind } from "./verdict.ts";

/** What the figure of a plan is; a percentile or a net share has its records behind it as a mean has. */
export function figureKindOf(plan: MetricPlan): FigureKind {
  switch (plan.kind) {
    case "ratio":
      return ratioKind(plan.unit === "share", figureKindOf(plan.numerator));
    case "turnover":
      return plan.annualised ? "rate" : "share";
    case "standing":
      return plan.figure.kind === "count" ? "count" : "mean";
    case "judged":
      return plan.figure.kind === "net" || plan.figure.kind === "quantile" ? "mean" : plan.figure.kind;
  }
}

/** Records that are counted are events; amounts that are added up are shared out over what they are divided by. */
function ratioKind(isShare: boolean, numerator: FigureKind): FigureKind {
  if (numerator !== "count") return "mean";
  return isShare ? "share" : "rate";
}
