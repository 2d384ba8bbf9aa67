import { expect, test } from "vitest";
import { completeAsOf, type Edits, recordWith } from "../../../test/pitfalls/complete-record.ts";
import { type CheckpointsQuestion, checkpointWindows, reviewCheckpoints } from "./review-checkpoints.ts";

const period = { start: "2026-03-03", end: "2026-05-31" };
const figures = [
  { metric: "quality-score", period, value: 91, numerator: null, denominator: 200, deviation: 6 },
  { metric: "first-answer-in-4h", period, value: 0.9, numerator: 1800, denominator: 2000, deviation: null },
];
const poor = { metric: "quality-score", period, value: 80, numerator: null, denominator: 200, deviation: 6 };
const roster = Array.from({ length: 30 }, (_, at) => ({
  agent: `a${at}`,
  hired_on: "2025-03-01",
  production_on: "2025-03-22",
  left_on: null,
}));
const asks: Edits = {
  "growth.phases.0.checkpoint.turnover_at_most": "30 %",
  "growth.phases.0.checkpoint.ramp_at_least": "90 %",
};
const week = {
  on: "2026-05-31",
  heads: 30,
  inTraining: 0,
  atWork: 30,
  effective: 21,
  plannedHeads: 24,
  plannedProductive: 22,
};
const ramp = { weeks: [{ ...week, low: 20, high: 22, state: "unclear" as const }] };
const ask = (edits: Edits, question: Partial<CheckpointsQuestion> = {}) => {
  const [first] = reviewCheckpoints(recordWith({ ...asks, ...edits }), {
    asOf: completeAsOf,
    figures,
    roster,
    ramp,
    ...question,
  }).checkpoints;
  if (first === undefined) throw new Error("no checkpoint");
  return first;
};

test("a checkpoint whose four sides are passed on their bounds says go", () => {
  const { recommended, criteria, isAgainstEvidence } = ask({});
  expect(criteria.map(({ metric, side, state }) => `${metric} ${side} ${state}`)).toEqual([
    "quality-score quality passed",
    "first-answer-in-4h performance passed",
    "turnover turnover passed",
    "ramp ramp passed",
  ]);
  expect(recommended.decision).toBe("go");
  expect(isAgainstEvidence).toBe(false);
});

test.each<[string, Edits, Partial<CheckpointsQuestion>, string, boolean]>([
  ["turnover that is low by chance", { "growth.phases.0.checkpoint.turnover_at_most": "10 %" }, {}, "hold", true],
  ["quality that is surely below", {}, { figures: [poor, ...figures.slice(1)] }, "back", true],
  ["no figures", {}, { figures: [] }, "hold", true],
  ["no roster", {}, { roster: [] }, "hold", true],
  [
    "a decision that lies ahead",
    { "growth.phases.0.checkpoint.decided_on": "2026-09-01" },
    { figures: [] },
    "hold",
    false,
  ],
  ["people who held", { "growth.phases.0.checkpoint.decided": "hold" }, { figures: [] }, "hold", false],
])("%s: the recommendation, and whether the people went against it", (_, edits, question, decision, isAgainst) => {
  const { recommended, isAgainstEvidence } = ask(edits, question);
  expect(recommended.decision).toBe(decision);
  expect(isAgainstEvidence).toBe(isAgainst);
});

test("a record that asks for no turnover and no ramp is told so", () => {
  const record = recordWith({});
  const [first] = reviewCheckpoints(record, { asOf: completeAsOf, figures }).checkpoints;
  expect(first?.recommended).toMatchObject({ decision: "hold", uncovered: ["turnover", "ramp"] });
});

test("a ramp whose last known week is long over does not speak for the day of the checkpoint", () => {
  const old = { weeks: ramp.weeks.map((one) => ({ ...one, on: "2026-01-04" })) };
  const verdictOf = (question: Partial<CheckpointsQuestion>) =>
    ask({}, question).criteria.find(({ metric }) => metric === "ramp")?.state;
  expect(verdictOf({ ramp: old })).toBe("no-data");
  expect(verdictOf({})).not.toBe("no-data");
});

test("windows end with the checkpoint, or today while it is ahead", () => {
  const windows = (edits: Edits) => checkpointWindows(recordWith(edits), completeAsOf)[0];
  expect(windows({})).toEqual({ phase: "first", metric: "quality-score", from: "2026-03-03", to: "2026-05-31" });
  expect(windows({ "growth.phases.0.checkpoint.on": "2026-08-31" })?.to).toBe(completeAsOf);
  expect(windows({ "growth.phases.0.checkpoint.criteria.0.over": "2 months" })?.from).toBe("2026-04-01");
});

test("what the next phase does to tenure is told when the records allow it", () => {
  const reviews = [10, 60, 120, 300].flatMap((tenureDays) =>
    Array.from({ length: 12 }, (_, at) => ({ tenureDays, score: 80 + (at % 3) })),
  );
  expect(ask({}, { reviews, draws: 20 }).tenureMix).toMatchObject({ kind: "tenure-mix", days: { length: 13 } });
  expect(ask({}).tenureMix).toEqual({ kind: "too-little-data", have: 0, need: 10 });
});

test("a record without growth has no checkpoints", () => {
  expect(reviewCheckpoints(recordWith({ growth: undefined }), { asOf: completeAsOf })).toEqual({
    asOf: completeAsOf,
    checkpoints: [],
    seed: 1,
  });
});

test("turnover counts nobody's days after the records of people end, and says so", () => {
  const turnover = (question: Partial<CheckpointsQuestion>) =>
    ask({}, question).criteria.find(({ metric }) => metric === "turnover");
  const left = [{ agent: "gone", hired_on: "2025-03-01", left_on: "2025-10-01", leave_kind: "voluntary" as const }];
  const cut = turnover({ roster: [...roster, ...left], recordsEnd: "2025-12-31" });
  expect(cut).toMatchObject({ window: { to: "2025-12-31" } });
  expect(cut?.working).toContain("; the records of people end on 2025-12-31");
  expect(turnover({ roster: [...roster, ...left], recordsEnd: "2027-01-01" })?.working).not.toContain("end on");
});
