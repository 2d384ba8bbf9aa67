/** The two heights of evidence at which something is said, in weeks between false alarms of one looker. */
export type AlarmHeights = {
  /** weeks between two false alarms of the whole partnership, as agreed */
  readonly weeksBetweenFalseAlarms: number;
  /** how many look at the same time, each with an equal share of the budget */
  readonly lookers: number;
  readonly alarm: number;
  readonly watch: number;
};

/** A watch may come up by chance three times as often as an alarm: it is worth a look, not a meeting. */
export const watchesPerAlarm = 3;

/** With fewer lookers than this the budget is not spent whole: a lone KPI gains nothing from being chattier. */
const fewestShares = 12;

/**
 * Shares one alarm budget among all that look: with 13 weeks between false alarms and 20 lookers, each may err once in
 * 260 weeks. False alarms of lookers that see the same figures coincide, so the sum of the shares is the most that is spent.
 */
export function shareAlarmBudget(weeksBetweenFalseAlarms: number, lookers: number): AlarmHeights {
  const alarm = weeksBetweenFalseAlarms * Math.max(fewestShares, lookers);
  return { weeksBetweenFalseAlarms, lookers, alarm, watch: alarm / watchesPerAlarm };
}
