import type { PathProblem } from "../../values/problem.ts";
import { comparedCurrency, comparedPrice } from "./compared-prices.ts";
import { criterionWeights } from "./criterion-weights.ts";
import type { Bid, Selection } from "./selection.ts";

/** Everything that keeps the bids from being ranked, all at once; with none of these, a ranking can be worked out. */
export function selectionProblems(selection: Selection): readonly PathProblem[] {
  return [
    ...criteriaProblems(selection),
    ...comparisonProblems(selection),
    ...bidProblems(selection),
    ...priceProblems(selection),
    ...identicalBids(selection),
  ];
}

function criteriaProblems(selection: Selection): readonly PathProblem[] {
  const path = ["selection", "criteria"];
  const problems: PathProblem[] = [];
  const add = (code: string, message: string, hint: string) => problems.push({ code, path, message, hint });
  const { criteria } = selection;
  const known = criterionWeights(selection);
  if (known.kind === "unknown")
    add(
      "weights-missing",
      `what criteria count is not on record: ${known.lacking.join(", ")}`,
      "give each criterion a weight, or compare each pair",
    );
  if (known.kind === "direct" && Math.abs(known.sum - 1) > 1e-6)
    add(
      "weights-do-not-sum",
      `the weights of the criteria come to ${Number((known.sum * 100).toFixed(4))} %`,
      "make them come to 100 %",
    );
  for (const [at, { id, weight }] of criteria.entries()) {
    if (weight !== undefined && weight < 0)
      problems.push({
        code: "negative-weight",
        path: [...path, at, "weight"],
        message: `${id} has a weight below nothing`,
        hint: "a criterion counts 0 % or more; turn its scores around instead",
      });
    if (criteria.findIndex((other) => other.id === id) !== at)
      problems.push({
        code: "duplicate-id",
        path: [...path, at, "id"],
        message: `there is another criterion ${id}`,
        hint: "give each its own id",
      });
  }
  for (const kind of ["quality", "price"] as const) {
    if (!criteria.some((criterion) => criterion.kind === kind))
      add(`no-${kind}-criterion`, `no criterion is of the kind ${kind}`, `say what ${kind} counts`);
  }
  return problems;
}

function comparisonProblems({ comparisons, criteria }: Selection): readonly PathProblem[] {
  return comparisons.flatMap(({ criterion, over }, at): PathProblem[] => {
    const path = ["selection", "comparisons", at];
    const isPair = (other: { criterion: string; over: string }) =>
      [other.criterion, other.over].toSorted().join(" ") === [criterion, over].toSorted().join(" ");
    if (criterion === over)
      return [
        {
          code: "compared-with-itself",
          path,
          message: `${criterion} is compared with itself`,
          hint: "compare two criteria",
        },
      ];
    if (![criterion, over].every((id) => criteria.some((known) => known.id === id)))
      return [
        {
          code: "unknown-criterion",
          path,
          message: `no criterion is called ${criterion} or ${over}`,
          hint: "list it under criteria",
        },
      ];
    if (comparisons.findIndex(isPair) !== at)
      return [
        {
          code: "compared-twice",
          path,
          message: `${criterion} and ${over} are compared twice`,
          hint: "keep one of the two",
        },
      ];
    return [];
  });
}

function bidProblems(selection: Selection): readonly PathProblem[] {
  const { bids, criteria, chosen } = selection;
  const path = ["selection", "bids"];
  const problems: PathProblem[] = [];
  if (bids.length < 2)
    problems.push({
      code: "single-bidder",
      path,
      message: bids.length === 0 ? "no bid is on record" : "only one bid is on record",
      hint: "put every bid on record, the losing ones too: one alone is compared with nothing",
    });
  if (chosen !== undefined && !bids.some(({ id }) => id === chosen))
    problems.push({
      code: "unknown-bid",
      path: ["selection", "chosen"],
      message: `no bid is called ${chosen}`,
      hint: "name one of the bids",
    });
  for (const [at, bid] of bids.entries()) {
    if (bids.findIndex(({ id }) => id === bid.id) !== at)
      problems.push({
        code: "duplicate-id",
        path: [...path, at, "id"],
        message: `there is another bid ${bid.id}`,
        hint: "give each its own id",
      });
    const scored = Object.values(bid.scores).flatMap((scores) => Object.keys(scores));
    for (const stranger of new Set(scored.filter((id) => !criteria.some((criterion) => criterion.id === id))))
      problems.push({
        code: "unknown-criterion",
        path: [...path, at, "scores"],
        message: `${bid.id} is scored on ${stranger}, which is no criterion`,
        hint: "list it under criteria",
      });
    const open = criteria.filter(({ kind, id }) => kind === "quality" && !scored.includes(id)).map(({ id }) => id);
    if (open.length > 0)
      problems.push({
        code: "score-missing",
        path: [...path, at, "scores"],
        message: `nobody has scored ${bid.id} on ${open.join(", ")}`,
        hint: "score every bid on every criterion",
      });
  }
  return problems;
}

function priceProblems(selection: Selection): readonly PathProblem[] {
  const { bids, own_estimate: estimate } = selection;
  const currency = comparedCurrency(selection);
  const problems = bids.flatMap(({ id, price }, at): PathProblem[] => {
    const path = ["selection", "bids", at, "price"];
    if (price === undefined)
      return [
        {
          code: "price-missing",
          path,
          message: `${id} has no price`,
          hint: "write the price of the whole offer, such as 1900000 USD",
        },
      ];
    if (!price.amount.greaterThan(0))
      return [
        {
          code: "price-not-above-zero",
          path,
          message: `${id} is priced at ${price.toText()}`,
          hint: "a price is above zero; write what the whole offer costs",
        },
      ];
    return comparedPrice(price, selection) === null ? [withoutRate(path, price.currency, currency)] : [];
  });
  if (estimate !== undefined && comparedPrice(estimate, selection) === null)
    problems.push(withoutRate(["selection", "own_estimate"], estimate.currency, currency));
  return problems;
}

function withoutRate(path: PathProblem["path"], from: string, to: string | null): PathProblem {
  const hint = `say exchange_rates: { ${from}: … }, what one ${from} is worth in ${to ?? "the currency compared"}`;
  return {
    code: "currency-without-rate",
    path,
    message: `${from} cannot be compared with ${to ?? "it"} without a rate`,
    hint,
  };
}

/** The same price and the same scores throughout: a bid entered twice, or copied. */
function identicalBids({ bids }: Selection): readonly PathProblem[] {
  return bids.flatMap((bid, at) => {
    const twin = bids.slice(0, at).find((other) => isSame(bid, other));
    if (twin === undefined) return [];
    return [
      {
        code: "identical-bids",
        path: ["selection", "bids", at],
        message: `${bid.id} has the price and every score of ${twin.id}`,
        hint: "keep one of them if it was entered twice; otherwise score each on its own",
      },
    ];
  });
}

function isSame(one: Bid, other: Bid): boolean {
  if (one.price === undefined || other.price === undefined || Object.keys(one.scores).length === 0) return false;
  const text = ({ price, scores }: Bid) =>
    JSON.stringify([
      price?.toString(),
      Object.entries(scores)
        .map(([evaluator, given]) => [evaluator, Object.entries(given).toSorted()] as const)
        .toSorted(([a], [b]) => a.localeCompare(b)),
    ]);
  return text(one) === text(other);
}
