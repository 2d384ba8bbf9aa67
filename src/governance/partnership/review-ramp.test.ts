import { expect, test } from "vitest";
import { completeAsOf, recordWith } from "../../../test/pitfalls/complete-record.ts";
import { addDays } from "../../values/time.ts";
import { productivityAt } from "../transition/learning-curve.ts";
import type { RosterRow } from "../transition/roster-ramp.ts";
import { reviewRamp } from "./review-ramp.ts";

/** Twelve people at work from late January, twelve more from `second` on. */
const rosterFrom = (second: string): readonly RosterRow[] =>
  Array.from({ length: 24 }, (_, at) => {
    const hired = at < 12 ? "2026-01-05" : addDays(second, 7 * (at % 4));
    return { agent: `a${at}`, hired_on: hired, production_on: addDays(hired, 21) };
  });
const work = (scale: number) =>
  Array.from({ length: 12 * 12 }, (_, at) => ({
    agent: `a${Math.floor(at / 12)}`,
    week: at % 12,
    productivity: productivityAt({ start: 0.4, scale }, at % 12) + (((at * 7919) % 13) - 6) / 100,
  }));
const ask = (roster: readonly RosterRow[], scale: number, asOf = completeAsOf) =>
  reviewRamp(recordWith({}), { asOf, roster, work: work(scale), draws: 100 });

test("people who come in time and learn fast are on plan, and the forecast says when it is full", () => {
  const review = ask(rosterFrom("2026-02-16"), 3);
  expect(review.behindSince).toBeNull();
  expect(review.learning).toMatchObject({ from: "measured", lacking: null });
  expect(review.forecast).toMatchObject({ kind: "forecast", planned: "2026-06-01", neverWithinHorizon: 0 });
});

test("people who come late are behind from some week on, and the forecast is later and wider", () => {
  const review = ask(rosterFrom("2026-05-18"), 6);
  expect(review.behindSince).not.toBeNull();
  expect((review.behindSince ?? "") < completeAsOf).toBe(true);
  const { forecast } = review;
  if (forecast.kind !== "forecast") throw new Error("too little data");
  const [p10, p50, p90] = [forecast.p10 ?? "", forecast.p50 ?? "", forecast.p90 ?? "9999"];
  expect(p10 > "2026-06-01" && p10 <= p50 && p50 <= p90).toBe(true);
  expect(forecast.chanceInTime).toBe(0);
});

test("what was not known on the day of asking changes nothing", () => {
  const roster = rosterFrom("2026-05-18");
  const early = ask(roster, 6, "2026-04-30");
  expect(early).toEqual(
    ask(
      roster.filter(({ hired_on: hired }) => hired <= "2026-04-30"),
      6,
      "2026-04-30",
    ),
  );
});

test("after the last day of the records nobody is known to be at work", () => {
  const ended = { roster: rosterFrom("2026-02-16"), work: work(3), draws: 100, recordsEnd: "2026-06-30" };
  const review = reviewRamp(recordWith({}), { ...ended, asOf: "2026-11-22" });
  const then = reviewRamp(recordWith({}), { ...ended, asOf: "2026-06-30" });
  expect(review.recordsEnd).toBe("2026-06-30");
  expect((review.weeks.at(-1)?.on ?? "9999") <= "2026-06-30").toBe(true);
  expect({ ...review, asOf: then.asOf, recordsEnd: null, gates: [] }).toEqual({ ...then, gates: [] });
});

test("records that are some days late have not ended", () => {
  const late = reviewRamp(recordWith({}), {
    ...{ asOf: "2026-06-30", roster: rosterFrom("2026-02-16"), recordsEnd: "2026-06-26" },
  });
  expect(late).toMatchObject({ recordsEnd: null });
  expect((late.weeks.at(-1)?.on ?? "") > "2026-06-23").toBe(true);
});

test("a planned day that is over was kept or missed; one ahead is neither", () => {
  const wasInTime = (review: ReturnType<typeof ask>) =>
    review.forecast.kind === "forecast" ? review.forecast.wasInTime : "too little data";
  expect(wasInTime(ask(rosterFrom("2026-02-16"), 3, "2026-06-30"))).toBe(true);
  expect(wasInTime(ask(rosterFrom("2026-05-18"), 6, "2026-06-30"))).toBe(false);
  expect(wasInTime(ask(rosterFrom("2026-02-16"), 3, "2026-05-25"))).toBeNull();
});

test("the same seed gives the same forecast", () => {
  expect(ask(rosterFrom("2026-04-01"), 6)).toEqual(ask(rosterFrom("2026-04-01"), 6));
});

test("a promise that its own heads cannot keep is told", () => {
  const bold = { "transition.ramp.0": { on: "2026-02-01", heads: 12, productive: 12 } };
  const promises = (edits: object) => reviewRamp(recordWith({ ...edits }), { asOf: completeAsOf }).promises;
  expect(promises({}).map(({ isPlausible }) => isPlausible)).toEqual([true, true]);
  expect(promises(bold)[0]).toMatchObject({ promised: 12, isPlausible: false });
});

test.each([
  ["no roster", {}, []],
  ["no plan", { transition: undefined }, rosterFrom("2026-02-16")],
  ["three people", {}, rosterFrom("2026-02-16").slice(0, 3)],
])("%s gives no forecast and no alarm", (_, edits, roster) => {
  const review = reviewRamp(recordWith(edits), { asOf: completeAsOf, roster });
  expect(review.forecast).toMatchObject({ kind: "too-little-data" });
  expect(JSON.parse(JSON.stringify(review))).toEqual(review);
});

test.each<[string, object, string]>([
  ["one that opened on its day", { due: "2026-02-02", passed_on: "2026-02-02" }, "passed"],
  ["one that opened later", { due: "2026-02-02", passed_on: "2026-02-16" }, "late"],
  ["one that is still shut after its day", { due: "2026-05-04" }, "overdue"],
  ["one whose opening is only planned", { due: "2026-05-04", passed_on: "2026-08-01" }, "overdue"],
  ["one that lies ahead", { due: "2026-08-03" }, "ahead"],
  ["one without a day", {}, "no-day"],
])("a gate of the launch: %s", (_, gate, state) => {
  const record = recordWith({ "transition.launch_gates": [{ id: "go-live", kind: "go-live", ...gate }] });
  expect(reviewRamp(record, { asOf: completeAsOf }).gates).toMatchObject([{ id: "go-live", state }]);
});
