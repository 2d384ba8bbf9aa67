import { expect, test } from "vitest";
import { completeAsOf, type Edits, recordWith } from "../../../test/pitfalls/complete-record.ts";
import { reviewCore } from "./review-core.ts";

const ask = (edits: Edits) => reviewCore(recordWith(edits), { asOf: completeAsOf, draws: 200 });
const first = (edits: Edits) => ask(edits).processes[0];
const precious = { strategic_importance: 5, differentiation: 5, customer_knowledge: 5, stability: 1, measurability: 1 };

test.each<[string, Edits, readonly string[]]>([
  ["scores and conclusion that agree", {}, []],
  [
    "a conclusion that hands over what the scores would keep",
    { "processes.0.core.scores": precious },
    ["The conclusion is outsource, and the scores say keep."],
  ],
  [
    "work that was to be kept",
    { "processes.0.core.conclusion": "keep" },
    ["It was to be kept and is done by the provider."],
  ],
  [
    "work that was to be split",
    { "processes.0.core.conclusion": "hybrid" },
    ["It was to be split and is done by the provider alone."],
  ],
  [
    "an assessment that lies ahead",
    { "processes.0.core.on": "2027-01-01" },
    ["Its assessment is dated 2027-01-01, which lies ahead."],
  ],
])("%s", (_, edits, faults) => expect(first(edits)?.faults).toEqual(faults));

test("a process that nobody assessed has too little to say", () => {
  expect(first({ "processes.0.core": undefined })).toMatchObject({
    concluded: null,
    assessment: { kind: "too-little-data", have: 0 },
  });
});

const stateOf = (kind: string, edits: Edits) => ask(edits).keepings.find((one) => one.kind === kind)?.state;

test.each<[string, Edits, string | undefined]>([
  ["retained-role", {}, "in-place"],
  ["retained-role", { "retained_roles.0.holder": "rosa" }, "missing"],
  ["retained-role", { "retained_roles.0.holder": "tbd" }, "missing"],
  ["retained-role", { retained_roles: [] }, undefined],
  ["knowledge", {}, "in-place"],
  ["knowledge", { knowledge: [] }, "missing"],
  ["decision-right", {}, "in-place"],
  ["decision-right", { "decision_rights.0.decides": "rosa" }, "missing"],
  ["exit-plan", {}, "in-place"],
  ["exit-plan", { "contract.terms.exit.rehearsed": "2026-12-01" }, "partial"],
  ["exit-plan", { contract: undefined }, "missing"],
])("%s with %j is %s", (kind, edits, state) => expect(stateOf(kind, edits)).toBe(state));

test("the review is plain data and repeats with its seed", () => {
  expect(JSON.parse(JSON.stringify(ask({})))).toEqual(ask({}));
});
