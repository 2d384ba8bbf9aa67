import { describe, expect, test } from "vitest";
import { seededChance } from "../../values/seeded-chance.ts";
import { assessCore } from "./core-assessment.ts";
import { type CoreAspect, type CoreAssessment, coreAspects } from "./process-definition.ts";

const scores = (all: number, parts: CoreAssessment["scores"] = {}): CoreAssessment["scores"] => ({
  ...Object.fromEntries(coreAspects.map((aspect) => [aspect, all])),
  ...parts,
});
const common = { stability: 5, measurability: 5, market_maturity: 5 };
const rare = { stability: 1, measurability: 1, market_maturity: 1 };
const assess = (given: CoreAssessment["scores"], weights: CoreAssessment["weights"] = {}) => {
  const result = assessCore({ scores: given, weights }, { chance: seededChance(1), draws: 2_000 });
  if (result.kind !== "core") throw new Error("too little data");
  return result;
};

describe("the recommendation", () => {
  test.each<[string, CoreAssessment["scores"], CoreAssessment["weights"], string, number]>([
    ["all speaks for keeping", scores(5, rare), {}, "keep", 1],
    ["all speaks for handing over", scores(1, common), {}, "outsource", 0],
    ["nothing speaks", scores(3), {}, "hybrid", 0.5],
    [
      "the weights decide",
      scores(1, { strategic_importance: 5, ...common }),
      { strategic_importance: 0.7, risk: 0.3 },
      "keep",
      0.7,
    ],
    [
      "what sets apart is not handed over by weighing it nothing",
      scores(1, { strategic_importance: 5, differentiation: 5, ...common }),
      { stability: 1 },
      "hybrid",
      0,
    ],
    [
      "weights that come to 60 % keep their proportions",
      scores(1, { risk: 5, ...common }),
      { risk: 0.3, exit_cost: 0.3 },
      "hybrid",
      0.5,
    ],
  ])("%s", (_, given, weights, recommended, index) => {
    const result = assess(given, weights);
    expect(result.recommended).toBe(recommended);
    expect(result.index).toBeCloseTo(index, 12);
    expect(result.pulls.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
  });
});

test("what was overruled is said aloud", () => {
  expect(
    assess(scores(1, { strategic_importance: 4, differentiation: 4, ...common }), { stability: 1 }).overruled,
  ).toContain("whatever the weights");
  expect(assess(scores(1, common)).overruled).toBeNull();
});

test("the weight at which the recommendation turns is exact", () => {
  // Risk pulls 1, the rest 0: the index is the weight of risk, so it leaves outsource at 0.4.
  const { turnsOnWeight, recommended } = assess(scores(1, { risk: 5, ...common }));
  expect(recommended).toBe("outsource");
  expect(turnsOnWeight.find(({ aspect }) => aspect === "risk")).toEqual({
    aspect: "risk",
    weight: expect.closeTo(0.4, 12),
    to: "hybrid",
  });
  expect(turnsOnWeight).toHaveLength(1);
});

test("a score on which the recommendation hangs is named", () => {
  const near = assess(scores(3), { risk: 0.5, exit_cost: 0.5 });
  expect(near.turnsOnScore.map(({ aspect, score, to }) => `${aspect} ${score} ${to}`)).toEqual([
    "risk 2 outsource",
    "risk 4 keep",
    "exit_cost 2 outsource",
    "exit_cost 4 keep",
  ]);
  expect(assess(scores(5, rare)).turnsOnScore).toEqual([]);
});

test("aspects that nobody scored leave a range, and fewer than five are an opinion", () => {
  const some = Object.fromEntries(coreAspects.slice(0, 6).map((aspect: CoreAspect) => [aspect, 3]));
  const result = assess(some);
  expect(result.unscored).toHaveLength(3);
  expect(result.indexIfUnscored).toEqual({ low: expect.closeTo(1 / 3, 12), high: expect.closeTo(2 / 3, 12) });
  const few = { strategic_importance: 1, risk: 1 };
  expect(assessCore({ scores: few, weights: {} }, { chance: seededChance(1), draws: 10 })).toEqual({
    kind: "too-little-data",
    have: 2,
    need: 5,
  });
});

test("under any weights a clear case is always the same, and shares come to one", () => {
  expect(assess(scores(1, common)).underAnyWeights).toEqual({ keep: 0, outsource: 1, hybrid: 0 });
  const { keep, outsource, hybrid } = assess(scores(3, { risk: 5, stability: 5 })).underAnyWeights;
  expect(keep + outsource + hybrid).toBeCloseTo(1, 12);
  expect(hybrid).toBeGreaterThan(0.5);
});
