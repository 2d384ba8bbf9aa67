import { expect, test } from "vitest";
import { completeAsOf, type Edits, recordWith } from "../../../test/pitfalls/complete-record.ts";
import { judgePitfalls } from "../../../test/pitfalls/judge-pitfalls.ts";
import { nothingObserved } from "../../../test/pitfalls/nothing-observed.ts";
import { judgeDisclosures } from "../../governance/security/incident-disclosure.ts";
import { addDays } from "../../values/time.ts";
import type { ObservedMeeting, ObservedPromise, ObservedRecords } from "../observed-records.ts";

const daysAgo = (days: number) => addDays(completeAsOf, -days);
const at = (day: string) => Date.parse(`${day}T12:00:00Z`) / 1000;

const judged = (observed: Partial<ObservedRecords>, edits: Edits = {}) =>
  judgePitfalls({
    ...{ record: recordWith(edits), asOf: completeAsOf, kpis: [], serviceLevels: [], reconciliations: [], sources: [] },
    observed: { ...nothingObserved, ...observed },
  });
const said = (observed: Partial<ObservedRecords>, edits: Edits = {}) =>
  judged(observed, edits).findings.map(({ id, state, onset }) => `${state} ${id} since ${onset}`);

const access = (left: string | null, revoked: string | null) => ({
  roster: [{ agent: "a-1", left_on: left }],
  grants: [{ agent: "a-1", system: "tickets", granted_on: "2025-01-01", revoked_on: revoked }],
});

test("access of a leaver is told from the day after; taken away in a day, or of people who are there, it is not", () => {
  const since = (days: number) => `weak-security/leaver-has-access/leavers since ${daysAgo(days - 1)}`;
  expect(said(access(daysAgo(4), null))).toEqual([`watch ${since(4)}`]);
  expect(said(access(daysAgo(40), null))).toEqual([`alarm ${since(40)}`]);
  expect(said(access(daysAgo(40), daysAgo(39)))).toEqual([]);
  expect(said(access(daysAgo(1), null))).toEqual([]);
  expect(said(access(null, null))).toEqual([]);
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
  expect(said({ incidents: [incident(daysAgo(20), 25)] })).toEqual([`watch ${id} since ${daysAgo(20)}`]);
  expect(said({ incidents: [incident(daysAgo(20), null)] })).toEqual([`alarm ${id} since ${daysAgo(20)}`]);
  expect(said({ incidents: [incident(daysAgo(20), 23), incident(daysAgo(10), 80, "client")] })).toEqual([]);
  expect(said({ incidents: [incident(daysAgo(200), 80)] })).toEqual([]);
});

test("without an agreed time nothing can be late, and that is said", () => {
  const edits = { "security.incidents_told_within": undefined };
  const { blind } = judged({ incidents: [incident(daysAgo(20), 500)] }, edits);
  expect(blind.find(({ pitfall }) => pitfall === "weak-security")?.because).toMatch(/No time is agreed/);
});

const meeting = (forum: string, days: number, parts: Partial<ObservedMeeting>): ObservedMeeting => ({
  ...{ id: `${forum}-${days}`, forum, plannedOn: daysAgo(days), heldOn: daysAgo(days) },
  ...{ clientSponsor: null, providerSponsor: null, ...parts },
});
const weekly = (...held: boolean[]) =>
  held.map((isHeld, index) => meeting("weekly", 7 * (held.length - index), { heldOn: isHeld ? daysAgo(1) : null }));

test("a weekly forum missed three times running is told, missed now and then it is not", () => {
  const id = "communication-breakdown/forum-missed/weekly";
  expect(said({ meetings: weekly(true, true, false, false, false) })).toEqual([`watch ${id} since ${daysAgo(21)}`]);
  expect(said({ meetings: weekly(true, false, false, false, false) })).toEqual([`alarm ${id} since ${daysAgo(28)}`]);
  expect(said({ meetings: weekly(true, false, true, false, false) })).toEqual([]);
  expect(said({ meetings: weekly(false, false, false, true) })).toEqual([]);
});

test("what was planned for yesterday may still come in as held", () => {
  const meetings = [...weekly(true, true, false, false), meeting("weekly", 1, { heldOn: null })];
  expect(said({ meetings })).toEqual([]);
});

