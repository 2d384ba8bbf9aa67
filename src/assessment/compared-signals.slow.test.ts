import { expect, test } from "vitest";
import { inSimulatedFolder } from "../../test/simulated-folder.ts";
import type { Levers } from "../early-warning/simulator/planted-pitfall.ts";
import { judgeAtDates } from "./check.ts";
import { withPartnership } from "./open-partnership.ts";

const detectors = ["bunched-at-limit", "paused-before-limit", "closed-to-come-back", "questions-age"];
const dates = ["2025-12-31", "2026-02-28", "2026-06-30"];

/** What the detectors that compare records say at the end of a healthy half year, and two and six months after levers were moved. */
const saidIn = (levers: Partial<Levers>, seed: number) =>
  inSimulatedFolder({ levers, seed }, (folder) =>
    withPartnership(folder, {}, async (opened) =>
      (await judgeAtDates(opened, dates, { listsFailing: false })).map(({ pitfalls }) =>
        pitfalls.findings.filter(({ detector }) => detectors.includes(detector)),
      ),
    ),
  );

test("twenty healthy partnerships say nothing by records that are compared", async () => {
  for (let seed = 1; seed <= 20; seed += 1)
    expect((await saidIn({}, seed)).flat().map(({ id, statement }) => `${seed} ${id} ${statement}`)).toEqual([]);
}, 400_000);

test.each([
  ["hollow-kpis/bunched-at-limit/answered", { bunching: 0.3 }],
  ["lack-of-transparency/paused-before-limit/resolved", { pausedLate: 0.5 }],
  ["hollow-kpis/closed-to-come-back/resolved", { closedEarly: 0.5 }],
  ["communication-breakdown/questions-age/provider", { replyTime: 1.2 }],
] satisfies [string, Partial<Levers>][])(
  "a trouble that shows in compared records is told as %s, with odds and items, and not before it began",
  async (id, levers) => {
    const [before, ...after] = await saidIn(levers, 3);
    expect(before).toEqual([]);
    const found = after.flat().findLast((one) => one.id === id);
    expect(found?.statement).toMatch(/Chance alone .* times\b/);
    expect(found?.evidence.items).toEqual(expect.arrayContaining([expect.stringMatching(/^[MT]-/)]));
  },
  120_000,
);
