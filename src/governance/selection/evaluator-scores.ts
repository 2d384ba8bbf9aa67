import { differentPeople } from "../../values/filler.ts";
import type { CriterionScore, EvaluationFinding } from "./evaluation.ts";
import type { Bid, Selection } from "./selection.ts";

/** Scores of one bid that lie farther apart than this, of 100 points, want a word among the evaluators. */
const widestSpread = 25;

/** Each quality criterion's scores of one bid. */
export function scoresOf(bid: Bid, { criteria, consensus }: Selection): readonly CriterionScore[] {
  return criteria
    .filter(({ kind }) => kind === "quality")
    .map(({ id }) => {
      const byEvaluator = Object.fromEntries(
        Object.entries(bid.scores).flatMap(([evaluator, scores]) => {
          const score = scores[id];
          return score === undefined ? [] : [[evaluator, score]];
        }),
      );
      const given = Object.values(byEvaluator);
      const mean = given.length === 0 ? null : given.reduce((sum, score) => sum + score, 0) / given.length;
      const agreed = consensus.find((note) => note.bid === bid.id && note.criterion === id);
      return {
        criterion: id,
        byEvaluator,
        mean,
        low: given.length === 0 ? null : Math.min(...given),
        high: given.length === 0 ? null : Math.max(...given),
        counted: mean === null ? null : (agreed?.score ?? mean),
        consensus: agreed?.note ?? null,
      };
    });
}

/** What takes the independence of several judgements away, and where they lie too far apart to be averaged unheard. */
export function scoringFindings(selection: Selection): readonly EvaluationFinding[] {
  return [
    ...loneEvaluators(selection),
    ...unscored(selection),
    ...copiedScores(selection),
    ...flatScores(selection),
    ...scoredAfterSharing(selection),
    ...wideSpreads(selection),
  ];
}

function loneEvaluators({ bids }: Selection): readonly EvaluationFinding[] {
  return bids.flatMap((bid, at) => {
    const people = differentPeople(Object.keys(bid.scores));
    if (people.length !== 1) return [];
    return evaluationFinding("one-evaluator", bid.id, `selection.bids[${at}].scores`, {
      message: `${nameOf(bid)} was scored by ${people[0]} alone.`,
      hint: "Have at least two people score each bid, each on their own.",
    });
  });
}

/** Evaluators who scored some bids and not others shift means for or against those. */
function unscored({ bids, criteria }: Selection): readonly EvaluationFinding[] {
  const evaluators = new Set(bids.flatMap(({ scores }) => Object.keys(scores)));
  const quality = criteria.filter(({ kind }) => kind === "quality");
  return [...evaluators].flatMap((evaluator) =>
    bids.flatMap((bid, at) => {
      const open = quality.filter(({ id }) => bid.scores[evaluator]?.[id] === undefined).map(({ id }) => id);
      if (open.length === 0) return [];
      return evaluationFinding("scores-missing", bid.id, `selection.bids[${at}].scores`, {
        message: `${evaluator} did not score ${nameOf(bid)} on ${open.join(", ")}.`,
        hint: "Every evaluator scores every bid on every criterion, or means are of different people.",
      });
    }),
  );
}

function copiedScores({ bids, criteria }: Selection): readonly EvaluationFinding[] {
  const evaluators = [...new Set(bids.flatMap(({ scores }) => Object.keys(scores)))];
  const cells = criteria.flatMap(({ id }) => bids.map((bid) => ({ bid, id })));
  return evaluators.flatMap((one, at) =>
    evaluators.slice(at + 1).flatMap((other) => {
      const both = cells.map(({ bid, id }) => [bid.scores[one]?.[id], bid.scores[other]?.[id]] as const);
      const scored = both.filter(([a, b]) => a !== undefined && b !== undefined);
      // Fewer than six equal scores may well be chance among round figures.
      if (scored.length < 6 || scored.some(([a, b]) => a !== b)) return [];
      return evaluationFinding("copied-scores", null, "selection.bids", {
        message: `${one} and ${other} gave the same score in all ${scored.length} places.`,
        hint: "Ask both how they scored: two judgements that are one count once.",
      });
    }),
  );
}

function flatScores({ bids }: Selection): readonly EvaluationFinding[] {
  const evaluators = [...new Set(bids.flatMap(({ scores }) => Object.keys(scores)))];
  return evaluators.flatMap((evaluator) => {
    const given = bids.flatMap(({ scores }) => Object.values(scores[evaluator] ?? {}));
    if (given.length < 4 || new Set(given).size > 1) return [];
    return evaluationFinding("flat-scores", null, "selection.bids", {
      message: `${evaluator} gave ${given[0]} to every bid on every criterion.`,
      hint: "Scores that tell no bids apart only weaken those that do; ask for new ones.",
    });
  });
}

function scoredAfterSharing({ scored_on: days, scores_shared_on: shared }: Selection): readonly EvaluationFinding[] {
  if (shared === undefined) return [];
  return Object.entries(days)
    .filter(([, day]) => day > shared)
    .flatMap(([evaluator, day]) =>
      evaluationFinding("scored-after-sharing", null, `selection.scored_on.${evaluator}`, {
        message: `${evaluator} scored on ${day}, after the others' scores were shown on ${shared}.`,
        hint: "Show scores to each other only when all are in.",
      }),
    );
}

function wideSpreads(selection: Selection): readonly EvaluationFinding[] {
  return selection.bids.flatMap((bid, at) =>
    scoresOf(bid, selection).flatMap(({ criterion, low, high, consensus }) => {
      if (low === null || high === null || high - low <= widestSpread || consensus !== null) return [];
      return evaluationFinding("spread-without-consensus", bid.id, `selection.bids[${at}].scores`, {
        message: `${nameOf(bid)} got between ${low} and ${high} on ${criterion}, and no talk about it is on record.`,
        hint: `Write under consensus: why they differ by more than ${widestSpread} points, and what was agreed.`,
      });
    }),
  );
}

/** One finding, as the list that it adds to. */
export function evaluationFinding(
  code: string,
  bid: string | null,
  at: string,
  words: { readonly message: string; readonly hint: string },
): readonly EvaluationFinding[] {
  return [{ code, bid, at, ...words }];
}

export function nameOf({ id, name }: Pick<Bid, "id" | "name">): string {
  return name ?? id;
}
