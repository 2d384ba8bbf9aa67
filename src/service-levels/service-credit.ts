import type { Decimal } from "decimal.js";
import type { Money } from "../values/money.ts";
import { percentText } from "../values/percentage.ts";
import type { WorkedAmount } from "./at-risk-amount.ts";
import type { ChronicFailure } from "./chronic-failure.ts";
import type { CreditScale, CreditSlope } from "./credit-scale.ts";
import { decimal, Exact, type ExactFigure, exactFigure, isWorse, roundedFigure, shortfall } from "./exact-figure.ts";
import type { JudgedMetric, ServiceLevelJudgement } from "./judge-service-level.ts";
import { figureText, levelText } from "./level-text.ts";
import type { ServiceLevelDefinition } from "./service-level-definition.ts";

/** What one period of one critical service level costs before caps, with its working in words; or why that is unknown. */
export type ServiceCredit =
  | { readonly kind: "credit"; readonly amount: Money; readonly working: readonly string[] }
  | { readonly kind: "unknown"; readonly because: string };

export type CreditInput = {
  readonly level: ServiceLevelDefinition;
  readonly metric: JudgedMetric;
  readonly judgement: ServiceLevelJudgement;
  /** the amount at risk in the period's stretch */
  readonly atRisk: WorkedAmount;
  /** the rule and the number of misses, where chronic failure is reached with this period */
  readonly chronic: { readonly rule: ChronicFailure; readonly misses: number } | null;
};

/**
 * Credit of one judged period: share of the allocation × allocation × amount at risk, rounded half up to the minor unit.
 * Null where the level carries no credit.
 */
export function serviceCredit(input: CreditInput): ServiceCredit | null {
  const { level, judgement, atRisk } = input;
  if (level.critical === undefined || level.kpi) return null;
  if (judgement.state === "unknown") return { kind: "unknown", because: judgement.unknownBecause ?? "unknown" };
  if (atRisk.kind === "unknown")
    return { kind: "unknown", because: `the amount at risk is unknown: ${atRisk.because}` };
  if (judgement.state === "met") {
    return { kind: "credit", amount: atRisk.amount.times(0).rounded(), working: ["the target is met: no credit"] };
  }
  const due = shareDue(input);
  const { allocation } = level.critical;
  const exact = atRisk.amount.times(due.share.toString()).times(String(allocation));
  const amount = exact.rounded();
  const factors = `${fractionText(due.share)} × ${percentText(allocation)} × ${atRisk.working}`;
  const result = exact.compare(amount) === 0 ? amount.toText() : `${exact.toText()}, rounded to ${amount.toText()}`;
  return { kind: "credit", amount, working: [due.because, `${factors} = ${result}`] };
}

type ShareDue = { readonly share: Decimal; readonly because: string };

function shareDue({ level, metric, judgement, chronic }: CreditInput): ShareDue {
  const exact = exactFigure(judgement);
  if (exact === null) throw new Error(`${level.id} is ${judgement.state} without a figure`);
  const figure = roundedFigure(exact, level);
  const scaled = shareByScale(level, metric, figure);
  if (chronic?.rule.pays === undefined || scaled.share.greaterThanOrEqualTo(decimal(chronic.rule.pays))) return scaled;
  const because = `chronic failure, ${chronic.misses} misses: ${percentText(chronic.rule.pays)} of the allocation falls due`;
  return { share: decimal(chronic.rule.pays), because };
}

function shareByScale(level: ServiceLevelDefinition, metric: JudgedMetric, figure: ExactFigure): ShareDue {
  const scale = level.critical?.credit;
  if (scale === undefined) return shareWithoutScale(level, metric, figure);
  return Array.isArray(scale) ? shareByBands(scale, level, metric, figure) : shareBySlope(scale, level, metric, figure);
}

function shareWithoutScale(level: ServiceLevelDefinition, metric: JudgedMetric, figure: ExactFigure): ShareDue {
  const name = level.minimum === undefined ? "target" : "minimum";
  const threshold = level.minimum ?? level.target;
  const said = comparison(figure, name, threshold, metric);
  if (!isWorse(figure, threshold, metric.better)) {
    return {
      share: decimal(0),
      because: `${said}: no credit bands are agreed, so only a figure below the minimum costs`,
    };
  }
  return { share: decimal(1), because: `${said}: no credit bands are agreed, so all of the allocation falls due` };
}

function shareByBands(
  bands: Extract<CreditScale, readonly unknown[]>,
  level: ServiceLevelDefinition,
  metric: JudgedMetric,
  figure: ExactFigure,
): ShareDue {
  const reached = bands
    .map((band) => ({ ...namedThreshold(band.worse_than, level), pays: band.pays }))
    .filter(({ threshold }) => isWorse(figure, threshold, metric.better));
  const [first, ...rest] = reached;
  if (first === undefined) {
    return {
      share: decimal(0),
      because: `${comparison(figure, "target", level.target, metric)}: no credit band is reached`,
    };
  }
  const dearest = rest.reduce((best, band) => (band.pays > best.pays ? band : best), first);
  const said = comparison(figure, dearest.name, dearest.threshold, metric);
  return { share: decimal(dearest.pays), because: `${said}: ${percentText(dearest.pays)} of the allocation falls due` };
}

function shareBySlope(
  slope: CreditSlope,
  level: ServiceLevelDefinition,
  metric: JudgedMetric,
  figure: ExactFigure,
): ShareDue {
  const { name, threshold } = namedThreshold(slope.worse_than, level);
  const distance = shortfall(figure, threshold, metric.better);
  const step = decimal(slope.for_each).times(distance.bottom);
  const full = Exact.max(0, distance.top.dividedToIntegerBy(step));
  const hasBegun = distance.top.greaterThan(full.times(step));
  const steps = slope.counting === "begun steps" && hasBegun ? full.plus(1) : full;
  const share = Exact.min(steps.times(decimal(slope.pays)), decimal(slope.at_most));
  const counted = `${steps} ${slope.counting.replace("steps", steps.equals(1) ? "step" : "steps")}`;
  const rate = `${percentText(slope.pays)} for each ${levelText(slope.for_each, metric.unit)}`;
  const most = share.lessThan(steps.times(decimal(slope.pays))) ? ` (at most ${percentText(slope.at_most)})` : "";
  const said = comparison(figure, name, threshold, metric);
  return {
    share,
    because: `${said} by ${counted}: ${rate}, ${fractionText(share)} of the allocation${most} falls due`,
  };
}

type NamedThreshold = { readonly name: string; readonly threshold: number };

function namedThreshold(worseThan: "target" | "minimum" | number, level: ServiceLevelDefinition): NamedThreshold {
  if (worseThan === "minimum") return { name: "minimum", threshold: level.minimum ?? level.target };
  if (worseThan === "target") return { name: "target", threshold: level.target };
  return { name: "band", threshold: worseThan };
}

/** `87.2 % is worse than the target of 90 %` */
function comparison(figure: ExactFigure, name: string, threshold: number, metric: JudgedMetric): string {
  const verb = isWorse(figure, threshold, metric.better) ? "is worse than" : "is not worse than";
  return `${figureText(figure, threshold, metric.unit)} ${verb} the ${name} of ${levelText(threshold, metric.unit)}`;
}

function fractionText(fraction: Decimal): string {
  return `${fraction.times(100).toString()} %`;
}
