import { expect, test } from "vitest";
import { forumStanding, type MeetingRow } from "./forum-standing.ts";

const meeting = (planned: string, more: Partial<MeetingRow> = {}): MeetingRow => ({
  ...{ forum: "review", planned_on: planned, held_on: planned, client_attendees: 2, provider_attendees: 2 },
  ...{ client_sponsor: true, provider_sponsor: true, has_minutes: true, topic: "planning" },
  ...more,
});

test("a forum is told with what was planned and held, who was missing, and what it was about", () => {
  const [review, weekly] = forumStanding(
    [
      { id: "review", level: "strategic" },
      { id: "weekly", level: "operational" },
    ],
    [
      meeting("2026-02-02"),
      meeting("2026-03-02", { held_on: null }),
      meeting("2026-04-06", { client_sponsor: false, client_attendees: 0, has_minutes: false, topic: "escalation" }),
      meeting("2025-06-01", { held_on: null }),
      meeting("2026-07-06", { held_on: null }),
    ],
    "2026-06-30",
  );
  expect(review).toEqual({
    ...{ forum: "review", level: "strategic", planned: 3, held: 2, without: { client: 1, provider: 0 } },
    ...{ sponsorMissing: { client: 1, provider: 0 }, withoutMinutes: 1, escalations: 1, lastHeld: "2026-04-06" },
  });
  expect(weekly).toMatchObject({ planned: 0, held: 0, sponsorMissing: null, lastHeld: null });
});

test("what the records do not tell counts for no one's absence, and what was held after the day is not known", () => {
  const [review] = forumStanding(
    [{ id: "review", level: "strategic" }],
    [
      meeting("2026-04-06", { client_attendees: null, client_sponsor: null }),
      meeting("2026-06-29", { held_on: "2026-07-01" }),
    ],
    "2026-06-30",
  );
  expect(review).toMatchObject({ planned: 2, held: 1, without: { client: 0 }, sponsorMissing: { client: 0 } });
});
