import { expect, test } from "vitest";
import { completeAsOf, recordWith } from "../../../../test/pitfalls/complete-record.ts";
import { judgePitfalls } from "../../../../test/pitfalls/judge-pitfalls.ts";
import { nothingObserved } from "../../../../test/pitfalls/nothing-observed.ts";
import { seededChance } from "../../../values/seeded-chance.ts";
import { addDays } from "../../../values/time.ts";
import type { ClockedWeek, ClockedWork } from "../../observed-records.ts";
import { turnOf } from "./clocked-stretch.ts";

const judged = (clocked: readonly ClockedWork[]) =>
  judgePitfalls({
    ...{ record: recordWith(), asOf: completeAsOf, kpis: [], serviceLevels: [], reconciliations: [], sources: [] },
    observed: { ...nothingObserved, clocked },
  }).findings.filter(({ detector }) => /limit|come-back/.test(detector));
const said = (weeks: readonly ClockedWeek[]) => judged([work(weeks)]).map(({ id, state }) => `${state} ${id}`);

const work = (weeks: readonly ClockedWeek[]): ClockedWork => ({
  ...{
    metric: "answered",
    title: "Answered in time",
    limit: 14_400,
    calendar: "office",
    step: 60,
    hasPauses: true,
    weeks,
  },
});
const monday = (weeksAgo: number) => addDays("2026-06-22", -7 * weeksAgo);

type Ran = { readonly count: number; readonly moved?: number; readonly grain?: number };

/** Weeks of work around three hours; of what would end up to 40 minutes late, `moved` is called done in time. */
const weeksOf = (many: number, { count, moved = 0, grain = 60 }: Ran, seed = 1): ClockedWeek[] => {
  const chance = seededChance(seed);
  return Array.from({ length: many }, (_, at) => {
    const ends = new Map<number, number>();
    for (let item = 0; item < count; item += 1) {
      const time = Math.exp(Math.log(10_800) + 0.6 * chance.normal());
      const isMoved = time > 14_400 && time < 16_800 && chance.is(moved);
      const ran = Math.ceil((isMoved ? 14_400 - 900 * chance.uniform() : time) / grain) * grain;
      ends.set(ran, (ends.get(ran) ?? 0) + 1);
    }
    const named = { inside: [`i-${many - at}`], cameBack: [`b-${many - at}`], paused: [`p-${many - at}`] };
    const all = [...ends].map(([ran, items]) => ({ ran, items, reopened: 0 }));
    return { week: monday(many - 1 - at), ends: all, pauses: [], named };
  });
};

test("results that crowd just inside a limit are told with how dense, since when and by what odds; smooth or few ones are not", () => {
  const id = "hollow-kpis/bunched-at-limit/answered";
  const bunched = [...weeksOf(24, { count: 200 }).slice(0, 12), ...weeksOf(12, { count: 200, moved: 0.7 })];
  expect(said(bunched)).toEqual([`alarm ${id}`]);
  expect(judged([work(bunched)])[0]).toMatchObject({
    onset: monday(11),
    statement: expect.stringMatching(
      /451 items ended in the last tenth of the limit of 4 business hours \(calendar office\) and 156 in the tenth after it\. Results lie 3\.4 times as dense .*none of 7 other places .*the week of 6 April 2026: 89\.8 % \(300 of 334\) in time since, 55\.3 % /,
    ),
    evidence: { limitSeconds: 14_400, chance: { looks: 1 }, items: expect.arrayContaining(["i-1"]) },
  });
  for (const seed of [1, 2, 3, 4, 5]) expect(said(weeksOf(24, { count: 200 }, seed))).toEqual([]);
  expect(said(weeksOf(24, { count: 10, moved: 0.7 }))).toEqual([]);
  expect(
    said(weeksOf(24, { count: 200, moved: 0.7 }).map((week) => ({ ...week, week: addDays(week.week, -210) }))),
  ).toEqual([]);
});

test("stamps that heap on round times are no sign, since other places of the clock show the same step", () => {
  // Half of the work is written down by the hour: it heaps at 4 h as at every other.
  const [byMinute, byHour] = [weeksOf(24, { count: 150 }, 1), weeksOf(24, { count: 150, grain: 3600 }, 2)];
  const heaped = byMinute.map((week, at) => ({ ...week, ends: [...week.ends, ...(byHour[at]?.ends ?? [])] }));
  expect(said(heaped)).toEqual([]);
});

