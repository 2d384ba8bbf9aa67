import { expect, test } from "vitest";
import { type Edits, recordWith } from "../../test/pitfalls/complete-record.ts";
import { judgePitfalls } from "../../test/pitfalls/judge-pitfalls.ts";
import { endOfWeeks, firstMonday, weeklyKpi, weeksOf } from "../../test/pitfalls/kpi-worlds.ts";
import { addDays } from "../values/time.ts";

const started = addDays(firstMonday, 7 * 52);
const action = (parts: object = {}) => ({
  ...{ id: "call-back", title: "Call unhappy customers back", pitfall: "poor-customer-feedback", owner: "luis" },
  ...{ due: "2099-01-01", measure: "csat", started },
  ...parts,
});
const fixWith = (
  actions: readonly object[],
  level: (week: number) => number,
  weeks = 64,
  gaps: readonly number[] = [],
) => {
  const edits: Edits = { actions };
  const measured = weeksOf(weeks, level, 3).map((week, at) => (gaps.includes(at) ? { passed: 0, of: 0 } : week));
  const { pitfalls } = judgePitfalls({
    ...{ record: recordWith(edits), asOf: endOfWeeks(weeks), kpis: [weeklyKpi(measured)] },
    ...{ serviceLevels: [], reconciliations: [], sources: [] },
  });
  const fix = pitfalls.find(({ id }) => id === "poor-customer-feedback")?.fix;
  if (fix === undefined) throw new Error("the pitfall is not judged");
  return fix;
};
const fixOf = (...given: Parameters<typeof fixWith>) => fixWith(...given).state;
const readingOf = (...given: Parameters<typeof fixWith>) => {
  const [only, ...others] = fixWith(...given).actions ?? [];
  if (only === undefined || others.length > 0) throw new Error("expected one action");
  return only;
};

const healthy = () => 0.86;
const fallenAndStill = (week: number) => (week >= 40 ? 0.78 : 0.86);
const mended = (week: number) => (week >= 40 && week < 52 ? 0.78 : 0.86);
const halfMended = (week: number) => (week < 30 ? 0.9 : week < 52 ? 0.74 : 0.8);
const worsened = (week: number) => (week < 52 ? 0.86 : 0.76);
const risingAllAlong = (week: number) => 0.7 + 0.003 * week;
const fallingUntilItBegan = (week: number) => 0.92 - 0.004 * Math.min(week, 52);
const fallenJustBefore = (week: number) => (week >= 49 ? 0.74 : 0.88);

test.each([
  ["nothing found and nothing done", [], healthy, 64, "none-needed"],
  ["found and nothing done", [], fallenAndStill, 64, "open"],
  [
    "an action without a measure, and no finding that a KPI leads",
    [action({ measure: undefined })],
    healthy,
    64,
    "open",
  ],
  ["an action that has just begun", [action()], fallenAndStill, 54, "open"],
  ["an action with no effect after twelve weeks", [action()], fallenAndStill, 64, "not-working"],
  ["an action after which the level came back", [action()], mended, 64, "resolved"],
  ["better, but not where it should be", [action({ expected: "88 %" })], halfMended, 64, "working"],
  ["an action after which the level fell", [action()], worsened, 64, "not-working"],
  ["a level that was rising all along", [action()], risingAllAlong, 64, "not-working"],
  ["a fall that stopped, and nothing more", [action()], fallingUntilItBegan, 64, "open"],
  ["a fall too short before the action to be a line", [action()], fallenJustBefore, 64, "open"],
] as const)("%s", (_, actions, level, weeks, state) => {
  expect(fixOf(actions, level, weeks)).toBe(state);
});

test("an action against a finding counts for the finding's pitfall", () => {
  const byFinding = action({ pitfall: undefined, findings: ["poor-customer-feedback/worsening/kpis"] });
  expect(fixOf([byFinding], mended)).toBe("resolved");
  expect(fixOf([action({ pitfall: "quality-decline" })], mended)).toBe("none-needed");
});

