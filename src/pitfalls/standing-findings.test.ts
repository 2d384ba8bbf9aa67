import { expect, test } from "vitest";
import { completeAsOf, recordWith } from "../../test/pitfalls/complete-record.ts";
import { movedFinding as found } from "../../test/pitfalls/moved-finding.ts";
import type { Finding } from "../assessment/verdict.ts";
import { addDays } from "../values/time.ts";
import { findSignals, type SignalFindings, signalsTogether } from "./judge-pitfalls.ts";
import { type Said, standingFindings } from "./standing-findings.ts";

const nothing = findSignals({
  ...{ record: recordWith(), asOf: completeAsOf, kpis: [], serviceLevels: [], reconciliations: [], sources: [] },
});

function said(findings: readonly Finding[]): SignalFindings {
  const signals = Object.entries(nothing.signals).map(([id, signal]) => {
    const own = findings.filter(({ pitfall }) => pitfall === id);
    const state = own.some((one) => one.state === "alarm") ? "alarm" : own.length > 0 ? "watch" : signal.state;
    return [id, { ...signal, findings: own, state }];
  });
  return signalsTogether(Object.fromEntries(signals), nothing.heights);
}

/** Dates a week apart with what each gives; the last is asked about. */
function weeks(each: readonly (readonly Finding[])[]): readonly Said[] {
  return each.map((findings, at) => ({ asOf: addDays("2026-03-03", 7 * at), pitfalls: said(findings) }));
}

const stateOf = (each: readonly (readonly Finding[])[], id = "quality-decline") => {
  const { findings, signals } = standingFindings(weeks(each));
  return [findings.find(({ pitfall }) => pitfall === id)?.state ?? null, signals["quality-decline"].state];
};

const [none, watch, alarm] = [[], [found("watch")], [found("alarm")]];

test("what figures gave within the last four weeks stands, and an alarm stays one; after that it ends", () => {
  expect(stateOf([watch, none])).toEqual(["watch", "watch"]);
  expect(stateOf([alarm, none, none, none, none])).toEqual(["alarm", "alarm"]);
  expect(stateOf([alarm, watch, none, none])).toEqual(["alarm", "alarm"]);
  expect(stateOf([alarm, none, none, none, none, none])).toEqual([null, nothing.signals["quality-decline"].state]);
  expect(stateOf([alarm, watch, watch, watch, watch, watch])).toEqual(["watch", "watch"]);
});

test("nothing is raised or made an alarm sooner than by the date's own figures", () => {
  expect(stateOf([none, none])[0]).toBeNull();
  expect(stateOf([none, watch])[0]).toBe("watch");
  expect(stateOf([watch, alarm])[0]).toBe("alarm");
  const untouched = weeks([none, watch]);
  expect(standingFindings(untouched)).toBe(untouched.at(-1)?.pitfalls);
});

test("what follows from records alone ends with its reason", () => {
  const due = found("alarm", { detector: "milestone-late", evidence: { due: "2026-03-01" } });
  expect(stateOf([[due], none])[0]).toBeNull();
  expect(stateOf([[due], [{ ...due, state: "watch" }]])[0]).toBe("watch");
  const behind = found("watch", { detector: "off-trajectory", evidence: { due: 0.9 } });
  expect(stateOf([[behind], none])[0]).toBe("watch");
});

test("what is kept says when it was last given, until when it stands, and who tells its figures today", () => {
  const [kept] = standingFindings(weeks([alarm, none])).findings;
  expect(kept?.statement).toBe(
    "Rework rose. This was last given by the figures of 3 March 2026; the figures of today alone do not give it, and it stands until 31 March 2026 unless they give it again.",
  );
  expect(kept?.evidence).toMatchObject({ kept: { state: "alarm", lastGiven: "2026-03-03", until: "2026-03-31" } });
  const other = found("watch", { pitfall: "slow-ramp" });
  const { findings } = standingFindings(weeks([alarm, [other]]));
  expect(findings.map(({ pitfall }) => pitfall)).toEqual(["quality-decline", "slow-ramp"]);
  expect(findings[0]?.statement).toContain("figures of it are told under “");
  expect(findings[1]?.statement).toBe("Rework rose.");
  const [lowered] = standingFindings(weeks([alarm, watch])).findings;
  expect(lowered?.statement).toContain(
    "By the figures of today alone it is a watch; they last gave an alarm on 3 March 2026",
  );
});