/** Weeks in which 100 items a week end evenly over five hours, 20 in each quarter of an hour. */
const evenWeeks = (parts: Partial<ClockedWeek>) =>
  Array.from({ length: 20 }, (_, at): ClockedWeek => {
    const ends = Array.from({ length: 20 }, (_, quarter) => ({ ran: 900 * (quarter + 1), items: 5, reopened: 0 }));
    const named = { inside: [], cameBack: [], paused: [`p-${at}`] };
    return { week: monday(19 - at), ends, pauses: [], named, ...parts };
  });
const pause = (ran: number, pauses: number, saved = 0) => ({ ran, pauses, saved });

test("pauses that begin as the limit draws near are told with what they saved; as often as before, or rare, they are not", () => {
  const id = "lack-of-transparency/paused-before-limit/answered";
  const late = evenWeeks({ pauses: [pause(8000, 2), pause(14_000, 3, 2)] });
  expect(said(late)).toEqual([`alarm ${id}`]);
  expect(judged([work(late)])[0]?.statement).toMatch(
    /paused 60 times in .* h of running work during the last tenth of the limit of 4 business hours \(calendar office\), and 40 times in .* times as often\. 40 of the items paused so ended in time/,
  );
  // Time run between 2 h and 3.6 h is five times that between 3.6 h and 4 h.
  expect(said(evenWeeks({ pauses: [pause(8000, 10), pause(14_000, 2)] }))).toEqual([]);
  expect(said(evenWeeks({ pauses: [pause(100, 30)] }))).toEqual([]);
  expect(said(evenWeeks({ pauses: [pause(15_000, 30)] }))).toEqual([]);
  expect(said(evenWeeks({}).map((week, at) => (at < 3 ? { ...week, pauses: [pause(14_000, 3)] } : week)))).toEqual([]);
  const unstopped = { ...work(late), hasPauses: false };
  expect(judged([unstopped])).toEqual([]);
});

/** The same weeks, of whose items so many in each quarter of an hour up to 4 h, and elsewhere, come back. */
const backWeeks = (near: number, elsewhere: number) =>
  evenWeeks({}).map((week) => ({
    ...week,
    ends: week.ends.map((end) => ({ ...end, reopened: end.ran === 14_400 ? near : elsewhere })),
  }));

test("items closed in the last minutes that come back are told; where all come back alike, or it cannot be known yet, not", () => {
  const id = "hollow-kpis/closed-to-come-back/answered";
  expect(said(backWeeks(4, 1))).toEqual([`alarm ${id}`]);
  // Of twenty weeks the last two have not had their 14 days; each has five items in each of two quarters of an hour.
  expect(judged([work(backWeeks(4, 1))])[0]?.statement).toMatch(
    /50\.0 % \(90 of 180\) came back within 14 days; of those closed .*20\.0 % \(180 of 900\)/,
  );
  expect(said(backWeeks(1, 1))).toEqual([]);
  expect(said(backWeeks(0, 3))).toEqual([]);
  expect(said(backWeeks(4, 1).slice(-2))).toEqual([]);
});

test("the more clocks are looked at, the rarer each must be", () => {
  const quiet = { ...work(evenWeeks({})), metric: "other" };
  const late = work(evenWeeks({ pauses: [pause(8000, 2), pause(14_000, 1)] }));
  const chanceOf = (all: readonly ClockedWork[]) =>
    judged(all)[0]?.evidence.chance as { pValue: number; looks: number } | undefined;
  const [alone, beside] = [chanceOf([late]), chanceOf([late, quiet, quiet])];
  expect(beside?.looks).toBe(3);
  expect(beside?.pValue).toBeCloseTo(3 * (alone?.pValue ?? 0), 12);
});

test("the week from which results lie inside more often is found, and none where nothing turned", () => {
  const week = (at: number, inside: number) => ({ week: monday(20 - at), inside, outside: 20 - inside });
  const turned = Array.from({ length: 20 }, (_, at) => week(at, at < 12 ? 10 : 18));
  expect(turnOf(turned)).toEqual({
    week: monday(8),
    before: { events: 120, exposure: 240 },
    since: { events: 144, exposure: 160 },
  });
  expect(turnOf(turned.map((one) => ({ ...one, inside: 10, outside: 10 })))).toBeNull();
  expect(
    turnOf(turned.toReversed().map(({ inside, outside }, at) => ({ week: monday(20 - at), inside, outside }))),
  ).toBeNull();
});
