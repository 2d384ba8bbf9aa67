import { averageDistance, borderDistance } from "../../src/decision-analysis/border-comparison.ts";
import { type Better, type DecisionMatrix, entry } from "../../src/decision-analysis/decision-matrix.ts";
import type { Distance } from "../../src/decision-analysis/distance.ts";
import { distances } from "../../src/decision-analysis/distance.ts";
import { boundedDistance, distanceAssessment, topsis, vikor } from "../../src/decision-analysis/ideal-distance.ts";
import {
  criticWeights,
  impactLossWeights,
  integratedWeights,
  removalWeights,
} from "../../src/decision-analysis/loss-weights.ts";
import { type Normalisation, normalise } from "../../src/decision-analysis/normalise.ts";
import { preferenceVector, type Wish } from "../../src/decision-analysis/preference-vector.ts";
import { balancedFlow, type Preference, promethee, usualThresholds } from "../../src/decision-analysis/promethee.ts";
import { pearson, rankSimilarity, spearman, weightedSpearman } from "../../src/decision-analysis/rank-correlation.ts";
import { multipleRatioPlaces, ratioSystem } from "../../src/decision-analysis/ratio-analysis.ts";
import {
  additiveRatio,
  compromiseRanking,
  distanceCompromise,
  proportionalAssessment,
} from "../../src/decision-analysis/ratio-to-ideal.ts";
import {
  angleWeights,
  deviationWeights,
  entropyWeights,
  equalWeights,
  giniWeights,
  varianceWeights,
  variationWeights,
} from "../../src/decision-analysis/spread-weights.ts";
import {
  combinedCompromise,
  weightedSum,
  weightedSumProduct,
} from "../../src/decision-analysis/weighted-aggregates.ts";
import { kendallTau } from "../../src/early-warning/rank-agreement.ts";

/** One recorded call of the peer: a function by its name, or a method of ranking with its settings. */
export type McdaCase = {
  readonly fn?: string;
  readonly method?: string;
  readonly params?: Readonly<Record<string, string | number | null>>;
  readonly args: readonly unknown[];
  readonly kwargs: Readonly<Record<string, readonly unknown[] | undefined>>;
  readonly result: unknown;
  readonly test: string;
};

type Answer = (recorded: McdaCase) => unknown;

/** Our answer to each function and method that a case may name. */
export const answersByName: Readonly<Record<string, Answer>> = {
  "correlations.spearman": ({ args }) => spearman(numbers(args[0]), numbers(args[1])),
  "correlations.weighted_spearman": ({ args }) => weightedSpearman(numbers(args[0]), numbers(args[1])),
  "correlations.WS_coeff": ({ args }) => rankSimilarity(numbers(args[0]), numbers(args[1])),
  "correlations.pearson_coeff": ({ args }) => pearson(numbers(args[0]), numbers(args[1])),
  "correlations.kendall_tau": ({ args }) => kendallTau(numbers(args[0]), numbers(args[1])),
  "weighting_methods.minmax_normalization": normalised("min-max"),
  "weighting_methods.sum_normalization": normalised("sum"),
  "normalizations.linear_normalization": normalised("linear"),
  "normalizations.minmax_normalization": normalised("min-max"),
  "normalizations.max_normalization": normalised("max"),
  "normalizations.sum_normalization": normalised("sum"),
  "normalizations.vector_normalization": normalised("vector"),
  "weighting_methods.equal_weighting": ({ args }) => equalWeights(matrixOf(args[0])),
  "weighting_methods.entropy_weighting": ({ args }) => entropyWeights(matrixOf(args[0])),
  "weighting_methods.std_weighting": ({ args }) => deviationWeights(matrixOf(args[0])),
  "weighting_methods.stat_var_weighting": ({ args }) => varianceWeights(matrixOf(args[0])),
  "weighting_methods.coeff_var_weighting": ({ args }) => variationWeights(matrixOf(args[0])),
  "weighting_methods.gini_weighting": ({ args }) => giniWeights(matrixOf(args[0])),
  "weighting_methods.critic_weighting": ({ args }) => criticWeights(matrixOf(args[0])),
  "weighting_methods.angle_weighting": ({ args }) => angleWeights(matrixOf(args[0]), directions(args[1])),
  "weighting_methods.merec_weighting": ({ args }) => removalWeights(matrixOf(args[0]), directions(args[1])),
  "weighting_methods.cilos_weighting": ({ args }) => impactLossWeights(matrixOf(args[0]), directions(args[1])),
  "weighting_methods.idocriw_weighting": ({ args }) => integratedWeights(matrixOf(args[0]), directions(args[1])),
  SAW: (recorded) => weightedSum(decisionOf(recorded), scale(recorded, "linear")),
  AHP: (recorded) => weightedSum(decisionOf(recorded), scale(recorded, "min-max")),
  WASPAS: (recorded) =>
    weightedSumProduct(decisionOf(recorded), scale(recorded, "linear"), setting(recorded, "lambda_param", 0.5)),
  COCOSO: (recorded) =>
    combinedCompromise(decisionOf(recorded), scale(recorded, "min-max"), setting(recorded, "lambda_param", 0.5)),
  TOPSIS: (recorded) => topsis(decisionOf(recorded), scale(recorded, "min-max"), distanceOf(recorded)),
  CODAS: (recorded) =>
    distanceAssessment(
      decisionOf(recorded),
      scale(recorded, "linear"),
      distanceOf(recorded),
      setting(recorded, "tau", 0.02),
    ),
  VIKOR: (recorded) =>
    vikor(
      decisionOf(recorded),
      setting(recorded, "v", 0.5),
      recorded.params?.normalization_method == null ? null : scale(recorded, "min-max"),
    ),
  SPOTIS: (recorded) => {
    const [low, high] = matrixOf(recorded.args[3]);
    return boundedDistance(decisionOf(recorded), { low: low ?? [], high: high ?? [] });
  },
  EDAS: (recorded) => averageDistance(decisionOf(recorded)),
  MABAC: (recorded) => borderDistance(decisionOf(recorded), scale(recorded, "min-max")),
  ARAS: (recorded) => additiveRatio(decisionOf(recorded), scale(recorded, "sum")),
  COPRAS: (recorded) => proportionalAssessment(decisionOf(recorded), scale(recorded, "sum")),
  MARCOS: (recorded) => compromiseRanking(decisionOf(recorded)),
  CRADIS: (recorded) => distanceCompromise(decisionOf(recorded), scale(recorded, "linear")),
  MULTIMOORA_RS: (recorded) => ratioSystem(decisionOf(recorded)),
  MULTIMOORA: (recorded) => {
    const by = recorded.params?.compromise_rank_method ?? "dominance_directed_graph";
    if (by !== "dominance_directed_graph") throw new Error(`no such compromise: ${by}`);
    // The peer compares floats as they are, and so the last bit decides between equals.
    return multipleRatioPlaces(decisionOf(recorded), 0);
  },
  PROMETHEE_II: (recorded) => promethee(decisionOf(recorded), preferencesOf(recorded)).map(({ net }) => net),
  PROSA_C: (recorded) =>
    balancedFlow(
      decisionOf(recorded),
      preferencesOf(recorded),
      recorded.kwargs.s === undefined ? numbers(recorded.args[1]).map(() => 0.3) : numbers(recorded.kwargs.s),
    ),
  PVM: ({ args, kwargs }) => {
    const wishes = list(args[2]).map((kind) => known(wishesByLetter, kind));
    const decision = { matrix: matrixOf(args[0]), weights: numbers(args[1]) };
    if (kwargs.psi === undefined || kwargs.phi === undefined) return preferenceVector(decision, wishes);
    return preferenceVector(decision, wishes, { wanted: numbers(kwargs.psi), unwanted: numbers(kwargs.phi) });
  },
};

