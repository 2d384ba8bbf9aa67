import { z } from "zod";

/** A currency by its code of ISO 4217. */
export const Currency = z.string().regex(/^[A-Z]{3}$/, "a currency is three capitals of ISO 4217, such as USD");
export type Currency = z.infer<typeof Currency>;

/** What one unit of each other currency is worth in the currency at hand: `{ EUR: 1.08 }` where that is USD. */
export const ExchangeRates = z
  .record(Currency, z.number().positive())
  .describe("what one unit of another currency is worth, such as { EUR: 1.08 }");
export type ExchangeRates = z.infer<typeof ExchangeRates>;
