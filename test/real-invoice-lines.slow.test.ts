import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { FactStore } from "../src/facts/fact-store.ts";
import { decimalOf } from "../src/governance/contract/charge-line.ts";
import { amountFit } from "../src/governance/invoice/billed-line.ts";
import { groupedBy } from "../src/values/grouped.ts";
import { Money } from "../src/values/money.ts";

const file = join(resolve(process.env.BELLWETHER_SHARED ?? "../shared"), "data", "supplier_deliveries.csv.gz");
const isHere = existsSync(file);
const skipped = isHere ? "" : " (skipped: no shared records here)";

type Row = { readonly quantity: string; readonly price: string; readonly value: string };

describe.skipIf(!isHere)(`real order lines${skipped}`, () => {
  test("each of 10,324 values is quantity × pack price: to the cent, or within the rounding of the price shown", async () => {
    const store = await FactStore.open();
    try {
      const rows = await store.rows<Row>(
        `SELECT "Line Item Quantity" AS quantity, "Pack Price" AS price, "Line Item Value" AS value
         FROM read_csv($file, all_varchar = true)`,
        { file },
      );
      const fits = rows.map(({ quantity, price, value }) =>
        amountFit({
          quantity: decimalOf(quantity),
          unitPrice: new Money(price, "USD"),
          amount: new Money(value, "USD"),
        }),
      );
      const counts = Object.fromEntries([...groupedBy(fits, (fit) => fit)].map(([fit, of]) => [fit, of.length]));
      expect(counts).toEqual({ exact: 9_605, "price-shown-rounded": 719 });
    } finally {
      store.close();
    }
  });
});