const wishesByLetter: Readonly<Record<string, Wish>> = { m: "more", dm: "less", d: "near", nd: "far" };

const scalesByName: Readonly<Record<string, Normalisation>> = {
  linear_normalization: "linear",
  minmax_normalization: "min-max",
  max_normalization: "max",
  sum_normalization: "sum",
  vector_normalization: "vector",
};

function normalised(by: Normalisation): Answer {
  return ({ args }) => normalise(matrixOf(args[0]), directions(args[1]), by);
}

function decisionOf({ args }: McdaCase) {
  return { matrix: matrixOf(args[0]), weights: numbers(args[1]), better: directions(args[2]) };
}

function scale({ params }: McdaCase, usual: Normalisation): Normalisation {
  const name = params?.normalization_method ?? null;
  return name === null ? usual : known(scalesByName, name);
}

function distanceOf({ params }: McdaCase): Distance {
  const name = String(params?.distance_metric ?? "euclidean").replaceAll("_", "-");
  if (!isDistance(name)) throw new Error(`no such distance: ${name}`);
  return name;
}

function isDistance(name: string): name is Distance {
  return Object.hasOwn(distances, name);
}

function setting({ params }: McdaCase, name: string, usual: number): number {
  const value = params?.[name];
  return typeof value === "number" ? value : usual;
}

function preferencesOf({ args, kwargs }: McdaCase): Preference[] {
  const usual = usualThresholds(matrixOf(args[0]));
  return usual.map((thresholds, criterion) => {
    const preference = kwargs.p === undefined ? thresholds.preference : entry(numbers(kwargs.p), criterion);
    const indifference = kwargs.q === undefined ? thresholds.indifference : entry(numbers(kwargs.q), criterion);
    const shape = kwargs.preference_functions?.[criterion] ?? "_usual_function";
    const shapes: Readonly<Record<string, Preference>> = {
      _usual_function: { kind: "usual" },
      _ushape_function: { kind: "u-shape", indifference },
      _vshape_function: { kind: "v-shape", preference },
      _level_function: { kind: "level", indifference, preference },
      _linear_function: { kind: "linear", indifference, preference },
      _gaussian_function: { kind: "gaussian", inflection: (preference + indifference) / 2 },
    };
    return known(shapes, shape);
  });
}

function directions(value: unknown): Better[] {
  return numbers(value).map((type) => (type < 0 ? "lower" : "higher"));
}

function known<Value>(values: Readonly<Record<string, Value>>, name: unknown): Value {
  const value = values[String(name)];
  if (value === undefined) throw new Error(`no such name: ${name}`);
  return value;
}

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error("a list was expected");
  return value;
}

function numbers(value: unknown): number[] {
  return list(value).map(Number);
}

function matrixOf(value: unknown): DecisionMatrix {
  return list(value).map(numbers);
}
