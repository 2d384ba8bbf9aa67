import { expect, test } from "vitest";
import { addDays } from "../../values/time.ts";
import { type IdeaRow, ideaStanding } from "./idea-standing.ts";

const asOf = "2026-06-30";
const idea = (parts: Partial<IdeaRow>): IdeaRow => ({
  idea_id: "i",
  submitted_on: "2026-05-01",
  by_side: "provider",
  ...parts,
});
const stand = (...ideas: readonly IdeaRow[]) =>
  ideaStanding(ideas, { asOf, currency: "USD", lastDayToDecide: (on) => addDays(on, 28) });
const accepted = { decided_on: "2026-05-11", decision: "accepted" } as const;

test("ideas are counted, timed and valued by what was known on the day", () => {
  const standing = stand(
    idea({ ...accepted, value: "1200.10" }),
    idea({ ...accepted, value: "0.20", by_side: "client" }),
    idea({ ...accepted }),
    idea({ decided_on: "2026-05-03", decision: "declined", value: "99999" }),
    idea({ idea_id: "old", submitted_on: "2026-05-20" }),
    idea({ idea_id: "new", submitted_on: "2026-06-20" }),
  );
  expect(standing).toMatchObject({
    submitted: 6,
    accepted: 3,
    declined: 1,
    medianDaysToDecide: 10,
    bySide: { provider: 5, client: 1, customer: 0 },
  });
  expect(standing.realised.value.toString()).toBe("1200.30 USD");
  expect(standing.realised).toMatchObject({ withFigure: 2, withoutFigure: 1 });
  expect(standing.waiting.map(({ id, isOverdue }) => `${id} ${isOverdue}`)).toEqual(["old true", "new false"]);
});

test.each<[string, Partial<IdeaRow>]>([
  ["a decision that lies ahead", { decided_on: "2026-07-05", decision: "accepted", value: "10" }],
  ["a day without a decision", { decided_on: "2026-05-05" }],
  ["a decision without a day", { decision: "accepted" }],
])("%s is none: the idea waits and brings nothing", (_, parts) => {
  const standing = stand(idea(parts));
  expect(standing).toMatchObject({ accepted: 0, waiting: [{ id: "i" }] });
  expect(standing.realised.value.toString()).toBe("0.00 USD");
});

test("no ideas and ideas of tomorrow are none", () => {
  expect(stand(idea({ submitted_on: "2026-07-01" }))).toMatchObject({
    submitted: 0,
    medianDaysToDecide: null,
    waiting: [],
  });
});
