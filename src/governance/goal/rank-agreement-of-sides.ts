import { type Concordance, kendallConcordance, kendallTau } from "../../early-warning/rank-agreement.ts";
import { groupedBy } from "../../values/grouped.ts";
import type { TooLittleData } from "../../values/share.ts";
import type { Side } from "../../values/side.ts";
import type { PlainDate } from "../../values/time.ts";
import type { SharedGoals } from "./shared-goals.ts";

/** One person's rank of one goal: a row of `goal_rankings`. */
export type GoalRanking = {
  readonly side: Side;
  readonly respondent: string;
  readonly answered_on: PlainDate;
  readonly goal: string;
  /** 1 is the most important */
  readonly rank: number;
};

/** A goal and where each side puts it. */
export type RankedGoal = {
  readonly goal: string;
  /** mean rank of the side's judges */
  readonly client: number;
  readonly provider: number;
  /** provider − client: positive is more important to the client */
  readonly apart: number;
};

export type GoalAgreement = {
  readonly kind: "agreement";
  /** widest apart first */
  readonly goals: readonly RankedGoal[];
  /** Kendall's tau-b of the two sides' orders; null when a side ties all goals */
  readonly tau: number | null;
  /** Kendall's W of the two sides, each as one judge */
  readonly betweenSides: Concordance | null;
  /** Kendall's W within a side; null with fewer than two judges */
  readonly within: Readonly<Record<Side, Concordance | null>>;
  readonly judges: Readonly<Record<Side, number>>;
  /** pairs of goals that the sides put the other way round: the client prefers the first */
  readonly reversed: readonly (readonly [string, string])[];
  /** respondents left out, and why */
  readonly leftOut: readonly { readonly side: Side; readonly respondent: string; readonly because: string }[];
  readonly working: string;
};

type Judge = { readonly side: Side; readonly respondent: string; readonly ranks: ReadonlyMap<string, number> };

/**
 * How far both sides rank the shared goals alike, and where they part. Each respondent counts once, by the latest answers
 * up to `asOf`; without respondents of a side, the rank that the record states for that side is its one judge.
 * @see Kendall & Babington Smith 1939; Kendall 1945
 */
export function goalAgreement(
  shared: SharedGoals | undefined,
  { asOf, rankings = [] }: { asOf: PlainDate; rankings?: readonly GoalRanking[] },
): GoalAgreement | TooLittleData {
  const goals = (shared?.ranked ?? []).map(({ id }) => id);
  const answered = judgesOf(rankings.filter(({ answered_on: on }) => on <= asOf));
  const { whole, leftOut } = wholeJudges(answered, goals);
  const client = judgesOrStated("client", whole, shared);
  const provider = judgesOrStated("provider", whole, shared);
  const common = goals.filter((goal) =>
    [client, provider].every((side) => side.length > 0 && side.every(({ ranks }) => ranks.has(goal))),
  );
  if (common.length < 2) return { kind: "too-little-data", have: common.length, need: 2 };
  const ranksOf = (judge: Judge) => common.map((goal) => judge.ranks.get(goal) ?? 0);
  const [ours, theirs] = [meanRanks(client, common), meanRanks(provider, common)];
  const ranked = common.map((goal, at) => {
    const [one = 0, other = 0] = [ours[at], theirs[at]];
    return { goal, client: one, provider: other, apart: other - one };
  });
  const tau = kendallTau(ours, theirs);
  const reversed = reversedPairs(ranked);
  const pairs = (common.length * (common.length - 1)) / 2;
  return {
    kind: "agreement",
    goals: [...ranked].sort((one, other) => Math.abs(other.apart) - Math.abs(one.apart)),
    tau,
    betweenSides: kendallConcordance([ours, theirs]),
    within: { client: kendallConcordance(client.map(ranksOf)), provider: kendallConcordance(provider.map(ranksOf)) },
    judges: { client: client.length, provider: provider.length },
    reversed,
    leftOut,
    working: `${common.length} goals ranked by ${client.length} of the client and ${provider.length} of the provider; the mean orders put ${reversed.length} of ${pairs} pairs the other way round, tau ${tau === null ? "unknown, a side ties all goals" : tau.toFixed(2)}`,
  };
}

/** Respondents with their latest rank of each goal. */
function judgesOf(rankings: readonly GoalRanking[]): readonly Judge[] {
  const byJudge = groupedBy(rankings, ({ side, respondent }) => `${side} ${respondent}`);
  return [...byJudge.values()].flatMap((rows) => {
    const [first] = rows;
    if (first === undefined) return [];
    const inTime = [...rows].sort((one, other) => one.answered_on.localeCompare(other.answered_on));
    return [
      { side: first.side, respondent: first.respondent, ranks: new Map(inTime.map(({ goal, rank }) => [goal, rank])) },
    ];
  });
}

function wholeJudges(judges: readonly Judge[], goals: readonly string[]) {
  const leftOut = judges.flatMap(({ side, respondent, ranks }) => {
    const unranked = goals.filter((goal) => !ranks.has(goal));
    return unranked.length === 0 ? [] : [{ side, respondent, because: `has not ranked ${unranked.join(", ")}` }];
  });
  const isOut = ({ side, respondent }: Judge) =>
    leftOut.some((one) => one.side === side && one.respondent === respondent);
  return { whole: judges.filter((judge) => !isOut(judge)), leftOut };
}

function judgesOrStated(side: Side, judges: readonly Judge[], shared: SharedGoals | undefined): readonly Judge[] {
  const own = judges.filter((judge) => judge.side === side);
  if (own.length > 0) return own;
  const stated = (shared?.ranked ?? []).flatMap((goal) => {
    const rank = goal[side];
    return rank === undefined ? [] : ([[goal.id, rank]] as const);
  });
  return stated.length === 0 ? [] : [{ side, respondent: side, ranks: new Map(stated) }];
}

/** Means of each judge's places among these goals, so that one who numbers from 1 to 10 counts no more than the others. */
function meanRanks(judges: readonly Judge[], goals: readonly string[]): readonly number[] {
  return goals.map(
    (goal) => judges.reduce((sum, { ranks }) => sum + placeAmong(goals, ranks, goal), 0) / judges.length,
  );
}

function placeAmong(goals: readonly string[], ranks: ReadonlyMap<string, number>, goal: string): number {
  const own = ranks.get(goal) ?? 0;
  const others = goals.filter((other) => other !== goal).map((other) => ranks.get(other) ?? 0);
  return 1 + others.filter((rank) => rank < own).length + others.filter((rank) => rank === own).length / 2;
}

function reversedPairs(goals: readonly RankedGoal[]): readonly (readonly [string, string])[] {
  return goals.flatMap((one, at) =>
    goals.slice(at + 1).flatMap((other) => {
      if ((one.client - other.client) * (one.provider - other.provider) >= 0) return [];
      return [one.client < other.client ? ([one.goal, other.goal] as const) : ([other.goal, one.goal] as const)];
    }),
  );
}
