import { weightDrawer } from "../../decision-analysis/draw-weights.ts";
import type { Chance } from "../../values/seeded-chance.ts";
import type { TooLittleData } from "../../values/share.ts";
import { type CoreAspect, type CoreAssessment, coreAspects } from "./process-definition.ts";

export type CoreConclusion = CoreAssessment["conclusion"];

/** One aspect's part in the result. */
export type CorePull = {
  readonly aspect: CoreAspect;
  readonly score: number;
  /** 0 speaks for handing over, 1 for keeping */
  readonly pull: number;
  /** of all scored aspects together 1 */
  readonly weight: number;
};

export type CoreResult = {
  readonly kind: "core";
  /** Σ weight × pull: 0 hand over, 1 keep */
  readonly index: number;
  readonly recommended: CoreConclusion;
  readonly pulls: readonly CorePull[];
  /** aspects that nobody scored, and the index if all of them spoke for handing over or for keeping */
  readonly unscored: readonly CoreAspect[];
  readonly indexIfUnscored: { readonly low: number; readonly high: number };
  /** scores that, one point away, would change the recommendation */
  readonly turnsOnScore: readonly {
    readonly aspect: CoreAspect;
    readonly score: number;
    readonly to: CoreConclusion;
  }[];
  /** for each aspect the nearest weight at which the recommendation changes, the others keeping their proportions */
  readonly turnsOnWeight: readonly {
    readonly aspect: CoreAspect;
    readonly weight: number;
    readonly to: CoreConclusion;
  }[];
  /** how often each conclusion comes out when nothing is known of the weights */
  readonly underAnyWeights: Readonly<Record<CoreConclusion, number>>;
  /** why the weights were overruled; null when they were not */
  readonly overruled: string | null;
  readonly working: string;
};

/** Aspects of which much speaks for handing over; of the others much speaks for keeping. */
const speaksForHandingOver: readonly CoreAspect[] = ["stability", "measurability", "market_maturity"];
const keepFrom = 0.6;
const outsourceTo = 0.4;
/** An assessment that looks at fewer aspects than this is an opinion. */
export const fewestAspects = 5;

/**
 * Whether a process should be kept, handed over or split, from its scores and weights, and how firmly. What sets the company
 * apart is never handed over whole, however little weight it was given.
 */
export function assessCore(
  { scores, weights }: Pick<CoreAssessment, "scores" | "weights">,
  { chance, draws }: { chance: Chance; draws: number },
): CoreResult | TooLittleData {
  const scored = coreAspects.flatMap((aspect) => {
    const score = scores[aspect];
    return score === undefined ? [] : [{ aspect, score, pull: pullOf(aspect, score) }];
  });
  if (scored.length < fewestAspects) return { kind: "too-little-data", have: scored.length, need: fewestAspects };
  const given = scored.map(({ aspect }) => Math.max(0, Object.keys(weights).length === 0 ? 1 : (weights[aspect] ?? 0)));
  const sum = given.reduce((total, weight) => total + weight, 0);
  const pulls = scored.map((one, at) => ({ ...one, weight: sum > 0 ? (given[at] ?? 0) / sum : 1 / scored.length }));
  const index = indexOf(pulls);
  const unscored = coreAspects.filter((aspect) => scores[aspect] === undefined);
  const known = scored.length / coreAspects.length;
  const distinctive = setsApart(scores);
  const conclude = (value: number) => conclusionOf(value, distinctive);
  const recommended = conclude(index);
  return {
    kind: "core",
    index,
    recommended,
    pulls,
    unscored,
    indexIfUnscored: { low: index * known, high: index * known + (1 - known) },
    turnsOnScore: pulls.flatMap((one) => scoreTurns(one, pulls, scores, recommended)),
    turnsOnWeight: pulls.flatMap((one) => weightTurns(one, index, conclude)),
    underAnyWeights: drawnConclusions(pulls, conclude, { chance, draws }),
    overruled:
      recommended === conclusionOf(index, false)
        ? null
        : "It is of strategic importance and sets the company apart, so it is not handed over whole, whatever the weights say.",
    working: `${pulls.map(({ aspect, score, pull, weight }) => `${aspect} ${score} of 5 pulls ${pull} × ${weight.toFixed(3)}`).join(" + ")} = ${index.toFixed(3)}; keep from ${keepFrom}, hand over to ${outsourceTo}`,
  };
}

function pullOf(aspect: CoreAspect, score: number): number {
  const much = (score - 1) / 4;
  return speaksForHandingOver.includes(aspect) ? 1 - much : much;
}

function setsApart({ strategic_importance: strategic = 0, differentiation = 0 }: CoreAssessment["scores"]): boolean {
  return strategic >= 4 && differentiation >= 4;
}

function conclusionOf(index: number, distinctive: boolean): CoreConclusion {
  if (index >= keepFrom - 1e-12) return "keep";
  return index <= outsourceTo + 1e-12 && !distinctive ? "outsource" : "hybrid";
}

function indexOf(pulls: readonly CorePull[]): number {
  return pulls.reduce((sum, { pull, weight }) => sum + pull * weight, 0);
}

function scoreTurns(
  one: CorePull,
  pulls: readonly CorePull[],
  scores: CoreAssessment["scores"],
  now: CoreConclusion,
): CoreResult["turnsOnScore"] {
  return [one.score - 1, one.score + 1].flatMap((score) => {
    if (score < 1 || score > 5) return [];
    const changed = pulls.map((other) =>
      other.aspect === one.aspect ? { ...other, pull: pullOf(one.aspect, score) } : other,
    );
    const to = conclusionOf(indexOf(changed), setsApart({ ...scores, [one.aspect]: score }));
    return to === now ? [] : [{ aspect: one.aspect, score, to }];
  });
}

/** The index is a straight line in one weight, so where it crosses a border is exact. */
function weightTurns(
  { aspect, pull, weight }: CorePull,
  index: number,
  conclude: (index: number) => CoreConclusion,
): CoreResult["turnsOnWeight"] {
  if (weight >= 1 || pull === index) return [];
  const rest = (index - weight * pull) / (1 - weight);
  const turns = [keepFrom, outsourceTo].flatMap((border) => {
    const at = (border - rest) / (pull - rest);
    if (!(at >= 0 && at <= 1)) return [];
    const beyond = Math.min(1, Math.max(0, at + Math.sign(at - weight) * 1e-9));
    const to = conclude(rest + beyond * (pull - rest));
    return to === conclude(index) ? [] : [{ aspect, weight: at, to }];
  });
  return turns.sort((one, other) => Math.abs(one.weight - weight) - Math.abs(other.weight - weight)).slice(0, 1);
}

function drawnConclusions(
  pulls: readonly CorePull[],
  conclude: (index: number) => CoreConclusion,
  { chance, draws }: { chance: Chance; draws: number },
): Readonly<Record<CoreConclusion, number>> {
  const counts = { keep: 0, outsource: 0, hybrid: 0 };
  const weights = new Float64Array(pulls.length);
  const draw = weightDrawer(pulls.length, { kind: "any" }, chance);
  for (let at = 0; at < draws; at += 1) {
    draw(weights);
    counts[conclude(pulls.reduce((sum, { pull }, aspect) => sum + pull * (weights[aspect] ?? 0), 0))] += 1;
  }
  return { keep: counts.keep / draws, outsource: counts.outsource / draws, hybrid: counts.hybrid / draws };
}
