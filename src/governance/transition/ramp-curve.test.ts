import { expect, test } from "vitest";
import { learningOf, plannedCohorts, plannedOn, rampOn, weekEnds } from "./ramp-curve.ts";
import { graduationOf, rosterOn, turnoverOf } from "./roster-ramp.ts";

const learning = { ...learningOf(undefined).learning, turnover_a_year: 0 };

test("a cohort trains, nests and then works alone, and only graduates remain", () => {
  const cohort = [{ on: "2026-01-05", heads: 20 }];
  expect(rampOn(cohort, learning, "2026-01-04")).toMatchObject({ heads: 0 });
  expect(rampOn(cohort, learning, "2026-01-25")).toMatchObject({ heads: 20, inTraining: 20, effective: 0 });
  expect(rampOn(cohort, learning, "2026-01-26")).toMatchObject({ heads: 17, inTraining: 0, nesting: 17 });
  expect(rampOn(cohort, learning, "2026-01-26").effective).toBeCloseTo(17 * 0.4, 10);
  expect(rampOn(cohort, learning, "2026-02-23")).toMatchObject({ nesting: 0, graduated: 17 });
  expect(rampOn(cohort, learning, "2026-05-18").effective).toBeCloseTo(17 * 0.95, 10);
});

test("leavers leave evenly, so that after a year the said share has gone", () => {
  const after = rampOn(
    [{ on: "2026-01-05", heads: 100 }],
    { ...learning, turnover_a_year: 0.3, graduates: 1 },
    "2027-01-05",
  );
  expect(after.heads).toBeCloseTo(70, 10);
});

test("planned cohorts train early enough that the planned heads are at work on their day", () => {
  const ramp = [
    { on: "2026-02-02", heads: 12 },
    { on: "2026-06-01", heads: 24 },
    { on: "2026-08-01", heads: 20 },
  ];
  const cohorts = plannedCohorts(ramp, learning, "2026-01-26");
  expect(cohorts[0]).toEqual({ on: "2026-01-05", heads: 12 / 0.85 });
  const { nesting, graduated } = rampOn(cohorts, learning, "2026-06-01");
  expect(nesting + graduated).toBeCloseTo(24, 8);
});

test.each([
  ["2026-01-31", null],
  ["2026-02-02", { heads: 12, productive: 6 }],
  ["2026-03-04", { heads: 18, productive: 12 }],
  ["2026-12-31", { heads: 24, productive: 18 }],
])("on %s the plan says %j", (on, plan) => {
  const ramp = [
    { on: "2026-02-02", heads: 12, productive: 6 },
    { on: "2026-04-03", heads: 24, productive: 18 },
  ];
  expect(plannedOn(ramp, on)).toEqual(plan);
});

test("assumptions of the record are used, and the usual ones are named", () => {
  const { learning: said, assumed } = learningOf({ learning: { graduates: 0.9 } });
  expect(said.graduates).toBe(0.9);
  expect(assumed).toEqual(["training", "nesting", "productivity_at_start", "experienced_after", "turnover_a_year"]);
});

test("weeks end on the seventh day, and a week that is not over is none", () => {
  expect(weekEnds("2026-01-05", "2026-01-24")).toEqual(["2026-01-11", "2026-01-18"]);
});

const roster = [
  { agent: "a", hired_on: "2026-01-05", production_on: "2026-01-26" },
  { agent: "b", hired_on: "2026-01-05", production_on: "2026-01-26", left_on: "2026-03-31" },
  { agent: "c", hired_on: "2026-01-05", left_on: "2026-01-15" },
  { agent: "d", hired_on: "2026-01-05", production_on: null, left_on: null },
  {
    agent: "e",
    hired_on: "2026-02-02",
    production_on: "2026-02-23",
    left_on: "2026-04-30",
    leave_kind: "transfer" as const,
  },
];

test("the roster is counted as it was on the day, the last day of leavers included", () => {
  const curve = { start: 0.5, scale: 1e9 };
  expect(rosterOn(roster, curve, "2026-01-25")).toMatchObject({ heads: 3, inTraining: 3, atWork: 0, effective: 0 });
  expect(rosterOn(roster, curve, "2026-03-31")).toMatchObject({ heads: 4, inTraining: 1, atWork: 3 });
  expect(rosterOn(roster, curve, "2026-03-31").effective).toBeCloseTo(1.5, 6);
  expect(rosterOn(roster, curve, "2026-04-01")).toMatchObject({ heads: 3, atWork: 2 });
});

test("graduation counts those whose training has ended; who left in training failed it, who still trains is neither", () => {
  expect(graduationOf(roster, "2026-05-01")).toMatchObject({
    share: { numerator: 3, denominator: 4 },
    stillInTraining: 1,
    medianDays: { time: 21 },
  });
  expect(graduationOf(roster, "2026-01-10")).toMatchObject({ share: { kind: "too-little-data" }, stillInTraining: 4 });
  expect(graduationOf([], "2026-01-10")).toMatchObject({ medianDays: null });
});

test("a transfer is no turnover, and person-years count the last day", () => {
  expect(turnoverOf(roster.slice(1, 2), { from: "2026-01-05", to: "2026-12-31" })).toEqual({
    leavers: 1,
    personYears: 86 / 365,
  });
  expect(turnoverOf(roster, { from: "2026-01-01", to: "2026-12-31" }).leavers).toBe(2);
});
