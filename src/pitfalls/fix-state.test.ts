import { expect, test } from "vitest";
import { type Edits, recordWith } from "../../test/pitfalls/complete-record.ts";
import { endOfWeeks, firstMonday, weeklyKpi, weeksOf } from "../../test/pitfalls/kpi-worlds.ts";
import { addDays } from "../values/time.ts";
import { judgePitfalls } from "./judge-pitfalls.ts";

const started = addDays(firstMonday, 7 * 52);
const action = (parts: object = {}) => ({
  ...{ id: "call-back", title: "Call unhappy customers back", pitfall: "poor-customer-feedback", owner: "luis" },
  ...{ due: "2099-01-01", measure: "csat", started },
  ...parts,
});
const fixOf = (actions: readonly object[], level: (week: number) => number, weeks = 64) => {
  const edits: Edits = { actions };
  const { pitfalls } = judgePitfalls({
    ...{ record: recordWith(edits), asOf: endOfWeeks(weeks), kpis: [weeklyKpi(weeksOf(weeks, level, 3))] },
    ...{ serviceLevels: [], reconciliations: [], sources: [] },
  });
  return pitfalls.find(({ id }) => id === "poor-customer-feedback")?.fix.state;
};

const healthy = () => 0.86;
const fallenAndStill = (week: number) => (week >= 40 ? 0.78 : 0.86);
const mended = (week: number) => (week >= 40 && week < 52 ? 0.78 : 0.86);
const halfMended = (week: number) => (week < 30 ? 0.9 : week < 52 ? 0.74 : 0.8);

test.each([
  ["nothing found and nothing done", [], healthy, 64, "none-needed"],
  ["found and nothing done", [], fallenAndStill, 64, "open"],
  ["an action without a measure", [action({ measure: undefined })], fallenAndStill, 64, "open"],
  ["an action that has just begun", [action()], fallenAndStill, 54, "open"],
  ["an action with no effect after twelve weeks", [action()], fallenAndStill, 64, "not-working"],
  ["an action after which the level came back", [action()], mended, 64, "resolved"],
  ["better, but not where it should be", [action({ expected: "88 %" })], halfMended, 64, "working"],
] as const)("%s", (_, actions, level, weeks, state) => {
  expect(fixOf(actions, level, weeks)).toBe(state);
});

test("an action against a finding counts for the finding's pitfall", () => {
  const byFinding = action({ pitfall: undefined, findings: ["poor-customer-feedback/worsening/kpis"] });
  expect(fixOf([byFinding], mended)).toBe("resolved");
  expect(fixOf([action({ pitfall: "quality-decline" })], mended)).toBe("none-needed");
});
