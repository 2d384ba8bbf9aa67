import type { PathProblem } from "../../values/problem.ts";
import type { PlainDate } from "../../values/time.ts";
import type { AbnormalPrice } from "./abnormal-price.ts";
import type { CriterionWeights } from "./criterion-weights.ts";
import type { PointState, QuestionState } from "./point-states.ts";
import type { RedFlag } from "./red-flags.ts";
import type { Robustness } from "./winner-robustness.ts";

/** Something worth talking about before the award; it blocks nothing. `at` is its path in the record. */
export type EvaluationFinding = {
  readonly code: string;
  readonly bid: string | null;
  readonly at: string;
  readonly message: string;
  readonly hint: string;
};

/** An amount as text, so that it stays exact in JSON. */
export type PlainMoney = { readonly amount: string; readonly currency: string };

/** The scores of one bid on one criterion, 0–100, and what stands for them in the ranking. */
export type CriterionScore = {
  readonly criterion: string;
  readonly byEvaluator: Readonly<Record<string, number>>;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** the agreed score where a consensus note gives one, else the mean; null when nobody scored */
  readonly counted: number | null;
  readonly consensus: string | null;
};

export type BidEvaluation = {
  readonly bid: string;
  readonly name: string;
  /** weighted mean of the counted scores, 0–100; null when a criterion has no score */
  readonly quality: number | null;
  readonly scores: readonly CriterionScore[];
  /** null until prices may be seen, and where the bid has none */
  readonly price: {
    readonly offered: PlainMoney;
    readonly compared: PlainMoney | null;
    readonly abnormal: AbnormalPrice;
  } | null;
  readonly points: readonly PointState[];
  readonly questions: readonly QuestionState[];
  readonly redFlags: readonly RedFlag[];
};

/** Places of all bids by one method, 1 the best, in the order of the bids. */
export type MethodRanking = {
  readonly method: "weighted-sum" | "topsis" | "promethee-2";
  readonly scores: readonly number[];
  readonly places: readonly number[];
  /** pairs whose order turns when a third bid is left out */
  readonly reversals: readonly { readonly without: string; readonly wasAhead: string; readonly wasBehind: string }[];
};

/** The bids in order, or why they may not or cannot be ranked. */
export type BidRanking =
  | { readonly kind: "not-ranked"; readonly because: string; readonly hint: string }
  | {
      readonly kind: "ranked";
      readonly bids: readonly string[];
      readonly methods: readonly MethodRanking[];
      /** first by weighted sum; several when they tie */
      readonly winners: readonly string[];
      readonly doMethodsAgree: boolean;
    };

/** Everything that a selection record says, worked out, with its working. Plain data. */
export type Evaluation = {
  readonly asOf: PlainDate;
  readonly seed: number;
  readonly draws: number;
  readonly problems: readonly PathProblem[];
  readonly findings: readonly EvaluationFinding[];
  readonly weights: CriterionWeights;
  readonly criteria: readonly {
    readonly id: string;
    readonly kind: "quality" | "price";
    readonly weight: number | null;
  }[];
  readonly bids: readonly BidEvaluation[];
  /** by quality alone, which may be seen before prices are */
  readonly qualityRanking: readonly { readonly bid: string; readonly place: number; readonly quality: number }[];
  readonly ranking: BidRanking;
  readonly robustness: Robustness | null;
};
