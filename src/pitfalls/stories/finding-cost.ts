import { z } from "zod";
import type { Finding, KpiReading, MoneyText } from "../../assessment/verdict.ts";
import type { PartnershipRecord } from "../../governance/partnership/partnership-record.ts";
import { Money } from "../../values/money.ts";
import { countWords, figureWords } from "../signals/plain-figures.ts";
import {
  forecastIn,
  heldAgainst,
  type MovedFigure,
  moneyIn,
  movedIn,
  numberIn,
  periodsIn,
  reportsIn,
} from "./change-evidence.ts";

/** What a cost is read from, beside the finding. */
export type CostInput = { readonly record: PartnershipRecord; readonly kpis: readonly KpiReading[] };

/** What a finding costs if it goes on, in words and, where a price is on record, in money of a month. */
export type FindingCost = { readonly words: string; readonly aMonth: MoneyText | null };

/**
 * What a finding costs if it goes on as it is: in money where the record has a price, else in items where it has a volume. It is
 * the pace since the onset held against the pace before, no forecast and no claim of cause.
 */
export function costOf(finding: Finding, input: CostInput): FindingCost {
  const moved = movedIn(finding);
  if (moved.length > 0) return costOfChange(moved, input);
  const ownWords = costByDetector[finding.detector]?.(finding);
  return ownWords ?? notKnown("a price or a volume on record, and there is none");
}

type Cost = (finding: Finding) => FindingCost | null;

const costByDetector: Readonly<Record<string, Cost>> = {
  "service-level-missed": (finding) => {
    const [latest] = periodsIn(finding);
    const target = numberIn(finding, "target");
    if (latest?.numerator == null || target === null || target > 1) return notKnown("a figure that counts items");
    const short = Math.abs(latest.numerator - target * latest.denominator);
    return items(
      `Each such period has about ${countWords(short)} items of ${countWords(latest.denominator)} more on the wrong side than the target allows; what is owed for it stands with the service level.`,
    );
  },
  "period-end-forecast": (finding) => {
    const forecast = forecastIn(finding);
    if (forecast === null) return null;
    const [end, target] = [forecast.endsAsUsual, forecast.target].map((share) => figureWords(share, "share"));
    return items(`It ends at about ${end} against ${target}; what is owed for it stands with the service level.`);
  },
  "lines-disputed": disputedCost,
  "lines-off-contract": disputedCost,
  "credit-unclaimed": (finding) => {
    const short = moneyIn(finding, "short");
    return short === null
      ? null
      : items(`${text(short)} stays unpaid; it does not grow by itself, and each further miss adds its own credit.`);
  },
  "budget-forecast": (finding) => {
    const end = z.object({ expected: Amount }).safeParse(finding.evidence.atCompletion).data?.expected;
    const budget = moneyIn(finding, "budget");
    if (end === undefined || budget === null) return null;
    const over = moneyOf(end).minus(moneyOf(budget));
    const months = numberIn(finding, "monthsLeft") ?? 0;
    return {
      words: `${over.toText()} over the budget by its end.`,
      aMonth: months < 1 ? null : over.times(new Money("1", end.currency).amount.dividedBy(months)).rounded().toJSON(),
    };
  },
  "reported-differs": (finding) => {
    const [latest] = reportsIn(finding);
    if (latest?.recomputed == null || latest.numerator === null) return notKnown("a figure that counts items");
    const few = Math.abs(latest.reported - latest.recomputed) * latest.denominator;
    return items(
      `Each report tells about ${countWords(few)} of ${countWords(latest.denominator)} answers better than they are; what is paid by it follows.`,
    );
  },
  "bunched-at-limit": (finding) =>
    items(
      `About ${countWords(((numberIn(finding, "insideLastTenth") ?? 0) - (numberIn(finding, "outsideNextTenth") ?? 0)) / weeksLookedAt)} items a week more end just inside the limit than just outside; what their customers wait for meanwhile is not known.`,
    ),
  "retained-role-empty": () => notKnown("what the work of the role is worth"),
  "evidence-out-of-date": () => notKnown("what an uncovered day would cost; the contract or the insurer may say"),
  "review-overdue": () => notKnown("the loss that the risk would bring, in money"),
  "fallback-untested": () => notKnown("the loss that the risk would bring, in money"),
  "off-trajectory": () => notKnown("what the objective is worth"),
};

/** Weeks of work that a bunching at a limit is read from. */
const weeksLookedAt = 26;

const Amount = z.object({ amount: z.string(), currency: z.string() });
const DisputedLine = z.object({ invoice: z.string(), disputed: Amount });

function disputedCost(finding: Finding): FindingCost | null {
  const lines = z.array(DisputedLine).safeParse(finding.evidence.lines).data ?? [];
  const [first] = lines;
  if (first === undefined || lines.some(({ disputed }) => disputed.currency !== first.disputed.currency)) return null;
  const invoices = new Set(lines.map(({ invoice }) => invoice)).size;
  const sum = lines.reduce((all, { disputed }) => all.plus(moneyOf(disputed)), new Money("0", first.disputed.currency));
  const each = sum.times(new Money("1", sum.currency).amount.dividedBy(invoices)).rounded();
  return { words: `About ${each.toText()} more in dispute with each such invoice.`, aMonth: each.toJSON() };
}

const mostTold = 2;

