import { groupedBy } from "../../values/grouped.ts";
import type { Money } from "../../values/money.ts";
import type { PathProblem } from "../../values/problem.ts";
import type { PlainDate } from "../../values/time.ts";
import { quantityText } from "./charge-line.ts";
import type { ContractTime } from "./charge-of-month.ts";
import { currencyWithoutRate, invoiceCurrency } from "./invoice-currency.ts";
import type { Pricing, RateCardItem } from "./rate-card.ts";
import { type ExactBand, exactBands } from "./volume-charge.ts";

const at = ["contract", "pricing"] as const;

/** What is wrong with a pricing as agreed, before any month is priced; paths lead from the top of the record. */
export function pricingProblems(pricing: Pricing, time: ContractTime = {}): readonly PathProblem[] {
  return [
    ...pricing.rate_card.flatMap((row, index) => rowProblems(row, index)),
    ...bandProblems(pricing),
    ...currencyProblems(pricing),
    ...indexProblems(pricing, time),
  ];
}

function rowProblems(row: RateCardItem, index: number): readonly PathProblem[] {
  const problem = (key: string, code: string, message: string, hint: string): PathProblem => ({
    code,
    path: [...at, "rate_card", index, key],
    message,
    hint,
  });
  const prices = (["price", "additional_price", "reduced_price"] as const).flatMap((key) => {
    const price = row[key];
    if (price === undefined || !price.amount.isNegative()) return [];
    const message = `${row.item} is priced at ${price.toText()}`;
    return [problem(key, "negative-price", message, "a discount is a lower price; a credit is agreed under credits")];
  });
  const lone = (["dead_band", "additional_price", "reduced_price"] as const)
    .filter((key) => row[key] !== undefined && row.baseline_volume === undefined)
    .map((key) =>
      problem(
        key,
        "no-baseline",
        `${key} of ${row.item} speaks of a baseline that is not given`,
        "give baseline_volume",
      ),
    );
  const both = row.band !== undefined && row.baseline_volume !== undefined;
  const dead = row.dead_band !== undefined && (row.dead_band < 0 || row.dead_band >= 1);
  return [
    ...prices,
    ...lone,
    ...(both
      ? [
          problem(
            "band",
            "band-and-baseline",
            `${row.item} has a band and a baseline`,
            "choose one: bands, or a baseline with its dead band",
          ),
        ]
      : []),
    ...(dead
      ? [problem("dead_band", "no-dead-band", "a dead band lies between 0 % and 100 %", "write it as 10 %")]
      : []),
    ...richCredit(row, problem),
  ];
}

/** A unit that is credited at more than it costs would make a month cheaper than nothing. */
function richCredit(
  row: RateCardItem,
  problem: (key: string, code: string, message: string, hint: string) => PathProblem,
): readonly PathProblem[] {
  const { price, reduced_price: credit } = row;
  if (credit === undefined || credit.currency !== price.currency || credit.compare(price) <= 0) return [];
  const message = `a unit less is credited at ${credit.toText()}, more than its price of ${price.toText()}`;
  return [problem("reduced_price", "credit-above-price", message, "check both prices")];
}

type Placed = { readonly row: RateCardItem; readonly index: number };

function bandProblems({ rate_card: card }: Pricing): readonly PathProblem[] {
  const placed = card.map((row, index) => ({ row, index }));
  const groups = groupedBy(placed, ({ row }) => `${row.item} ${row.effective_from ?? ""}`);
  return [...groups.values()].flatMap((rows) => groupProblems(rows));
}

function groupProblems(rows: readonly Placed[]): readonly PathProblem[] {
  const bands = exactBands(rows.map(({ row }) => row.band));
  const ordered = rows
    .flatMap((placed, position) => {
      const band = bands[position];
      return band === undefined ? [] : [{ ...placed, band }];
    })
    .toSorted((one, other) => one.band.over.comparedTo(other.band.over));
  return ordered.flatMap(({ row, index, band }, position) => {
    const path = [...at, "rate_card", index, row.band === undefined ? "item" : "band"];
    const fault = bandFault(row.item, band, ordered[position - 1]?.band ?? null);
    const hint = "each band begins where the one below ends: 0-6000, then 6000+";
    return fault === null ? [] : [{ ...fault, path, hint }];
  });
}

function bandFault(item: string, band: ExactBand, below: ExactBand | null): { code: string; message: string } | null {
  const start = quantityText(band.over);
  if (below === null) {
    if (band.over.isZero()) return null;
    return { code: "gap-in-bands", message: `${item} has no price up to ${start}` };
  }
  if (below.upTo === null || below.upTo.greaterThan(band.over)) {
    return { code: "overlapping-bands", message: `above ${start} ${item} has two prices` };
  }
  if (below.upTo.equals(band.over)) return null;
  return { code: "gap-in-bands", message: `${item} has no price from ${quantityText(below.upTo)} to ${start}` };
}

function currencyProblems(pricing: Pricing): readonly PathProblem[] {
  const currency = invoiceCurrency(pricing);
  if (currency === null) return [];
  const amounts: (readonly [string, Money | undefined, PathProblem["path"]])[] = [
    ...pricing.rate_card.flatMap((row, index) =>
      (["price", "additional_price", "reduced_price"] as const).map(
        (key) => [`${key} of ${row.item}`, row[key], [...at, "rate_card", index, key]] as const,
      ),
    ),
    ["least_a_month", pricing.least_a_month, [...at, "least_a_month"]],
    ["the fee", pricing.cost_plus?.fee, [...at, "cost_plus", "fee"]],
    ["the ceiling", pricing.cost_plus?.at_most, [...at, "cost_plus", "at_most"]],
  ];
  return amounts.flatMap(([what, amount, path]) => {
    if (amount === undefined || amount.currency === currency) return [];
    if (pricing.exchange_rates[amount.currency] !== undefined) return [];
    return [{ ...currencyWithoutRate(what, amount.currency, currency), path }];
  });
}

function indexProblems({ indexation }: Pricing, { starts, ends }: ContractTime): readonly PathProblem[] {
  if (indexation === undefined) return [];
  const path = [...at, "indexation"];
  const limits =
    indexation.cap !== undefined && indexation.floor !== undefined && indexation.cap < indexation.floor
      ? [
          {
            code: "cap-below-floor",
            path: [...path, "cap"],
            message: "the cap lies below the floor",
            hint: "swap the two",
          },
        ]
      : [];
  const dates = indexation.changes.flatMap(({ from }, index): readonly PathProblem[] => {
    const place = [...path, "changes", index, "from"];
    const twice = indexation.changes.findIndex((other) => other.from === from) < index;
    return [
      ...outside(from, starts, ends, place),
      ...(twice
        ? [{ code: "duplicate-change", path: place, message: `the index changes twice on ${from}`, hint: "keep one" }]
        : []),
    ];
  });
  return [...limits, ...dates];
}

function outside(
  from: PlainDate,
  starts: PlainDate | undefined,
  ends: PlainDate | undefined,
  path: PathProblem["path"],
): readonly PathProblem[] {
  if (starts !== undefined && from < starts) {
    const message = `prices change on ${from}, before the contract starts on ${starts}`;
    return [{ code: "before-the-contract", path, message, hint: "check this date and contract.starts" }];
  }
  if (ends === undefined || from <= ends) return [];
  const message = `prices change on ${from}, after the contract has ended on ${ends}`;
  return [{ code: "after-the-contract", path, message, hint: "check this date and contract.ends" }];
}
