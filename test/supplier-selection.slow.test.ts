import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { supplierPage, supplierSelection } from "../scripts/evaluate-suppliers.ts";
import { readSupplierRecords } from "../scripts/supplier-records.ts";
import { evaluateSelection } from "../src/governance/selection/evaluate-selection.ts";

const file = join(process.env.BELLWETHER_SHARED ?? "../shared", "data/supplier_deliveries.csv.gz");
const isAbsent = !existsSync(file);

test.skipIf(isAbsent)(
  "the amounts of all order lines are quantity × price, as far as a printed price can tell",
  async () => {
    const { check } = await readSupplierRecords(file);
    console.info(
      `supplier_deliveries.csv.gz ${check.withinRounding}/${check.lines} lines, ${check.exact} to the last digit`,
    );
    expect(check.lines).toBe(10_324);
    expect(check.withinRounding).toBe(check.lines);
  },
);

test.skipIf(isAbsent)("the page on supplier selection says what the records say", async () => {
  expect(await supplierPage(file)).toBe(readFileSync("docs/supplier-selection.md", "utf8"));
});

test.skipIf(isAbsent)(
  "the winner wins on its stretch of price weights, and another one just outside of it",
  async () => {
    const { vendors } = await readSupplierRecords(file);
    const selection = supplierSelection(vendors);
    const winnerAt = (price: number) => {
      const others = (1 - price) / 0.65;
      const weights = [0.4 * others, 0.25 * others, price];
      const criteria = selection.criteria.map((criterion, at) => ({ ...criterion, weight: weights[at] ?? 0 }));
      const { ranking } = evaluateSelection({ ...selection, criteria }, { asOf: "2016-01-31", draws: 1 });
      return ranking.kind === "ranked" ? ranking.winners[0] : null;
    };
    const { robustness } = evaluateSelection(selection, { asOf: "2016-01-31", draws: 1 });
    const { winner, winsFrom, winsTo } = robustness ?? { winner: "", winsFrom: 0, winsTo: 1 };
    expect(winsFrom > 0 || winsTo < 1).toBe(true);
    for (const inside of [winsFrom + 0.001, winsTo - 0.001]) expect(winnerAt(inside)).toBe(winner);
    if (winsFrom > 0.001) expect(winnerAt(winsFrom - 0.001)).not.toBe(winner);
    if (winsTo < 0.999) expect(winnerAt(winsTo + 0.001)).not.toBe(winner);
  },
);
