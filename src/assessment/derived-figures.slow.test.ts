import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { factsAsCsv } from "../../scripts/facts-as-csv.ts";
import { CalendarDefinition } from "../calendar/calendar-definition.ts";
import type { Levers } from "../early-warning/simulator/planted-pitfall.ts";
import { simulatePartnership } from "../early-warning/simulator/simulate-partnership.ts";
import { plainRates, type World } from "../early-warning/simulator/world.ts";
import { judgeAtDates } from "./check.ts";
import { explain } from "./explain.ts";
import { readFigureName } from "./figure-name.ts";
import { withPartnership } from "./open-partnership.ts";
import type { KpiReading } from "./verdict.ts";

const onset = "2026-01-05";
const world = (levers: Partial<Levers>): World => ({
  ...{
    seed: 11,
    from: "2025-07-07",
    to: "2026-06-30",
    clientZone: "America/New_York",
    providerZone: "America/New_York",
  },
  supportHours: CalendarDefinition.parse({ zone: "America/New_York", week: { "mon-fri": ["08:00-20:00"] } }),
  teams: [
    { id: "amber", site: "san-salvador", agents: 10 },
    { id: "birch", site: "san-salvador", agents: 10 },
  ],
  growth: [],
  weeklyItems: 200,
  channels: [{ id: "email", share: 1 }],
  categories: ["delivery"],
  ...{ answerLimitSeconds: 4 * 3600, resolveLimitSeconds: 20 * 3600, healthy: plainRates },
  ...{ agentHourPrice: "14.80", currency: "USD" },
  noise: { weekly: 0.05, autocorrelation: 0.2, season: 0.1, shock: 0 },
  planted: [{ pitfall: "all-at-once", from: onset, size: 1, creepDays: 0, levers }],
});

const record = `
partnership: small
zone: America/New_York
client: { name: Northwind Outfitters, calendar: support-hours }
provider: { name: Cedar Contact }
calendars:
  support-hours: { zone: America/New_York, week: { mon-fri: [08:00-20:00] } }
metrics:
  answered: { share_of: work_items, within: 4h of support-hours, from: opened_at, to: first_responded_at, better: higher }
`;

async function inFolder<Result>(levers: Partial<Levers>, use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "bellwether-derived-"));
  try {
    await mkdir(join(folder, "facts"));
    await writeFile(join(folder, "partnership.yaml"), record);
    for (const [kind, text] of factsAsCsv(simulatePartnership(world(levers))))
      await writeFile(join(folder, "facts", `${kind}.csv`), text);
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Mean of each figure before and after the onset, as of the last day; and the figures as of an earlier day. */
const figuresOf = (levers: Partial<Levers>) =>
  inFolder(levers, (folder) =>
    withPartnership(folder, {}, async (opened) => {
      const [early, late] = await judgeAtDates(opened, ["2026-03-31", "2026-06-30"], { listsFailing: false });
      await expect(explain(opened, readFigureName("bunching"), "2026-06-30")).rejects.toThrow(
        /last tenth of the limit/,
      );
      return { early: early?.kpis ?? [], late: late?.kpis ?? [] };
    }),
  );

function meanOf(kpis: readonly KpiReading[], metric: string, side: "before" | "after"): number {
  const points = kpis.find((kpi) => kpi.metric === metric)?.points ?? [];
  const values = points.flatMap(({ period, value }) =>
    value === null || period.start >= "2026-01-01" !== (side === "after") ? [] : [value],
  );
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

const planted: Partial<Levers> = {
  ...{ bunching: 0.3, outsideOverlap: 1.2, spread: 1, reportedGap: 0.05, pulseGap: 1, rankGap: 1, accessKept: 3 },
};
const moves: readonly (readonly [string, number])[] = [
  ["bunching", 0.2],
  ["outside-overlap-share", -0.08],
  ["spread", 0.5],
  ["reported-gap", 0.045],
  ["pulse-gap", 0.6],
  ["goal-rank-distance", 1],
];

test("each derived figure moves with the trouble that it is for, and stands still without", async () => {
  const ill = await figuresOf(planted);
  for (const [metric, least] of moves) {
    const moved = meanOf(ill.late, metric, "after") - meanOf(ill.late, metric, "before");
    expect(moved * Math.sign(least), metric).toBeGreaterThan(Math.abs(least));
  }
  const well = await figuresOf({});
  for (const [metric, least] of moves) {
    const moved = meanOf(well.late, metric, "after") - meanOf(well.late, metric, "before");
    expect(Math.abs(moved), metric).toBeLessThan(Math.abs(least) * 0.7);
  }
  // What was known in March is the same when it is asked for beside a later date.
  const known = (kpis: readonly KpiReading[]) =>
    kpis.find(({ metric }) => metric === "spread")?.points.map(({ value }) => value) ?? [];
  expect(known(well.late).slice(0, 30)).toEqual(known(well.early).slice(0, 30));
  expect(known(well.early).length).toBeLessThan(known(well.late).length);
}, 120_000);
