import {
  type Better,
  type Decision,
  entry,
  lengthOf,
  mapColumns,
  partOf,
  requireWholeDecision,
  total,
  zip,
} from "./decision-matrix.ts";
import { placesOf } from "./ranks.ts";

/**
 * MOORA, the ratio system: weighted gains less weighted costs, each over the length of its column; more is better.
 * @see Brauers & Zavadskas 2006
 */
export function ratioSystem(decision: Decision): number[] {
  return lengthRatios(decision).map((row) =>
    total(
      zip(row, decision.weights, (x, weight, at) => (entry(decision.better, at) === "higher" ? 1 : -1) * weight * x),
    ),
  );
}

/**
 * MULTIMOORA: places by the ratio system, by the largest weighted distance from the best, and by gains multiplied over
 * costs, brought together by counting over whom each option wins. Places from 1, the best; scores that differ by no more
 * than `within` share one.
 * @see Brauers & Zavadskas 2010; Karabasevic, Stanujkic, Urosevic & Maksimovic 2015
 */
export function multipleRatioPlaces(decision: Decision, within = 1e-12): number[] {
  const { weights, better } = decision;
  const rows = lengthRatios(decision);
  const bests = weights.map((_, at) => {
    const column = rows.map((row) => entry(row, at));
    return entry(better, at) === "higher" ? Math.max(...column) : Math.min(...column);
  });
  const regrets = rows.map((row) =>
    Math.max(...zip(row, bests, (x, best, at) => entry(weights, at) * Math.abs(best - x))),
  );
  const productOf = (row: readonly number[], kind: Better) =>
    row.reduce((all, x, at) => (better[at] === kind ? all * (entry(weights, at) * x) : all), 1);
  const products = rows.map((row) => productOf(row, "higher") / productOf(row, "lower"));
  const rankings = [
    placesOf(ratioSystem(decision), { ties: "dense", within }),
    placesOf(regrets, { better: "lower", ties: "dense", within }),
    placesOf(products, { ties: "dense", within }),
  ];
  const wins = rows.map((_, option) =>
    total(rankings.map((places) => places.filter((place) => entry(places, option) < place).length)),
  );
  return placesOf(wins, { ties: "dense" });
}

function lengthRatios(decision: Decision): number[][] {
  requireWholeDecision(decision);
  return mapColumns(decision.matrix, (column) => column.map((x) => partOf(x, lengthOf(column))));
}
