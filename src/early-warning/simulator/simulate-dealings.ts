import type { Chance } from "../../values/seeded-chance.ts";
import { addDays, type PlainDate, startOfDay } from "../../values/time.ts";
import { type FactRow, stamp } from "./fact-rows.ts";
import { leversOn } from "./planted-pitfall.ts";
import { daysOf, shifted } from "./weekly-level.ts";
import type { World } from "./world.ts";

/** What passes between the two sides: messages, meetings, promises, pulses, ranks of goals, ideas, incidents. */
export type Dealings = {
  readonly messages: FactRow[];
  readonly meetings: FactRow[];
  readonly commitments: FactRow[];
  readonly pulses: FactRow[];
  readonly rankings: FactRow[];
  readonly ideas: FactRow[];
  readonly incidents: FactRow[];
};

export function simulateDealings(world: World, chance: Chance, end: number): Dealings {
  const days = daysOf(world.from, world.to);
  const weekdays = days.filter((day) => isoWeekday(day) <= 5);
  return {
    messages: weekdays.flatMap((day) => messagesOf(world, chance.split(`messages ${day}`), day, end)),
    meetings: days.flatMap((day) => meetingsOf(world, chance.split(`meetings ${day}`), day)),
    commitments: weekdays.flatMap((day) => commitmentsOf(world, chance.split(`promises ${day}`), day)),
    pulses: days.filter(isQuarterPulse).flatMap((day) => pulsesOf(world, chance.split(`pulse ${day}`), day)),
    rankings: days.filter(isQuarterPulse).flatMap((day) => rankingsOf(world, chance.split(`ranks ${day}`), day)),
    ideas: days.flatMap((day) => ideasOf(world, chance.split(`ideas ${day}`), day)),
    incidents: days.flatMap((day) => incidentsOf(world, chance.split(`incidents ${day}`), day, end)),
  };
}

function messagesOf(world: World, chance: Chance, day: PlainDate, end: number): FactRow[] {
  const levers = leversOn(world.planted, day, null);
  return Array.from({ length: chance.poisson(2.2) }, (_, index) => {
    const asker = chance.is(0.6) ? "client" : "provider";
    const answerer = asker === "client" ? "provider" : "client";
    const thread = `M-${day}-${index + 1}`;
    const sentAt = startOfDay(day, world.clientZone) + chance.whole(9 * 3600, 16 * 3600);
    const slow = answerer === "provider" ? levers.replyTime : 0.4 * levers.replyTime;
    const repliedAt = sentAt + Math.round(3600 * world.healthy.replyHours * Math.exp(slow + 0.8 * chance.normal()));
    const question = message(`${thread}-q`, thread, sentAt, asker, "question", null);
    const rounds = chance.is(shifted(0.12, levers.clarification)) ? 1 : 0;
    const asks =
      rounds === 0 ? [] : [message(`${thread}-c`, thread, repliedAt - 1800, answerer, "clarification", `${thread}-q`)];
    const isAnswered = chance.is(shifted(0.97, -levers.replyTime));
    const answer = isAnswered ? [message(`${thread}-a`, thread, repliedAt, answerer, "answer", `${thread}-q`)] : [];
    return [question, ...asks, ...answer].filter((row) => row.sent_at !== null && String(row.sent_at) <= stamp(end));
  }).flat();
}

function message(
  id: string,
  thread: string,
  at: number,
  side: string,
  kind: string,
  inReplyTo: string | null,
): FactRow {
  return {
    message_id: id,
    thread_id: thread,
    sent_at: stamp(at),
    from_side: side,
    from_person: side === "client" ? "ana" : "rosa",
    kind,
    in_reply_to: inReplyTo,
  };
}

/** A weekly operational forum on Tuesdays and a strategic one on the second Thursday of each quarter's first month. */
function meetingsOf(world: World, chance: Chance, day: PlainDate): FactRow[] {
  const isQuarterly = ["01", "04", "07", "10"].includes(day.slice(5, 7)) && isoWeekday(day) === 4 && isSecondWeek(day);
  const forum = isQuarterly ? "quarterly-review" : isoWeekday(day) === 2 ? "weekly-operations" : null;
  if (forum === null) return [];
  const levers = leversOn(world.planted, day, null);
  const plannedAt = startOfDay(day, world.clientZone) + 10 * 3600;
  const isHeld = chance.is(shifted(0.95, -levers.forumMissed));
  const isSponsorThere = isQuarterly && chance.is(shifted(0.9, -levers.sponsorAbsent));
  return [
    {
      meeting_id: `${forum}-${day}`,
      forum,
      planned_at: stamp(plannedAt),
      held_at: isHeld ? stamp(plannedAt + chance.whole(0, 600)) : null,
      client_attendees: isHeld ? chance.whole(1, 3) : null,
      provider_attendees: isHeld ? chance.whole(2, 4) : null,
      client_sponsor_present: isHeld ? isSponsorThere : null,
      provider_sponsor_present: isHeld ? isQuarterly && chance.is(0.9) : null,
      minutes_sent_at: isHeld && chance.is(0.9) ? stamp(plannedAt + chance.whole(1, 30) * 3600) : null,
      topic: isQuarterly ? "planning" : chance.is(0.15 + 0.1 * levers.forumMissed) ? "escalation" : "operations",
    },
  ];
}

