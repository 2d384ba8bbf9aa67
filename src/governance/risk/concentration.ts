/** How much rests on one of several: providers, sites or people. */
export type Concentration = {
  readonly over: "providers" | "sites" | "people";
  /** largest first */
  readonly shares: readonly { readonly name: string; readonly amount: number; readonly share: number }[];
  /** Herfindahl–Hirschman index, 1 ÷ n to 1 */
  readonly index: number;
  /** as if the work lay evenly on so many */
  readonly evenNumber: number;
  readonly state: "single" | "concentrated" | "spread";
  readonly working: string;
};

/** An amount of work: items, hours, or spend in one currency. */
export type AmountOf = { readonly name: string; readonly amount: number };

/** More than half on one, or an index as of fewer than two even ones, is concentrated. */
const largestSpread = 0.5;

const oneOf = { providers: "provider", sites: "site", people: "person" } as const;

/** Concentration of the work; names that come several times are added up. Null when nothing is known. */
export function concentrationOver(over: Concentration["over"], amounts: readonly AmountOf[]): Concentration | null {
  const byName = new Map<string, number>();
  for (const { name, amount } of amounts) if (amount > 0) byName.set(name, (byName.get(name) ?? 0) + amount);
  const total = [...byName.values()].reduce((sum, amount) => sum + amount, 0);
  if (total === 0) return null;
  const shares = [...byName]
    .map(([name, amount]) => ({ name, amount, share: amount / total }))
    .sort((one, other) => other.amount - one.amount);
  const index = shares.reduce((sum, { share }) => sum + share ** 2, 0);
  const largest = shares[0]?.share ?? 0;
  return {
    over,
    shares,
    index,
    evenNumber: 1 / index,
    state: shares.length === 1 ? "single" : largest > largestSpread || index > 0.5 ? "concentrated" : "spread",
    working: `${shares.length} ${shares.length === 1 ? oneOf[over] : over}, ${(100 * largest).toFixed(1)} % on ${shares[0]?.name}; index ${index.toFixed(3)}, as of ${(1 / index).toFixed(1)} even ones`,
  };
}
