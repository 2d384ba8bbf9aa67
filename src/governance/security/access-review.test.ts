import { expect, test } from "vitest";
import { type AccessGrant, reviewAccess } from "./access-review.ts";
import { type IncidentRow, judgeDisclosures } from "./incident-disclosure.ts";

const asOf = "2026-06-30";
const roster = [
  { agent: "here" },
  { agent: "gone", left_on: "2026-05-31" },
  { agent: "leaving", left_on: "2026-08-31" },
];
const grant = (agent: string, parts: Partial<AccessGrant> = {}): AccessGrant => ({
  agent,
  system: "desk",
  granted_on: "2026-01-05",
  ...parts,
});

test.each<[string, AccessGrant, object | null]>([
  ["somebody who is here", grant("here"), null],
  ["somebody who has left and still has access", grant("gone"), { kind: "leaver-has-access", daysTooLong: 29 }],
  ["access that ended on the last day", grant("gone", { revoked_on: "2026-05-31" }), null],
  ["access that ended within what was agreed", grant("gone", { revoked_on: "2026-06-01" }), null],
  ["access that ended late", grant("gone", { revoked_on: "2026-06-10" }), { kind: "removed-late", daysTooLong: 9 }],
  [
    "a removal that lies ahead",
    grant("gone", { revoked_on: "2026-07-31" }),
    { kind: "leaver-has-access", daysTooLong: 29 },
  ],
  ["access given after the last day", grant("gone", { granted_on: "2026-06-05" }), { kind: "granted-after-leaving" }],
  ["somebody on no roster", grant("stranger"), { kind: "nobody-on-the-roster", daysTooLong: null }],
  ["somebody who will leave", grant("leaving"), null],
  ["access that is given later", grant("gone", { granted_on: "2026-07-05" }), null],
])("%s", (_, one, found) => {
  const { findings } = reviewAccess([one], roster, { asOf, daysToRemove: () => 1 });
  if (found === null) expect(findings).toEqual([]);
  else expect(findings).toEqual([expect.objectContaining(found)]);
});

const day = 86_400;
const now = 100 * day;
const incident = (parts: Partial<IncidentRow>): IncidentRow => ({
  incident_id: "i",
  kind: "security",
  occurred_at: 10 * day,
  detected_at: 11 * day,
  ...parts,
});

test.each<[string, Partial<IncidentRow>, string]>([
  ["told within the time after detection", { disclosed_at: 12 * day }, "in-time"],
  ["told a second late", { disclosed_at: 12 * day + 1 }, "late"],
  ["never told", {}, "not-told"],
  ["told only after the day of asking", { disclosed_at: 101 * day }, "not-told"],
  ["still in time", { occurred_at: now - 100, detected_at: now - 50 }, "still-in-time"],
  [
    "counted from the incident where nobody wrote down the detection",
    { detected_at: null, disclosed_at: 11 * day + 1 },
    "late",
  ],
  ["a detection before the incident is none", { detected_at: 5 * day, disclosed_at: 10 * day + 1 }, "in-time"],
  ["found by the client, so nobody told", { detected_by_side: "client" }, "found-by-client"],
])("%s", (_, parts, state) => {
  expect(judgeDisclosures([incident(parts)], { limit: { kind: "seconds", seconds: day }, now })).toMatchObject([
    { state },
  ]);
});

test("a limit in business days needs a calendar, and no limit is none", () => {
  const limit = { kind: "business-days", days: 1 } as const;
  expect(judgeDisclosures([incident({ disclosed_at: 14 * day })], { limit, now })).toMatchObject([
    { state: "unknown" },
  ]);
  expect(
    judgeDisclosures([incident({ disclosed_at: 14 * day })], { limit, now, deadline: (from) => from + 3 * day }),
  ).toMatchObject([{ state: "in-time" }]);
  expect(judgeDisclosures([incident({})], { limit: undefined, now })).toMatchObject([{ state: "unknown" }]);
  expect(judgeDisclosures([incident({ occurred_at: 200 * day })], { limit, now })).toEqual([]);
});
