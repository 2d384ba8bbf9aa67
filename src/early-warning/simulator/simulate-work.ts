import type { BusinessClock } from "../../calendar/business-clock.ts";
import type { Chance } from "../../values/seeded-chance.ts";
import { type PlainDate, startOfDay } from "../../values/time.ts";
import { type FactRow, stamp } from "./fact-rows.ts";
import { type Levers, leversOn } from "./planted-pitfall.ts";
import { type Agent, isOnFloor, proficiency } from "./simulate-staff.ts";
import { daysOf, shifted, type WeeklyLevel, weeklyLevel } from "./weekly-level.ts";
import type { World } from "./world.ts";

/** Work that was never handed over; it has a process of its own. */
const coreCategory = "pricing-decision";

/** One simulated item, before it is written as a row: stamps in epoch seconds. */
export type Item = {
  readonly id: string;
  readonly day: PlainDate;
  readonly agent: Agent;
  readonly channel: string;
  readonly category: string;
  readonly openedAt: number;
  readonly respondedAt: number;
  readonly pausedAt: number | null;
  readonly resumedAt: number | null;
  readonly firstResolvedAt: number;
  readonly reopenedAt: number | null;
  readonly resolvedAt: number;
  readonly handleSeconds: number;
  readonly isEscalated: boolean;
};

/** All items of the world, in order of opening. Stamps may lie beyond its last day; the writer leaves those out. */
export function simulateItems(world: World, chance: Chance, agents: readonly Agent[], clock: BusinessClock): Item[] {
  const levels = {
    volume: weeklyLevel(chance.split("volume level"), world.noise, world.from, world.to),
    answer: weeklyLevel(chance.split("answer level"), world.noise, world.from, world.to),
    resolve: weeklyLevel(chance.split("resolve level"), world.noise, world.from, world.to),
    reopen: weeklyLevel(chance.split("reopen level"), world.noise, world.from, world.to),
  };
  const items: Item[] = [];
  for (const [index, day] of daysOf(world.from, world.to).entries()) {
    const today = chance.split(`items of ${day}`);
    const floor = agents.filter((agent) => isOnFloor(agent, day));
    if (floor.length === 0) continue;
    const openings = openingTimes(world, today, day, index, levels.volume);
    for (const openedAt of openings)
      items.push(liveOneItem(world, today, day, openedAt, floor, clock, levels, items.length));
  }
  return items;
}

function openingTimes(world: World, chance: Chance, day: PlainDate, index: number, volume: WeeklyLevel): number[] {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const ofWeek = [0.05, 0.2, 0.19, 0.17, 0.16, 0.15, 0.08][weekday] ?? 0;
  const season = 1 + world.noise.season * Math.sin((2 * Math.PI * index) / 365.25);
  const count = chance.poisson(world.weeklyItems * ofWeek * season * Math.exp(volume(day)));
  const midnight = startOfDay(day, world.clientZone);
  // Customers write around a broad hump at two in the afternoon.
  const times = Array.from({ length: count }, () => {
    const hour = Math.min(23.99, Math.max(0, 14 + 4.2 * chance.normal()));
    return midnight + Math.floor(hour * 3600);
  });
  return times.sort((a, b) => a - b);
}

type WorkLevels = { readonly answer: WeeklyLevel; readonly resolve: WeeklyLevel; readonly reopen: WeeklyLevel };

function liveOneItem(
  world: World,
  chance: Chance,
  day: PlainDate,
  openedAt: number,
  floor: readonly Agent[],
  clock: BusinessClock,
  levels: WorkLevels,
  index: number,
): Item {
  const agent = chance.pick(floor);
  const levers = leversOn(world.planted, day, agent.team);
  const ability = agent.skill + 1.1 * (proficiency(agent, day, levers.rampSlow) - 1) + teamSpread(world, agent, levers);
  const { healthy } = world;
  const isOutside = clock.isOpen(openedAt) ? 0 : 1;
  const answerChance = shifted(
    healthy.answeredInTime,
    levels.answer(day) + levers.answerInTime - levers.outsideOverlap * isOutside + ability,
  );
  const respondedAt = clock.addSeconds(
    openedAt,
    delay(chance, answerChance, world.answerLimitSeconds, levers.bunching),
  );
  const waits = chance.is(0.15);
  const pausedAt = waits ? respondedAt : null;
  const resumedAt = waits ? respondedAt + Math.round(chance.exponential(18 * 3600)) + 600 : null;
  const resolveChance = shifted(healthy.resolvedInTime, levels.resolve(day) + levers.resolveInTime + ability);
  const work = delay(chance, resolveChance, world.resolveLimitSeconds, levers.bunching);
  const firstResolvedAt = Math.max(clock.addSeconds(resumedAt ?? openedAt, work), respondedAt + 60);
  const isReopened = chance.is(shifted(healthy.reopened, levels.reopen(day) + levers.reopened - 0.6 * ability));
  const reopenedAt = isReopened ? firstResolvedAt + Math.round(chance.exponential(3 * 86400)) + 900 : null;
  const core = chance.is(levers.coreWork);
  const channel = pickByShare(chance, world.channels);
  const category = core ? coreCategory : chance.pick(world.categories);
  const resolvedAt =
    reopenedAt === null ? firstResolvedAt : clock.addSeconds(reopenedAt, chance.exponential(5 * 3600) + 600);
  const honest: Course = { pausedAt, resumedAt, firstResolvedAt, reopenedAt, resolvedAt };
  const isLate = !waits && work > world.resolveLimitSeconds;
  return {
    id: `T-${String(index + 1).padStart(6, "0")}`,
    ...{ day, agent, channel, category, openedAt, respondedAt },
    ...(isLate ? savedFromTheClock(honest, openedAt, world, chance.split(`late ${index}`), clock, levers) : honest),
    handleSeconds: Math.round(420 * Math.exp(0.5 * chance.normal() - 0.5 * ability)),
    isEscalated: chance.is(0.03 * Math.exp(levers.reopened)),
  };
}

