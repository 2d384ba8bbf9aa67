import { expect, test } from "vitest";
import { completeAsOf, type Edits, recordWith } from "../../../test/pitfalls/complete-record.ts";
import { judgePitfalls } from "../../../test/pitfalls/judge-pitfalls.ts";
import { nothingObserved } from "../../../test/pitfalls/nothing-observed.ts";
import { addDays } from "../../values/time.ts";
import type { ObservedRecords, ToldIncident, WorkShare } from "../observed-records.ts";

const told = (detector: string, observed: Partial<ObservedRecords>, edits: Edits = {}, asOf = completeAsOf) =>
  judgePitfalls({
    ...{ record: recordWith(edits), asOf, kpis: [], serviceLevels: [], reconciliations: [], sources: [] },
    observed: { ...nothingObserved, ...observed },
  })
    .findings.filter((one) => one.detector === detector)
    .map(({ id, state, onset, statement }) => ({ said: `${state} ${id} since ${onset}`, statement }));

const happened = (kind: ToldIncident["kind"], ...daysAgo: readonly number[]) =>
  daysAgo.map((days, index) => ({
    ...{ incident: `${kind}-${index}`, kind, occurredOn: addDays(completeAsOf, -days), state: "in-time" as const },
    ...{ seconds: 60, limitSeconds: 86400, countedFrom: "occurred" as const },
  }));

test("incidents of a kind that no risk speaks of are told; of a kind on record, long ago, or where a risk has no area, not", () => {
  const detector = "incident-without-risk";
  const [found, ...more] = told(detector, { incidents: [...happened("privacy", 20), ...happened("outage", 10)] });
  expect(more).toEqual([]);
  expect(found).toEqual({
    said: `watch unmanaged-risk/incident-without-risk/privacy since ${addDays(completeAsOf, -20)}`,
    statement: expect.stringMatching(/^1 of the 2 incidents since .* was of the kind privacy, .* none of the 2 risks/),
  });
  expect(told(detector, { incidents: happened("security", 90, 60, 30) })[0]?.said).toMatch(/^alarm .*security since/);
  expect(told(detector, { incidents: happened("outage", 10) })).toEqual([]);
  expect(told(detector, { incidents: happened("privacy", 200) })).toEqual([]);
  expect(told(detector, { incidents: happened("privacy", 20) }, { "risks.1.title": "A privacy breach" })).toEqual([]);
  expect(told(detector, { incidents: happened("privacy", 20) }, { "risks.1.area": undefined })).toEqual([]);
});

const resolved = (site: string | null, ...items: readonly number[]): WorkShare[] =>
  items.map((count, index) => ({ month: "2026-04-01", site, agent: `${site}-${index}`, items: count }));

test("work on one site or one person is told where the record says nothing of their absence; spread or provided for it is not", () => {
  const detector = "single-point-of-failure";
  const spread = [60, 60, 60, 60, 60];
  const silent = { risks: [{ id: "wages", title: "Wages rise", area: "finance" }] };
  const [site, ...more] = told(detector, { workShares: resolved("san-salvador", ...spread) }, silent);
  expect(more).toEqual([]);
  expect(site).toEqual({
    said: "watch unmanaged-risk/single-point-of-failure/san-salvador since 2026-04-01",
    statement: expect.stringMatching(/^100\.0 % of the items resolved since 1 April 2026 \(300 of 300\)/),
  });
  const two = [...resolved("san-salvador", ...spread), ...resolved("santa-ana", 50, 50)];
  expect(told(detector, { workShares: two }, silent)).toEqual([]);
  expect(told(detector, { workShares: resolved("san-salvador", ...spread) })).toEqual([]);
  const lone = [...resolved(null, 100, 60, 60, 60, 60)];
  expect(told(detector, { workShares: lone })[0]).toEqual({
    said: "watch unmanaged-risk/single-point-of-failure/null-0 since 2026-04-01",
    statement: expect.stringMatching(
      /^29\.4 % .* \(100 of 340\) were resolved by null-0, one of 5 people, and no successor/,
    ),
  });
  const followed = { "staffing.key_people": [{ agent: "null-0", successor: "null-1" }] };
  expect(told(detector, { workShares: lone }, followed)).toEqual([]);
  expect(told(detector, { workShares: resolved(null, 90, 20) })).toEqual([]);
});

