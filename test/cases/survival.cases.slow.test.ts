import { expect, test } from "vitest";
import { type SurvivalStep, survivalCurve, survivalQuantile } from "../../src/early-warning/kaplan-meier.ts";
import type { Lifetime } from "../../src/early-warning/lifetime.ts";
import { compareSurvival } from "../../src/early-warning/log-rank.ts";
import { isClose, readSharedText } from "./shared-cases.ts";

type Curve = {
  kind: "km";
  id: string;
  source: string;
  time: number[];
  n_risk: number[];
  n_event: number[];
  n_censor: number[];
  data: { t?: number[]; e?: number[] };
} & Record<string, unknown>;
type Comparison = {
  kind: "logrank";
  id: string;
  source: string;
  groups: string[];
  n: number[];
  observed: number[];
  expected: number[];
  chisq: number;
  df: number;
  p: number;
};
type Case = Curve | Comparison | { kind: "cox"; id: string };
type Career = { time: number; hasEnded: boolean } & { fields: Record<string, string> };

const text = readSharedText("cases/survival.json");
const cases: Case[] = JSON.parse(text ?? "[]");
const careers = readCareers(readSharedText("data/staff_turnover_latin1.csv"));

test.skipIf(text === null)("every curve and comparison of survival.json whose lifetimes can be had", () => {
  const judged = cases.map((each) => ({ id: each.id, wrong: differences(each) }));
  const known = judged.filter((each) => each.wrong !== null);
  const failures = known.flatMap(({ id, wrong }) => ((wrong ?? []).length > 0 ? [`${id}: ${wrong?.slice(0, 4)}`] : []));
  console.info(`survival.json ${known.length - failures.length}/${known.length}`);
  const unknown = judged.filter((each) => each.wrong === null).map((each) => each.id);
  if (unknown.length > 0) console.info(`survival.json gives no lifetimes for ${unknown.join(", ")}: not compared`);
  expect(known.length).toBeGreaterThan(0);
  expect(failures).toEqual([]);
});

function differences(each: Case): string[] | null {
  if (each.kind === "km") return curveDifferences(each);
  return each.kind === "logrank" ? comparisonDifferences(each) : null;
}

function curveDifferences(each: Curve): string[] {
  const curve = survivalCurve(lifetimesOf(each));
  const wrong: string[] = [];
  const column = (name: string, figure: (step: SurvivalStep) => number | null) => {
    const expected = each[name];
    if (!Array.isArray(expected)) return;
    if (expected.length !== curve.length) wrong.push(`${name} has ${expected.length} rows, not ${curve.length}`);
    curve.forEach((step, index) => {
      if (!isClose(figure(step), expected[index], 1e-6))
        wrong.push(`${name}[${index}] ${figure(step)}: ${expected[index]}`);
    });
  };
  column("time", (step) => step.time);
  column("n_risk", (step) => step.atRisk);
  column("n_event", (step) => step.events);
  column("n_censor", (step) => step.censored);
  column("surv", (step) => step.survival);
  column("greenwood_se", (step) => step.standardError);
  column("loglog_lower", (step) => step.interval?.low ?? null);
  column("loglog_upper", (step) => step.interval?.high ?? null);
  column("plain_lower", (step) => step.plainInterval?.low ?? null);
  column("plain_upper", (step) => step.plainInterval?.high ?? null);
  column("cumhaz_na", (step) => step.cumulativeHazard);
  const median = survivalQuantile(curve, 0.5);
  const quantiles: [string, number | null][] = [
    ["q25", survivalQuantile(curve, 0.25).time],
    ["median", median.time],
    ["q75", survivalQuantile(curve, 0.75).time],
    ["median_lower", median.low],
    ["median_upper", median.high],
  ];
  for (const [name, actual] of quantiles) {
    const expected = each[name];
    if (!isClose(actual, typeof expected === "number" ? expected : null, 1e-6))
      wrong.push(`${name} ${actual}: ${expected}`);
  }
  return wrong;
}

function comparisonDifferences(each: Comparison): string[] | null {
  const field = each.id.replace(/^turnover_/, "");
  if (!/^turnover/.test(each.source) || careers[0]?.fields[field] === undefined) return null;
  const groups = each.groups.map((group) => careers.filter((career) => career.fields[field] === group));
  const result = compareSurvival(groups);
  if (result.kind !== "comparison") return ["too little data"];
  const pairs: [string, number, number][] = [
    ...each.observed.map((count, index): [string, number, number] => ["observed", result.observed[index] ?? 0, count]),
    ...each.expected.map((count, index): [string, number, number] => ["expected", result.expected[index] ?? 0, count]),
    ["chi-squared", result.chiSquared, each.chisq],
    ["degrees", result.degrees, each.df],
    ["chance", result.chance, each.p],
  ];
  return pairs.flatMap(([name, actual, expected]) =>
    isClose(actual, expected, 1e-6) ? [] : [`${name} ${actual}: ${expected}`],
  );
}

/** The lifetimes themselves where the file has them; else those that its own table of risks stands for. */
function lifetimesOf(each: Curve): readonly Lifetime[] {
  const { t, e } = each.data;
  if (t !== undefined && e !== undefined) return t.map((time, index) => ({ time, hasEnded: e[index] === 1 }));
  if (each.id === "turnover_all" && careers.length > 0) return careers;
  return each.time.flatMap((time, index) => [
    ...Array.from({ length: each.n_event[index] ?? 0 }, () => ({ time, hasEnded: true })),
    ...Array.from({ length: each.n_censor[index] ?? 0 }, () => ({ time, hasEnded: false })),
  ]);
}

/** The table writes nine figures of each time; times that agree to them are one time. */
function readCareers(csv: string | null): readonly Career[] {
  const [header, ...lines] = (csv ?? "").trim().split(/\r?\n/);
  const names = (header ?? "").split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    const fields = Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ""]));
    return { time: Number(Number(fields.stag).toPrecision(10)), hasEnded: fields.event === "1", fields };
  });
}
