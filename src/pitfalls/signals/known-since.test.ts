import { expect, test } from "vitest";
import { completeAsOf, type Edits, recordWith } from "../../../test/pitfalls/complete-record.ts";
import { judgePitfalls } from "../../../test/pitfalls/judge-pitfalls.ts";
import type { SignalInput } from "../signal-input.ts";

const signalsOn = (asOf: string, edits: Edits = {}, sources: SignalInput["sources"] = []) => {
  const known = { record: recordWith(edits), asOf, sources, kpis: [], serviceLevels: [], reconciliations: [] };
  return Object.fromEntries(judgePitfalls(known).pitfalls.map(({ id, signal }) => [id, signal]));
};
const ofRecord = ["unmanaged-risk", "weak-ownership", "selection-red-flags", "goal-misalignment"];
const statesOn = (...asked: Parameters<typeof signalsOn>) => {
  const signals = signalsOn(...asked);
  return ofRecord.map((id) => signals[id]?.state);
};
const undated: Edits = { "contract.signed": undefined, "contract.starts": undefined };
const items = (to: string | null) => [{ source: "desk", fact: "work_items", rows: 10, to }];

test("what the record says in order clears what it is asked about", () => {
  expect(statesOn(completeAsOf)).toEqual(["clear", "clear", "clear", "clear"]);
});

test("before the contract, the award and the signed goals nothing of the record clears anything", () => {
  expect(statesOn("2020-01-01")).toEqual(["blind", "blind", "blind", "blind"]);
  expect(signalsOn("2020-01-01")["unmanaged-risk"]?.blindBecause).toContain(
    "Nothing was agreed yet: the contract is of",
  );
});

test("one answer found open after the day does not let the other clear it", () => {
  const edits: Edits = { "selection.bids.0.answers.staffing": "tbd" };
  expect(signalsOn(completeAsOf, edits)["selection-red-flags"]?.state).toBe("watch");
  expect(signalsOn("2020-01-01", edits)["selection-red-flags"]?.state).toBe("blind");
});

test("a contract without a date is known from the first record on file, and always where there is none", () => {
  expect(statesOn("2020-01-01", undated, items(null))[0]).toBe("blind");
  expect(statesOn("2020-01-01", undated, items("2019-12-31"))[0]).toBe("clear");
  expect(statesOn(completeAsOf, undated)[0]).toBe("clear");
});

test("what is overdue before the contract is told all the same", () => {
  const { state } = signalsOn("2020-01-01", { "actions.0.due": "2019-11-01" })["weak-ownership"] ?? {};
  expect(state).toBe("alarm");
});
