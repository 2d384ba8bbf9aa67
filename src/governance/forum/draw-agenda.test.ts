import { expect, test } from "vitest";
import { type AgendaTopic, drawAgendas } from "./draw-agenda.ts";
import type { Forum } from "./forum.ts";

const forum = (id: string, level: Forum["level"], topics: Forum["topics"] = []): Forum => ({
  id,
  level,
  attend: [],
  topics,
});
const weekly = forum("weekly", "operational");
const board = forum("board", "strategic", ["planning"]);
const topic = (id: string, parts: Partial<AgendaTopic> = {}): AgendaTopic => ({
  kind: "finding",
  id,
  title: id,
  urgency: "watch",
  level: 0,
  topic: "operations",
  ...parts,
});
const where = (forums: readonly Forum[], one: AgendaTopic) =>
  drawAgendas(forums, [one]).agendas.find(({ items }) => items.length > 0)?.forum ?? "nowhere";

test.each<[string, readonly Forum[], AgendaTopic, string]>([
  ["a topic of the day", [weekly, board], topic("a"), "weekly"],
  ["a topic for the sponsors", [weekly, board], topic("a", { level: 2 }), "board"],
  ["a topic higher than any forum", [weekly, board], topic("a", { level: 7 }), "board"],
  ["a topic of the month, without a forum of the month, goes up", [weekly, board], topic("a", { level: 1 }), "board"],
  ["and down where nothing is above", [weekly], topic("a", { level: 1 }), "weekly"],
  [
    "of two forums of a level the one for its topic",
    [weekly, forum("ideas", "operational", ["improvement"])],
    topic("a", { topic: "improvement" }),
    "ideas",
  ],
])("%s", (_, forums, one, id) => expect(where(forums, one)).toBe(id));

test("alarms come first, and what does not fit is held back and not lost", () => {
  const topics = [...Array.from({ length: 6 }, (_, at) => topic(`w${at}`)), topic("alarm", { urgency: "alarm" })];
  const [agenda] = drawAgendas([weekly], topics).agendas;
  expect(agenda?.items[0]?.id).toBe("alarm");
  expect(agenda?.minutes).toBeLessThanOrEqual(60);
  expect([...(agenda?.items ?? []), ...(agenda?.held ?? [])]).toHaveLength(topics.length);
  expect(agenda?.held.map(({ id }) => id)).toEqual(["w5"]);
});

test("without a forum a topic has no home, and says so", () => {
  expect(drawAgendas([], [topic("a")])).toEqual({ agendas: [], homeless: [topic("a")] });
});