test("a holiday of the provider on which the client needs cover is told 30 days ahead; on a day off, or shared, it is not", () => {
  const calendars = {
    "calendars.cover": { zone: "America/New_York", week: { "mon-fri": ["08:00-20:00"] } },
    "calendars.kept": {
      ...{ zone: "America/El_Salvador", week: { "mon-fri": ["07:00-19:00"] } },
      except: [
        { on: "2026-07-15", closed: true, because: "patron saint" },
        { on: "2026-07-18", closed: true, because: "a Saturday" },
      ],
    },
    "provider.calendar": "kept",
    "location.required": "cover",
  };
  const collisions = (edits: Edits, asOf = completeAsOf) => told("holiday-collision", {}, edits, asOf);
  expect(collisions(calendars)).toEqual([
    {
      said: "watch wrong-location/holiday-collision/kept since 2026-06-15",
      statement: expect.stringMatching(
        /closed on a day on which cover is to be covered: 15 July 2026 \(patron saint, 12 h/,
      ),
    },
  ]);
  expect(collisions(calendars, "2026-05-31")).toEqual([]);
  expect(collisions(calendars, "2026-07-15")).toEqual([]);
  const shared = { on: "2026-07-15", closed: true, because: "both rest" };
  expect(collisions({ ...calendars, "calendars.cover.except": [shared] })).toEqual([]);
});

test("growth decided before a criterion's stretch of time was over is told; after it, held, or without a stretch, it is not", () => {
  const early = (over: string | undefined, decided = "go") =>
    told(
      "judged-too-early",
      {},
      {
        "growth.phases.0.checkpoint.criteria.0.over": over,
        "growth.phases.0.checkpoint.decided": decided,
      },
    );
  // The phase began on 5 January and go was said on 2 June.
  expect(early("6 months")).toEqual([
    {
      said: "watch unrealistic-expectations/judged-too-early/first since 2026-06-02",
      statement: expect.stringMatching(/148 days after it began; 1 of its 1 criteria .* quality-score for 6 months\.$/),
    },
  ]);
  expect(early("4 months")).toEqual([]);
  expect(early("6 months", "hold")).toEqual([]);
  expect(early(undefined)).toEqual([]);
});

test("key people who left with nobody to take over are told; with somebody in their place, long ago, or still there, not", () => {
  const detector = "key-person-gone";
  const stint = (agent: string, left: number | null, isKeyPerson = false, hired = 500) => ({
    ...{ agent, hiredOn: addDays(completeAsOf, -hired), leaveKind: null, isKeyPerson },
    leftOn: left === null ? null : addDays(completeAsOf, -left),
  });
  const id = "unmanaged-risk/key-person-gone/key-people";
  const named = (successor?: string) => ({ "staffing.key_people": [{ agent: "kim", successor }] });
  const alone = told(detector, { stints: [stint("kim", 20, true), stint("lee", null)] }, named());
  expect(alone).toEqual([
    {
      said: `watch ${id} since ${addDays(completeAsOf, -20)}`,
      statement: expect.stringMatching(
        /^Of 1 key person .* 1 left .*: kim on 10 June 2026 \(no successor is on record and no new key person came\)\.$/,
      ),
    },
  ]);
  const two = [stint("kim", 20), stint("ola", 40, true), stint("lee", 10)];
  expect(told(detector, { stints: two }, named("lee"))).toEqual([
    {
      said: `alarm ${id} since ${addDays(completeAsOf, -40)}`,
      statement: expect.stringMatching(/ola on .*, kim on .* \(lee, the successor, is not there\)/),
    },
  ]);
  expect(told(detector, { stints: [stint("kim", 20), stint("lee", null)] }, named("lee"))).toEqual([]);
  expect(told(detector, { stints: [stint("kim", 366, true)] }, named())).toEqual([]);
  expect(told(detector, { stints: [stint("kim", null, true), stint("lee", 5)] }, named())).toEqual([]);
  // Nobody came in 200 days; then a new key person did, for one of two.
  expect(told(detector, { stints: [stint("kim", 200, true)] })[0]?.said).toMatch(/^watch/);
  expect(told(detector, { stints: [stint("kim", 200, true), stint("mia", null, true, 150)] })).toEqual([]);
  const [one] = told(detector, {
    stints: [stint("kim", 200, true), stint("ned", 20, true), stint("mia", null, true, 150)],
  });
  expect(one?.statement).toMatch(/^Of 3 key people .* 1 left with nobody to take over: ned on/);
  // Who came back is there.
  expect(told(detector, { stints: [stint("kim", 20, true), stint("kim", null, true)] }, named())).toEqual([]);
});
