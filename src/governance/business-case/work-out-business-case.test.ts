import { describe, expect, test } from "vitest";
import { BusinessCase } from "./business-case.ts";
import type { WorkedOutCase } from "./business-case-forecast.ts";
import { exampleCase } from "./example-case.ts";
import { workOutBusinessCase } from "./work-out-business-case.ts";

function workOut(made: BusinessCase, draws = 200, seed = 1): WorkedOutCase {
  const forecast = workOutBusinessCase(made, { seed, draws });
  if (forecast.kind !== "forecast") throw new Error(`${forecast.because} ${JSON.stringify(forecast.problems)}`);
  return forecast;
}

/** Φ by the series of Marsaglia 2004: independent of what draws the normals. */
function normalBelow(z: number): number {
  let sum = z;
  let term = z;
  for (let i = 3; i < 200; i += 2) {
    term *= (z * z) / i;
    sum += term;
  }
  return 0.5 + sum * (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI));
}

const plain = {
  starts: "2026-01-01",
  months: 12,
  staying_in_house: { heads: 10, cost_per_head_a_month: "4 000 USD" },
  outsourcing: { charge_a_month: "25 000 USD", transition: { cost: "60 000 USD", months: 2, parallel_run_months: 1 } },
};
const simple = (outsourcing: object = {}, more: object = {}) =>
  BusinessCase.parse({ ...plain, ...more, outsourcing: { ...plain.outsourcing, ...outsourcing } });
const savings = (made: BusinessCase) => workOut(made).byMonth.map(({ saving }) => saving.p50);

describe("a case of certain figures comes out as by hand", () => {
  test("two months of transition, one of both, then the difference", () => {
    const { byMonth, breakEven, total } = workOut(simple());
    expect(byMonth.map(({ saving }) => saving.p50)).toEqual([-30000, -30000, -25000, ...Array(9).fill(15000)]);
    // −85,000 after month 3; six months of 15,000 make it good.
    expect(byMonth[8]?.savingSoFar).toEqual({ p10: 5000, p50: 5000, p90: 5000 });
    expect(breakEven).toMatchObject({ p10: 9, p50: 9, p90: 9, notWithin: { numerator: 0 } });
    expect(byMonth[7]?.likelyPaidBack).toBe(0);
    expect(byMonth[8]?.likelyPaidBack).toBe(1);
    expect(total).toMatchObject({
      stayingInHouse: { p50: 480000 },
      outsourcing: { p50: 430000 },
      saving: { p50: 50000 },
    });
    expect(byMonth.map(({ endsOn }) => endsOn).slice(0, 2)).toEqual(["2026-01-31", "2026-02-28"]);
  });

  test.each([
    ["rework is paid for again", { rework: "10 %" }, {}, [-30000, -30000, -27500, 12500]],
    ["governance from the first month", { governance_a_month: "3 000 USD" }, {}, [-33000, -33000, -28000, 12000]],
    ["travel, a twelfth of the year", { travel_a_year: "12 000 USD" }, {}, [-31000, -31000, -26000, 14000]],
    [
      "technology once and then by month",
      { technology_once: "5 000 USD", technology_a_month: "500 USD" },
      {},
      [-35000, -30000, -25500, 14500],
    ],
    [
      "heads × price in place of a charge",
      { charge_a_month: undefined, heads: 8, price_per_head_a_month: "3 000 USD" },
      {},
      [-30000, -30000, -24000, 16000],
    ],
    [
      "rehiring: 8 × 60 % a year × 500",
      { heads: 8, turnover_a_year: "60 %", cost_per_new_hire: "500 USD" },
      {},
      [-30000, -30000, -25200, 14800],
    ],
    [
      "takeover in the middle of a month",
      { transition: { cost: "60 000 USD", months: 2.5 } },
      {},
      [-24000, -24000, -4500, 15000],
    ],
  ])("%s", (_, outsourcing, more, expected) => {
    expect(savings(simple(outsourcing, more)).slice(0, 4)).toEqual(expected);
  });

  test("wages, prices and the amount of work rise once a year", () => {
    const more = {
      months: 25,
      work_growth_a_year: "50 %",
      staying_in_house: { ...plain.staying_in_house, wage_growth_a_year: "10 %" },
    };
    const byMonth = savings(simple({ price_growth_a_year: "20 %" }, more));
    // 40,000 × 1.1 × 1.5 − 25,000 × 1.2 × 1.5, and the squares of that a year later.
    expect([byMonth[11], byMonth[12], byMonth[23], byMonth[24]]).toEqual([15000, 21000, 21000, 27900]);
  });

  test("the exit falls into the last month and does not undo the break-even", () => {
    const { byMonth, breakEven, total } = workOut(simple({ exit_cost: "70 000 USD" }));
    expect(byMonth[11]?.saving.p50).toBe(-55000);
    expect(total.saving.p50).toBe(-20000);
    expect(breakEven.p50).toBe(9);
  });

  test("what new people cannot do yet is done in-house, and less each month", () => {
    const ramp = { full_productivity_in_months: 4, productivity_at_start: "50 %" };
    const lean = { transition: { cost: "0 USD" }, ramp };
    // gap(t) = 0.5 × 0.1^(t/4); its mean over month m is 4 / ln 10 × (gap(m − 1) − gap(m)).
    const gap = (t: number) => 0.5 * 0.1 ** (t / 4);
    const expected = [1, 2, 3, 4].map((m) => Math.round(15000 - 40000 * (4 / Math.log(10)) * (gap(m - 1) - gap(m))));
    expect(savings(simple(lean)).slice(0, 4)).toEqual(expected);
    expect(savings(simple({ ...lean, ramp: { ...ramp, paid_by: "provider" } })).slice(0, 2)).toEqual([15000, 15000]);
  });

  test("replaced people keep a team from ever being fully productive", () => {
    const lean = { transition: { cost: "0 USD" }, ramp: { full_productivity_in_months: 4 }, turnover_a_year: "60 %" };
    // Fixed point of gap = (1 − m) × gap × left + m with m = 5 % and left = 0.05^(1/4).
    const left = 0.05 ** 0.25;
    const steady = 0.05 / (1 - 0.95 * left);
    const mean = (steady * (1 - left)) / -Math.log(left);
    expect(savings(simple(lean, { months: 120 })).at(-1)).toBe(Math.round(15000 - 40000 * mean));
  });

  test("another currency comes over at its rate", () => {
    const made = simple({ charge_a_month: "20 000 EUR" }, { currency: "USD", exchange_rates: { EUR: 1.25 } });
    expect(savings(made)).toEqual(savings(simple()));
  });
});