function commitmentsOf(world: World, chance: Chance, day: PlainDate): FactRow[] {
  return Array.from({ length: chance.poisson(0.8) }, (_, index) => {
    const owner = chance.is(0.7) ? "provider" : "client";
    const kind = chance.pick(["action", "deliverable", "report", "obligation"]);
    const firstDue = addDays(day, chance.whole(5, 25));
    const levers = leversOn(world.planted, firstDue, null);
    const isOnTime = chance.is(
      shifted(world.healthy.doneOnTime, owner === "provider" ? levers.onTime : levers.clientOnTime),
    );
    const isMoved = !isOnTime && chance.is(0.4);
    const due = isMoved ? addDays(firstDue, chance.whole(5, 14)) : firstDue;
    const done = isOnTime ? addDays(due, -chance.whole(0, 3)) : addDays(due, 1 + chance.poisson(6));
    const isDone = done <= world.to && done >= day;
    return {
      commitment_id: `P-${day}-${index + 1}`,
      kind,
      title: `${kind} agreed on ${day}`,
      owner_side: owner,
      owner: owner === "client" ? "ana" : "rosa",
      made_on: day,
      first_due_on: firstDue,
      due_on: due,
      done_on: isDone ? done : null,
      accepted_on: isDone && owner === "provider" && addDays(done, 2) <= world.to ? addDays(done, 2) : null,
    };
  });
}

const dimensions = ["trust", "communication", "quality-of-work", "flexibility", "shared-goals"];

function pulsesOf(world: World, chance: Chance, day: PlainDate): FactRow[] {
  const { pulseGap } = leversOn(world.planted, day, null);
  return (["client", "provider"] as const).flatMap((side) =>
    Array.from({ length: 6 }, (_, person) =>
      dimensions.map((question) => ({
        survey: `pulse-${day.slice(0, 7)}`,
        side,
        respondent: `${side}-${person + 1}`,
        question,
        answered_at: stamp(startOfDay(day, world.clientZone) + 12 * 3600 + person * 60),
        score: Math.min(5, Math.max(1, Math.round(4 - (side === "client" ? pulseGap : 0) + 0.6 * chance.normal()))),
      })),
    ).flat(),
  );
}

const goals = ["faster-answers", "happier-customers", "lower-cost", "fewer-errors", "stable-team"];

function rankingsOf(world: World, chance: Chance, day: PlainDate): FactRow[] {
  const { rankGap } = leversOn(world.planted, day, null);
  return (["client", "provider"] as const).flatMap((side) =>
    Array.from({ length: 4 }, (_, person) => {
      const liking = goals.map((goal, place) => {
        const apart = side === "provider" ? rankGap * (goals.length - 1 - 2 * place) : 0;
        return { goal, at: place + apart + 0.5 * chance.normal() };
      });
      liking.sort((a, b) => a.at - b.at);
      return liking.map(({ goal }, index) => ({
        side,
        respondent: `${side}-${person + 1}`,
        answered_at: stamp(startOfDay(day, world.clientZone) + 13 * 3600 + person * 60),
        goal,
        rank: index + 1,
      }));
    }).flat(),
  );
}

function ideasOf(world: World, chance: Chance, day: PlainDate): FactRow[] {
  const { ideas } = leversOn(world.planted, day, null);
  return Array.from({ length: chance.poisson((world.healthy.ideasAMonth / 30) * Math.exp(ideas)) }, (_, index) => {
    const decidedAt = addDays(day, chance.whole(7, 40));
    const isDecided = decidedAt <= world.to && chance.is(0.85);
    const isAccepted = chance.is(0.5);
    return {
      idea_id: `I-${day}-${index + 1}`,
      submitted_at: day,
      by_side: chance.is(0.7) ? "provider" : "client",
      title: `idea of ${day}`,
      decided_at: isDecided ? decidedAt : null,
      decision: isDecided ? (isAccepted ? "accepted" : "declined") : null,
      value: isDecided && isAccepted ? `${chance.whole(5, 60) * 100}.00` : null,
    };
  });
}

function incidentsOf(world: World, chance: Chance, day: PlainDate, end: number): FactRow[] {
  const levers = leversOn(world.planted, day, null);
  return Array.from({ length: chance.poisson(0.012 * Math.exp(levers.incidents)) }, (_, index) => {
    const occurredAt = startOfDay(day, world.clientZone) + chance.whole(0, 86399);
    const detectedAt = occurredAt + chance.whole(600, 20_000);
    const disclosedAt = detectedAt + Math.round(3600 * 6 * Math.exp(levers.lateDisclosure + 0.5 * chance.normal()));
    const resolvedAt = detectedAt + chance.whole(3600, 200_000);
    return {
      incident_id: `X-${day}-${index + 1}`,
      kind: chance.pick(["security", "privacy", "outage", "process"]),
      severity: chance.pick(["low", "medium", "high"]),
      occurred_at: stamp(occurredAt),
      detected_at: stamp(detectedAt),
      disclosed_at: disclosedAt <= end ? stamp(disclosedAt) : null,
      resolved_at: resolvedAt <= end ? stamp(resolvedAt) : null,
      detected_by_side: chance.is(0.8) ? "provider" : "client",
    };
  }).filter((row) => row.disclosed_at !== null || row.resolved_at !== null);
}

function isQuarterPulse(day: PlainDate): boolean {
  return ["02", "05", "08", "11"].includes(day.slice(5, 7)) && day.endsWith("-15");
}

function isSecondWeek(day: PlainDate): boolean {
  const ofMonth = Number(day.slice(8));
  return ofMonth > 7 && ofMonth <= 14;
}

/** 1 is Monday, 7 is Sunday. */
function isoWeekday(day: PlainDate): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}
