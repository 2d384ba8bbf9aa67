import { expect, test } from "vitest";
import { z } from "zod";
import { completeAsOf, recordWith } from "../../../../test/pitfalls/complete-record.ts";
import { judgePitfalls } from "../../../../test/pitfalls/judge-pitfalls.ts";
import { endOfWeeks, levelMonths, weeklyKpi, weeksOf } from "../../../../test/pitfalls/kpi-worlds.ts";
import type { KpiReading, Reconciliation } from "../../../assessment/verdict.ts";
import { addDays } from "../../../values/time.ts";
import { findSignals } from "../../judge-pitfalls.ts";
import type { PitfallId } from "../../pitfall-definition.ts";
import type { SignalInput } from "../../signal-input.ts";

const seen = (parts: Partial<SignalInput>): SignalInput => ({
  ...{ record: recordWith(), asOf: completeAsOf, kpis: [], serviceLevels: [], reconciliations: [], sources: [] },
  ...parts,
});
const signalOf = (id: PitfallId, parts: Partial<SignalInput>) => {
  const { pitfalls, findings } = judgePitfalls(seen(parts));
  const signal = pitfalls.find((pitfall) => pitfall.id === id)?.signal;
  return { ...signal, found: findings.filter(({ pitfall }) => pitfall === id) };
};

const Worked = z.object({ value: z.number(), numerator: z.number(), denominator: z.number() });
const fallen = weeklyKpi(weeksOf(64, (week) => (week >= 52 ? 0.79 : 0.86), 5));
const steady = weeklyKpi(weeksOf(64, () => 0.86, 3));
const end = endOfWeeks(64);

test("a CSAT that fell is told with both stretches, their counts and the onset, and claims no cause", () => {
  const { state, found } = signalOf("poor-customer-feedback", { kpis: [fallen], asOf: end });
  expect(state).toBe("alarm");
  expect(found.map(({ id }) => id)).toEqual(["poor-customer-feedback/worsening/kpis"]);
  expect(found[0]?.statement).toMatch(
    /^CSAT fell from \d\d\.\d % \([\d,]+ of [\d,]+\) in the \d+ weeks before \d+ \w+ 20\d\d to \d\d\.\d % \([\d,]+ of [\d,]+\) in the \d+ weeks since, \d\.\d points lower\./,
  );
  expect(found[0]?.statement).not.toMatch(/because|caused|due to/);
  for (const part of ["before", "since"]) {
    const { value, numerator, denominator } = Worked.parse(found[0]?.evidence[part]);
    expect(value).toBeCloseTo(numerator / denominator, 12);
  }
});