/** The figures whose cost can be told, the clearest first, and one with a price among them where there is one. */
function costOfChange(moved: readonly MovedFigure[], input: CostInput): FindingCost {
  const costs = moved.flatMap((figure) => costOfFigure(figure, input) ?? []);
  const priced = costs.find(({ aMonth }) => aMonth !== null) ?? null;
  const told = costs.slice(0, mostTold);
  const all = priced === null || told.includes(priced) ? told : [...told.slice(0, mostTold - 1), priced];
  if (all.length === 0) return notKnown("a figure that counts items, hours, people or money");
  return { words: all.map(({ words }) => words).join(" "), aMonth: priced?.aMonth ?? null };
}

const periodsAMonth = { day: 365.2425 / 12, week: 52.1775 / 12, month: 1, quarter: 1 / 3 };
const nouns = { day: "a day", week: "a week", month: "a month", quarter: "a quarter" };
/** Mean time of work itself, not of waiting: more of it is paid for. */
const workTimes: readonly string[] = ["handle-time", "new-staff-handle-time"];

function costOfFigure(figure: MovedFigure, { record, kpis }: CostInput): FindingCost | null {
  const title = kpis.find((reading) => reading.metric === figure.metric)?.title ?? figure.metric;
  const { metric, unit, every, since } = figure;
  const change = since.value - heldAgainst(figure).value;
  const volume = since.denominator / since.periods;
  const [more, often] = [change > 0 ? "more" : "fewer", nouns[every]];
  // A share that is a mean of shares, such as the gap of reports, counts no items.
  if (unit === "share" && since.numerator === null) return null;
  if (unit === "share") {
    const extra = Math.abs(change) * volume;
    return items(
      `About ${smallCount(extra)} ${more} ${often} under “${title}”, of about ${smallCount(volume)} counted.`,
    );
  }
  if (metric === "billed-hours-ratio")
    return priced(change * volume * periodsAMonth[every], "billed hours beyond those worked", record);
  if (metric === "cost-per-resolved-item") return spent(change * volume * periodsAMonth[every], volume, record);
  if (unit === "percent-a-year") return leavers(change * volume, record);
  // A count may be a stock, such as a backlog: it stands higher, and does not grow by so much each time.
  if (unit === "count")
    return items(`About ${smallCount(Math.abs(change))} ${more} each ${every} under “${title}” than before.`);
  if (workTimes.includes(metric))
    return priced((change * volume * periodsAMonth[every]) / 3600, `more hours of work (“${title}”)`, record);
  if (unit === "seconds")
    return items(
      `Each of about ${smallCount(volume)} items ${often} takes ${figureWords(Math.abs(change), "seconds")} longer (“${title}”).`,
    );
  if (unit === "ratio" && since.numerator !== null && since.value !== 0)
    return items(
      `About ${smallCount(Math.abs(change / since.value) * (since.numerator / since.periods))} ${more} ${often} under “${title}”.`,
    );
  return null;
}

/** Hours of a month, and their price where the rate card has one price by the hour. */
function priced(hours: number, what: string, { contract }: PartnershipRecord): FindingCost {
  const words = `About ${smallCount(hours)} ${what} a month`;
  const rows = (contract?.pricing?.rate_card ?? []).filter(({ unit }) => unit === "hour");
  const [row] = rows;
  if (row === undefined || rows.length > 1)
    return items(`${words}; in money not known: needs one price by the hour on the rate card.`);
  const money = row.price.times(hours.toFixed(2)).rounded();
  return { words: `${words}, ${money.toText()} at ${row.price.toText()} an hour.`, aMonth: money.toJSON() };
}

function spent(amount: number, volume: number, { contract }: PartnershipRecord): FindingCost | null {
  const currency = contract?.pricing?.rate_card[0]?.price.currency;
  if (currency === undefined) return null;
  const money = new Money(amount.toFixed(2), currency);
  return {
    words: `About ${money.toText()} more a month for about ${smallCount(volume)} items than at the cost of each before.`,
    aMonth: money.toJSON(),
  };
}

/** Leavers of a year, and what replacing them costs where the business case says what a new hire costs. */
function leavers(people: number, { business_case: plan }: PartnershipRecord): FindingCost {
  const words = `About ${smallCount(people)} more leavers a year at the pace of these months`;
  const hire = plan?.outsourcing?.cost_per_new_hire?.p50;
  if (hire === undefined)
    return items(`${words}; in money not known: needs outsourcing.cost_per_new_hire in business_case.`);
  const year = hire.times(people.toFixed(2));
  return {
    words: `${words}; at ${hire.toText()} for a new hire ${year.rounded().toText()} a year.`,
    aMonth: year.times(new Money("1", hire.currency).amount.dividedBy(12)).rounded().toJSON(),
  };
}

function items(words: string): FindingCost {
  return { words, aMonth: null };
}

function notKnown(needs: string): FindingCost {
  return { words: `Not known: it needs ${needs}.`, aMonth: null };
}

/** Three and more as whole items, fewer with a decimal. */
function smallCount(count: number): string {
  return Math.abs(count) >= 3 ? countWords(Math.round(count)) : figureWords(Number(count.toFixed(1)), "count");
}

function moneyOf({ amount, currency }: MoneyText): Money {
  return new Money(amount, currency);
}

function text(amount: MoneyText): string {
  return moneyOf(amount).toText();
}
