import type { Money } from "../../values/money.ts";
import { percentText } from "../../values/percentage.ts";
import { decimalOf, type ExactLine } from "./charge-line.ts";
import type { CostPlus } from "./rate-card.ts";

/** One kind of cost that the provider had. */
export type ProviderCost = { readonly what: string; readonly amount: Money };

/** The provider's costs and the fee, each in its own currency. */
export function costLines(agreed: CostPlus, costs: readonly ProviderCost[]): readonly ExactLine[] {
  const lines = costs.map(({ what, amount }) => plainLine("cost", amount, `${what}: ${amount.toText()}`));
  if (agreed.fee === undefined) return lines;
  return [...lines, plainLine("fee", agreed.fee, `fee of ${agreed.fee.toText()}`)];
}

/** The margin on the sum of the costs. */
export function marginLines({ margin }: CostPlus, cost: Money): readonly ExactLine[] {
  if (margin === undefined) return [];
  const exact = cost.times(decimalOf(margin));
  return [plainLine("margin", exact, `margin of ${percentText(margin)} on ${cost.toText()} = ${exact.toText()}`)];
}

/** What is taken off where the sum is above what was agreed as the most. */
export function ceilingLines(most: Money | null, sum: Money): readonly ExactLine[] {
  if (most === null || sum.compare(most) <= 0) return [];
  const exact = most.minus(sum);
  const working = `${sum.toText()} is above the ceiling of ${most.toText()}: ${exact.toText()}`;
  return [plainLine("ceiling", exact, working)];
}

/** What is added where the sum is below the agreed commitment. */
export function leastLines(least: Money | null, sum: Money): readonly ExactLine[] {
  if (least === null || sum.compare(least) >= 0) return [];
  const exact = least.minus(sum);
  const working = `at least ${least.toText()} a month was agreed: ${exact.toText()} more than ${sum.toText()}`;
  return [plainLine("least", exact, working)];
}

function plainLine(kind: ExactLine["kind"], exact: Money, working: string): ExactLine {
  return { kind, quantity: null, unitPrice: null, exact, working };
}
