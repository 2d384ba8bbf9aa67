import type { MetricUnit } from "../metrics/metric-definition.ts";
import { percentText } from "../values/percentage.ts";
import type { PlainDate } from "../values/time.ts";
import type { CreditTerms } from "./credit-terms.ts";
import { type Better, decimal } from "./exact-figure.ts";
import { levelText } from "./level-text.ts";
import { levelInForce, type ServiceLevelDefinition } from "./service-level-definition.ts";

/** Something about the service levels that does not fit together; the path leads from the top of the record. */
export type LevelProblem = {
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly hint: string;
};

/** What is known of a level's metric; `better` is null where the definition states no direction. */
export type KnownMetric = { readonly unit: MetricUnit; readonly better: Better | null };

/**
 * Service levels held against their metrics, and their allocations against the pool on every day on which a version begins.
 * @param levels in the order of `service_levels`, all versions
 * @param metricOf null for a metric that does not exist, which is reported elsewhere
 */
export function serviceLevelProblems(
  levels: readonly ServiceLevelDefinition[],
  metricOf: (id: string) => KnownMetric | null,
  terms: CreditTerms | null,
): readonly LevelProblem[] {
  const each = levels.flatMap((level, index) => {
    const metric = metricOf(level.metric);
    const found = [...(metric === null ? [] : metricProblems(level, metric)), ...creditProblems(level, terms)];
    return found.map(({ path, ...problem }) => ({ ...problem, path: ["service_levels", index, ...path] }));
  });
  return [...each, ...poolProblems(levels, terms)];
}

function metricProblems(level: ServiceLevelDefinition, { unit, better }: KnownMetric): readonly LevelProblem[] {
  const percentages = (["target", "minimum"] as const).flatMap((key): readonly LevelProblem[] => {
    const value = level[key];
    if (unit !== "share" || value === undefined || (value >= 0 && value <= 1)) return [];
    const message = `${level.metric} is a share, and ${value} is no share between 0 % and 100 %`;
    return [{ code: "level-outside-its-unit", path: [key], message, hint: "write it as 90 % or 0.9" }];
  });
  if (better === null) {
    const message = `${level.metric} does not say whether higher or lower is better, so nothing can be met or missed`;
    return [
      ...percentages,
      { code: "no-direction", path: ["metric"], message, hint: "say better: higher or better: lower" },
    ];
  }
  const { target, minimum } = level;
  const isBehind = minimum === undefined || (better === "higher" ? minimum <= target : minimum >= target);
  if (isBehind) return percentages;
  const message = `the minimum of ${levelText(minimum, unit)} is stricter than the target of ${levelText(target, unit)}, where ${better} is better`;
  return [
    ...percentages,
    { code: "minimum-beyond-target", path: ["minimum"], message, hint: "swap the two, or check better" },
  ];
}

function creditProblems(level: ServiceLevelDefinition, terms: CreditTerms | null): readonly LevelProblem[] {
  if (level.critical === undefined || terms?.at_risk !== undefined) return [];
  const message = "it costs a credit, but the contract states no amount at risk";
  const hint = "say contract: at_risk: 10 % of the month's invoice";
  return [{ code: "no-amount-at-risk", path: ["critical"], message, hint }];
}

function poolProblems(levels: readonly ServiceLevelDefinition[], terms: CreditTerms | null): readonly LevelProblem[] {
  const versions = [...new Set(levels.map(({ id }) => id))].map((id) => levels.filter((level) => level.id === id));
  const pool = terms?.pool ?? 1;
  for (const day of daysOfChange(levels)) {
    const inForce = versions.flatMap((ofOne) => levelInForce(ofOne, day) ?? []);
    const critical = inForce.flatMap(({ critical }) => critical?.allocation ?? []);
    const sum = critical.reduce((total, allocation) => total.plus(decimal(allocation)), decimal(0));
    if (sum.lessThanOrEqualTo(decimal(pool))) continue;
    const since = day === always ? "" : ` from ${day}`;
    const message = `the allocations come to ${percentText(sum.toNumber())}${since}, and the pool is ${percentText(pool)}`;
    return [
      {
        code: "allocations-over-pool",
        path: ["service_levels"],
        message,
        hint: "lower an allocation, or raise contract: pool",
      },
    ];
  }
  return [];
}

/** Sorts before every date that can be written. */
const always = "";

function daysOfChange(levels: readonly ServiceLevelDefinition[]): readonly PlainDate[] {
  return [...new Set(levels.map(({ effective_from }) => effective_from ?? always))].sort();
}
