import { expect, test } from "vitest";
import { recordWith } from "../../test/pitfalls/complete-record.ts";
import { movedFinding } from "../../test/pitfalls/moved-finding.ts";
import type { KpiReading } from "../assessment/verdict.ts";
import { addDays } from "../values/time.ts";
import { endedWords } from "./ended-words.ts";

const point = (start: string, numerator: number) => ({
  ...{ period: { start, end: addDays(start, 6) }, value: numerator / 100, numerator, denominator: 100 },
  ...{ lower: null, upper: null, centre: null, special: null },
});
const rework: KpiReading = {
  ...{ metric: "rework", title: "Rework", unit: "share", better: "lower", every: "week", segment: {} },
  ...{ chart: null, noChartBecause: "", variation: "unknown", assurance: "unknown", target: null, pitfalls: [] },
  points: ["2026-03-02", "2026-03-09", "2026-03-16", "2026-03-23"].map((start, at) => point(start, 4 + at)),
};

test("what ended says from when to when it was told, and where its figure stands now", () => {
  const now = {
    asOf: "2026-04-07",
    kpis: [{ ...rework, points: [...rework.points] }],
    serviceLevels: [],
    findings: [],
    record: recordWith(),
  };
  const finding = movedFinding("watch", { raisedAt: "2026-02-03" });
  expect(endedWords(finding, "2026-03-31", now)).toBe(
    "Told from 3 February 2026 to 31 March 2026 and no longer: “Rework rose”. Rework: 5.5 % (22 of 400) over the last 4 weeks, after 12.0 % when last told.",
  );
  const elsewhere = { ...now, kpis: [], findings: [movedFinding("watch", { pitfall: "slow-ramp" })] };
  expect(endedWords(finding, "2026-02-03", elsewhere)).toMatch(
    /^Told on 3 February 2026 and no longer: “Rework rose”\. For 4 weeks the figures have not given it clearly enough\. The same figures are told under “/,
  );
  const due = movedFinding("alarm", {
    raisedAt: "2026-02-03",
    evidence: {},
    subject: { kind: "risk", id: "r", segment: {} },
  });
  expect(endedWords({ ...due, detector: "review-overdue" }, "2026-03-31", now)).toContain(
    "By what is known on 7 April 2026 it is no longer so.",
  );
});

const level = {
  ...{ id: "resolution", metric: "resolved", clause: null, complete: true, excluded: 0, pending: 0, target: 0.8 },
  ...{ valueWithoutExclusions: null, interval: null, minimum: null, unknownBecause: null, credit: null },
  ...{ budgetSpent: null, failing: [] },
};
const may = {
  ...{ ...level, period: { start: "2026-05-01", end: "2026-05-31" }, value: 0.75 },
  ...{ numerator: 750, denominator: 1000, state: "missed" as const },
};
const june = {
  ...may,
  period: { start: "2026-06-01", end: "2026-06-30" },
  value: 0.9,
  numerator: 900,
  state: "met" as const,
};

test("a forecast ends with what its own period gave, a missed level with the latest period", () => {
  const usual = recordWith();
  const named = usual.service_levels
    .slice(0, 1)
    .map((one) => ({ ...one, id: "resolution", title: "Resolved in time" }));
  const record = { ...usual, service_levels: named };
  const now = { asOf: "2026-07-07", kpis: [], serviceLevels: [may, june], findings: [], record };
  const subject = { kind: "service-level", id: "resolution", segment: {} };
  const parts = { subject, raisedAt: "2026-05-19" };
  const forecast = movedFinding("watch", {
    ...parts,
    detector: "period-end-forecast",
    evidence: { period: may.period },
  });
  expect(endedWords(forecast, "2026-05-26", now)).toContain(
    "Service level Resolved in time gave 75.0 % (750 of 1,000) from 1 May 2026 to 31 May 2026: missed.",
  );
  const missed = movedFinding("watch", {
    ...parts,
    detector: "service-level-missed",
    evidence: { period: may.period },
  });
  expect(endedWords(missed, "2026-06-30", now)).toContain(
    "90.0 % (900 of 1,000) from 1 June 2026 to 30 June 2026: met.",
  );
});
