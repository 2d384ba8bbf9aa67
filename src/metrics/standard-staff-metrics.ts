/** Who comes and goes. Weeks are watched, since a month hides a change for weeks; a year's rates by month are for reading. */
export const staffMetrics = {
  turnover: {
    title: "Staff turnover, annualised",
    turnover_of: "staff",
    every: "month",
    better: "lower",
    role: "quality",
  },
  "turnover-weekly": {
    title: "Leavers by mean headcount of the week",
    turnover_of: "staff",
    annualised: false,
    every: "week",
    better: "lower",
    role: "quality",
    watch_for: ["high-turnover", "price-over-quality"],
  },
  "early-turnover": {
    title: "Turnover of people within their first 90 days, annualised",
    turnover_of: "staff",
    leaving_within: "90d",
    every: "month",
    better: "lower",
    role: "quality",
    watch_for: ["high-turnover", "slow-ramp"],
  },
};
