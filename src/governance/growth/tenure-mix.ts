import type { Chance } from "../../values/seeded-chance.ts";
import type { TooLittleData } from "../../values/share.ts";
import { addDays, daysBetween, type PlainDate } from "../../values/time.ts";

/** Quality of the work of people of some tenure: reviews, their mean and the deviation of single ones. */
export type TenureQuality = { readonly mean: number; readonly deviation: number; readonly count: number };

/** Days since hiring at which each band of tenure begins. */
export const tenureBands = [0, 30, 90, 180] as const;

/** A review of one piece of work, and how long its author had been there. */
export type ReviewByTenure = { readonly tenureDays: number; readonly score: number };

/** Somebody who is or was on the roster. */
export type Member = { readonly hired_on: PlainDate; readonly left_on?: PlainDate | null };

/** P10, P50 and P90 of the draws. */
export type Spread = { readonly p10: number; readonly p50: number; readonly p90: number };

export type TenureMixDay = {
  readonly on: PlainDate;
  /** share of people with less than 90 days */
  readonly newcomers: Spread;
  readonly quality: Spread;
  /** the same people and the same chance without the growth */
  readonly qualityWithoutGrowth: Spread;
};

export type TenureMix = {
  readonly kind: "tenure-mix";
  readonly byTenure: readonly (TenureQuality & { readonly fromDay: number })[];
  readonly days: readonly TenureMixDay[];
  /** the day on which growth costs most, and how much: quality with less without, mean over the draws */
  readonly worst: { readonly on: PlainDate; readonly effect: Spread };
  readonly draws: number;
  readonly working: string;
};

export type TenureMixQuestion = {
  readonly members: readonly Member[];
  readonly reviews: readonly ReviewByTenure[];
  readonly asOf: PlainDate;
  readonly growth: { readonly on: PlainDate; readonly heads: number };
  readonly weeks: number;
  readonly draws: number;
  readonly chance: Chance;
};

/** A band with fewer reviews says nothing of its own. */
const fewestReviews = 10;
const newcomerDays = 90;
const stepWeeks = 4;

/**
 * What hiring so many people does to the mix of tenures and so to quality: people leave as often as seen (newcomers and others
 * apart), leavers are replaced, and each band of tenure keeps the quality that its reviews show, within their error.
 */
export function simulateTenureMix(question: TenureMixQuestion): TenureMix | TooLittleData {
  const { members, reviews, asOf, growth, weeks, draws, chance } = question;
  const byTenure = qualityByTenure(reviews);
  const thin = byTenure.find(({ count }) => count < fewestReviews);
  if (thin !== undefined) return { kind: "too-little-data", have: thin.count, need: fewestReviews };
  const here = members.filter(
    (one) => one.hired_on <= asOf && !(typeof one.left_on === "string" && one.left_on < asOf),
  );
  if (here.length === 0) return { kind: "too-little-data", have: 0, need: 1 };
  const hazards = hazardsOf(members, asOf);
  const steps = Math.floor(weeks / stepWeeks);
  const plays = Array.from({ length: draws }, (_, draw) => {
    const quality = byTenure.map(
      ({ mean, deviation, count }) => mean + (deviation / Math.sqrt(count)) * chance.normal(),
    );
    // The same streams twice, those of added people apart: what differs between the two plays is the growth alone.
    const play = (heads: number) =>
      playWeeks({
        tenures: here.map(({ hired_on: hired }) => daysBetween(hired, asOf)),
        heads,
        quality,
        hazards,
        steps,
        asOf,
        on: growth.on,
        chance: chance.split(`play ${draw}`),
      });
    return { grown: play(growth.heads), same: play(0) };
  });
  const at = (step: number, value: (play: (typeof plays)[number]) => readonly PlayDay[], key: keyof PlayDay) =>
    spreadOf(plays.map((play) => value(play)[step]?.[key] ?? 0));
  const effects = Array.from({ length: steps }, (_, step) =>
    spreadOf(plays.map(({ grown, same }) => (grown[step]?.quality ?? 0) - (same[step]?.quality ?? 0))),
  );
  const days = effects.map((_, step) => ({
    on: addDays(asOf, 7 * stepWeeks * (step + 1)),
    newcomers: at(step, ({ grown }) => grown, "newcomers"),
    quality: at(step, ({ grown }) => grown, "quality"),
    qualityWithoutGrowth: at(step, ({ same }) => same, "quality"),
  }));
  const worst = effects.reduce((least, { p50 }, step) => (p50 < (effects[least]?.p50 ?? 0) ? step : least), 0);
  return {
    kind: "tenure-mix",
    byTenure,
    days,
    worst: { on: days[worst]?.on ?? asOf, effect: effects[worst] ?? { p10: 0, p50: 0, p90: 0 } },
    draws,
    working: `${draws} plays of ${steps * stepWeeks} weeks from ${here.length} people; ${growth.heads} more on ${growth.on}; a week ${(hazards.newcomers * 100).toFixed(2)} % of newcomers and ${(hazards.others * 100).toFixed(2)} % of others leave and are replaced`,
  };
}

