import type { AlarmBudgetVerdict } from "../assessment/verdict.ts";
import { formatNumberOf } from "./format-figure.ts";

/** `Alarm budget: 1 false alarm in 13 weeks, shared by 24 pitfalls; 3 alarms that chance can raise in the last quarter.` */
export function alarmBudgetWords({
  weeksBetweenFalseAlarms,
  lookers,
  raisedInLastQuarter,
}: AlarmBudgetVerdict): string {
  if (lookers === 0) return "Alarm budget: no pitfall has a figure to look at yet, so nothing is spent.";
  const weeks = formatNumberOf(Math.round(weeksBetweenFalseAlarms), "week");
  return `Alarm budget: one false alarm in ${weeks}, shared by ${formatNumberOf(lookers, "pitfall")}; ${formatNumberOf(raisedInLastQuarter, "alarm")} that chance could raise in the last 13 weeks.`;
}