describe("against what can be worked out exactly", () => {
  const sigma = 0.4;
  const at = (z: number) => `${(1000 * Math.exp(sigma * z)).toFixed(6)} USD`;
  const lognormal = { p10: at(-1.2815515655446004), p50: "1000 USD", p90: at(1.2815515655446004) };
  const draws = 20_000;

  test("the percentiles of a lognormal saving lie within their sampling error, four times of it at most", () => {
    const { total, inputs } = workOut(BusinessCase.parse({ months: 60, saving_a_month: lognormal }), draws, 11);
    expect(inputs[0]?.distribution).toBe("shifted-lognormal");
    for (const [share, z, found] of [
      [0.1, -1.2815515655446004, total.saving.p10],
      [0.5, 0, total.saving.p50],
      [0.9, 1.2815515655446004, total.saving.p90],
    ] as const) {
      const value = 60_000 * Math.exp(sigma * z);
      const density = Math.exp((-z * z) / 2) / (Math.sqrt(2 * Math.PI) * sigma * value);
      const error = Math.sqrt((share * (1 - share)) / draws) / density;
      expect(Math.abs(found - value)).toBeLessThan(4 * error + 0.5);
    }
    const mean = 60_000 * Math.exp(sigma ** 2 / 2);
    const deviation = mean * Math.sqrt(Math.exp(sigma ** 2) - 1);
    expect(Math.abs(total.saving.mean - mean)).toBeLessThan((4 * deviation) / Math.sqrt(draws));
    const { low, high } = total.saving.p50Within;
    expect(high - low).toBeLessThan((2.2 * 1.96 * 60_000 * sigma * 1.2533) / Math.sqrt(draws));
    expect(low).toBeLessThanOrEqual(total.saving.p50);
    expect(high).toBeGreaterThanOrEqual(total.saving.p50);
  });

  test("the break-even of a known cost against a lognormal saving has the likelihood of its formula, month by month", () => {
    const cost = { p10: "12 000 USD", p50: "12 000 USD", p90: "12 000 USD" };
    const made = BusinessCase.parse({ months: 40, saving_a_month: lognormal, one_off_cost: cost });
    const { byMonth } = workOut(made, draws, 12);
    expect(byMonth).toHaveLength(40);
    for (const { month, likelyPaidBack } of byMonth) {
      // m × saving ≥ 12,000
      const exact = 1 - normalBelow(Math.log(12 / month) / sigma);
      expect(Math.abs(likelyPaidBack - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / draws) + 1e-9);
    }
  });

  test("a range that is even on both sides is a normal: its mean is its middle", () => {
    const saving_a_month = { p10: "-500 USD", p50: "1 000 USD", p90: "2 500 USD" };
    const { total, inputs } = workOut(BusinessCase.parse({ months: 1, saving_a_month }), draws, 13);
    expect(inputs[0]?.distribution).toBe("normal");
    expect(Math.abs(total.saving.mean - 1000)).toBeLessThan((4 * 1500) / 1.28 / Math.sqrt(draws));
    expect(total.likelyToSave.value).toBeCloseTo(normalBelow((1000 / 1500) * 1.2815515655446004), 2);
  });
});

