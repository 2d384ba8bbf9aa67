import { type MetricDefinition, MetricRole, measureKey } from "../metrics/metric-definition.ts";
import { roleOf } from "../metrics/metric-role.ts";
import { unitOfMetric } from "../metrics/plan-metric.ts";
import { isFiller } from "../values/filler.ts";
import { type Presence, presenceOf } from "../values/presence.ts";
import { levelText } from "./level-text.ts";
import type { ServiceLevelDefinition } from "./service-level-definition.ts";

/** The seven things without which a level cannot be held against anybody. */
const designElements = [
  "metric",
  "target",
  "minimum",
  "calculation",
  "measurement-point",
  "exclusions",
  "source",
] as const;
export type DesignElement = (typeof designElements)[number];

export type ElementCheck = {
  readonly element: DesignElement;
  readonly state: Presence;
  /** what is agreed, as far as it is */
  readonly says: string | null;
  /** what is lacking; null where nothing is */
  readonly reason: string | null;
};

export type LevelDesign = {
  readonly id: string;
  readonly kpi: boolean;
  readonly state: Presence;
  readonly elements: readonly ElementCheck[];
};

/** What the record knows around a level. */
export type LevelSurroundings = {
  readonly metric: MetricDefinition | null;
  /** the definition stands in the record, and is not the product's own */
  readonly isAgreed: boolean;
  /** where the metric's records come from, as the record names it; null where it does not */
  readonly source: string | null;
};

/** Holds the design of one level against the seven things that it must say. */
export function designOf(level: ServiceLevelDefinition, around: LevelSurroundings): LevelDesign {
  const elements = [
    metricCheck(level, around),
    targetCheck(level, around),
    minimumCheck(level, around),
    calculationCheck(level, around),
    pointCheck(level, around),
    exclusionsCheck(level, around),
    sourceCheck(level, around),
  ];
  return { id: level.id, kpi: level.kpi, state: presenceOf(elements.map(({ state }) => state)), elements };
}

function found(element: DesignElement, says: string): ElementCheck {
  return { element, state: "in-place", says, reason: null };
}

function lacking(element: DesignElement, state: "partial" | "missing", reason: string, says: string | null = null) {
  return { element, state, says, reason } as const;
}

function metricCheck({ metric: id }: ServiceLevelDefinition, { metric }: LevelSurroundings): ElementCheck {
  return metric === null ? lacking("metric", "missing", `no metric is called ${id}`) : found("metric", id);
}

function targetCheck({ target }: ServiceLevelDefinition, { metric }: LevelSurroundings): ElementCheck {
  if (metric === null) return lacking("target", "partial", "it is a target of a metric that nobody defined");
  const unit = unitOfMetric(metric);
  const says = levelText(target, unit);
  if (metric.better === undefined) {
    return lacking("target", "partial", "the metric does not say whether higher or lower is better", says);
  }
  const strictest = metric.better === "higher" ? 1 : 0;
  if (unit === "share" && target === strictest) {
    return lacking(
      "target",
      "partial",
      "one failure in any number of items misses it: no process can promise that",
      says,
    );
  }
  if (unit === "share" && target === 1 - strictest) return lacking("target", "missing", "nothing can miss it", says);
  return found("target", says);
}

function minimumCheck({ minimum, target, kpi }: ServiceLevelDefinition, { metric }: LevelSurroundings): ElementCheck {
  if (minimum === undefined) {
    if (kpi) return found("minimum", "none: it is reported and watched");
    return lacking("minimum", "missing", "nothing says where service is no longer acceptable");
  }
  const says = metric === null ? String(minimum) : levelText(minimum, unitOfMetric(metric));
  if (minimum !== target) return found("minimum", says);
  return lacking("minimum", "partial", "it is the target again, so a near miss and a collapse are the same", says);
}

function calculationCheck(level: ServiceLevelDefinition, { metric, isAgreed }: LevelSurroundings): ElementCheck {
  if (metric === null) return lacking("calculation", "missing", "nothing says how the figure is computed");
  const says = measureKey(metric) ?? "a figure";
  if (!isAgreed) {
    return lacking("calculation", "partial", "the product's own definition is used: write down the one agreed", says);
  }
  const clause = metric.clause ?? level.clause;
  if (!isFiller(clause)) return found("calculation", `${says}, ${clause}`);
  return lacking("calculation", "partial", "no clause says that both sides agreed to compute it so", says);
}

