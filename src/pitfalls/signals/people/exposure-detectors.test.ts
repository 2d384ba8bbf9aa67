import { expect, test } from "vitest";
import { completeAsOf } from "../../../../test/pitfalls/complete-record.ts";
import { toldBy } from "../../../../test/pitfalls/judge-observed.ts";
import { addDays } from "../../../values/time.ts";
import type { ToldIncident, WorkShare } from "../../observed-records.ts";

const happened = (kind: ToldIncident["kind"], ...daysAgo: readonly number[]) =>
  daysAgo.map((days, index) => ({
    ...{ incident: `${kind}-${index}`, kind, occurredOn: addDays(completeAsOf, -days), state: "in-time" as const },
    ...{ seconds: 60, limitSeconds: 86400, countedFrom: "occurred" as const },
  }));

test("incidents of a kind that no risk speaks of are told; of a kind on record, long ago, or where a risk has no area, not", () => {
  const detector = "incident-without-risk";
  const [found, ...more] = toldBy(detector, { incidents: [...happened("privacy", 20), ...happened("outage", 10)] });
  expect(more).toEqual([]);
  expect(found).toEqual({
    said: `watch unmanaged-risk/incident-without-risk/privacy since ${addDays(completeAsOf, -20)}`,
    statement: expect.stringMatching(/^1 of the 2 incidents since .* was of the kind privacy, .* none of the 2 risks/),
  });
  expect(toldBy(detector, { incidents: happened("security", 90, 60, 30) })[0]?.said).toMatch(/^alarm .*security since/);
  expect(toldBy(detector, { incidents: happened("outage", 10) })).toEqual([]);
  expect(toldBy(detector, { incidents: happened("privacy", 200) })).toEqual([]);
  expect(toldBy(detector, { incidents: happened("privacy", 20) }, { "risks.1.title": "A privacy breach" })).toEqual([]);
  expect(toldBy(detector, { incidents: happened("privacy", 20) }, { "risks.1.area": undefined })).toEqual([]);
});

const resolved = (site: string | null, ...items: readonly number[]): WorkShare[] =>
  items.map((count, index) => ({ month: "2026-04-01", site, agent: `${site}-${index}`, items: count }));

test("work on one site or one person is told where the record says nothing of their absence; spread or provided for it is not", () => {
  const detector = "single-point-of-failure";
  const spread = [60, 60, 60, 60, 60];
  const silent = { risks: [{ id: "wages", title: "Wages rise", area: "finance" }] };
  const [site, ...more] = toldBy(detector, { workShares: resolved("san-salvador", ...spread) }, silent);
  expect(more).toEqual([]);
  expect(site).toEqual({
    said: "watch unmanaged-risk/single-point-of-failure/san-salvador since 2026-04-01",
    statement: expect.stringMatching(/^100\.0 % of the items resolved since 1 April 2026 \(300 of 300\)/),
  });
  const two = [...resolved("san-salvador", ...spread), ...resolved("santa-ana", 50, 50)];
  expect(toldBy(detector, { workShares: two }, silent)).toEqual([]);
  expect(toldBy(detector, { workShares: resolved("san-salvador", ...spread) })).toEqual([]);
  const lone = [...resolved(null, 100, 60, 60, 60, 60)];
  expect(toldBy(detector, { workShares: lone })[0]).toEqual({
    said: "watch unmanaged-risk/single-point-of-failure/null-0 since 2026-04-01",
    statement: expect.stringMatching(
      /^29\.4 % .* \(100 of 340\) were resolved by null-0, one of 5 people, and no successor/,
    ),
  });
  const followed = { "staffing.key_people": [{ agent: "null-0", successor: "null-1" }] };
  expect(toldBy(detector, { workShares: lone }, followed)).toEqual([]);
  expect(toldBy(detector, { workShares: resolved(null, 90, 20) })).toEqual([]);
});

test("key people who left with nobody to take over are told; with somebody in their place, long ago, or still there, not", () => {
  const detector = "key-person-gone";
  const stint = (agent: string, left: number | null, isKeyPerson = false, hired = 500) => ({
    ...{ agent, hiredOn: addDays(completeAsOf, -hired), leaveKind: null, isKeyPerson },
    leftOn: left === null ? null : addDays(completeAsOf, -left),
  });
  const id = "unmanaged-risk/key-person-gone/key-people";
  const named = (successor?: string) => ({ "staffing.key_people": [{ agent: "kim", successor }] });
  const alone = toldBy(detector, { stints: [stint("kim", 20, true), stint("lee", null)] }, named());
  expect(alone).toEqual([
    {
      said: `watch ${id} since ${addDays(completeAsOf, -20)}`,
      statement: expect.stringMatching(
        /^Of 1 key person .* 1 left .*: kim on 10 June 2026 \(no successor is on record and no new key person came\)\.$/,
      ),
    },
  ]);
  const two = [stint("kim", 20), stint("ola", 40, true), stint("lee", 10)];
  expect(toldBy(detector, { stints: two }, named("lee"))).toEqual([
    {
      said: `alarm ${id} since ${addDays(completeAsOf, -40)}`,
      statement: expect.stringMatching(/ola on .*, kim on .* \(lee, the successor, is not there\)/),
    },
  ]);
  expect(toldBy(detector, { stints: [stint("kim", 20), stint("lee", null)] }, named("lee"))).toEqual([]);
  expect(toldBy(detector, { stints: [stint("kim", 366, true)] }, named())).toEqual([]);
  expect(toldBy(detector, { stints: [stint("kim", null, true), stint("lee", 5)] }, named())).toEqual([]);
  // Nobody came in 200 days; then a new key person did, for one of two.
  expect(toldBy(detector, { stints: [stint("kim", 200, true)] })[0]?.said).toMatch(/^watch/);
  expect(toldBy(detector, { stints: [stint("kim", 200, true), stint("mia", null, true, 150)] })).toEqual([]);
  const [one] = toldBy(detector, {
    stints: [stint("kim", 200, true), stint("ned", 20, true), stint("mia", null, true, 150)],
  });
  expect(one?.statement).toMatch(/^Of 3 key people .* 1 left with nobody to take over: ned on/);
  // Who came back is there.
  expect(toldBy(detector, { stints: [stint("kim", 20, true), stint("kim", null, true)] }, named())).toEqual([]);
});
