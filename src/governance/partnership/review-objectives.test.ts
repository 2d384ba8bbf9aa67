import { describe, expect, test } from "vitest";
import { completeAsOf, type Edits, recordWith } from "../../../test/pitfalls/complete-record.ts";
import { type ObjectivesQuestion, reviewObjectives } from "./review-objectives.ts";

const cured: Edits = { "objectives.0.broken_today": "one customer in five writes twice" };
const first = (edits: Edits, question: Partial<ObjectivesQuestion> = {}) => {
  const [objective] = reviewObjectives(recordWith(edits), { asOf: completeAsOf, ...question }).objectives;
  if (objective === undefined) throw new Error("no objective");
  return objective;
};
const smart = (edits: Edits, property: string, question: Partial<ObjectivesQuestion> = {}) =>
  first({ ...cured, ...edits }, question).smart.find((one) => one.property === property);

describe("each SMART property: in place, partial, missing, and not fooled", () => {
  const never = Array.from({ length: 8 }, (_, at) => ({ on: `2025-0${at + 1}-28`, value: 0.6 + at / 100 }));
  const always = never.map((reading) => ({ ...reading, value: 0.95 }));
  test.each<[string, string, Edits, (readonly { on: string; value: number }[])?]>([
    ["specific", "in-place", {}],
    ["specific", "partial", { "objectives.0.outcome": "customers get world-class service with fewer errors" }],
    ["specific", "missing", { "objectives.0.outcome": "Answer customer emails" }],
    ["specific", "missing", { "objectives.0.outcome": "Answer 500 customer emails a day" }],
    ["specific", "missing", { "objectives.0.outcome": "to be decided" }],
    ["measurable", "in-place", {}],
    ["measurable", "partial", { "objectives.0.baseline": undefined }],
    ["measurable", "missing", { "objectives.0.metric": undefined }],
    ["measurable", "missing", { "objectives.0.target": "61 % by 2026-09-30" }],
    ["measurable", "missing", { "objectives.0.target": "40 % by 2026-09-30" }],
    ["measurable", "missing", { "objectives.0.target": "4h by 2026-09-30" }],
    ["achievable", "in-place", {}],
    ["achievable", "partial", { "objectives.0.in_90_days": undefined }],
    ["achievable", "missing", { "objectives.0.baseline": undefined }],
    ["achievable", "partial", { "objectives.0.target": "100 % by 2026-09-30" }],
    ["achievable", "partial", { "objectives.0.owner": "rosa" }],
    ["achievable", "partial", { "objectives.0.owner": "tbd" }],
    ["achievable", "partial", { "objectives.0.in_90_days": "95 %" }],
    ["achievable", "partial", {}, never],
    ["achievable", "partial", {}, always],
    ["relevant", "in-place", {}],
    ["relevant", "partial", { "objectives.0.broken_today": undefined }],
    ["relevant", "partial", { "objectives.0.broken_today": "n/a" }],
    ["relevant", "partial", { "objectives.0.supported_by": [] }],
    ["relevant", "missing", { "objectives.0.metric": "items-handled" }],
    ["time-bound", "in-place", {}],
    ["time-bound", "partial", { "objectives.0.target": "90 % by 2026-06-01" }],
    ["time-bound", "partial", { "objectives.0.target": "90 % by 2031-01-01" }],
    ["time-bound", "missing", { "objectives.0.target": "90 %" }],
    ["time-bound", "missing", { "objectives.0.target": "90 % by 2025-12-31" }],
  ])("%s is %s with %j", (property, state, edits, past = []) => {
    const found = smart(edits, property, { readings: { "first-answer-in-4h": past } });
    expect(found).toMatchObject({ state, reason: expect.stringMatching(/\.$/) });
    expect(found?.suggestion === null).toBe(state === "in-place");
  });
});

test("the three opening questions are answered from the record, or said to be open", () => {
  expect(first(cured).questions.map(({ id, state }) => `${id} ${state}`)).toEqual([
    "what-is-broken in-place",
    "success-in-90-days in-place",
    "what-improves in-place",
  ]);
  const open = {
    "objectives.0.in_90_days": "61 %",
    "objectives.0.baseline": "61 %",
    "objectives.0.outcome": "Answer emails",
  };
  expect(first(open).questions.map(({ state }) => state)).toEqual(["partial", "missing", "missing"]);
});

test("a task is told again as an outcome, with its figures", () => {
  expect(first({ "objectives.0.outcome": "Answer customer emails" })).toMatchObject({
    wording: "task",
    suggested: {
      outcome: "Improve response time and satisfaction for customer emails",
      inFull: expect.stringContaining("from 61 % to 90 % by 2026-09-30"),
    },
    state: "partial",
  });
});

test("an objective is judged on its way only by what was measured by the day of asking", () => {
  const readings = { "first-answer-in-4h": [{ on: "2026-05-31", value: 0.7, low: 0.65, high: 0.74 }] };
  expect(first(cured, { readings }).trajectory).toMatchObject({ standing: { state: "behind", value: 0.7 } });
  expect(first(cured, { readings, asOf: "2026-05-30" }).trajectory).toMatchObject({ standing: null });
});

test("the review is plain data", () => {
  const review = reviewObjectives(recordWith(cured), { asOf: completeAsOf });
  expect(JSON.parse(JSON.stringify(review))).toEqual(review);
  expect(reviewObjectives(recordWith({ objectives: [], goals: undefined }), { asOf: completeAsOf })).toEqual({
    asOf: completeAsOf,
    objectives: [],
    goals: { kind: "too-little-data", have: 0, need: 2 },
  });
});
