import { addWeekdays } from "../../values/due-dates.ts";
import type { TooLittleData } from "../../values/share.ts";
import type { Side } from "../../values/side.ts";
import { addDays, type PlainDate } from "../../values/time.ts";
import { type OpenAction, openActions } from "../action/escalation-level.ts";
import { type CommitmentRow, type CommitmentStanding, commitmentStanding } from "../commitment/commitment-standing.ts";
import { type PulseAnswer, type PulseDimension, pulseByDimension } from "../culture/pulse-by-dimension.ts";
import { type Agendas, type AgendaTopic, drawAgendas } from "../forum/draw-agenda.ts";
import { type ForumStanding, forumStanding, type MeetingRow } from "../forum/forum-standing.ts";
import { type GoalAgreement, type GoalRanking, goalAgreement } from "../goal/rank-agreement-of-sides.ts";
import { type IdeaRow, type IdeaStanding, ideaStanding } from "../idea/idea-standing.ts";
import type { PartnershipRecord } from "./partnership-record.ts";
import { isThere, sidesOf } from "./record-reading.ts";

/** What an agenda needs of a finding of the verdict. */
export type AgendaFinding = {
  readonly id: string;
  readonly pitfall: string;
  readonly state: "watch" | "alarm";
  readonly statement: string;
  /** which rule found it, and in what: one thing that is found under two pitfalls is one topic */
  readonly detector?: string;
  readonly subject?: { readonly id: string; readonly segment: Readonly<Record<string, string>> };
};

export type RelationshipReview = {
  readonly asOf: PlainDate;
  readonly pulse: readonly PulseDimension[];
  readonly ideas: IdeaStanding;
  readonly actions: readonly OpenAction[];
  readonly forums: Agendas;
  /** how the forums were kept in the last two quarters */
  readonly meetings: readonly ForumStanding[];
  /** how each side kept its promises in the last two quarters */
  readonly commitments: readonly CommitmentStanding[];
  readonly goals: GoalAgreement | TooLittleData;
};

export type RelationshipQuestion = {
  readonly asOf: PlainDate;
  /** rows of `pulse_answers` */
  readonly pulse?: readonly PulseAnswer[];
  /** rows of `ideas` */
  readonly ideas?: readonly IdeaRow[];
  readonly findings?: readonly AgendaFinding[];
  /** rows of `meetings` */
  readonly meetings?: readonly MeetingRow[];
  /** rows of `commitments`, as known on the day */
  readonly commitments?: readonly CommitmentRow[];
  /** rows of `goal_rankings` */
  readonly rankings?: readonly GoalRanking[];
  /** the currency of ideas' values: ISO 4217 */
  readonly currency?: string;
};

/** How both sides feel, what became of ideas, which actions have risen how high, and what the next forums talk about. Plain data. */
export function reviewRelationship(record: PartnershipRecord, question: RelationshipQuestion): RelationshipReview {
  const { asOf, pulse = [], ideas = [], findings = [], currency = "USD" } = question;
  const { meetings = [], commitments = [], rankings = [] } = question;
  const standing = ideaStanding(ideas, { asOf, currency, lastDayToDecide: (on) => lastDay(record, on) });
  const actions = openActions(record.actions, {
    asOf,
    pathOf: (owner) => escalationPath(record, owner),
    isThere: (person) => isThere(record, person, asOf),
  });
  const topics = [
    ...topicsOfFindings(findings),
    ...actions.flatMap(topicOfAction),
    ...topicsOfIdeas(standing),
    ...revisits(record, asOf),
  ];
  return {
    asOf,
    pulse: pulseByDimension(pulse, asOf),
    ideas: standing,
    actions,
    forums: drawAgendas(record.forums, topics),
    meetings: forumStanding(record.forums, meetings, asOf),
    commitments: commitmentStanding(commitments, asOf),
    goals: goalAgreement(record.goals, { asOf, rankings }),
  };
}

function lastDay({ ideas }: PartnershipRecord, submitted: PlainDate): PlainDate | null {
  const within = ideas?.decided_within;
  if (within === undefined) return null;
  return within.kind === "business-days"
    ? addWeekdays(submitted, within.days)
    : addDays(submitted, Math.floor(within.seconds / 86_400));
}

/** The path of the owner's side; for an owner of neither or of both, the client's. */
function escalationPath(record: PartnershipRecord, owner: string | undefined): readonly string[] {
  const sides: readonly Side[] = owner === undefined ? [] : sidesOf(record, owner);
  return sides.length === 1 && sides[0] === "provider" ? record.provider.escalation : record.client.escalation;
}

/** Each thing found once: where several pitfalls tell it, the most urgent, then the highest. */
function topicsOfFindings(findings: readonly AgendaFinding[]): readonly AgendaTopic[] {
  const topics = new Map<string, AgendaTopic>();
  for (const finding of findings) {
    const { detector = "", subject, statement } = finding;
    const about = subject === undefined ? statement : JSON.stringify([detector, subject.id, subject.segment]);
    const [topic, told] = [topicOfFinding(finding), topics.get(about)];
    if (told === undefined || isAbove(topic, told)) topics.set(about, topic);
  }
  return [...topics.values()];
}

function isAbove(one: AgendaTopic, other: AgendaTopic): boolean {
  return one.urgency === other.urgency ? one.level > other.level : one.urgency === "alarm";
}

function topicOfFinding({ id, pitfall, state, statement }: AgendaFinding): AgendaTopic {
  const isStrategic = strategic.has(pitfall);
  return {
    kind: "finding",
    id,
    title: statement,
    urgency: state,
    level: isStrategic ? 2 : state === "alarm" ? 1 : 0,
    topic: isStrategic ? "planning" : "operations",
  };
}

/** Pitfalls that nobody below the sponsors can get out of. */
const strategic = new Set([
  "goal-misalignment",
  "vendor-not-partner",
  "contract-gaps",
  "outsourcing-the-core",
  "loss-of-control",
  "cost-overrun",
  "unrealistic-expectations",
  "scaling-too-fast",
]);

function topicOfAction({ id, title, level, fault }: OpenAction): readonly AgendaTopic[] {
  if (fault === null) return [];
  const kind = level > 0 ? "escalation" : "action";
  return [
    {
      kind,
      id,
      title,
      urgency: level > 1 ? "alarm" : "watch",
      level: Math.max(0, level - 1),
      topic: level > 0 ? "escalation" : "operations",
    },
  ];
}

function topicsOfIdeas({ waiting }: IdeaStanding): readonly AgendaTopic[] {
  return waiting.map(({ id, title, isOverdue }) => ({
    ...{ kind: "idea", id, title: title ?? id, level: isOverdue === true ? 1 : 0, topic: "improvement" },
    urgency: isOverdue === true ? "watch" : "plain",
  }));
}

const revisitWithinDays = 30;

function revisits({ goals }: PartnershipRecord, asOf: PlainDate): readonly AgendaTopic[] {
  const on = goals?.revisit_on;
  if (on === undefined || on > addDays(asOf, revisitWithinDays)) return [];
  return [
    {
      kind: "revisit",
      id: "goals",
      title: `Shared goals, to be looked at again on ${on}`,
      urgency: on < asOf ? "watch" : "plain",
      level: 2,
      topic: "planning",
    },
  ];
}
