import { FactStore } from "../src/facts/fact-store.ts";

/** What the order lines say of one vendor. Days from order to delivery; prices against the mean of all vendors, item by item. */
export type SupplierRecord = {
  readonly vendor: string;
  readonly lines: number;
  readonly onTime: number;
  readonly ordered: number;
  readonly leadDays: number;
  readonly comparedLines: number;
  readonly basket: string;
};

/** How the amounts of the order lines were checked: all, exactly right, right as far as the printed price can tell. */
export type LineCheck = { readonly lines: number; readonly exact: number; readonly withinRounding: number };

export type SupplierRecords = { readonly vendors: readonly SupplierRecord[]; readonly check: LineCheck };

/** Fewer lines than this say too little about a vendor: the share on time would be uncertain by more than 20 points. */
export const enoughLines = 30;

/** Reads the order lines (USAID SCMS delivery history) through the product's fact store. */
export async function readSupplierRecords(file: string): Promise<SupplierRecords> {
  const store = await FactStore.open();
  try {
    await store.run(linesTable, { file });
    const [check] = await store.rows<LineCheck>(checkQuery);
    if (check === undefined) throw new Error("an aggregate has one row");
    return { check, vendors: await store.rows<SupplierRecord>(vendorQuery, { enough: enoughLines }) };
  } finally {
    store.close();
  }
}

const linesTable = `
  CREATE TABLE order_lines AS
  SELECT "Vendor" AS vendor, "Fulfill Via" AS route, "Item Description" AS item,
         "Line Item Quantity"::DECIMAL(18, 0) AS quantity, "Pack Price"::DECIMAL(18, 4) AS price,
         "Line Item Value"::DECIMAL(18, 4) AS amount,
         strptime("Scheduled Delivery Date", '%d-%b-%y')::DATE AS scheduled_on,
         strptime("Delivered to Client Date", '%d-%b-%y')::DATE AS delivered_on,
         try_strptime("PO Sent to Vendor Date", ['%-m/%-d/%y', '%m/%d/%y', '%d-%b-%y', '%Y-%m-%d'])::DATE AS ordered_on
  FROM read_csv($file, header = true, all_varchar = true)`;

/** A price is printed to the cent, so that it may stand for half a cent more or less on each pack. */
const checkQuery = `
  SELECT count(*) AS lines,
         count(*) FILTER (quantity * price = amount) AS exact,
         count(*) FILTER (abs(quantity * price - amount) <= quantity * 0.005 + 0.005) AS "withinRounding"
  FROM order_lines`;

/** Lines from the client's own distribution centre are left out: no vendor answers for those. */
const vendorQuery = `
  WITH direct AS (SELECT * FROM order_lines WHERE route = 'Direct Drop'),
  market AS (
    SELECT item, sum(amount)::DOUBLE / sum(quantity)::DOUBLE AS mean_price
    FROM direct WHERE price > 0 GROUP BY item HAVING count(DISTINCT vendor) > 1
  ),
  compared AS (
    SELECT vendor, count(*) AS lines, sum(amount)::DOUBLE / sum(quantity::DOUBLE * mean_price) AS price_index
    FROM direct JOIN market USING (item) WHERE price > 0 GROUP BY vendor
  )
  SELECT direct.vendor, count(*) AS lines,
         count(*) FILTER (delivered_on <= scheduled_on) AS "onTime",
         count(ordered_on) AS ordered,
         median(delivered_on - ordered_on) AS "leadDays",
         any_value(compared.lines) AS "comparedLines",
         (any_value(compared.price_index) * 1000000)::DECIMAL(18, 2)::VARCHAR AS basket
  FROM direct JOIN compared ON compared.vendor = direct.vendor
  GROUP BY direct.vendor
  HAVING count(*) >= $enough AND count(ordered_on) >= $enough AND any_value(compared.lines) >= $enough
  ORDER BY direct.vendor`;
