import type { Forum } from "./forum.ts";

/** Something to talk about, from wherever it was found. */
export type AgendaTopic = {
  readonly kind: "finding" | "action" | "idea" | "escalation" | "revisit";
  readonly id: string;
  readonly title: string;
  /** alarms and escalations are talked about first, watches next */
  readonly urgency: "alarm" | "watch" | "plain";
  /** how high it has come: 0 for the day, 1 for the month, 2 and more for the sponsors */
  readonly level: number;
  readonly topic: Forum["topics"][number];
};

export type AgendaItem = AgendaTopic & { readonly minutes: number };

export type Agenda = {
  readonly forum: string;
  readonly items: readonly AgendaItem[];
  readonly minutes: number;
  /** what did not fit, and waits for the next time */
  readonly held: readonly AgendaTopic[];
};

const levels: readonly Forum["level"][] = ["operational", "tactical", "strategic"];
const minutesFor: Readonly<Record<AgendaTopic["urgency"], number>> = { alarm: 15, watch: 8, plain: 5 };
const order: readonly AgendaTopic["urgency"][] = ["alarm", "watch", "plain"];

/** How long each level meets. */
const minutesOf: Readonly<Record<Forum["level"], number>> = { operational: 60, tactical: 90, strategic: 120 };

export type Agendas = {
  readonly agendas: readonly Agenda[];
  /** topics for which no forum is there */
  readonly homeless: readonly AgendaTopic[];
};

/**
 * Puts each topic on the agenda of one forum: one of its level, rather one that is for its topic, else the next level up, else
 * down. Urgent topics come first, and what does not fit in the time is held back, never dropped.
 */
export function drawAgendas(forums: readonly Forum[], topics: readonly AgendaTopic[]): Agendas {
  const placed = topics.map((topic) => ({ topic, forum: forumFor(forums, topic) }));
  return {
    agendas: forums.map((forum) => {
      const own = placed.flatMap((one) => (one.forum?.id === forum.id ? [one.topic] : []));
      return agendaOf(
        forum,
        [...own].sort(
          (one, other) => order.indexOf(one.urgency) - order.indexOf(other.urgency) || other.level - one.level,
        ),
      );
    }),
    homeless: placed.flatMap(({ topic, forum }) => (forum === null ? [topic] : [])),
  };
}

function forumFor(forums: readonly Forum[], { level, topic }: AgendaTopic): Forum | null {
  const wanted = Math.min(level, levels.length - 1);
  const distance = (forum: Forum) => {
    const away = levels.indexOf(forum.level) - wanted;
    return away >= 0 ? away : levels.length - away;
  };
  const inOrder = [...forums].sort(
    (one, other) =>
      distance(one) - distance(other) || Number(other.topics.includes(topic)) - Number(one.topics.includes(topic)),
  );
  return inOrder[0] ?? null;
}

function agendaOf(forum: Forum, topics: readonly AgendaTopic[]): Agenda {
  let minutes = 0;
  const items: AgendaItem[] = [];
  const held: AgendaTopic[] = [];
  for (const topic of topics) {
    const needed = minutesFor[topic.urgency];
    if (minutes + needed > minutesOf[forum.level]) held.push(topic);
    else {
      items.push({ ...topic, minutes: needed });
      minutes += needed;
    }
  }
  return { forum: forum.id, items, minutes, held };
}
