import { Decimal } from "decimal.js";
import type { Money } from "../../values/money.ts";

/**
 * Whether a price is so low that the bidder owes an explanation. By the World Bank's guide to abnormally low bids (2016):
 * from five bids on, lower than their mean less one standard deviation; with fewer, and here always, 20 % or more under the
 * client's own estimate. By the European Commission's proposal of 2011 (COM(2011) 896, article 69): from five bids on, more than 50 %
 * under the mean of the others and more than 20 % under the second lowest. A low price is a question, never a rejection by
 * itself (Directive 2014/24/EU, article 69).
 */
export type AbnormalPrice =
  | { readonly kind: "cannot-tell"; readonly because: string }
  | { readonly kind: "within-usual"; readonly rules: readonly LowPriceRule[] }
  | { readonly kind: "abnormally-low"; readonly rules: readonly LowPriceRule[] };

/** One rule with its working: the bar under which a price is abnormally low. */
export type LowPriceRule = {
  readonly rule: "mean-less-deviation" | "under-own-estimate" | "far-under-the-others";
  readonly bar: string;
  readonly isUnderBar: boolean;
  readonly working: string;
};

/** @param prices all that were bid, in one currency, this one at `at` */
export function judgePrice(prices: readonly Money[], at: number, ownEstimate: Money | null): AbnormalPrice {
  const price = prices[at];
  if (price === undefined) throw new RangeError(`no price ${at} among ${prices.length}`);
  const rules = [
    ...(prices.length >= 5 ? [meanLessDeviation(prices, price), farUnderOthers(prices, at, price)] : []),
    ...(ownEstimate === null ? [] : [underEstimate(price, ownEstimate)]),
  ];
  if (rules.length === 0) {
    return {
      kind: "cannot-tell",
      because: `${prices.length} bids are too few to compare, and no own estimate is on record`,
    };
  }
  return { kind: rules.some(({ isUnderBar }) => isUnderBar) ? "abnormally-low" : "within-usual", rules };
}

function meanLessDeviation(prices: readonly Money[], price: Money): LowPriceRule {
  const amounts = prices.map(({ amount }) => amount);
  const mean = meanOf(amounts);
  // The sample's deviation, ÷ n − 1: the bids stand for all that could have been made.
  const squares = amounts.map((amount) => amount.minus(mean).pow(2));
  const deviation = Decimal.sum(...squares)
    .div(amounts.length - 1)
    .sqrt();
  const bar = mean.minus(deviation);
  return {
    rule: "mean-less-deviation",
    bar: text(bar, price),
    isUnderBar: price.amount.lessThan(bar),
    working: `mean ${text(mean, price)} less one standard deviation ${text(deviation, price)} of ${amounts.length} bids`,
  };
}

function farUnderOthers(prices: readonly Money[], at: number, price: Money): LowPriceRule {
  const others = prices.filter((_, other) => other !== at).map(({ amount }) => amount);
  const [mean, lowest] = [meanOf(others), Decimal.min(...others)];
  const bar = Decimal.min(mean.times("0.5"), lowest.times("0.8"));
  return {
    rule: "far-under-the-others",
    bar: text(bar, price),
    isUnderBar: price.amount.lessThan(bar),
    working: `the lower of half the others' mean ${text(mean, price)} and 80 % of the lowest other ${text(lowest, price)}`,
  };
}

function underEstimate(price: Money, estimate: Money): LowPriceRule {
  const bar = estimate.amount.times("0.8");
  return {
    rule: "under-own-estimate",
    bar: text(bar, price),
    isUnderBar: price.amount.lessThanOrEqualTo(bar),
    working: `80 % of the own estimate ${text(estimate.amount, price)}`,
  };
}

function meanOf(amounts: readonly Decimal[]): Decimal {
  return Decimal.sum(...amounts).div(amounts.length);
}

function text(amount: Decimal, { currency }: Money): string {
  return `${amount.toDecimalPlaces(2).toFixed(2)} ${currency}`;
}
