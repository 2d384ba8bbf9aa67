import { drawFunnel, highShareChance } from "../../../early-warning/funnel.ts";
import { rateRatioChance } from "../../../early-warning/rate-ratio.ts";
import { studentTail } from "../../../early-warning/student.ts";
import { tenureBands } from "../../../governance/growth/tenure-mix.ts";
import { groupedBy } from "../../../values/grouped.ts";
import { meanOf } from "../../../values/total.ts";
import type { AgentReview } from "../../observed-records.ts";
import { countWords, shareWords } from "../plain-figures.ts";

/** One person held against the others of the same band of tenure, so that nobody widens the limits for themselves. */
export type Compared = {
  readonly agent: string;
  readonly sign: "critical-errors" | "scores";
  /** of a difference at least as large, for the worse, where the person is like the others */
  readonly chance: number;
  readonly words: string;
  readonly evidence: Readonly<Record<string, unknown>>;
};

const fewestReviews = 15;
const fewestOthers = 5;
/** How many times the others' share of errors anybody may show, since work is not dealt out evenly. */
const fairRatio = 1.5;
/** Points by which anybody's mean score may be lower. */
const fairPoints = 2;

/**
 * Share of reviews with a critical error, by the funnel of the others and by the exact comparison with all of them, which
 * allows for their share being an estimate as well; the larger chance counts.
 */
export function compareCriticalErrors(reviews: readonly AgentReview[]): readonly Compared[] {
  const known = reviews.filter(({ isCritical }) => isCritical !== null);
  return inBands(known, (own) => ({
    count: own.filter(({ isCritical }) => isCritical === true).length,
    of: own.length,
  })).flatMap(({ agent, band, own, others }) => {
    const funnel = drawFunnel(
      "share",
      others.map((one, at) => ({ id: `${at}`, ...one })),
    );
    if (funnel.kind !== "funnel") return [];
    const count = others.reduce((sum, one) => sum + one.count, 0);
    const of = others.reduce((sum, one) => sum + one.of, 0);
    const exact = rateRatioChance({ events: own.count, exposure: own.of }, { events: count, exposure: of }, fairRatio);
    return {
      ...{ agent, sign: "critical-errors", chance: Math.max(exact, highShareChance(funnel, own)) },
      words: `${shareWords(own.count, own.of)} show a critical error, against ${shareWords(count, of)} ${peopleWords(others.length, band)}; ${fairRatio} times that is allowed for`,
      evidence: {
        ...{ shown: own.count, reviews: own.of, tenureFromDays: band, fairRatio },
        others: { people: others.length, count, of, betweenPeople: funnel.betweenUnits },
      },
    };
  });
}

/** Mean score, by how far the others' means lie apart: Student's t for one more of them. */
export function compareScores(reviews: readonly AgentReview[]): readonly Compared[] {
  return inBands(reviews, (own) => ({ of: own.length, mean: meanOf(own.map(({ score }) => score)) })).flatMap(
    ({ agent, band, own, others }) => {
      const mean = meanOf(others.map((one) => one.mean));
      const squares = others.reduce((sum, one) => sum + (one.mean - mean) ** 2, 0);
      const deviation = Math.sqrt(squares / (others.length - 1));
      if (deviation === 0) return [];
      const distance = (mean - own.mean - fairPoints) / (deviation * Math.sqrt(1 + 1 / others.length));
      return {
        ...{ agent, sign: "scores", chance: studentTail(distance, others.length - 1) },
        words: `a mean score of ${own.mean.toFixed(1)} (${countWords(own.of)} reviews), against ${mean.toFixed(1)} ${peopleWords(others.length, band)}, whose means lie ${deviation.toFixed(1)} points apart (standard deviation); ${fairPoints} points are allowed for`,
        evidence: {
          ...{ mean: own.mean, reviews: own.of, tenureFromDays: band },
          others: { people: others.length, mean, deviationOfMeans: deviation },
          fairPoints,
        },
      };
    },
  );
}

type Beside<Figures> = {
  readonly agent: string;
  readonly band: number;
  readonly own: Figures;
  readonly others: readonly Figures[];
};

/** Everybody with enough reviews in a band of tenure, with the others of that band. */
function inBands<Figures>(
  reviews: readonly AgentReview[],
  figuresOf: (own: readonly AgentReview[]) => Figures,
): readonly Beside<Figures>[] {
  return [...groupedBy(reviews, ({ tenureDays }) => bandOf(tenureDays))].flatMap(([band, all]) => {
    const people = [...groupedBy(all, ({ agent }) => agent)]
      .filter(([, own]) => own.length >= fewestReviews)
      .map(([agent, own]) => ({ agent, figures: figuresOf(own) }));
    if (people.length <= fewestOthers) return [];
    return people.map(({ agent, figures }) => ({
      ...{ agent, band, own: figures },
      others: people.filter((other) => other.agent !== agent).map((other) => other.figures),
    }));
  });
}

function bandOf(tenureDays: number): number {
  return tenureBands.findLast((from) => tenureDays >= from) ?? 0;
}

function peopleWords(people: number, band: number): string {
  const next = tenureBands.find((from) => from > band);
  return `for the ${countWords(people)} others who had been there ${next === undefined ? `${band} days and more` : `${band} to ${next - 1} days`}`;
}
