import { expect, test } from "vitest";
import { decideCheckpoint } from "./decide-checkpoint.ts";
import {
  type CheckpointFigure,
  type CheckpointSide,
  type CriterionVerdict,
  type Demand,
  judgeDemand,
} from "./judge-criterion.ts";

const window = { from: "2026-04-01", to: "2026-05-31" };
const demand: Demand = {
  metric: "csat",
  side: "quality",
  unit: "share",
  atLeast: 0.85,
  atMost: null,
  demanded: "at least 85 %",
  window,
};
const share = (numerator: number, denominator: number, parts: Partial<CheckpointFigure> = {}): CheckpointFigure => ({
  metric: "csat",
  period: { start: window.from, end: window.to },
  value: numerator / denominator,
  numerator,
  denominator,
  deviation: null,
  ...parts,
});

test.each<[string, CheckpointFigure | null, CriterionVerdict["state"]]>([
  ["88 % of 800 answers", share(704, 800), "passed"],
  ["88 % of 40 answers: the mean passes and the bound does not", share(35, 40), "unproven"],
  ["85 % exactly", share(340, 400), "unproven"],
  ["83 % of 60 answers", share(50, 60), "unproven"],
  ["70 % of 400 answers", share(280, 400), "failed"],
  ["one perfect answer", share(1, 1), "unproven"],
  ["no figure", null, "no-data"],
  ["a figure of no record", share(0, 1, { value: null }), "no-data"],
  [
    "a good figure of an earlier time",
    share(704, 800, { period: { start: "2026-01-01", end: "2026-02-28" } }),
    "no-data",
  ],
  [
    "a good figure of a longer time",
    share(704, 800, { period: { start: "2026-03-01", end: "2026-05-31" } }),
    "no-data",
  ],
  ["a good figure of another metric", share(704, 800, { metric: "other" }), "no-data"],
  ["a median without bounds", share(1, 800, { value: 0.99, numerator: null }), "unproven"],
  ["a mean of 30 with its deviation", share(1, 30, { value: 0.9, numerator: null, deviation: 0.1 }), "passed"],
  ["a mean of 4", share(1, 4, { value: 0.99, numerator: null, deviation: 0.001 }), "unproven"],
])("%s against at least 85 %% is judged on its lower bound", (_, figure, state) => {
  expect(judgeDemand(demand, figure === null ? [] : [figure])).toMatchObject({ state, working: expect.any(String) });
});

test("what must be low is judged on its upper bound", () => {
  const most: Demand = { ...demand, atLeast: null, atMost: 0.1, demanded: "at most 10 %" };
  expect(judgeDemand(most, [share(5, 400)]).state).toBe("passed");
  expect(judgeDemand(most, [share(36, 400)]).state).toBe("unproven");
  expect(judgeDemand(most, [share(120, 400)]).state).toBe("failed");
});

test("what is said is the bound that decided, in the unit of the criterion", () => {
  const most: Demand = { ...demand, atLeast: null, atMost: 0.1, demanded: "at most 10 %" };
  const failed = judgeDemand(demand, [share(557, 740)]);
  expect(failed.working).toMatch(
    /^75\.3 % from 740 records in .*; the upper 95 % bound is 77\.\d %, asked is at least 85 %$/,
  );
  expect(failed.bound).toBeGreaterThan(0.7527);
  expect(judgeDemand(demand, [share(50, 60)]).working).toContain("the lower 95 % bound is 74.0 %");
  expect(judgeDemand(demand, [share(704, 800)]).working).toContain("the lower 95 % bound is 86.0 %");
  expect(judgeDemand(most, [share(120, 400)]).working).toContain("the lower 95 % bound is 26.4 %");
  expect(judgeDemand(most, [share(36, 400)]).working).toContain("the upper 95 % bound");
});

test("a figure that only comes near its threshold does not read like it", () => {
  expect(judgeDemand(demand, [share(84_996, 100_000)]).working).toMatch(/^85\.00 % |^84\.996 % /);
  expect(judgeDemand(demand, [share(340, 400)]).working).toMatch(/^85\.0 % /);
});

test("at least nothing cannot fail, so it is no criterion", () => {
  expect(judgeDemand({ ...demand, atLeast: 0 }, [share(1, 2)]).state).toBe("cannot-fail");
});

const verdict = (side: CheckpointSide, state: CriterionVerdict["state"]): CriterionVerdict => ({
  ...{
    metric: side,
    side,
    demanded: "",
    unit: "share",
    atLeast: null,
    atMost: null,
    window,
    value: null,
    bound: null,
    count: 0,
  },
  state,
  working: "as measured",
});
const all = (states: Partial<Record<CheckpointSide, CriterionVerdict["state"]>>) =>
  (["quality", "performance", "turnover", "ramp"] as const).map((side) => verdict(side, states[side] ?? "passed"));

test.each([
  ["everything is passed", all({}), "go", []],
  ["quality is not proven", all({ quality: "unproven" }), "hold", []],
  ["performance has surely failed", all({ performance: "failed" }), "hold", []],
  ["quality has surely failed", all({ quality: "failed", ramp: "failed" }), "back", []],
  ["turnover is not measured", all({ turnover: "no-data" }), "hold", []],
  ["nobody asks for the ramp", all({}).slice(0, 3), "hold", ["ramp"]],
  ["quality is asked for by what cannot fail", all({ quality: "cannot-fail" }), "hold", ["quality"]],
  ["nothing is asked for", [], "hold", ["quality", "performance", "turnover", "ramp"]],
])("when %s the gate says so", (_, verdicts, decision, uncovered) => {
  const decided = decideCheckpoint(verdicts);
  expect(decided).toMatchObject({ decision, uncovered });
  expect(decided.because.length).toBeGreaterThan(0);
});

test("a verdict tells what was demanded as figures in their unit, so that it can be drawn", () => {
  expect(judgeDemand(demand, [share(360, 400)])).toMatchObject({ unit: "share", atLeast: 0.85, atMost: null });
  expect(judgeDemand({ ...demand, atLeast: null, atMost: 0.2 }, [])).toMatchObject({ atLeast: null, atMost: 0.2 });
});
