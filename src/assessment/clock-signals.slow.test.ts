import { expect, test } from "vitest";
import { inSimulatedFolder } from "../../test/simulated-folder.ts";
import type { Levers } from "../early-warning/simulator/planted-pitfall.ts";
import { judgeAtDates } from "./check.ts";
import { withPartnership } from "./open-partnership.ts";

const detectors = ["bunched-at-limit", "paused-before-limit", "closed-to-come-back"];
const dates = ["2025-12-31", "2026-06-30"];

/** What the detectors of the clock say at the end of a healthy half year and of one in which levers are moved. */
const saidIn = (levers: Partial<Levers>, seed: number) =>
  inSimulatedFolder({ levers, seed }, (folder) =>
    withPartnership(folder, {}, async (opened) =>
      (await judgeAtDates(opened, dates, { listsFailing: false })).map(({ pitfalls }) =>
        pitfalls.findings.filter(({ detector }) => detectors.includes(detector)),
      ),
    ),
  );

test("twenty healthy partnerships are silent on their clocks", async () => {
  for (let seed = 1; seed <= 20; seed += 1)
    expect((await saidIn({}, seed)).flat().map(({ id, statement }) => `${seed} ${id} ${statement}`)).toEqual([]);
}, 400_000);

test.each([
  ["hollow-kpis/bunched-at-limit/answered", { bunching: 0.3 }],
  ["lack-of-transparency/paused-before-limit/resolved", { pausedLate: 0.5 }],
  ["hollow-kpis/closed-to-come-back/resolved", { closedEarly: 0.5 }],
] satisfies [string, Partial<Levers>][])(
  "what saves the clock is told as %s, with odds and items, and not before it began",
  async (id, levers) => {
    const [before, after] = await saidIn(levers, 3);
    expect(before).toEqual([]);
    const found = after?.find((one) => one.id === id);
    expect(found?.statement).toMatch(/Chance alone .* times/);
    expect(found?.evidence.items).toEqual(expect.arrayContaining([expect.stringMatching(/^T-\d+$/)]));
  },
  120_000,
);
