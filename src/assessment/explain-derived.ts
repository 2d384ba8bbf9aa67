import { type DerivedId, derivedIds } from "../metrics/figure-ids.ts";
import type { Period } from "../metrics/measure.ts";
import { groupedBy } from "../values/grouped.ts";
import { BadInput } from "../values/problem.ts";
import type { PlainDate } from "../values/time.ts";
import { listAnswers } from "./answer-tallies.ts";
import { derivedFigures, flattery } from "./derived-figures.ts";
import type { FigureName } from "./figure-name.ts";
import { judgeAtDates } from "./judge-at-dates.ts";
import type { Judgement } from "./judge-figures.ts";
import type { OpenPartnership } from "./open-partnership.ts";
import { planFigures } from "./planned-figures.ts";
import { readSideAnswers, sidesApart } from "./side-figures.ts";
import type { KpiReading } from "./verdict.ts";

/** One thing that a derived figure is made of: a team, a reported figure, a dimension, an item. */
export type DerivedPart = Readonly<Record<string, string | number | boolean | null>>;

/** The working of a figure that no metric definition makes. */
export type DerivedExplanation = {
  readonly figure: DerivedId;
  readonly asOf: PlainDate;
  readonly zone: string;
  readonly title: string;
  readonly how: string;
  readonly period: Period;
  readonly unit: KpiReading["unit"];
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number;
  /** what the figure is put together from, by name; empty where it is counted straight from the items */
  readonly parts: readonly DerivedPart[];
  /** the records behind it, oldest first; empty where it is made of answers of people, which are told only together */
  readonly items: readonly DerivedPart[];
};

/** The figure's id where it is derived; null for a metric or a service level. */
export function derivedIdOf({ id }: FigureName): DerivedId | null {
  return derivedIds.find((known) => known === id) ?? null;
}

/**
 * Tells what a derived figure of one period is made of; without a period, of the latest that has a figure.
 * @throws BadInput when it has no figure, or is asked for a segment: it is worked out over the whole partnership
 */
export async function explainDerived(
  opened: OpenPartnership,
  id: DerivedId,
  name: FigureName,
  asOf: PlainDate,
): Promise<DerivedExplanation> {
  const [said] = await judgeAtDates(opened, [asOf], { listsFailing: false });
  const reading = said?.kpis.find(({ metric }) => metric === id);
  const { how } = derivedFigures[id];
  if (said === undefined || reading === undefined || Object.keys(name.segment).length > 0)
    throw new BadInput([{ ...notThere(id), hint: `It is worked out over the whole partnership. ${how}` }]);
  const point = pointOf(reading, name);
  if (point === undefined) {
    const hint = `It is worked out by the ${reading.every}: ask for one that has ended, or for none to see the latest.`;
    throw new BadInput([{ ...notThere(id), hint }]);
  }
  const { period, value, numerator, denominator } = point;
  const { record } = opened;
  return {
    ...{ figure: id, asOf, zone: record.zone, title: reading.title, how, period },
    ...{ unit: reading.unit, value, numerator, denominator },
    ...(await madeOf(id, { opened, said, period, asOf })),
  };
}

function pointOf({ points, every }: KpiReading, { period }: FigureName): KpiReading["points"][number] | undefined {
  if (period === null) return points.findLast(({ value }) => value !== null);
  if (period.every !== every) return undefined;
  return points.find((point) => point.period.start === period.period.start);
}

type Asked = {
  readonly opened: OpenPartnership;
  readonly said: Judgement;
  readonly period: Period;
  readonly asOf: PlainDate;
};

async function madeOf(id: DerivedId, asked: Asked): Promise<Pick<DerivedExplanation, "parts" | "items">> {
  switch (id) {
    case "reported-gap":
      return { parts: reportsOf(asked), items: [] };
    case "pulse-gap":
    case "goal-rank-distance":
      return { parts: await sidesOf(id, asked), items: [] };
    default:
      return answersOf(id, asked);
  }
}

/** The items that count: all of the week; for the hours outside, those opened then; for bunching, the answers in time. */
async function answersOf(
  id: "bunching" | "outside-overlap-share" | "spread",
  { opened: { store, record, present }, period, asOf }: Asked,
): Promise<Pick<DerivedExplanation, "parts" | "items">> {
  const planned = planFigures(record, present, [], asOf);
  const all = await listAnswers(store, record, planned, { asOf, week: period.start });
  if (id === "bunching") return { parts: [], items: all.filter((item) => item.in_last_tenth !== null) };
  if (id === "outside-overlap-share") return { parts: [], items: all.filter((item) => item.outside_shared_hours) };
  const teams = groupedBy(
    all.filter(({ team }) => team !== null),
    ({ team }) => team ?? "",
  );
  const parts = [...teams].map(([team, items]) => {
    const inTime = items.filter((item) => item.in_time).length;
    return { team, items: items.length, in_time: inTime, share: inTime / items.length };
  });
  return { parts: parts.sort((one, other) => one.team.localeCompare(other.team)), items: all };
}

function reportsOf({ said, opened: { record }, period }: Asked): readonly DerivedPart[] {
  const betterOf = (kpi: string) => {
    const metric = record.service_levels.find(({ id }) => id === kpi)?.metric ?? kpi;
    return said.kpis.find((reading) => reading.metric === metric)?.better ?? null;
  };
  return said.reconciliations
    .filter((one) => one.period.start === period.start)
    .flatMap((one) => {
      const gap = flattery(one, betterOf(one.kpi));
      const { kpi, reported, recomputed, numerator, denominator } = one;
      return gap === null ? [] : [{ kpi, reported, recomputed, numerator, denominator, flatters_by: gap }];
    });
}

async function sidesOf(
  id: "pulse-gap" | "goal-rank-distance",
  { opened: { store, record, present }, period, asOf }: Asked,
): Promise<readonly DerivedPart[]> {
  const { pulses, ranks } = await readSideAnswers(store, record.zone, present);
  const last = period.end < asOf ? period.end : asOf;
  const answers = (id === "pulse-gap" ? pulses : ranks).filter(
    ({ answeredOn }) => answeredOn >= period.start && answeredOn <= last,
  );
  return sidesApart(answers);
}

function notThere(id: DerivedId) {
  return { code: "no-records", at: null, message: `${id} has no figure for what was asked` };
}