/** Mean and deviation of the reviews in each band of tenure. */
function qualityByTenure(
  reviews: readonly ReviewByTenure[],
): readonly (TenureQuality & { readonly fromDay: number })[] {
  return tenureBands.map((fromDay, band) => {
    const scores = reviews.filter(({ tenureDays }) => bandOf(tenureDays) === band).map(({ score }) => score);
    const mean = scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
    const spread = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0);
    return { fromDay, mean, deviation: Math.sqrt(spread / Math.max(1, scores.length - 1)), count: scores.length };
  });
}

function bandOf(tenureDays: number): number {
  return tenureBands.findLastIndex((from) => from <= Math.max(0, tenureDays));
}

type Hazards = { readonly newcomers: number; readonly others: number };

/** Chance to leave in a week: leavers and half a one by person-weeks, newcomers and others apart. */
function hazardsOf(members: readonly Member[], asOf: PlainDate): Hazards {
  const tally = { newcomers: { leavers: 0.5, days: 7 }, others: { leavers: 0.5, days: 7 } };
  for (const { hired_on: hired, left_on: left } of members) {
    if (hired > asOf) continue;
    const hasLeft = typeof left === "string" && left < asOf;
    const tenure = daysBetween(hired, hasLeft ? left : asOf);
    tally.newcomers.days += Math.min(tenure, newcomerDays);
    tally.others.days += Math.max(0, tenure - newcomerDays);
    if (hasLeft) tally[tenure < newcomerDays ? "newcomers" : "others"].leavers += 1;
  }
  const weekly = ({ leavers, days }: { leavers: number; days: number }) =>
    Math.min(0.5, (7 * leavers) / Math.max(days, 7 * 26));
  return { newcomers: weekly(tally.newcomers), others: weekly(tally.others) };
}

type PlayDay = { readonly newcomers: number; readonly quality: number };

function playWeeks(play: {
  tenures: readonly number[];
  heads: number;
  quality: readonly number[];
  hazards: Hazards;
  steps: number;
  asOf: PlainDate;
  on: PlainDate;
  chance: Chance;
}): readonly PlayDay[] {
  const { heads, quality, hazards, steps, asOf, on, chance } = play;
  const hiringWeek = Math.max(1, Math.ceil(daysBetween(asOf, on) / 7));
  const own = { tenures: [...play.tenures], chance: chance.split("own") };
  const added: { tenures: number[]; chance: Chance } = { tenures: [], chance: chance.split("added") };
  const days: PlayDay[] = [];
  for (let week = 1; week <= steps * stepWeeks; week += 1) {
    for (const group of [own, added]) passWeek(group, hazards);
    if (week === hiringWeek) added.tenures.push(...new Array<number>(heads).fill(0));
    if (week % stepWeeks !== 0) continue;
    const tenures = [...own.tenures, ...added.tenures];
    const newcomers = tenures.filter((tenure) => tenure < newcomerDays).length;
    const total = tenures.reduce((sum, tenure) => sum + (quality[bandOf(tenure)] ?? 0), 0);
    days.push({ newcomers: newcomers / tenures.length, quality: total / tenures.length });
  }
  return days;
}

/** Everybody is a week older; who leaves is replaced by somebody new. */
function passWeek(
  { tenures, chance }: { readonly tenures: number[]; readonly chance: Chance },
  hazards: Hazards,
): void {
  for (const [person, tenure] of tenures.entries())
    tenures[person] = chance.is(tenure < newcomerDays ? hazards.newcomers : hazards.others) ? 0 : tenure + 7;
}

function spreadOf(values: readonly number[]): Spread {
  const inOrder = [...values].sort((a, b) => a - b);
  const at = (share: number) =>
    inOrder[Math.min(inOrder.length - 1, Math.max(0, Math.ceil(share * inOrder.length) - 1))] ?? 0;
  return { p10: at(0.1), p50: at(0.5), p90: at(0.9) };
}
