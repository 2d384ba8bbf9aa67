import type { PathProblem } from "../../values/problem.ts";
import type { Interval, Share } from "../../values/share.ts";
import type { PlainDate } from "../../values/time.ts";
import type { PercentileRange } from "./percentile-range.ts";
import type { CostPart } from "./run-case.ts";

/** One month of the forecast. Amounts are estimates in whole units of the case's currency, as plain numbers: no bill is made from them. */
export type ForecastMonth = {
  /** 1 for the first */
  readonly month: number;
  /** its last day; null where the case does not say when it starts */
  readonly endsOn: PlainDate | null;
  readonly stayingInHouse: PercentileRange;
  readonly outsourcing: PercentileRange;
  readonly saving: PercentileRange;
  /** all savings up to the month's end, less all costs of the move */
  readonly savingSoFar: PercentileRange;
  /** how likely it is that the move has paid for itself by the month's end, for good, 0–1 */
  readonly likelyPaidBack: number;
};

/** When the savings have paid for the move; null is later than the last month. */
export type BreakEven = {
  readonly p10: number | null;
  readonly p50: number | null;
  readonly p90: number | null;
  /** share of the draws in which it is not within the months looked at */
  readonly notWithin: Share;
};

/** How much the total saving hangs on one input. */
export type TornadoBar = {
  readonly input: string;
  /** the total saving with this input at its P10 and at its P90, all others at their P50; correlations are left out */
  readonly savingAtP10: number;
  readonly savingAtP90: number;
  readonly swing: number;
  /** Spearman's, between the input and the total saving, over the first draws */
  readonly rankCorrelation: number;
};

/** A promise held against the forecast. */
export type JudgedPromise = {
  readonly path: PathProblem["path"];
  readonly what: string;
  readonly saidBy: string | null;
  /** full months from the start of the case to the promised day; null where no start is known */
  readonly month: number | null;
  /** 0–1; null where it cannot be told */
  readonly likely: number | null;
  /** `promised in month 3: 4 % likely` */
  readonly statement: string;
};

/** Something that the forecast shows and somebody should hear. */
export type CaseFinding = {
  readonly code: string;
  readonly state: "watch" | "alarm";
  readonly path: PathProblem["path"];
  readonly statement: string;
};

/** A figure that the forecast rests on, with the distribution behind it. */
export type ForecastInput = {
  readonly name: string;
  readonly unit: "money" | "months" | "share" | "number";
  readonly currency: string | null;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly distribution: "certain" | "normal" | "shifted-lognormal" | "half-normal";
  /** share of the draws that lay beyond what is possible and count as the bound, 0–1 */
  readonly bounded: number;
};

export type TotalForecast = PercentileRange & {
  readonly mean: number;
  /** where P50 lies with 95 % confidence, given so many draws */
  readonly p50Within: Interval;
};

/** A case worked out; or why it cannot be. */
export type BusinessCaseForecast =
  | {
      readonly kind: "forecast";
      readonly seed: number;
      readonly draws: number;
      readonly months: number;
      readonly currency: string;
      readonly startsOn: PlainDate | null;
      readonly byMonth: readonly ForecastMonth[];
      readonly total: {
        readonly stayingInHouse: TotalForecast;
        readonly outsourcing: TotalForecast;
        readonly saving: TotalForecast;
        readonly likelyToSave: Share;
        /** what outsourcing is made up of, over all months */
        readonly parts: readonly ({ readonly part: CostPart } & PercentileRange)[];
      };
      readonly breakEven: BreakEven;
      /** the longest bar first */
      readonly tornado: readonly TornadoBar[];
      readonly promises: readonly JudgedPromise[];
      readonly findings: readonly CaseFinding[];
      readonly inputs: readonly ForecastInput[];
      /** how it was worked out, in sentences */
      readonly working: readonly string[];
    }
  | { readonly kind: "unknown"; readonly because: string; readonly problems: readonly PathProblem[] };
export type WorkedOutCase = Extract<BusinessCaseForecast, { kind: "forecast" }>;