type Course = Pick<Item, "pausedAt" | "resumedAt" | "firstResolvedAt" | "reopenedAt" | "resolvedAt">;

/** What becomes of late work where the clock counts for more than the customer: paused or called done just in time. */
function savedFromTheClock(
  honest: Course,
  openedAt: number,
  { resolveLimitSeconds: limit }: World,
  chance: Chance,
  clock: BusinessClock,
  { pausedLate, closedEarly }: Levers,
): Course {
  const afterOpening = (part: number) => clock.addSeconds(openedAt, Math.round(limit * part));
  if (chance.is(pausedLate)) {
    const run = 0.9 + 0.09 * chance.uniform();
    const pausedAt = afterOpening(run);
    const resumedAt = pausedAt + Math.round(chance.exponential(18 * 3600)) + 600;
    const firstResolvedAt = clock.addSeconds(resumedAt, Math.round(limit * (1 - run) * chance.uniform()));
    return { pausedAt, resumedAt, firstResolvedAt, reopenedAt: null, resolvedAt: firstResolvedAt };
  }
  if (!chance.is(closedEarly)) return honest;
  const firstResolvedAt = afterOpening(0.95 + 0.049 * chance.uniform());
  const reopenedAt = chance.is(0.7) ? firstResolvedAt + Math.round(chance.exponential(86_400)) + 900 : null;
  const resolvedAt =
    reopenedAt === null ? firstResolvedAt : clock.addSeconds(reopenedAt, chance.exponential(5 * 3600) + 600);
  return { ...honest, firstResolvedAt, reopenedAt, resolvedAt };
}

/** Teams drift apart when results swing: every other team gains what the next one loses. */
function teamSpread(world: World, agent: Agent, levers: Levers): number {
  const place = world.teams.findIndex(({ id }) => id === agent.team);
  return levers.spread * (place % 2 === 0 ? 0.6 : -0.6);
}

/** Weibull shape of working times: a few quick ones, most well within the limit, a tail that runs on beyond it. */
const delayShape = 1.2;

/**
 * Working time until done: within the limit by the given chance, and smooth across it, as work is that nobody holds to the
 * limit. Bunched results lie in its last twentieth instead.
 */
function delay(chance: Chance, inTime: number, limitSeconds: number, bunching: number): number {
  const strain = -Math.log(1 - inTime);
  if (!chance.is(inTime)) {
    const part = (1 + chance.exponential(1) / strain) ** (1 / delayShape);
    return Math.max(limitSeconds + 1, Math.round(limitSeconds * part));
  }
  const part = chance.is(bunching)
    ? 0.95 + 0.049 * chance.uniform()
    : (-Math.log(1 - inTime * chance.uniform()) / strain) ** (1 / delayShape);
  return Math.min(limitSeconds, Math.max(60, Math.round(limitSeconds * part)));
}

function pickByShare(chance: Chance, options: readonly { readonly id: string; readonly share: number }[]): string {
  let left = chance.uniform();
  for (const { id, share } of options) {
    left -= share;
    if (left < 0) return id;
  }
  return options.at(-1)?.id ?? "email";
}

/** An item as it is known at the end of the world: later stamps are not there yet. */
export function itemRow(item: Item, end: number): FactRow {
  const known = (at: number | null) => (at !== null && at <= end ? stamp(at) : null);
  const isOpenAgain = item.reopenedAt !== null && item.reopenedAt <= end && item.resolvedAt > end;
  const resolvedAt = isOpenAgain
    ? null
    : known(item.reopenedAt !== null && item.reopenedAt <= end ? item.resolvedAt : item.firstResolvedAt);
  return {
    item_id: item.id,
    process: item.category === coreCategory ? coreCategory : "customer-support",
    opened_at: stamp(item.openedAt),
    first_responded_at: known(item.respondedAt),
    resolved_at: resolvedAt,
    closed_at: resolvedAt === null ? null : known(item.resolvedAt + 3 * 86400),
    status: resolvedAt === null ? "open" : "resolved",
    channel: item.channel,
    category: item.category,
    team: item.agent.team,
    site: item.agent.site,
    agent_id: item.agent.id,
    language: "en",
    handle_seconds: resolvedAt === null ? null : item.handleSeconds,
    reopened_count: item.reopenedAt !== null && item.reopenedAt <= end ? 1 : 0,
    escalated: item.isEscalated,
  };
}

/** What happened to an item, as far as it is known at the end of the world. */
export function eventRows(item: Item, end: number): FactRow[] {
  const events: { at: number | null; event: string; by: string; reason?: string }[] = [
    { at: item.respondedAt, event: "responded", by: "provider" },
    { at: item.pausedAt, event: "paused", by: "provider", reason: "waiting-for-customer" },
    { at: item.resumedAt, event: "resumed", by: "customer" },
    { at: item.firstResolvedAt, event: "resolved", by: "provider" },
    { at: item.reopenedAt, event: "reopened", by: "customer" },
    { at: item.reopenedAt === null ? null : item.resolvedAt, event: "resolved", by: "provider" },
  ];
  return events.flatMap(({ at, event, by, reason }) =>
    at === null || at > end
      ? []
      : [{ item_id: item.id, at: stamp(at), event, by_side: by, agent_id: item.agent.id, reason: reason ?? null }],
  );
}
