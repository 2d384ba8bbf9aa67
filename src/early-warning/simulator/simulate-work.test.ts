import { expect, test } from "vitest";
import { businessClock } from "../../calendar/business-clock.ts";
import { CalendarDefinition } from "../../calendar/calendar-definition.ts";
import { seededChance } from "../../values/seeded-chance.ts";
import type { Levers } from "./planted-pitfall.ts";
import { simulateStaff } from "./simulate-staff.ts";
import { type Item, simulateItems } from "./simulate-work.ts";
import { plainRates, type World } from "./world.ts";

const clock = businessClock(
  CalendarDefinition.parse({ zone: "America/New_York", week: { "mon-fri": ["08:00-20:00"] } }),
);

function itemsWith(levers: Partial<Levers>): readonly Item[] {
  const world: World = {
    ...{ seed: 5, from: "2026-01-01", to: "2026-06-30" },
    ...{ clientZone: "America/New_York", providerZone: "America/New_York" },
    supportHours: CalendarDefinition.parse({ zone: "America/New_York", week: { "mon-fri": ["08:00-20:00"] } }),
    teams: [{ id: "amber", site: "san-salvador", agents: 12 }],
    ...{ growth: [], weeklyItems: 400, channels: [{ id: "email", share: 1 }], categories: ["delivery"] },
    ...{ answerLimitSeconds: 4 * 3600, resolveLimitSeconds: 20 * 3600, healthy: plainRates },
    ...{ agentHourPrice: "14.80", currency: "USD" },
    noise: { weekly: 0.05, autocorrelation: 0.2, season: 0, shock: 0 },
    planted: [{ pitfall: "tried", from: "2026-01-01", size: 1, creepDays: 0, levers }],
  };
  const agents = simulateStaff(world, seededChance(world.seed).split("staff"));
  return simulateItems(world, seededChance(world.seed).split("items"), agents, clock);
}

const calm = itemsWith({});
const answered = (items: readonly Item[], from: number, to: number) =>
  items.filter(({ openedAt, respondedAt }) => {
    const part = clock.secondsBetween(openedAt, respondedAt) / (4 * 3600);
    return part > from && part <= to;
  }).length;

test("answers pass the limit as smoothly as any other time, unless they are bunched", () => {
  expect(answered(calm, 0, 1) / calm.length).toBeGreaterThan(0.9);
  const [inside, outside] = [answered(calm, 0.8, 1), answered(calm, 1, 1.2)];
  const [before, after] = [answered(calm, 0.4, 0.6), answered(calm, 0.6, 0.8)];
  expect(inside / outside).toBeLessThan(1.4 * (before / after));
  const bunched = itemsWith({ bunching: 0.3 });
  expect(answered(bunched, 0.9, 1)).toBeGreaterThan(10 * answered(bunched, 1, 1.1));
});

/** Places of the items that end late where nothing is planted. */
const lateAt = calm.flatMap(({ openedAt, firstResolvedAt, pausedAt }, at) =>
  pausedAt === null && clock.secondsBetween(openedAt, firstResolvedAt) > 20 * 3600 ? [at] : [],
);

test("late work is paused or called done just in time where that is planted, and all else is left as it was", () => {
  expect(lateAt.length).toBeGreaterThan(300);
  const items = itemsWith({ pausedLate: 0.5, closedEarly: 1 });
  const moved = lateAt.flatMap((at) => items[at] ?? []);
  const paused = moved.filter(({ pausedAt }) => pausedAt !== null);
  expect(paused.length / moved.length).toBeCloseTo(0.5, 1);
  for (const { openedAt, firstResolvedAt, pausedAt, resumedAt, reopenedAt } of moved) {
    const pause = pausedAt === null || resumedAt === null ? [] : [{ start: pausedAt, end: resumedAt }];
    const run = clock.secondsBetween(openedAt, firstResolvedAt, pause);
    expect(run).toBeGreaterThan(0.89 * 20 * 3600);
    expect(run).toBeLessThanOrEqual(20 * 3600);
    if (pausedAt !== null) expect(reopenedAt).toBeNull();
  }
  expect(moved.filter(({ reopenedAt }) => reopenedAt !== null).length / moved.length).toBeCloseTo(0.35, 1);
  const late = new Set(lateAt);
  expect(items.filter((_, at) => !late.has(at))).toEqual(calm.filter((_, at) => !late.has(at)));
});
