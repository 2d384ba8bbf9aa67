import { expect, test } from "vitest";
import { MetricDefinition } from "../metrics/metric-definition.ts";
import { type DesignElement, designOf, roleCoverage } from "./level-design.ts";
import { ServiceLevelDefinition } from "./service-level-definition.ts";

const answered = {
  share_of: "work_items",
  within: "4h",
  from: "opened_at",
  to: "first_responded_at",
  better: "higher",
  role: "speed",
} as const;
const whole = {
  ...{ id: "first-answer", clause: "SOW 4.2", metric: "answered", every: "month", target: "90 %", minimum: "85 %" },
  ...{ excludes: "outages of the client's mail", source: "the client's ticket system" },
};
const around = { metric: MetricDefinition.parse(answered), isAgreed: true, source: null };

function level(change: object = {}): ServiceLevelDefinition {
  return ServiceLevelDefinition.parse({ ...whole, ...change });
}

function lacks(change: object, surroundings: object = {}): readonly string[] {
  const { elements } = designOf(level(change), { ...around, ...surroundings });
  return elements.filter(({ state }) => state !== "in-place").map(({ element, state }) => `${element} ${state}`);
}

test("a level that says all seven things is in place, and each is told as agreed", () => {
  const { state, elements } = designOf(level(), around);
  expect(state).toBe("in-place");
  expect(Object.fromEntries(elements.map(({ element, says }) => [element, says]))).toEqual({
    metric: "answered",
    target: "90 %",
    minimum: "85 %",
    calculation: "share_of, SOW 4.2",
    "measurement-point": "from opened_at to first_responded_at",
    exclusions: "outages of the client's mail",
    source: "the client's ticket system",
  } satisfies Record<DesignElement, string>);
});

const pausing = MetricDefinition.parse({ ...answered, pausing_on: "by customer" });
const scored = MetricDefinition.parse({ share_of: "survey_responses", having: "score >= 4", better: "higher" });
const undirected = MetricDefinition.parse({ ...answered, better: undefined });
test.each<[string, object, object, readonly string[]]>([
  [
    "no such metric",
    {},
    { metric: null },
    ["metric missing", "target partial", "calculation missing", "measurement-point missing"],
  ],
  ["a target that one item can miss", { target: "100 %" }, {}, ["target partial"]],
  ["a target that nothing can miss", { target: "0 %", minimum: undefined, kpi: true }, {}, ["target missing"]],
  ["a metric without a direction", {}, { metric: undirected }, ["target partial"]],
  ["no minimum", { minimum: undefined }, {}, ["minimum missing"]],
  ["no minimum for a KPI", { minimum: undefined, kpi: true }, {}, []],
  ["the target again as minimum", { minimum: "90 %" }, {}, ["minimum partial"]],
  ["the product's own metric", {}, { isAgreed: false }, ["calculation partial"]],
  ["a calculation under no clause", { clause: undefined }, {}, ["calculation partial"]],
  ["a calculation under a stopgap clause", { clause: "TBD" }, {}, ["calculation partial"]],
  ["no point of measurement", {}, { metric: scored }, ["measurement-point partial"]],
  ["a point in words", { measured_at: "when the answer reaches the customer" }, { metric: scored }, []],
  ["a stopgap for it", { measured_at: "tbd" }, { metric: scored }, ["measurement-point partial"]],
  ["no exclusions", { excludes: undefined }, {}, ["exclusions missing"]],
  ["only pauses", { excludes: undefined }, { metric: pausing }, ["exclusions partial"]],
  ["nothing is excluded, and that is said", { excludes: "none" }, {}, []],
  ["no source", { source: undefined }, {}, ["source missing"]],
  ["a source that the record names", { source: undefined }, { source: "exports/zendesk-*.csv, zendesk" }, []],
  ["a stopgap for a source", { source: "?" }, {}, ["source missing"]],
])("%s", (_, change, surroundings, expected) => {
  expect(lacks(change, surroundings)).toEqual(expected);
});

const csat = MetricDefinition.parse({
  ...{ share_of: "survey_responses", having: "score >= 4" },
  role: "satisfaction",
});
const reviewed = MetricDefinition.parse({ mean_of: "quality_reviews", value: "score" });
const reopened = MetricDefinition.parse({ share_of: "work_items", reopened_within: "14d" });
const all = [around.metric, csat, reviewed, reopened].map((metric, at) => ({
  level: level({ id: `level-${at}` }),
  metric,
}));

function states(levels: Parameters<typeof roleCoverage>[0], never: readonly string[] = []): string {
  return roleCoverage(levels, new Set(never))
    .map(({ role, state }) => `${role} ${state}`)
    .join(", ");
}

test("the four sides of the work are covered, each by a level of its own", () => {
  expect(states(all)).toBe("speed in-place, quality in-place, satisfaction in-place, rework in-place");
  expect(states(all.slice(0, 2))).toBe("speed in-place, quality missing, satisfaction in-place, rework missing");
});

test("a KPI alone, or a level that the past never fails, covers a side in part", () => {
  const asKpi = all.map((each, at) => (at === 1 ? { ...each, level: level({ id: "level-1", kpi: true }) } : each));
  expect(states(asKpi)).toContain("satisfaction partial");
  expect(states(all, ["level-2"])).toContain("quality partial");
});

test("a metric of speed that is named quality does not cover quality, and is told", () => {
  const posing = { level: level({ id: "posing" }), metric: MetricDefinition.parse({ ...answered, role: "quality" }) };
  const quality = roleCoverage([posing], new Set()).find(({ role }) => role === "quality");
  expect(quality).toMatchObject({ state: "missing", levels: [] });
  expect(quality?.reasons[1]).toBe("posing is named quality, and its metric is one of speed");
});
