import type { Chance } from "../../values/seeded-chance.ts";
import { type FactRow, stamp } from "./fact-rows.ts";
import { leversOn } from "./planted-pitfall.ts";
import { type Agent, proficiency } from "./simulate-staff.ts";
import type { Item } from "./simulate-work.ts";
import { shifted, weeklyLevel } from "./weekly-level.ts";
import type { World } from "./world.ts";

/** Surveys, complaints and quality reviews of finished items, as far as they are known at the end of the world. */
export function simulateOpinion(
  world: World,
  chance: Chance,
  items: readonly Item[],
  end: number,
): { surveys: FactRow[]; complaints: FactRow[]; reviews: FactRow[] } {
  return {
    surveys: surveyRows(world, chance.split("surveys"), items, end),
    complaints: complaintRows(world, chance.split("complaints"), items, end),
    reviews: reviewRows(world, chance.split("reviews"), items, end),
  };
}

function surveyRows(world: World, chance: Chance, items: readonly Item[], end: number): FactRow[] {
  const level = weeklyLevel(chance.split("level"), world.noise, world.from, world.to);
  return items.flatMap((item) => {
    const sentAt = item.firstResolvedAt + 3600;
    if (sentAt > end || !chance.is(world.healthy.surveyed)) return [];
    const levers = leversOn(world.planted, item.day, item.agent.team);
    const answeredAt = sentAt + Math.round(chance.exponential(20 * 3600));
    const isAnswered = chance.is(world.healthy.surveyAnswered) && answeredAt <= end;
    const unhappy = item.reopenedAt === null ? 0 : -1;
    const isSatisfied = chance.is(
      shifted(world.healthy.satisfied, level(item.day) + levers.satisfied + 0.5 * abilityOf(item) + unhappy),
    );
    return [
      {
        response_id: `S-${item.id}`,
        item_id: item.id,
        kind: "csat",
        sent_at: stamp(sentAt),
        answered_at: isAnswered ? stamp(answeredAt) : null,
        score: isAnswered ? (isSatisfied ? chance.whole(4, 5) : chance.whole(1, 3)) : null,
        scale_max: 5,
        team: item.agent.team,
        agent_id: item.agent.id,
      },
    ];
  });
}

function complaintRows(world: World, chance: Chance, items: readonly Item[], end: number): FactRow[] {
  return items.flatMap((item) => {
    const receivedAt = item.firstResolvedAt + Math.round(chance.exponential(3 * 86400));
    const { complaints } = leversOn(world.planted, item.day, item.agent.team);
    if (!chance.is(shifted(world.healthy.complaints, complaints)) || receivedAt > end) return [];
    return [
      {
        complaint_id: `C-${item.id}`,
        item_id: item.id,
        received_at: stamp(receivedAt),
        category: item.category,
        severity: chance.is(0.2) ? "high" : "normal",
        team: item.agent.team,
      },
    ];
  });
}

/** Both sides score a sample; the client also scores some of the provider's reviews again, blind. */
function reviewRows(world: World, chance: Chance, items: readonly Item[], end: number): FactRow[] {
  const rows: FactRow[] = [];
  const weekly = world.weeklyItems;
  const level = weeklyLevel(chance.split("level"), world.noise, world.from, world.to);
  for (const item of items) {
    if (item.firstResolvedAt + 86400 > end) continue;
    const levers = leversOn(world.planted, item.day, item.agent.team);
    const truth =
      world.healthy.qualityScore +
      levers.qualityPoints +
      6 * level(item.day) +
      5 * abilityOf(item) +
      6 * chance.normal();
    const isCritical = chance.is(shifted(world.healthy.criticalError, levers.criticalError - abilityOf(item)));
    const review = (side: "client" | "provider", shift: number, doubleOf: string | null): FactRow => ({
      review_id: `Q-${side}-${item.id}`,
      item_id: item.id,
      reviewed_at: stamp(item.firstResolvedAt + (side === "client" ? 72000 : 36000)),
      reviewer_side: side,
      reviewer_id: `${side}-reviewer-${chance.whole(1, 3)}`,
      agent_id: item.agent.id,
      team: item.agent.team,
      score: clampScore(truth + shift + 2.5 * chance.normal()),
      critical_errors: isCritical ? 1 : 0,
      form: "support-form-2",
      double_of: doubleOf,
    });
    const isProviders = chance.is(world.healthy.providerReviewsAWeek / weekly);
    if (isProviders) rows.push(review("provider", 1 + levers.providerQualityPoints, null));
    if (chance.is(world.healthy.clientReviewsAWeek / weekly)) {
      rows.push(review("client", 0, isProviders ? `Q-provider-${item.id}` : null));
    }
  }
  return rows;
}

function clampScore(score: number): number {
  return Number(Math.min(100, Math.max(0, score)).toFixed(1));
}

function abilityOf({ agent, day }: { agent: Agent; day: string }): number {
  return agent.skill + 1.1 * (proficiency(agent, day, 0) - 1);
}
