import { expect, test } from "vitest";
import { inSimulatedFolder } from "../../test/simulated-folder.ts";
import type { FactRows } from "../early-warning/simulator/fact-rows.ts";
import type { Levers } from "../early-warning/simulator/planted-pitfall.ts";
import { findSignals } from "../pitfalls/judge-pitfalls.ts";
import { addDays } from "../values/time.ts";
import { judgeAtDates } from "./judge-at-dates.ts";
import { observedAt, readObserved } from "./observed-records.ts";
import { withPartnership } from "./open-partnership.ts";
import { planFigures } from "./planned-figures.ts";

const detectors = [
  "bunched-at-limit",
  "paused-before-limit",
  "closed-to-come-back",
  "questions-age",
  "agent-outside-funnel",
];
const dates = ["2025-12-31", "2026-02-28", "2026-06-30"];

/** What the detectors that compare records say at the end of a healthy half year, and two and six months after levers were moved. */
const saidIn = (levers: Partial<Levers>, seed: number, edit?: (facts: FactRows) => FactRows) =>
  inSimulatedFolder({ levers, seed, ...(edit === undefined ? {} : { edit }) }, (folder) =>
    withPartnership(folder, {}, async (opened) =>
      (await judgeAtDates(opened, dates, { listsFailing: false })).map(({ pitfalls }) =>
        pitfalls.findings.filter(({ detector }) => detectors.includes(detector)),
      ),
    ),
  );

/** What they say on eight days of a healthy year; no figure is measured, so that the heights are the lowest there are. */
const saidOfComparedAlone = (seed: number) =>
  inSimulatedFolder({ seed }, (folder) =>
    withPartnership(folder, {}, async ({ store, record, present }) => {
      const planned = planFigures(record, present, [], "2026-06-30");
      const all = await readObserved(store, record, planned, present, "2026-06-30");
      const days = Array.from({ length: 8 }, (_, at) => addDays("2025-11-30", 30 * at));
      const nothing = { kpis: [], serviceLevels: [], reconciliations: [], sources: [] };
      return days.flatMap((asOf) => {
        const { findings } = findSignals({ record, asOf, ...nothing, observed: observedAt(all, asOf, record) });
        const told = findings.filter(({ detector }) => detectors.includes(detector));
        return told.map(({ id, statement }) => `${asOf} ${id} ${statement}`);
      });
    }),
  );

test.each(Array.from({ length: 20 }, (_, at) => at + 1))(
  "healthy partnership %i says nothing by records that are compared",
  async (seed) => {
    expect(await saidOfComparedAlone(seed)).toEqual([]);
  },
  120_000,
);

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
    expect(found?.statement).toMatch(/[Cc]hance alone .* times\b/);
    expect(found?.evidence.items).toEqual(expect.arrayContaining([expect.stringMatching(/^[MT]-/)]));
  },
  120_000,
);

test("somebody whose work goes wrong where that of others does not is told by name, from the records themselves", async () => {
  const ofOne = (facts: FactRows): FactRows => {
    const seen = new Map<unknown, number>();
    for (const { agent_id: agent } of facts.quality_reviews) seen.set(agent, (seen.get(agent) ?? 0) + 1);
    const [most] = [...seen].toSorted(([, one], [, other]) => other - one)[0] ?? [];
    let of = 0;
    const worse = facts.quality_reviews.map((row) => {
      if (row.agent_id !== most || String(row.reviewed_at) < "2026-01-05") return row;
      of += 1;
      return of % 2 === 0 ? { ...row, critical_errors: 1 } : row;
    });
    return { ...facts, quality_reviews: worse };
  };
  const [before, , after] = await saidIn({}, 3, ofOne);
  expect(before).toEqual([]);
  expect(after?.map(({ id }) => id)).toEqual([
    expect.stringMatching(/^inconsistent-performance\/agent-outside-funnel\/agent-\d+-critical-errors$/),
  ]);
  expect(after?.[0]?.statement).toMatch(/others who had been there 180 days and more/);
}, 120_000);
