import type { Chance } from "../../values/seeded-chance.ts";
import { addDays, daysBetween, type PlainDate } from "../../values/time.ts";
import type { FactRow } from "./fact-rows.ts";
import { leversOn } from "./planted-pitfall.ts";
import { daysOf } from "./weekly-level.ts";
import type { World } from "./world.ts";

/** One person on the floor: what the rest of the simulation knows of them. */
export type Agent = {
  readonly id: string;
  readonly team: string;
  readonly site: string;
  readonly hiredOn: PlainDate;
  readonly productionOn: PlainDate;
  readonly leftOn: PlainDate | null;
  readonly leaveKind: string | null;
  /** lasting ability, logits around 0 */
  readonly skill: number;
  readonly isKeyPerson: boolean;
};

const trainingDays = 21;
/** Days after which a leaver's chair is filled again. */
const backfillDays = 28;

/** Days before the world begins from which the floor is lived, so that it is seasoned and its leavers are on the roster too. */
const pastDays = 900;

/** Hires, leavers and backfills of all teams. */
export function simulateStaff(world: World, chance: Chance): Agent[] {
  const agents: Agent[] = [];
  const hire = (team: World["teams"][number], on: PlainDate) => {
    const agent = liveOneCareer(world, chance, team, on, agents.length + 1);
    agents.push(agent);
    const backfillOn = agent.leftOn === null ? null : addDays(agent.leftOn, backfillDays);
    if (backfillOn !== null && backfillOn <= world.to) hire(team, backfillOn);
  };
  for (const team of world.teams) {
    for (let seat = 0; seat < team.agents; seat += 1)
      hire(team, addDays(world.from, -chance.whole(pastDays / 2, pastDays)));
  }
  for (const growth of world.growth) {
    const team = world.teams.find(({ id }) => id === growth.team);
    if (team === undefined) continue;
    for (let seat = 0; seat < growth.agents; seat += 1) hire(team, growth.on);
  }
  return agents;
}

function liveOneCareer(
  world: World,
  chance: Chance,
  team: World["teams"][number],
  hiredOn: PlainDate,
  number: number,
): Agent {
  const leftOn = leavingDay(world, chance, team.id, hiredOn);
  return {
    id: `agent-${String(number).padStart(3, "0")}`,
    team: team.id,
    site: team.site,
    hiredOn,
    productionOn: addDays(hiredOn, trainingDays),
    leftOn,
    leaveKind: leftOn === null ? null : leaveKind(chance),
    skill: 0.35 * chance.normal(),
    isKeyPerson: number % 9 === 1,
  };
}

/** Hazard by day: twice as high in the first 90 days, as floors know it. */
function leavingDay(world: World, chance: Chance, team: string, hiredOn: PlainDate): PlainDate | null {
  for (const day of daysOf(hiredOn, world.to)) {
    const early = daysBetween(hiredOn, day) < 90 ? 2 : 1;
    const { leaving } = leversOn(world.planted, day, team);
    if (chance.is((world.healthy.leaveRateAYear / 365) * early * Math.exp(leaving))) return day;
  }
  return null;
}

function leaveKind(chance: Chance): string {
  const draw = chance.uniform();
  return draw < 0.72 ? "voluntary" : draw < 0.9 ? "involuntary" : "transfer";
}

export function isOnFloor(agent: Agent, day: PlainDate): boolean {
  return agent.productionOn <= day && (agent.leftOn === null || agent.leftOn >= day);
}

function isEmployed(agent: Agent, day: PlainDate): boolean {
  return agent.hiredOn <= day && (agent.leftOn === null || agent.leftOn >= day);
}

/** How far a new hand has come, 0–1; a slow ramp stretches the nine weeks it takes. */
export function proficiency(agent: Agent, day: PlainDate, rampSlow: number): number {
  const days = Math.max(0, daysBetween(agent.productionOn, day));
  return 1 - Math.exp(-days / (22 * (1 + rampSlow)));
}

export function staffRow(agent: Agent): FactRow {
  return {
    agent_id: agent.id,
    team: agent.team,
    site: agent.site,
    role: "agent",
    hired_on: agent.hiredOn,
    production_on: agent.productionOn,
    left_on: agent.leftOn,
    leave_kind: agent.leaveKind,
    key_person: agent.isKeyPerson,
  };
}

/** Access to two systems from the first day; taken away on the last, unless the trouble keeps it. */
export function accessRows(world: World, chance: Chance, agents: readonly Agent[]): FactRow[] {
  return agents.flatMap((agent) =>
    ["ticket-system", "order-system"].map((system) => {
      const kept =
        agent.leftOn !== null && chance.is(0.3 * leversOn(world.planted, agent.leftOn, agent.team).accessKept);
      return {
        agent_id: agent.id,
        system,
        granted_on: agent.hiredOn,
        revoked_on: agent.leftOn === null || kept ? null : addDays(agent.leftOn, chance.whole(0, 1)),
      };
    }),
  );
}

/** Eight hours a weekday: 7.4 worked on average, 6.6 of them billable. */
export function hourRows(world: World, chance: Chance, agents: readonly Agent[]): FactRow[] {
  const rows: FactRow[] = [];
  for (const day of daysOf(world.from, world.to)) {
    if (isWeekend(day)) continue;
    for (const agent of agents) {
      if (!isEmployed(agent, day)) continue;
      const worked = chance.is(0.05) ? 0 : 7.4 + 0.2 * chance.normal();
      const billable = agent.productionOn <= day ? worked * 0.89 : 0;
      rows.push({
        agent_id: agent.id,
        date: day,
        scheduled_hours: 8,
        worked_hours: Number(worked.toFixed(2)),
        billable_hours: Number(billable.toFixed(2)),
      });
    }
  }
  return rows;
}

function isWeekend(day: PlainDate): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}