test("an action that worked is told with its effect, its interval and its weeks, and without a cause", () => {
  const told = readingOf([action({ expected: "84 %" })], mended);
  expect(told).toMatchObject({
    ...{ id: "call-back", title: "Call unhappy customers back", owner: "luis", due: "2099-01-01", doneOn: null },
    ...{ measure: "csat", since: started, outcome: "worked", state: "resolved", findings: [] },
  });
  const { value, low, high, unit } = told.effect ?? { value: 0, low: 0, high: 0, unit: null };
  expect(unit).toBe("share");
  expect(low).toBeGreaterThan(0);
  expect(low).toBeLessThan(0.08);
  expect(high).toBeGreaterThan(0.08);
  expect(value).toBeCloseTo((low + high) / 2, 10);
  expect(told.statement).toBe(
    "Since 5 January 2026, when “Call unhappy customers back” began, CSAT stands 12.0 points above the line it was on (4.4 to 19.5); 12 weeks. It is at 86.3 %; 84.0 % was expected.",
  );
  expect(readingOf([action({ expected: "95 %" })], mended)).toMatchObject({ state: "working" });
});

test("harm is said plainly, and stands until something that began later has worked", () => {
  const told = readingOf([action()], worsened);
  expect(told).toMatchObject({ outcome: "did-harm", state: "not-working" });
  expect(told.statement).toBe(
    "Since 5 January 2026, when “Call unhappy customers back” began, CSAT stands 8.6 points below the line it was on (5.9 to 11.3); 12 weeks. It has become worse, not better.",
  );
  const later = addDays(started, 7 * 12);
  const mendedLater = (week: number) => (week < 52 ? 0.86 : week < 64 ? 0.74 : 0.88);
  const both = [action(), action({ id: "undo", title: "Undo it", started: later })];
  expect(fixOf([action()], mendedLater, 70)).toBe("not-working");
  expect(["working", "resolved"]).toContain(fixOf(both, mendedLater, 78));
});

const cannotBeTold: readonly [string, ReturnType<typeof action>, (week: number) => number, number, string, RegExp][] = [
  [
    "too few weeks since",
    action(),
    fallenAndStill,
    54,
    "too-early",
    /^Too early to tell: 2 of 4 weeks of CSAT since 5 J/,
  ],
  [
    "no effect yet",
    action(),
    fallenAndStill,
    58,
    "no-effect-yet",
    /Chance alone gives as much: no effect can be told ye/,
  ],
  [
    "a fall that stopped",
    action(),
    fallingUntilItBegan,
    64,
    "no-effect-yet",
    /no better than the .* just before: the line/,
  ],
  [
    "too short a line",
    action(),
    fallenJustBefore,
    64,
    "unknown",
    /on one line for 3 of the 6 weeks that are needed\.$/,
  ],
  [
    "no day on which it began",
    action({ started: undefined }),
    mended,
    64,
    "too-early",
    /add started: once it has begun/,
  ],
  ["a day to come", action({ started: "2099-01-01" }), mended, 64, "too-early", /begins on 1 January 2099\.$/],
  [
    "no figures",
    action({ measure: "quality" }),
    mended,
    64,
    "unknown",
    /judged by quality, of which there is no figure/,
  ],
];
test.each(cannotBeTold)("told as open, with the reason: %s", (_, one, level, weeks, outcome, words) => {
  const told = readingOf([one], level, weeks);
  expect(told).toMatchObject({ outcome, state: "open" });
  expect(told.statement).toMatch(words);
});

test("weeks without a figure count neither before nor since", () => {
  expect(readingOf([action()], mended, 57, [53, 55]).statement).toContain("Too early to tell: 3 of 4 weeks of CSAT");
  expect(readingOf([action()], mended, 64, [44, 47, 53, 55])).toMatchObject({ outcome: "worked" });
});

test("without a measure of its own, an action is judged by the KPI that leads the finding it answers", () => {
  const told = readingOf([action({ measure: undefined })], fallenAndStill);
  expect(told).toMatchObject({ measure: "csat", outcome: "no-effect-yet", state: "not-working" });
  const other = action({ measure: undefined, pitfall: undefined, findings: ["poor-customer-feedback/other/thing"] });
  expect(readingOf([other], fallenAndStill)).toMatchObject({ measure: null, effect: null, outcome: "unknown" });
});

test("actions that share a measure say that what followed is of both", () => {
  const second = action({ id: "coach", title: "Coach the team", started: addDays(started, 14) });
  const [first] = fixWith([action(), second], mended).actions ?? [];
  expect(first?.statement).toContain("“Coach the team” began on 19 January 2026 and is judged by the same figure");
});