describe("chance", () => {
  test("the same seed gives the same forecast to the last digit, another seed another", () => {
    const [one, again, other] = [7, 7, 8].map((seed) => JSON.stringify(workOut(exampleCase(), 500, seed)));
    expect(again).toBe(one);
    expect(other).not.toBe(one);
  });

  test("an input that is added draws for itself and moves no other", () => {
    const range = { p10: "8 000 USD", p50: "9 000 USD", p90: "12 000 USD" };
    const charge = { p10: "23 000 USD", p50: "25 000 USD", p90: "28 000 USD" };
    const [without, other] = [undefined, range].map((governance_a_month) =>
      workOut(simple({ charge_a_month: charge, governance_a_month }), 500).total.parts.find(
        ({ part }) => part === "provider's charge",
      ),
    );
    expect(other).toEqual(without);
  });

  test("inputs that go together widen the range, those that go against each other narrow it", () => {
    const spread = (is: number) => {
      const correlations = [{ between: ["outsourcing.price_per_head_a_month", "outsourcing.rework"], is }];
      const { p10, p90 } = workOut(exampleCase({ correlations }), 4000).total.outsourcing;
      return p90 - p10;
    };
    expect(spread(0.9)).toBeGreaterThan(spread(0));
    expect(spread(0)).toBeGreaterThan(spread(-0.9));
  });

  test.each([
    [1.5, 1000],
    [1, 99],
    [1, 1_000_001],
    [1, 1000.5],
  ])("seed %s with %s draws is refused", (seed, draws) => {
    expect(() => workOutBusinessCase(exampleCase(), { seed, draws })).toThrow(RangeError);
  });
});