test("a sponsor who stays away twice running where the record wants them is told, in other forums not", () => {
  const edits = { forums: [{ id: "review", level: "strategic", every: "quarter", attend: ["joel"] }] };
  const held = (forum: string, ...there: boolean[]) =>
    there.map((clientSponsor, index) => meeting(forum, 90 * (there.length - index), { clientSponsor }));
  expect(said({ meetings: held("review", true, false, false) }, edits)).toEqual([
    `watch vendor-not-partner/sponsor-absent/client since ${daysAgo(180)}`,
  ]);
  expect(said({ meetings: held("review", false, false, true) }, edits)).toEqual([]);
  expect(said({ meetings: held("weekly", false, false, false) }, edits)).toEqual([]);
});

const promise = (id: string, due: number, doneAfter: number | null): ObservedPromise => ({
  ...{ id, title: null, side: "provider", madeOn: daysAgo(due + 30), firstDue: daysAgo(due + 10), due: daysAgo(due) },
  doneOn: doneAfter === null ? null : daysAgo(due - doneAfter),
});

test("a promise open a month past its date is told, with what is to be expected of the next; done late it is not", () => {
  const open = [promise("old", 45, null), promise("late", 20, 3), promise("kept", 15, 0), promise("next", -5, null)];
  expect(said({ promises: open })).toEqual([
    `watch missed-deadlines/provider-promise-open/provider since ${daysAgo(14)}`,
  ]);
  expect(judged({ promises: open }).findings[0]).toMatchObject({
    statement: expect.stringMatching(/1 promise of the provider is open .* Of the last 3 .* 2 were late; 1 fall/),
    evidence: { openCount: 1, moved: 1, next: { due: 3, late: 2, expected: 2 / 3 } },
  });
  expect(said({ promises: [promise("older", 61, null)] })[0]).toMatch(/^alarm/);
  expect(said({ promises: [promise("late", 45, 40), promise("fresh", 30, null)] })).toEqual([]);
  expect(said({ promises: [{ ...promise("ours", 45, null), side: "client" }] })[0]).toMatch(/weak-ownership/);
});

const ideas = (count: number, undecided: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...{ idea_id: `i-${index}`, submitted_on: daysAgo(120), by_side: "provider" as const },
    decided_on: index < undecided ? null : daysAgo(100),
  }));

test("ideas that mostly lie undecided are told, a few that wait are not", () => {
  expect(said({ ideas: ideas(8, 5) })).toEqual([`watch vendor-not-partner/ideas-undecided/ideas since ${daysAgo(29)}`]);
  expect(said({ ideas: ideas(12, 10) })[0]).toMatch(/^alarm/);
  expect(said({ ideas: ideas(12, 6) })).toEqual([]);
  expect(said({ ideas: ideas(4, 4) })).toEqual([]);
});

const billed = (issued: number, item: string | null, decision: "accept" | "dispute") => {
  const money = (amount: string) => ({ amount, currency: "USD" });
  const amounts = {
    billed: money("1100.00"),
    accepted: money("0.00"),
    disputed: money("1100.00"),
    cannotTell: money("0.00"),
  };
  const line = { ...amounts, line: "1", item, description: null, decision, reasons: [], working: ["100 × 1.00"] };
  return {
    ...{
      ...amounts,
      invoice: `inv-${issued}`,
      issuedOn: daysAgo(issued),
      decision,
      lines: [line],
      claims: [],
      notes: [],
    },
    period: { start: daysAgo(issued + 30), end: daysAgo(issued + 1) },
  };
};

test("lines outside the contract and lines that are not borne out are told apart; what is accepted or old is not told", () => {
  expect(said({ invoices: [billed(10, null, "dispute")] })).toEqual([
    `watch contract-gaps/lines-off-contract/invoices since ${daysAgo(40)}`,
  ]);
  const both = judged({ invoices: [billed(10, "hour", "dispute"), billed(40, "hour", "dispute")] });
  expect(both.findings).toMatchObject([{ id: "cost-overrun/lines-disputed/invoices", state: "alarm" }]);
  expect(both.findings[0]?.statement).toMatch(
    /2 of 2 invoice lines of the last 92 days .* 2 of 2 invoices: 2,200\.00 USD in dispute\. On all 2 invoices .* 2,200\.00 USD;/,
  );
  const older = judged({ invoices: [billed(10, "hour", "dispute"), billed(93, "hour", "dispute")] });
  expect(older.findings[0]?.statement).toMatch(/1 of 1 invoices: 1,100\.00 USD .* all 2 invoices .* 2,200\.00 USD;/);
  expect(said({ invoices: [billed(10, "hour", "accept"), billed(100, null, "dispute")] })).toEqual([]);
});

test("a kind without records clears nothing", () => {
  const { pitfalls } = judged({});
  expect(pitfalls.find(({ id }) => id === "weak-security")?.signal.state).toBe("blind");
});
