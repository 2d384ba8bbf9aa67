import { expect, test } from "vitest";
import { frozenProblems, lockDefinitions, restatementProblems } from "./definition-freeze.ts";

/** The text itself serves as digest here: two texts are equal or they are not. */
const digest = (text: string) => text;

const csat = { share_of: "survey_responses", having: "score >= 4", better: "higher" };
const restates = { because: "the scale was read upside down", on: "2026-05-02", agreed_by: ["ana", "rosa"] };
const record = {
  client: { owner: "ana" },
  provider: { account_manager: "rosa" },
  metrics: { csat },
  service_levels: [
    { id: "satisfied", metric: "csat", every: "month", target: "85 %" },
    { id: "satisfied", metric: "csat", every: "month", target: "88 %", effective_from: "2026-07-01" },
  ],
};
const lock = lockDefinitions(record, "2026-03-31", digest, null);

function codesOf(change: object): string[] {
  return frozenProblems({ ...record, ...change }, lock, digest).map(({ code }) => code);
}

test("a lock holds what had begun by its date, and only that", () => {
  expect(lock.definitions.map(({ kind, id, effective_from }) => [kind, id, effective_from])).toEqual([
    ["metric", "csat", undefined],
    ["service-level", "satisfied", undefined],
  ]);
});

const [now, later] = record.service_levels;
test.each([
  ["nothing changed", {}, []],
  [
    "keys in another order",
    { metrics: { csat: { better: "higher", having: "score >= 4", share_of: "survey_responses" } } },
    [],
  ],
  ["another title", { metrics: { csat: { ...csat, title: "Happy customers" } } }, []],
  ["a new metric", { metrics: { csat, nps: csat } }, []],
  ["a change of what has not begun", { service_levels: [now, { ...later, target: "95 %" }] }, []],
  ["a version for the time to come", { metrics: { csat: [csat, { ...csat, effective_from: "2026-04-01" }] } }, []],
  ["another condition", { metrics: { csat: { ...csat, having: "score >= 3" } } }, ["frozen-definition-changed"]],
  ["another condition, restated", { metrics: { csat: { ...csat, having: "score >= 3", restates } } }, []],
  ["a lower target", { service_levels: [{ ...now, target: "80 %" }, later] }, ["frozen-definition-changed"]],
  ["no metric any more", { metrics: {} }, ["frozen-definition-removed"]],
  [
    "a version slipped into closed months",
    { metrics: { csat: [csat, { ...csat, having: "score >= 3", effective_from: "2026-03-01" }] } },
    ["frozen-period-restated"],
  ],
  [
    "the same, restated",
    { metrics: { csat: [csat, { ...csat, having: "score >= 3", effective_from: "2026-03-01", restates }] } },
    [],
  ],
  [
    "a version moved to another day",
    { metrics: { csat: { ...csat, effective_from: "2026-02-01" } } },
    ["frozen-definition-removed", "frozen-period-restated"],
  ],
  ["the same, restated once", { metrics: { csat: { ...csat, effective_from: "2026-02-01", restates } } }, []],
])("%s", (_, change, codes) => {
  expect(codesOf(change)).toEqual(codes);
});

test("one restatement allows one change: the next needs another", () => {
  const restated = { ...record, metrics: { csat: { ...csat, having: "score >= 3", restates } } };
  const again = lockDefinitions(restated, "2026-04-30", digest, lock);
  expect(frozenProblems(restated, again, digest)).toEqual([]);
  const quietly = { ...restated, metrics: { csat: { ...csat, having: "score >= 2", restates } } };
  expect(frozenProblems(quietly, again, digest).map(({ code }) => code)).toEqual(["frozen-definition-changed"]);
  const openly = { ...csat, having: "score >= 2", restates: { ...restates, on: "2026-06-01" } };
  expect(frozenProblems({ ...restated, metrics: { csat: openly } }, again, digest)).toEqual([]);
});

test("what was closed stays closed: freezing to an earlier day keeps the later one", () => {
  expect(lockDefinitions(record, "2026-01-31", digest, lock).frozen_through).toBe("2026-03-31");
});

test("a restatement needs somebody of each side", () => {
  const written = { ...record, metrics: { csat: { ...csat, restates: { ...restates, agreed_by: ["ana"] } } } };
  expect(restatementProblems(written)).toMatchObject(
    [{ code: "restatement-one-sided", path: ["metrics", "csat", "restates", "agreed_by"], message: /provider/ }].map(
      (problem) => ({ ...problem, message: expect.stringMatching(problem.message) }),
    ),
  );
  expect(restatementProblems({ ...record, metrics: { csat: { ...csat, restates } } })).toEqual([]);
});