describe("what the forecast says", () => {
  const promise = (more: object) => [{ what: "it pays for itself by Easter", by: "2026-03-31", ...more }];
  const findings = (made: BusinessCase) => workOut(made).findings.map(({ code, state }) => `${state} ${code}`);

  test("a break-even promised in month 3 is told with its likelihood, and is a finding", () => {
    const { promises, findings: found } = workOut(
      exampleCase({ promises: promise({ about: "break-even", said_by: "luis" }) }),
    );
    expect(promises[0]).toMatchObject({
      month: 3,
      likely: 0,
      saidBy: "luis",
      statement: "promised in month 3: 0 % likely",
    });
    expect(found[0]).toMatchObject({
      code: "break-even-earlier-than-plausible",
      state: "alarm",
      path: ["business_case", "promises", 0],
    });
  });

  test.each([
    [
      "break-even in month 9, certain",
      simple({}, { promises: promise({ about: "break-even", by: "2026-09-30" }) }),
      9,
      1,
    ],
    ["a day short of month 9", simple({}, { promises: promise({ about: "break-even", by: "2026-09-29" }) }), 8, 0],
    [
      "after the months looked at",
      simple({}, { promises: promise({ about: "break-even", by: "2027-06-30" }) }),
      18,
      null,
    ],
    [
      "a saving that is there",
      simple({}, { promises: promise({ about: "saving", saving_a_month: "15 000 USD", by: "2026-04-30" }) }),
      4,
      1,
    ],
    [
      "a saving that is not",
      simple({}, { promises: promise({ about: "saving", saving_a_month: "15 001 USD", by: "2026-04-30" }) }),
      4,
      0,
    ],
    [
      "a ramp that ends in time",
      simple(
        { ramp: { full_productivity_in_months: 4 } },
        { promises: promise({ about: "full-productivity", by: "2026-06-30" }) },
      ),
      6,
      1,
    ],
    [
      "a ramp that does not",
      simple(
        { ramp: { full_productivity_in_months: 5 } },
        { promises: promise({ about: "full-productivity", by: "2026-06-30" }) },
      ),
      6,
      0,
    ],
    ["a ramp that nobody gave", simple({}, { promises: promise({ about: "full-productivity" }) }), 3, null],
    ["a promise that says not what about", simple({}, { promises: promise({}) }), 3, null],
    [
      "a case without a start",
      simple({}, { starts: undefined, promises: promise({ about: "break-even" }) }),
      null,
      null,
    ],
  ])("promises: %s", (_, made, month, likely) => {
    expect(workOut(made).promises[0]).toMatchObject({ month, likely });
  });

  test.each([
    ["a claim that holds", simple({}, { break_even_in_months: { p10: 8, p50: 9, p90: 12 } }), []],
    [
      "a claim that does not",
      simple({}, { break_even_in_months: { p10: 3, p50: 5, p90: 8 } }),
      ["alarm break-even-earlier-than-plausible"],
    ],
    [
      "a claim of ranges with a wrong middle",
      simple({}, { break_even_in_months: { p10: 1, p50: 8.9, p90: 60 } }),
      ["alarm break-even-earlier-than-plausible"],
    ],
  ])("claims: %s", (_, made, expected) => {
    expect(findings(made).filter((text) => text.includes("break-even"))).toEqual(expected);
  });

  test("costs that were left out, one line in place of a range, and a case that rarely pays are told", () => {
    expect(findings(simple())).toEqual(["watch costs-left-out", "watch no-ranges"]);
    expect(findings(simple({ charge_a_month: "39 000 USD" }))).toContain("alarm rarely-pays");
    expect(findings(exampleCase())).toEqual([]);
  });

  test("a range that reaches beyond what is possible is told", () => {
    const rework = { p10: "0 %", p50: "40 %", p90: "100 %" };
    expect(findings(exampleCase({ outsourcing: { ...plainOutsourcing, rework }, correlations: [] }))).toContain(
      "watch range-beyond-bounds",
    );
  });
  const plainOutsourcing = { ...plain.outsourcing, ramp: { full_productivity_in_months: 4 } };

  test("the tornado has the longest bar first, by one input at a time, and tells the direction", () => {
    const { tornado } = workOut(
      simple({
        charge_a_month: { p10: "23 000 USD", p50: "25 000 USD", p90: "26 000 USD" },
        exit_cost: { p10: "1 USD", p50: "2 USD", p90: "11 USD" },
      }),
    );
    expect(tornado.map(({ input, savingAtP10, savingAtP90 }) => [input, savingAtP10, savingAtP90])).toEqual([
      ["outsourcing.charge_a_month", 69998, 39998],
      ["outsourcing.exit_cost", 49999, 49989],
    ]);
    expect(tornado[0]?.rankCorrelation).toBeLessThan(-0.99);
  });

  test("the parts of the cost come to the whole", () => {
    const { total } = workOut(simple({ exit_cost: "7 000 USD", rework: "3 %", travel_a_year: "1 200 USD" }));
    expect(total.parts.reduce((sum, { p50 }) => sum + p50, 0)).toBe(total.outsourcing.p50);
  });

  test("a forecast is plain data", () => {
    const forecast = workOut(exampleCase(), 200);
    expect(JSON.parse(JSON.stringify(forecast))).toEqual(forecast);
  });
});
