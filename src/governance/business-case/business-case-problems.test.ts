import { expect, test } from "vitest";
import { BusinessCase } from "./business-case.ts";
import { businessCaseProblems } from "./business-case-problems.ts";
import { exampleCase } from "./example-case.ts";
import { workOutBusinessCase } from "./work-out-business-case.ts";

const least = {
  starts: "2026-01-01",
  staying_in_house: { heads: 10, cost_per_head_a_month: "4 000 USD" },
  outsourcing: { charge_a_month: "25 000 USD" },
};
const made = (more: object) => BusinessCase.parse({ ...least, ...more });
const promised = (more: object) => ({ promises: [{ what: "soon", by: "2026-06-30", ...more }] });
const together = (...between: string[]) => ({ between, is: 0.5 });
const three = (ab: number, bc: number, ac: number) => {
  const [a, b, c] = ["rework", "turnover_a_year", "price_per_head_a_month"].map((name) => `outsourcing.${name}`);
  return exampleCase({
    correlations: [
      { between: [a, b], is: ab },
      { between: [b, c], is: bc },
      { between: [a, c], is: ac },
    ],
  });
};

test.each([
  ["a full case", exampleCase()],
  ["a short one", BusinessCase.parse({ saving_a_month: { p10: "-1 USD", p50: "2 USD", p90: "3 USD" } })],
  ["three that go together", three(0.9, 0.9, 0.9)],
  ["two that are one", three(1, 0.5, 0.5)],
])("nothing is wrong with %s", (_, good) => {
  expect(businessCaseProblems(good)).toEqual([]);
  expect(workOutBusinessCase(good, { seed: 1, draws: 100 }).kind).toBe("forecast");
});

test.each([
  [
    "a negative price",
    made({ outsourcing: { charge_a_month: "-25 000 USD" } }),
    "negative-amount",
    "outsourcing.charge_a_month",
  ],
  [
    "more rework than work",
    made({ outsourcing: { ...least.outsourcing, rework: "120 %" } }),
    "out-of-range",
    "outsourcing.rework",
  ],
  [
    "an amount in euros without a rate",
    made({ currency: "USD", outsourcing: { charge_a_month: "20 000 EUR" } }),
    "currency-without-rate",
    "outsourcing.charge_a_month",
  ],
  ["a promise before the start", made(promised({ by: "2025-12-31" })), "before-the-case", "promises.0.by"],
  ["a saving without an amount", made(promised({ about: "saving" })), "promise-without-amount", "promises.0.about"],
  [
    "a saving in another currency",
    made(promised({ about: "saving", saving_a_month: "5 EUR" })),
    "currency-without-rate",
    "promises.0.saving_a_month",
  ],
  [
    "a slip in an input's name",
    exampleCase({ correlations: [together("outsourcing.reworks", "outsourcing.turnover_a_year")] }),
    "unknown-input",
    "correlations.0.between",
  ],
  [
    "an input with itself",
    exampleCase({ correlations: [together("outsourcing.rework", "outsourcing.rework")] }),
    "correlated-with-itself",
    "correlations.0.between",
  ],
  ["correlations that contradict each other", three(0.9, 0.9, -0.9), "correlations-contradict", "correlations"],
  ["a provider without a price", made({ outsourcing: { heads: 4 } }), "charge-unknown", "outsourcing"],
])("%s is told at its place, and nothing is worked out", (_, bad, code, path) => {
  const found = businessCaseProblems(bad);
  expect(found.map((problem) => [problem.code, problem.path.slice(1).join(".")])).toEqual([[code, path]]);
  expect(found[0]?.hint).not.toBe("");
  expect(workOutBusinessCase(bad, { seed: 1, draws: 100 })).toMatchObject({ kind: "unknown", problems: found });
});

test("two currencies and no word which of them counts is a problem of each amount", () => {
  const mixed = made({ outsourcing: { charge_a_month: "20 000 EUR" } });
  expect(businessCaseProblems(mixed).map(({ code }) => code)).toEqual([
    "currency-without-rate",
    "currency-without-rate",
  ]);
});

test("the name that was meant is offered", () => {
  const bad = exampleCase({ correlations: [together("outsourcing.reworks", "outsourcing.turnover_a_year")] });
  expect(businessCaseProblems(bad)[0]?.hint).toBe("did you mean outsourcing.rework?");
});

test.each([
  ["nothing at all", {}, "the case says neither what both ways cost nor what is saved a month"],
  ["one way only", { staying_in_house: least.staying_in_house }, "the case does not say what outsourcing costs"],
])("%s is unknown, with its reason", (_, written, because) => {
  expect(workOutBusinessCase(BusinessCase.parse(written), { seed: 1, draws: 100 })).toMatchObject({
    kind: "unknown",
    because,
  });
});
