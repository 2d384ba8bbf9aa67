import { expect, test } from "vitest";
import { completeAsOf, recordWith } from "../../test/pitfalls/complete-record.ts";
import { judgePitfalls } from "../../test/pitfalls/judge-pitfalls.ts";
import { endOfWeeks, weeklyKpi, weeksOf } from "../../test/pitfalls/kpi-worlds.ts";
import { Finding, PitfallVerdict } from "../assessment/verdict.ts";
import { addDays } from "../values/time.ts";
import { findSignals } from "./judge-pitfalls.ts";
import { pitfallCatalogue } from "./pitfall-catalogue.ts";
import { type PitfallId, pitfallIds } from "./pitfall-definition.ts";
import type { SignalInput } from "./signal-input.ts";
import { detectors } from "./signals/detectors.ts";

const nothingOnFile = (record = recordWith()): SignalInput => ({
  ...{ record, asOf: completeAsOf, kpis: [], serviceLevels: [], reconciliations: [], sources: [] },
});

test("without any records every pitfall is either seen from the record or blind with its reason", () => {
  const { pitfalls, findings, blind } = judgePitfalls(nothingOnFile());
  expect(pitfalls.map(({ id }) => id)).toEqual([...pitfallIds]);
  expect(findings).toEqual([]);
  for (const pitfall of pitfalls) {
    expect(PitfallVerdict.parse(pitfall)).toEqual(pitfall);
    expect(["clear", "blind"]).toContain(pitfall.signal.state);
    if (pitfall.signal.state === "blind") {
      expect(pitfall.signal.blindBecause).toMatch(/\.$/);
      expect(blind.find((one) => one.pitfall === pitfall.id)?.opensWith.length).toBeGreaterThan(0);
    }
  }
  const clear = pitfalls.filter(({ signal }) => signal.state === "clear").map(({ id }) => id);
  expect(clear).toEqual(["goal-misalignment", "unmanaged-risk", "selection-red-flags", "weak-ownership"]);
});

test("what a clear pitfall cannot see is told in part", () => {
  const { blind } = judgePitfalls(nothingOnFile());
  expect(blind.find(({ pitfall }) => pitfall === "unmanaged-risk")).toEqual({
    pitfall: "unmanaged-risk",
    because: "In part: No incidents on file: they would show what happened that was on no list.",
    opensWith: ["incidents"],
  });
});

test("findings say their pitfall, are well formed, and alarms come first", () => {
  const record = recordWith({
    "contract.ends": "2026-10-15",
    "actions.0.due": "2026-06-20",
    "risks.0.review_on": "2026-01-01",
  });
  const { findings, pitfalls } = judgePitfalls(nothingOnFile(record));
  expect(findings.map(({ id, state }) => `${state} ${id}`)).toEqual([
    "alarm unmanaged-risk/review-overdue/site-down",
    "alarm contract-gaps/notice-near/contract",
    "watch weak-ownership/action-late/coach-returns",
  ]);
  for (const finding of findings) {
    expect(Finding.parse(finding)).toEqual(finding);
    expect(finding.id.startsWith(`${finding.pitfall}/${finding.detector}/`)).toBe(true);
    expect(finding.playbook.length).toBeGreaterThan(1);
    expect(finding.raisedAt <= completeAsOf).toBe(true);
    expect(pitfalls.find(({ id }) => id === finding.pitfall)?.signal.findings).toContain(finding.id);
  }
});

test("every pitfall has a guard check, a playbook, and a signal or a reason to be blind", () => {
  const { pitfalls, blind } = judgePitfalls(nothingOnFile());
  for (const { id, guard, signal } of pitfalls) {
    expect(guard.checks.length).toBeGreaterThan(0);
    expect(pitfallCatalogue[id as PitfallId].playbook.options.length).toBeGreaterThan(1);
    expect(detectors[id as PitfallId].length).toBeGreaterThan(0);
    expect(signal.state === "blind").toBe(signal.blindBecause !== null);
    if (signal.state === "blind") expect(blind.map(({ pitfall }) => pitfall)).toContain(id);
  }
});

test("a roster on which nobody has come or gone for years clears nothing, a small or moving one does", () => {
  const steady = weeklyKpi(
    weeksOf(64, () => 0.86, 3),
    { pitfalls: ["high-turnover"] },
  );
  const asOf = endOfWeeks(64);
  const asked = (rows: number, silentDays: number) => {
    const sources = [{ source: "hr.csv", fact: "staff", rows, to: addDays(asOf, -silentDays) }];
    const { signals, blind } = findSignals({ ...nothingOnFile(), asOf, kpis: [steady], sources });
    return [signals["high-turnover"].state, blind.find(({ pitfall }) => pitfall === "high-turnover")?.because ?? ""];
  };
  const [state, because] = asked(311, 2934);
  expect(state).toBe("blind");
  expect(because).toMatch(/is of .*, 2,934 days before .*: with 311 people it cannot be up to date/);
  expect(asked(311, 60)[0]).toBe("clear");
  expect(asked(6, 730)[0]).toBe("clear");
});