function pointCheck(level: ServiceLevelDefinition, { metric }: LevelSurroundings): ElementCheck {
  if (!isFiller(level.measured_at)) return found("measurement-point", level.measured_at ?? "");
  if (metric?.from !== undefined && metric.to !== undefined) {
    return found("measurement-point", `from ${metric.from} to ${metric.to}`);
  }
  if (metric?.period_by !== undefined) return found("measurement-point", `by ${metric.period_by}`);
  const reason = "nothing says where it is taken: say measured_at";
  return lacking("measurement-point", metric === null ? "missing" : "partial", reason);
}

function exclusionsCheck({ excludes }: ServiceLevelDefinition, { metric }: LevelSurroundings): ElementCheck {
  if (/^\s*(?:none|nothing)\b/i.test(excludes ?? "") || !isFiller(excludes)) {
    return found("exclusions", excludes ?? "");
  }
  const pauses = metric?.pausing_on;
  if (pauses === undefined) {
    return lacking(
      "exclusions",
      "missing",
      "nothing says what does not count: say excludes, if only that nothing does",
    );
  }
  const says = `the clock pauses on ${pauses.join(", ")}`;
  return lacking("exclusions", "partial", "pauses are agreed; outages and causes on the client's side are not", says);
}

function sourceCheck(level: ServiceLevelDefinition, { source }: LevelSurroundings): ElementCheck {
  if (!isFiller(level.source)) return found("source", level.source ?? "");
  if (source !== null) return found("source", source);
  return lacking("source", "missing", "nothing says whose records decide: say source");
}

/** The four sides of the work that levels must cover together: each can be bought with another. */
const neededRoles = ["speed", "quality", "satisfaction", "rework"] as const;
export type NeededRole = (typeof neededRoles)[number];

export type RoleCoverage = {
  readonly role: NeededRole;
  readonly state: Presence;
  readonly levels: readonly string[];
  readonly reasons: readonly string[];
};

/**
 * Whether each side of the work has a level. A KPI alone is partial, since missing it costs nothing, and so is a level that past
 * records never fail. A metric that is named for one side and made from records of another does not count.
 * @param neverFails ids of levels that every past period met
 */
export function roleCoverage(
  levels: readonly { readonly level: ServiceLevelDefinition; readonly metric: MetricDefinition | null }[],
  neverFails: ReadonlySet<string>,
): readonly RoleCoverage[] {
  return neededRoles.map((role) => {
    const named = levels.filter(({ metric }) => roleOf(metric) === role);
    const posing = named.filter(({ metric }) => metric !== null && madeOf(metric) !== null && madeOf(metric) !== role);
    const real = named.filter((each) => !posing.includes(each));
    const ids = real.map(({ level }) => level.id);
    const reasons = posing.map(
      ({ level, metric }) =>
        `${level.id} is named ${role}, and its metric is one of ${metric === null ? "" : madeOf(metric)}`,
    );
    if (real.length === 0)
      return { role, state: "missing", levels: [], reasons: [`no level looks at ${role}`, ...reasons] };
    const biting = real.filter(({ level }) => !level.kpi && !neverFails.has(level.id));
    if (biting.length > 0) return { role, state: "in-place", levels: ids, reasons };
    const isReported = real.every(({ level }) => level.kpi);
    const weak = isReported ? "it is only reported: missing it costs nothing" : "past records never fail it";
    return { role, state: "partial", levels: ids, reasons: [weak, ...reasons] };
  });
}

/** The side of the work that a metric's records show, whatever it is called; null where they do not tell. */
function madeOf(metric: MetricDefinition): MetricRole | null {
  const { role: _, ...unnamed } = metric;
  const shown = roleOf(unnamed);
  // A share of work items within a limit may well be about rework; only these say plainly what they are about.
  const isPlain = metric.within !== undefined || shown === "satisfaction" || shown === "quality" || shown === "volume";
  return isPlain && MetricRole.safeParse(shown).success ? shown : null;
}
