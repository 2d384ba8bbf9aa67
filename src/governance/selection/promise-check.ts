import { type Figure, figureNumber } from "../../values/figure.ts";
import { quantile } from "../../values/quantile.ts";
import type { Bid, Selection } from "./selection.ts";

/** How one promise stands against what was really reached elsewhere. */
export type PromiseCheck = {
  readonly what: string;
  readonly at: string;
  readonly promised: number;
  /** `beyond-market`: nobody reaches that; `beyond-bids`: far from all other bids; `beyond-references`: no client of theirs got it */
  readonly state:
    | "beyond-market"
    | "beyond-bids"
    | "beyond-references"
    | "plausible"
    | "nothing-to-compare"
    | "other-unit";
  readonly message: string;
};

/**
 * Each promise of a bid against the market's spread, its own references and the other bids. A bid is far from the others
 * when it lies beyond the third quartile by more than 1.5 interquartile ranges of them, from four others on (Tukey 1977).
 */
export function checkPromises(bid: Bid, selection: Selection): readonly PromiseCheck[] {
  const bidAt = selection.bids.indexOf(bid);
  return bid.promises.map(({ what, figure }, index) => {
    const at = `selection.bids[${bidAt}].promises[${index}]`;
    const market = selection.market.find((known) => known.what === what);
    // Without a market figure nobody has said which way is better; more is what sellers promise.
    const sign = market?.better === "lower" ? -1 : 1;
    const reached = bid.references.flatMap((reference) => figuresNamed(reference.reached, what));
    const others = selection.bids
      .filter((other) => other !== bid)
      .flatMap(({ promises }) => figuresNamed(promises, what));
    const known = [...reached, ...others, ...(market === undefined ? [] : [market.low, market.high])];
    const check = { what, at, promised: figureNumber(figure) };
    if (known.some(({ kind }) => kind !== figure.kind))
      return {
        ...check,
        state: "other-unit",
        message: `${what} is told in different units, which cannot be compared.`,
      };
    const merit = (of: Figure) => sign * figureNumber(of);
    if (market !== undefined && merit(figure) > Math.max(merit(market.low), merit(market.high)))
      return {
        ...check,
        state: "beyond-market",
        message: `${what}: more is promised than the best of the market reach.`,
      };
    if (others.length >= 4 && merit(figure) > upperFence(others.map(merit)))
      return {
        ...check,
        state: "beyond-bids",
        message: `${what}: the promise lies far beyond those of all other bids.`,
      };
    if (reached.length > 0 && merit(figure) > Math.max(...reached.map(merit)))
      return {
        ...check,
        state: "beyond-references",
        message: `${what}: more is promised than any reference of theirs got.`,
      };
    return known.length === 0
      ? {
          ...check,
          state: "nothing-to-compare",
          message: `${what}: neither references nor market nor other bids name it.`,
        }
      : { ...check, state: "plausible", message: `${what}: within what others reach.` };
  });
}

function figuresNamed(figures: Bid["promises"], what: string): readonly Figure[] {
  return figures.filter((named) => named.what === what).map(({ figure }) => figure);
}

function upperFence(numbers: readonly number[]): number {
  const [low, high] = [quantile(numbers, 0.25), quantile(numbers, 0.75)];
  return high + 1.5 * (high - low);
}
