import { expect, test } from "vitest";
import { completeAsOf, type Edits, recordWith } from "../../../test/pitfalls/complete-record.ts";
import { type RelationshipQuestion, reviewRelationship } from "./review-relationship.ts";

const ask = (edits: Edits, question: Partial<RelationshipQuestion> = {}) =>
  reviewRelationship(recordWith(edits), { asOf: completeAsOf, ...question });
const action = (parts: object) =>
  ask({ actions: [{ id: "coach", title: "Coach the returns topic", owner: "luis", due: "2026-07-31", ...parts }] })
    .actions[0];

// The provider's path is rosa, luis, coo; an owner is not escalated to themselves.
test.each<[string, object, object]>([
  ["an action ahead of its day", {}, { level: 0, with: "luis", fault: null, daysLate: -31 }],
  ["three days late", { due: "2026-06-27" }, { level: 0, with: "luis", fault: "late" }],
  ["a week late", { due: "2026-06-23" }, { level: 1, with: "rosa", fault: "late" }],
  ["three weeks late", { due: "2026-06-09" }, { level: 2, with: "coo" }],
  ["half a year late, beyond the end of the path", { due: "2026-01-01" }, { level: 4, with: "coo" }],
  ["without a date", { due: undefined }, { level: 1, with: "rosa", fault: "undated" }],
  ["owned by “TBD”", { owner: "tbd" }, { level: 1, fault: "ownerless", with: "ana" }],
  ["done on a day ahead", { due: "2026-06-23", done_on: "2026-08-01" }, { level: 1 }],
])("%s", (_, parts, found) => expect(action(parts)).toMatchObject(found));

test("a done action is not open", () => expect(action({ done_on: "2026-06-15" })).toBeUndefined());

test("findings, late actions, waiting ideas and the goals to revisit come to the forum of their level", () => {
  const { forums } = ask(
    { "actions.0.due": "2026-06-23", "goals.revisit_on": "2026-07-15" },
    {
      findings: [
        { id: "f1", pitfall: "quality-decline", state: "watch", statement: "The score has fallen." },
        { id: "f2", pitfall: "goal-misalignment", state: "alarm", statement: "The sides rank the other way round." },
      ],
      ideas: [{ idea_id: "i1", submitted_on: "2026-06-25", by_side: "client" }],
    },
  );
  expect(forums.homeless).toEqual([]);
  expect(forums.agendas.map(({ forum, items }) => [forum, items.map(({ id }) => id)])).toEqual([
    ["weekly-operations", ["f1", "coach-returns", "i1"]],
    ["quarterly-review", ["f2", "goals"]],
  ]);
});

test("an idea past the agreed time is told as overdue; without an agreed time nobody can say", () => {
  const ideas = [{ idea_id: "i1", submitted_on: "2026-05-01", by_side: "client" as const }];
  expect(ask({}, { ideas }).ideas.waiting).toMatchObject([{ id: "i1", isOverdue: true }]);
  expect(ask({ "ideas.decided_within": undefined }, { ideas }).ideas.waiting).toMatchObject([{ isOverdue: null }]);
});

test("the review can be told as JSON, and an empty record says nothing", () => {
  expect(JSON.parse(JSON.stringify(ask({})))).toMatchObject({
    ideas: { realised: { value: { amount: "0.00", currency: "USD" } } },
  });
  expect(ask({ forums: [], actions: [], goals: undefined })).toMatchObject({
    pulse: [],
    actions: [],
    forums: { agendas: [], homeless: [] },
  });
});

test("one thing found under two pitfalls is one topic, told where it is highest; two things are two", () => {
  const found = (pitfall: string, state: "watch" | "alarm", id: string) => ({
    ...{ id: `${pitfall}/missed/${id}`, pitfall, state, statement: `${id} was missed.` },
    ...{ detector: "missed", subject: { id, segment: {} } },
  });
  const ids = (...findings: ReturnType<typeof found>[]) =>
    ask({ actions: [] }, { findings }).forums.agendas.flatMap(({ items }) => items.map(({ id }) => id));
  expect(ids(found("quality-decline", "watch", "rework"), found("hollow-kpis", "alarm", "rework"))).toEqual([
    "hollow-kpis/missed/rework",
  ]);
  expect(ids(found("quality-decline", "alarm", "rework"), found("cost-overrun", "alarm", "rework"))).toEqual([
    "cost-overrun/missed/rework",
  ]);
  expect(ids(found("quality-decline", "watch", "rework"), found("quality-decline", "watch", "csat"))).toHaveLength(2);
});
