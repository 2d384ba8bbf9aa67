import type { Money } from "../../values/money.ts";
import { percentText } from "../../values/percentage.ts";
import type { BillingTax } from "../contract/billing-terms.ts";
import { decimalOf } from "../contract/charge-line.ts";
import type { BilledLine } from "./billed-line.ts";
import { atLeastNothing, Division, leftOpen, smallerOf, sumOfMoney } from "./divided-amount.ts";

/** What tax is reckoned on: of the lines without tax, what is accepted after claims, and what cannot be told. */
export type TaxBase = { readonly accepted: Money; readonly cannotTell: Money };

/** Tax lines against the agreed rates: on a disputed amount the tax is disputed too. Each tax is rounded half up by itself. */
export function taxLines(
  lines: readonly BilledLine[],
  taxes: readonly BillingTax[],
  base: TaxBase,
): ReadonlyMap<BilledLine, Division> {
  const divisions = new Map<BilledLine, Division>();
  if (taxes.length === 0) {
    const message = "the record does not say which tax is added";
    for (const line of lines) divisions.set(line, leftOpen(line.amount, "tax-not-agreed", message));
    return divisions;
  }
  let sure = taxOn(base.accepted, taxes);
  let most = taxOn(base.accepted.plus(base.cannotTell), taxes);
  const working = taxes.map(({ name, rate }) => {
    const due = taxOn(base.accepted, [{ name, rate }]);
    return `${name}: ${percentText(rate)} of ${base.accepted.toText()} = ${due.toText()}`;
  });
  for (const line of lines) {
    const high = atLeastNothing(smallerOf(line.amount, most));
    const low = atLeastNothing(smallerOf(high, sure));
    const used = line.amount.amount.isNegative() ? line.amount : high;
    most = most.minus(used);
    sure = sure.minus(line.amount.amount.isNegative() ? line.amount : low);
    if (line.amount.amount.isNegative()) {
      divisions.set(line, new Division(line.amount, { working: ["tax taken off"] }));
      continue;
    }
    const disputed = line.amount.minus(high);
    const message = `tax on what is due comes to ${high.toText()}`;
    const reasons = disputed.amount.isZero() ? [] : [{ code: "tax-too-high", message }];
    divisions.set(line, new Division(line.amount, { disputed, cannotTell: high.minus(low), reasons, working }));
  }
  return divisions;
}

/** All taxes on an amount, each rounded half up to the minor unit. */
export function taxOn(amount: Money, taxes: readonly BillingTax[]): Money {
  return sumOfMoney(
    taxes.map(({ rate }) => amount.times(decimalOf(rate)).rounded()),
    amount.currency,
  );
}
