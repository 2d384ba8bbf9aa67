import type { AlarmBudgetVerdict } from "../assessment/verdict.ts";
import { formatNumberOf } from "./format-figure.ts";

/** `Alarm budget: 1 false alarm in 13 weeks, shared by 24 pitfalls; 3 of the alarms that stand were raised in the last 13 weeks by figures that vary by chance.` */
export function alarmBudgetWords({
  weeksBetweenFalseAlarms,
  lookers,
  raisedInLastQuarter,
}: AlarmBudgetVerdict): string {
  if (lookers === 0) return "Alarm budget: no pitfall has a figure to look at yet, so nothing is spent.";
  const weeks = formatNumberOf(Math.round(weeksBetweenFalseAlarms), "week");
  const raised =
    raisedInLastQuarter === 1
      ? "1 of the alarms that stand was"
      : `${raisedInLastQuarter} of the alarms that stand were`;
  return `Alarm budget: one false alarm in ${weeks}, shared by ${formatNumberOf(lookers, "pitfall")}; ${raised} raised in the last 13 weeks by figures that vary by chance.`;
}
