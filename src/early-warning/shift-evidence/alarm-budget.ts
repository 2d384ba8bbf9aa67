/** The two heights of evidence at which something is said, in weeks between false alarms of one looker. */
export type AlarmHeights = {
  /** weeks between two false alarms of the whole partnership, as agreed */
  readonly weeksBetweenFalseAlarms: number;
  /** how many look at the same time, each with an equal share of the budget */
  readonly lookers: number;
  readonly alarm: number;
  readonly watch: number;
};

/**
 * A watch needs half the evidence of an alarm. It is worth a look, not a meeting: by chance it comes up about three times
 * as often, since one telling week is enough for it.
 */
const watchPart = 0.5;

/** With fewer lookers than this the budget is not spent whole: a lone KPI gains nothing from being chattier. */
const fewestShares = 10;

/**
 * Pitfalls that share figures err together, a change that is told once is one false alarm, and an alarm must stand
 * without its most telling week: so many lookers spend as much as this part of them would apart. Set by healthy worlds
 * of `npm run bench:warnings` (seeds 2001 to 2030), and held to others.
 */
const apart = 0.4;

/**
 * Shares one alarm budget among all that look: with 13 weeks between false alarms and 25 lookers, which err like 10 that
 * share nothing, each may err once in 130 weeks.
 */
export function shareAlarmBudget(weeksBetweenFalseAlarms: number, lookers: number): AlarmHeights {
  const alarm = weeksBetweenFalseAlarms * Math.max(fewestShares, apart * lookers);
  return { weeksBetweenFalseAlarms, lookers, alarm, watch: watchPart * alarm };
}
