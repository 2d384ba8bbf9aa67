import { expect, test } from "vitest";
import { daysAgo, saidSince } from "../../../../test/pitfalls/judge-observed.ts";
import type { ObservedMeeting } from "../../observed-records.ts";

const meeting = (forum: string, days: number, parts: Partial<ObservedMeeting>): ObservedMeeting => ({
  ...{ id: `${forum}-${days}`, forum, plannedOn: daysAgo(days), heldOn: daysAgo(days) },
  ...{ clientSponsor: null, providerSponsor: null, ...parts },
});
const weekly = (...held: boolean[]) =>
  held.map((isHeld, index) => meeting("weekly", 7 * (held.length - index), { heldOn: isHeld ? daysAgo(1) : null }));

test("a weekly forum missed three times running is told, missed now and then it is not", () => {
  const id = "communication-breakdown/forum-missed/weekly";
  expect(saidSince({ meetings: weekly(true, true, false, false, false) })).toEqual([
    `watch ${id} since ${daysAgo(21)}`,
  ]);
  expect(saidSince({ meetings: weekly(true, false, false, false, false) })).toEqual([
    `alarm ${id} since ${daysAgo(28)}`,
  ]);
  expect(saidSince({ meetings: weekly(true, false, true, false, false) })).toEqual([]);
  expect(saidSince({ meetings: weekly(false, false, false, true) })).toEqual([]);
});

test("what was planned for yesterday may still come in as held", () => {
  const meetings = [...weekly(true, true, false, false), meeting("weekly", 1, { heldOn: null })];
  expect(saidSince({ meetings })).toEqual([]);
});

test("a sponsor who stays away twice running where the record wants them is told, in other forums not", () => {
  const edits = { forums: [{ id: "review", level: "strategic", every: "quarter", attend: ["joel"] }] };
  const held = (forum: string, ...there: boolean[]) =>
    there.map((clientSponsor, index) => meeting(forum, 90 * (there.length - index), { clientSponsor }));
  expect(saidSince({ meetings: held("review", true, false, false) }, edits)).toEqual([
    `watch vendor-not-partner/sponsor-absent/client since ${daysAgo(180)}`,
  ]);
  expect(saidSince({ meetings: held("review", false, false, true) }, edits)).toEqual([]);
  expect(saidSince({ meetings: held("weekly", false, false, false) }, edits)).toEqual([]);
});
