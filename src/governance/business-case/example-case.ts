import { BusinessCase } from "./business-case.ts";

/** An invented case with every cost, in whole dollars: what tests and the benchmark work out. */
export function exampleCase(more: object = {}): BusinessCase {
  const dollars = (p10: number, p50: number, p90: number) => ({
    p10: `${p10} USD`,
    p50: `${p50} USD`,
    p90: `${p90} USD`,
  });
  const percents = (p10: number, p50: number, p90: number) => ({ p10: `${p10} %`, p50: `${p50} %`, p90: `${p90} %` });
  return BusinessCase.parse({
    starts: "2026-01-01",
    months: 60,
    currency: "USD",
    work_growth_a_year: percents(0, 3, 8),
    staying_in_house: {
      heads: 30,
      cost_per_head_a_month: dollars(3900, 4200, 4700),
      wage_growth_a_year: percents(2, 3, 5),
      turnover_a_year: percents(15, 20, 30),
      cost_per_new_hire: dollars(3000, 4000, 6000),
      technology_a_month: dollars(4000, 4500, 5500),
    },
    outsourcing: {
      heads: 32,
      price_per_head_a_month: dollars(2300, 2450, 2600),
      price_growth_a_year: percents(1, 2.5, 4),
      transition: {
        cost: dollars(90000, 140000, 240000),
        months: { p10: 2, p50: 3, p90: 5 },
        parallel_run_months: { p10: 1, p50: 2, p90: 4 },
      },
      ramp: { full_productivity_in_months: { p10: 4, p50: 6, p90: 10 }, productivity_at_start: percents(30, 45, 60) },
      turnover_a_year: percents(25, 38, 60),
      cost_per_new_hire: dollars(1000, 1500, 2500),
      rework: percents(1, 3, 7),
      governance_a_month: dollars(7000, 9000, 14000),
      travel_a_year: dollars(8000, 15000, 30000),
      technology_once: dollars(10000, 20000, 40000),
      technology_a_month: dollars(1000, 1500, 2500),
      exit_cost: dollars(40000, 80000, 160000),
    },
    correlations: [{ between: ["outsourcing.turnover_a_year", "outsourcing.rework"], is: 0.5 }],
    ...more,
  });
}