test("a monthly KPI is told in months, beside the same months of the year before or with the word that they are missing", () => {
  const monthly = (months: number, level: (month: number) => number) => {
    const weekly = weeklyKpi(weeksOf(months, level, 5));
    const points = weekly.points.map((point, at) => {
      const year = 2024 + Math.floor(at / 12);
      const start = `${year}-${`${(at % 12) + 1}`.padStart(2, "0")}-01`;
      return { ...point, period: { start, end: addDays(start, 27) } };
    });
    return { ...weekly, every: "month" as const, points };
  };
  const told = (months: number, asOf: string) => {
    const kpis = [monthly(months, (month) => (month >= months - 3 ? 0.6 : 0.86))];
    return signalOf("poor-customer-feedback", { kpis, asOf }).found[0];
  };
  const old = told(18, "2025-07-02");
  expect(old).toMatchObject({ onset: "2025-04-01" });
  expect(old?.statement).toMatch(
    /in the 15 months before April 2025 to .* in the 3 months since, .* A year before, the same 3 months gave \d\d\.\d % \(/,
  );
  expect(old?.statement).toMatch(/It began (between \w+ 202\d and|with) \w+ 2025 \(four chances in five/);
  const young = told(12, "2025-01-02");
  expect(young?.statement).toContain("The same 3 months of the year before were not measured, so that a season would");
  expect(signalOf("poor-customer-feedback", { kpis: [fallen], asOf: end }).found[0]?.statement).not.toMatch(
    /[Yy]ear before/,
  );
});

test("silence of a young KPI clears nothing: it is blind until a change of usual size would have been told", () => {
  const weeks = (count: number) => {
    const kpis = [weeklyKpi(weeksOf(count, () => 0.86, 3))];
    return signalOf("poor-customer-feedback", { kpis, asOf: endOfWeeks(count) });
  };
  expect(weeks(15)).toMatchObject({
    state: "blind",
    blindBecause: expect.stringContaining("only 15 weeks measured; that nothing is told means something from 20 on"),
  });
  expect(weeks(24)).toMatchObject({ state: "clear", blindBecause: null });
});

test("where winter and summer differ, a change is held against the same months of the years before, and not taken for over by the summer", () => {
  const winter = (month: number) => 0.06 * Math.cos((2 * Math.PI * month) / 12);
  const monthly = (worsening: number) => {
    // Eight weeks' answers a month.
    const answers = weeksOf(
      8 * 31,
      (week) => 0.86 - winter(Math.floor(week / 8)) - (week >= 8 * 24 ? worsening : 0),
      3,
    );
    const weekly = weeklyKpi(
      Array.from({ length: 31 }, (_, month) =>
        answers
          .slice(8 * month, 8 * month + 8)
          .reduce((sum, { passed, of }) => ({ passed: sum.passed + passed, of: sum.of + of })),
      ),
    );
    const points = weekly.points.map((point, at) => {
      const start = `${2023 + Math.floor(at / 12)}-${`${(at % 12) + 1}`.padStart(2, "0")}-01`;
      return { ...point, period: { start, end: addDays(start, 27) } };
    });
    const kpis = [{ ...weekly, every: "month" as const, points }];
    return signalOf("poor-customer-feedback", { kpis, asOf: "2025-08-02" });
  };
  expect(monthly(0).found).toEqual([]);
  const { statement = "", evidence = {}, onset } = monthly(0.06).found[0] ?? {};
  expect(onset).toBe("2025-01-01");
  expect(statement).toMatch(
    /^CSAT fell from \d\d\.\d % \([\d,]+ of [\d,]+\) in the same 7 months of the 2 years before to \d\d\.\d % \([\d,]+ of [\d,]+\) in the 7 months since January 2025, \d\.\d points lower\. A year before, the same 7 months gave \d\d\.\d % \(/,
  );
  const same = Worked.parse(evidence.sameSeason);
  const since = Worked.parse(evidence.since);
  expect(same.value).toBeCloseTo(same.numerator / same.denominator, 12);
  expect(same.value - since.value).toBeCloseTo(0.06, 1);
});

test("a KPI on a chart with common cause is clear; with too little history blind, never clear", () => {
  expect(signalOf("poor-customer-feedback", { kpis: [steady], asOf: end }).state).toBe("clear");
  const young = signalOf("poor-customer-feedback", {
    kpis: [weeklyKpi(weeksOf(5, () => 0.9, 1))],
    asOf: endOfWeeks(5),
  });
  expect(young.state).toBe("blind");
  expect(young.blindBecause).toContain("CSAT: only 5 weeks measured, 12 needed.");
});

test("a KPI is a sign of the pitfalls that KPIs show, not of every pitfall that it is watched for", () => {
  const kpis = [{ ...fallen, pitfalls: ["poor-customer-feedback", "scaling-too-fast"] }];
  const { findings } = judgePitfalls(seen({ kpis, asOf: end }));
  expect(findings.map(({ pitfall }) => pitfall)).toEqual(["poor-customer-feedback"]);
});

test("a change is told once, under the pitfall that it fits best; another that shares it is watched and points there", () => {
  const record = recordWith({ "metrics.csat.watch_for": ["communication-breakdown"] });
  const kpis = [{ ...fallen, pitfalls: ["communication-breakdown"] }];
  const { findings, pitfalls } = judgePitfalls(seen({ record, kpis, asOf: end }));
  expect(findings.map(({ id, state }) => [id, state])).toEqual([["poor-customer-feedback/worsening/kpis", "alarm"]]);
  const shared = pitfalls.find(({ id }) => id === "communication-breakdown")?.signal;
  expect(shared).toMatchObject({ state: "watch", findings: ["poor-customer-feedback/worsening/kpis"] });
});

test("a metric of the record's own that names no pitfall is watched for the one of its role; one that asks for none is not", () => {
  const kpis = [{ ...fallen, metric: "answered", pitfalls: [] }];
  const answered = { title: "Answered in time", share_of: "work_items", having: "priority is P1", every: "week" };
  const findingsOf = (parts: object) => {
    const record = recordWith({ "metrics.answered": { ...answered, better: "higher", ...parts } });
    return judgePitfalls(seen({ record, kpis, asOf: end })).findings.map(({ id, state }) => [id, state]);
  };
  expect(findingsOf({ role: "speed" })).toEqual([["missed-deadlines/worsening/kpis", "alarm"]]);
  expect(findingsOf({ role: "speed", watch_for: [] })).toEqual([]);
  expect(findingsOf({ role: "volume" })).toEqual([]);
});

test.each([
  ["missed once", ["met", "met", "missed"], "watch", "88.0 % (264 of 300) against a target of 90.0 %."],
  ["missed twice running", ["met", "missed", "missed"], "alarm", "It is the 2nd period missed in a row."],
  ["below its minimum", ["met", "met", "below-minimum"], "alarm", "and below its minimum of 85.0 %."],
  ["missed, then unknown", ["met", "missed", "unknown"], "blind", null],
  ["met again", ["missed", "missed", "met"], "clear", null],
] as const)("a service level %s", (_, states, state, words) => {
  const { state: is, found } = signalOf("missed-deadlines", { serviceLevels: levelMonths(states), asOf: "2025-04-02" });
  expect(is).toBe(state);
  expect(found.map(({ id }) => id)).toEqual(
    words === null ? [] : ["missed-deadlines/service-level-missed/first-answer"],
  );
  if (words !== null) expect(found[0]?.statement).toContain(words);
});

test("a running period decides nothing", () => {
  const serviceLevels = levelMonths(["met", "missed"]).map((level, at) => ({ ...level, complete: at === 0 }));
  expect(signalOf("missed-deadlines", { serviceLevels, asOf: "2025-03-02" }).state).toBe("clear");
});

test("service levels met while an outcome worsens are hollow; with a level missed they are not", () => {
  const months = Array.from({ length: 14 }, () => "met" as const);
  const { state, found } = signalOf("hollow-kpis", { kpis: [fallen], serviceLevels: levelMonths(months), asOf: end });
  expect(state).toBe("alarm");
  expect(found[0]?.id).toBe("hollow-kpis/green-while-outcomes-worsen/kpis");
  expect(found[0]?.statement).toMatch(/^Service level first-answer is met while an outcome worsens: CSAT fell from/);
  const two = [...levelMonths(months), ...levelMonths(months).map((level) => ({ ...level, id: "resolution" }))];
  const both = signalOf("hollow-kpis", { kpis: [fallen], serviceLevels: two, asOf: end }).found;
  expect(both[0]?.statement).toMatch(/^Both other service levels are met while an outcome worsens: CSAT fell from/);
  const missed = levelMonths([...months.slice(1), "missed"]);
  expect(signalOf("hollow-kpis", { kpis: [fallen], serviceLevels: missed, asOf: end }).state).toBe("clear");
  expect(signalOf("hollow-kpis", { kpis: [fallen], asOf: end }).state).toBe("blind");
  expect(signalOf("hollow-kpis", { serviceLevels: levelMonths(months), asOf: end }).state).toBe("blind");
});

const report = (month: number, recomputed: number | null, state: Reconciliation["state"]): Reconciliation => ({
  kpi: "csat",
  period: { start: `2026-0${month}-01`, end: `2026-0${month}-28` },
  ...{
    reported: 0.94,
    recomputed,
    numerator: recomputed === null ? null : Math.round(recomputed * 500),
    denominator: 500,
  },
  receivedAt: `2026-0${month + 1}-05T10:00:00Z`,
  ...{ state, because: "the records end earlier" },
});

test.each([
  ["agree", [report(4, 0.94, "agrees"), report(5, 0.94, "agrees")], "clear", null],
  ["differ once", [report(4, 0.94, "agrees"), report(5, 0.89, "differs")], "watch", "1 of the last 2 reports"],
  [
    "differ twice",
    [report(3, 0.94, "agrees"), report(4, 0.9, "differs"), report(5, 0.89, "differs")],
    "alarm",
    "2 of 2 in the provider's favour",
  ],
  ["cannot be checked", [report(5, null, "cannot-be-checked")], "blind", null],
] as const)("reports that %s", (_, reconciliations, state, words) => {
  const kpis = [weeklyKpi(weeksOf(20, () => 0.9, 1))];
  const { state: is, found } = signalOf("lack-of-transparency", { reconciliations, kpis });
  expect(is).toBe(state);
  if (words !== null) {
    expect(found[0]?.id).toBe("lack-of-transparency/reported-differs/csat");
    expect(found[0]?.statement).toContain(
      "the provider reported “CSAT” at 94.0 %; the records give 89.0 % (445 of 500).",
    );
    expect(found[0]?.statement).toContain(words);
  }
});

test("data that stopped coming is told with its last day", () => {
  const source = { source: "zendesk", fact: "work_items", rows: 900, to: "2026-06-05" };
  const { state, found } = signalOf("lack-of-transparency", {
    sources: [source, { ...source, source: "old", to: "2026-01-01" }],
  });
  expect(state).toBe("watch");
  expect(found[0]?.statement).toBe(
    "The last record of work_items is of 5 June 2026, 25 days before 30 June 2026; in ordinary work one comes at least every 14 days.",
  );
  expect(signalOf("lack-of-transparency", { sources: [{ ...source, to: "2026-05-01" }] }).state).toBe("alarm");
  expect(signalOf("lack-of-transparency", { sources: [{ ...source, to: "2026-06-29" }] }).state).toBe("blind");
  const monthly = { ...source, to: "2026-06-01", usualGapDays: 31 };
  expect(signalOf("lack-of-transparency", { sources: [monthly] }).state).toBe("blind");
  expect(signalOf("lack-of-transparency", { sources: [{ ...monthly, to: "2026-03-01" }] }).state).toBe("alarm");
});

test("a level met and missed by turns is inconsistent, one that is missed all the time is not", () => {
  const turns = levelMonths(["met", "missed", "met", "missed", "met", "met", "missed", "met"]);
  const { state, found } = signalOf("inconsistent-performance", { serviceLevels: turns, asOf: "2025-09-02" });
  expect(state).toBe("watch");
  expect(found[0]?.statement).toContain(
    "was missed in 3 of the last 8 periods and met in the others, changing sides 6 times",
  );
  const always = levelMonths(Array.from({ length: 8 }, () => "missed" as const));
  expect(signalOf("inconsistent-performance", { serviceLevels: always, asOf: "2025-09-02" }).state).toBe("clear");
  expect(signalOf("inconsistent-performance", { serviceLevels: turns.slice(0, 4), asOf: "2025-09-02" }).state).toBe(
    "blind",
  );
});

test("a team outside its funnel is told, and a ranking of noise is not", () => {
  const team = (name: string, level: number, seed: number) =>
    weeklyKpi(
      weeksOf(64, () => level, seed),
      { segment: { team: name }, pitfalls: ["inconsistent-performance"] },
    );
  const even = ["a", "b", "c", "d", "e"].map((name, at) => team(name, 0.9, at + 1));
  expect(signalOf("inconsistent-performance", { kpis: even, asOf: end })).toMatchObject({ state: "clear", found: [] });
  const within = (kpis: readonly KpiReading[]) =>
    findSignals(seen({ kpis, asOf: end })).signals["inconsistent-performance"];
  expect(within(even).within()).toContainEqual(
    expect.stringMatching(/^a team [3-9]\.\d points or more below all on CSAT, in the 13 weeks looked at$/),
  );
  expect(within(even.slice(0, 2)).blind).toContainEqual({
    because: "CSAT by team: only 2 with 30 items or more, 3 needed to tell a difference from chance.",
    opensWith: [],
  });
  const { state, found } = signalOf("inconsistent-performance", { kpis: [...even, team("f", 0.78, 9)], asOf: end });
  expect(state).toBe("alarm");
  expect(found.map(({ id }) => id)).toEqual(["inconsistent-performance/outside-funnel/csat,team=f"]);
  expect(found[0]?.statement).toMatch(/^team f stands at 7\d\.\d % \([\d,]+ of [\d,]+\) on CSAT in the 13 weeks to/);
});

test("swings that grow while the level holds are told", () => {
  const wild = weeksOf(64, (week) => 0.85 + (week >= 48 ? (week % 2 === 0 ? 0.12 : -0.12) : 0), 4);
  const kpis = [{ ...weeklyKpi(wild), variation: "common-cause" as const }];
  const { found } = signalOf("inconsistent-performance", { kpis, asOf: end });
  expect(found.map(({ id }) => id)).toEqual(["inconsistent-performance/spread-grown/csat"]);
  expect(signalOf("inconsistent-performance", { kpis: [steady], asOf: end })).toMatchObject({
    state: "clear",
    found: [],
  });
});
