import { expect, test } from "vitest";
import { recordWith } from "../../../../test/pitfalls/complete-record.ts";
import { endOfWeeks, weeklyKpi, weeksOf } from "../../../../test/pitfalls/kpi-worlds.ts";
import { addDays } from "../../../values/time.ts";
import { weighPitfalls } from "./pitfall-evidence.ts";
import { worseningKpiDetector } from "./worsening-kpi-detector.ts";

const asOf = endOfWeeks(64);
const known = {
  ...{ record: recordWith(), asOf, serviceLevels: [], reconciliations: [], sources: [] },
  kpis: [weeklyKpi(weeksOf(64, (week) => (week >= 52 ? 0.79 : 0.86), 5))],
};
const weighed = weighPitfalls(known);
const told = weighed.of["poor-customer-feedback"];
const change = told.change;
if (change === null) throw new Error("the fall is told");

/** The statement on the fall where quality decline tells the same figure from so many days before or after. */
const statementBeside = (days: number, speaksMoreFor: "poor-customer-feedback" | null = null) => {
  const other = { ...told, change: { ...change, onset: addDays(change.onset, days), speaksMoreFor } };
  const of = { ...weighed.of, "quality-decline": other };
  const { findings } = worseningKpiDetector("poor-customer-feedback").look({ ...known, weighed: { ...weighed, of } });
  return findings[0]?.statement ?? "";
};

test("one figure that two pitfalls date from different days says so under both, with the reason", () => {
  expect(statementBeside(-14)).toMatch(
    /“Quality declines” dates the same change from \d+ \w+ 20\d\d: each pitfall dates it by all the figures that it weighs together\./,
  );
  expect(statementBeside(14)).toContain("dates the same change from");
});

test("the same day, another change, or a pitfall that only points here is no second date", () => {
  expect(statementBeside(0)).not.toContain("dates the same change");
  expect(statementBeside(-100)).not.toContain("dates the same change");
  expect(statementBeside(-14, "poor-customer-feedback")).not.toContain("dates the same change");
});
