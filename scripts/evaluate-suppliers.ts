import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { evaluateSelection } from "../src/governance/selection/evaluate-selection.ts";
import type { Evaluation } from "../src/governance/selection/evaluation.ts";
import { Selection } from "../src/governance/selection/selection.ts";
import { readSupplierRecords, type SupplierRecord, type SupplierRecords } from "./supplier-records.ts";

/** Evaluates the vendors of a file of order lines as a supplier selection, and writes the figures into the page about it. */
const page = join(import.meta.dirname, "..", "docs", "supplier-selection.md");
const [start, end] = ["<!-- figures -->\n", "<!-- end of figures -->"];

/** The page with its figures worked out afresh. */
export async function supplierPage(file: string): Promise<string> {
  const text = readFileSync(page, "utf8");
  const [before, after] = [text.indexOf(start) + start.length, text.indexOf(end)];
  if (before < start.length || after < before) throw new Error(`${page} has no place for figures`);
  return text.slice(0, before) + figures(await readSupplierRecords(file)) + text.slice(after);
}

/** The vendors as bids: their records are the scores, a basket of the same goods is the price. */
export function supplierSelection(vendors: readonly SupplierRecord[]): Selection {
  const fastest = Math.min(...vendors.map(({ leadDays }) => leadDays));
  return Selection.parse({
    criteria: [
      { id: "on-time", weight: "40 %" },
      { id: "lead-time", weight: "25 %" },
      { id: "price", kind: "price", weight: "35 %" },
    ],
    quality_scored_on: "2016-01-01",
    price_opened_on: "2016-01-02",
    bids: vendors.map(({ vendor, lines, onTime, leadDays, basket }) => ({
      id: idOf(vendor),
      name: vendor,
      price: `${basket} USD`,
      scores: { records: { "on-time": (100 * onTime) / lines, "lead-time": (100 * fastest) / leadDays } },
    })),
  });
}

function figures({ check, vendors }: SupplierRecords): string {
  const evaluation = evaluateSelection(supplierSelection(vendors), { asOf: "2016-01-31" });
  if (evaluation.ranking.kind !== "ranked" || evaluation.robustness === null)
    throw new Error(`the vendors cannot be ranked: ${JSON.stringify(evaluation.problems)}`);
  return [
    `Lines whose amount is quantity × price: ${check.withinRounding.toLocaleString("en")} of ${check.lines.toLocaleString("en")} as far as a price printed to the cent can tell; ${check.exact.toLocaleString("en")} to the last digit.`,
    "",
    ...rankingTable(evaluation, vendors),
    "",
    `**${evaluation.robustness.sentence}**`,
    "",
    ...changesTable(evaluation),
    "",
    ...acceptabilityTable(evaluation),
    "",
    `Pairs that turn around when one vendor is left out: ${evaluation.ranking.methods.map(({ method, reversals }) => `${method} ${reversals.length}`).join(", ")}.`,
    "",
    "What stands against the award:",
    "",
    ...standing(evaluation).map((line) => `- ${line}`),
    "",
  ].join("\n");
}

function rankingTable({ ranking, bids }: Evaluation, vendors: readonly SupplierRecord[]): readonly string[] {
  if (ranking.kind !== "ranked") return [];
  const [sum, topsis, promethee] = ranking.methods;
  const rows = vendors
    .map((vendor, at) => ({ vendor, at, place: sum?.places[at] ?? 0 }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ vendor: { vendor, lines, onTime, leadDays, basket }, at, place }) => {
      const share = `${((100 * onTime) / lines).toFixed(1)} %`;
      const isLow = bids[at]?.price?.abnormal.kind === "abnormally-low" ? " (abnormally low)" : "";
      const places = [place, topsis?.places[at], promethee?.places[at]].join(" | ");
      return `| ${nameOf(vendor)} | ${lines} | ${share} | ${leadDays} | ${Number(basket).toLocaleString("en", { maximumFractionDigits: 0 })}${isLow} | ${sum?.scores[at]?.toFixed(3)} | ${places} |`;
    });
  return [
    "| vendor | lines | on time | days, median | basket, USD | score | weighted sum | TOPSIS | PROMETHEE II |",
    "|---|---|---|---|---|---|---|---|---|",
    ...rows,
  ];
}

function changesTable({ robustness }: Evaluation): readonly string[] {
  const rows = (robustness?.changes ?? []).flatMap(({ criterion, weight, stretches }) =>
    stretches.map(
      ({ from, to, winners }) =>
        `| ${criterion} (${percent(weight)}) | ${percent(from)} to ${percent(to)} | ${winners.map(named).join(", ")} |`,
    ),
  );
  return ["| if this counts | between | then wins |", "|---|---|---|", ...rows];
}

function acceptabilityTable({ robustness, draws, seed }: Evaluation): readonly string[] {
  const nearby = new Map(robustness?.acceptability.nearbyWeights.map(({ bid, places }) => [bid, places[0] ?? 0]));
  const rows = (robustness?.acceptability.anyWeights ?? [])
    .filter(({ bid, places }) => (places[0] ?? 0) > 0 || (nearby.get(bid) ?? 0) > 0)
    .toSorted((one, other) => (other.places[0] ?? 0) - (one.places[0] ?? 0))
    .map(({ bid, places, centralWeights }) => {
      const weights = Object.entries(centralWeights ?? {}).map(
        ([criterion, weight]) => `${criterion} ${percent(weight)}`,
      );
      return `| ${named(bid)} | ${percent(places[0] ?? 0)} | ${percent(nearby.get(bid) ?? 0)} | ${weights.join(", ")} |`;
    });
  return [
    `| first in so many of ${draws.toLocaleString("en")} draws (seed ${seed}) | any weights | each weight half to half again | whoever prefers it weighs |`,
    "|---|---|---|---|",
    ...rows,
  ];
}

/** One evaluator is no finding here: the records are. */
function standing({ findings }: Evaluation): readonly string[] {
  return findings
    .filter(({ code }) => !["one-evaluator", "points-not-asked", "winner-not-seen"].includes(code))
    .map(({ message }) => message);
}

function idOf(vendor: string): string {
  return vendor
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}

const named = (id: string) => id.replaceAll("-", " ");
const nameOf = (vendor: string) => named(idOf(vendor));
const percent = (share: number) => `${Number((share * 100).toFixed(2))} %`;

if (process.argv[1]?.endsWith("evaluate-suppliers.ts")) {
  const [file] = process.argv.slice(2);
  if (file === undefined) {
    process.stderr.write("say which file: node scripts/evaluate-suppliers.ts supplier_deliveries.csv.gz\n");
    process.exitCode = 2;
  } else {
    writeFileSync(page, await supplierPage(file));
    process.stdout.write("docs/supplier-selection.md\n");
  }
}
