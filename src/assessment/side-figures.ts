import { z } from "zod";
import type { FactStore } from "../facts/fact-store.ts";
import type { FactKind } from "../facts/schema/fact-kinds.ts";
import { periodStart } from "../metrics/period.ts";
import { groupedBy } from "../values/grouped.ts";
import { dateAt, type PlainDate, type TimeZone } from "../values/time.ts";
import type { DerivedMeasure } from "./derived-figures.ts";

/** What one person of one side said about one thing: a dimension's score, or a goal's rank. */
export type SideAnswer = {
  readonly side: "client" | "provider";
  readonly about: string;
  readonly value: number;
  readonly answeredOn: PlainDate;
};

export type SideAnswers = { readonly pulses: readonly SideAnswer[]; readonly ranks: readonly SideAnswer[] };

const Row = z.object({
  side: z.enum(["client", "provider", "customer"]),
  about: z.string(),
  value: z.number(),
  answered: z.number(),
});

/** Pulse answers and ranks of goals of both sides. */
export async function readSideAnswers(
  store: FactStore,
  zone: TimeZone,
  present: ReadonlySet<FactKind>,
): Promise<SideAnswers> {
  const read = async (kind: "pulse_answers" | "goal_rankings", about: string, value: string) => {
    if (!present.has(kind)) return [];
    const rows = await store.rows(`SELECT side, ${about} AS about, ${value}::DOUBLE AS value,
  epoch(answered_at)::DOUBLE AS answered FROM ${kind} ORDER BY answered_at, side, about, respondent`);
    return z
      .array(Row)
      .parse(rows)
      .flatMap(({ side, answered, ...rest }): SideAnswer[] =>
        side === "customer" ? [] : [{ side, ...rest, answeredOn: dateAt(answered, zone) }],
      );
  };
  return {
    pulses: await read("pulse_answers", "question", "score"),
    ranks: await read("goal_rankings", "goal", "rank"),
  };
}

/** By quarter: distance of the two sides' mean scores, mean over the dimensions that both answered. */
export function pulseGaps(pulses: readonly SideAnswer[], asOf: PlainDate): readonly DerivedMeasure[] {
  return distances(pulses, asOf);
}

/** By quarter: distance of the two sides' mean ranks, mean over the goals that both ranked. */
export function goalRankDistances(ranks: readonly SideAnswer[], asOf: PlainDate): readonly DerivedMeasure[] {
  return distances(ranks, asOf);
}

function distances(answers: readonly SideAnswer[], asOf: PlainDate): readonly DerivedMeasure[] {
  const known = answers.filter(({ answeredOn }) => answeredOn <= asOf);
  return [...groupedBy(known, ({ answeredOn }) => periodStart(answeredOn, "quarter"))].flatMap(([period, said]) => {
    const apart = sidesApart(said);
    if (apart.length === 0) return [];
    const value = apart.reduce((sum, { distance }) => sum + distance, 0) / apart.length;
    return [{ period, value, numerator: null, denominator: said.length }];
  });
}

/** What both sides answered about, with each side's mean and how far they lie apart. */
export type SidesApart = {
  readonly about: string;
  readonly client: number;
  readonly provider: number;
  readonly distance: number;
};

/** Of each thing that both sides answered about; what one side left out is left out. */
export function sidesApart(answers: readonly SideAnswer[]): readonly SidesApart[] {
  return [...groupedBy(answers, ({ about }) => about)].flatMap(([about, of]) => {
    const client = meanOf(of.filter(({ side }) => side === "client"));
    const provider = meanOf(of.filter(({ side }) => side === "provider"));
    return client === null || provider === null
      ? []
      : [{ about, client, provider, distance: Math.abs(client - provider) }];
  });
}

function meanOf(answers: readonly SideAnswer[]): number | null {
  return answers.length === 0 ? null : answers.reduce((sum, { value }) => sum + value, 0) / answers.length;
}
