import { expect, test } from "vitest";
import { completeAsOf } from "../../../../test/pitfalls/complete-record.ts";
import { daysAgo, judgeObserved, saidSince } from "../../../../test/pitfalls/judge-observed.ts";
import { judgeDisclosures } from "../../../governance/security/incident-disclosure.ts";

const at = (day: string) => Date.parse(`${day}T12:00:00Z`) / 1000;

const access = (left: string | null, revoked: string | null) => ({
  roster: [{ agent: "a-1", left_on: left }],
  grants: [{ agent: "a-1", system: "tickets", granted_on: "2025-01-01", revoked_on: revoked }],
});

test("access of a leaver is told from the day after; taken away in a day, or of people who are there, it is not", () => {
  const since = (days: number) => `weak-security/leaver-has-access/leavers since ${daysAgo(days - 1)}`;
  expect(saidSince(access(daysAgo(4), null))).toEqual([`watch ${since(4)}`]);
  expect(saidSince(access(daysAgo(40), null))).toEqual([`alarm ${since(40)}`]);
  expect(saidSince(access(daysAgo(40), daysAgo(39)))).toEqual([]);
  expect(saidSince(access(daysAgo(1), null))).toEqual([]);
  expect(saidSince(access(null, null))).toEqual([]);
});

const incident = (happened: string, hours: number | null, by: "client" | "provider" = "provider") => {
  const row = { incident_id: `x-${happened}`, kind: "outage" as const, occurred_at: at(happened) };
  const disclosed = hours === null ? null : at(happened) + hours * 3600;
  const [told] = judgeDisclosures([{ ...row, disclosed_at: disclosed, detected_by_side: by }], {
    limit: { kind: "seconds", seconds: 24 * 3600 },
    now: at(completeAsOf),
  });
  if (told === undefined) throw new Error("the incident lies ahead");
  return { ...told, kind: row.kind, occurredOn: happened };
};

test("an incident told after the agreed time is told, one in time, found by the client, or long ago is not", () => {
  const id = "weak-security/incident-told-late/incidents";
  expect(saidSince({ incidents: [incident(daysAgo(20), 25)] })).toEqual([`watch ${id} since ${daysAgo(20)}`]);
  expect(saidSince({ incidents: [incident(daysAgo(20), null)] })).toEqual([`alarm ${id} since ${daysAgo(20)}`]);
  expect(saidSince({ incidents: [incident(daysAgo(20), 23), incident(daysAgo(10), 80, "client")] })).toEqual([]);
  expect(saidSince({ incidents: [incident(daysAgo(200), 80)] })).toEqual([]);
});

test("without an agreed time nothing can be late, and that is said", () => {
  const edits = { "security.incidents_told_within": undefined };
  const { blind } = judgeObserved({ incidents: [incident(daysAgo(20), 500)] }, edits);
  expect(blind.find(({ pitfall }) => pitfall === "weak-security")?.because).toMatch(/No time is agreed/);
});

test("a kind without records clears nothing", () => {
  const { pitfalls } = judgeObserved({});
  expect(pitfalls.find(({ id }) => id === "weak-security")?.signal.state).toBe("blind");
});
