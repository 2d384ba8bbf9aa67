import type { PartnershipRecord } from "../../../governance/partnership/partnership-record.ts";
import { evaluateSelection } from "../../../governance/selection/evaluate-selection.ts";
import { winningPrices } from "../../../governance/selection/winner-robustness.ts";
import { isSaid } from "../../../values/filler.ts";
import { daysBetween, type PlainDate } from "../../../values/time.ts";
import { chosenBid } from "../../guards/price-over-quality-guards.ts";
import { readSince } from "../known-since.ts";
import { dayWords } from "../plain-figures.ts";
import { judgedOne } from "../record-finding.ts";
import { blindTo, type Detector, nothingToJudge, together } from "../signal-reading.ts";

/** What price did to the award: the winner was not the best by quality and wins only if price counts enough. */
export const priceDrivenAward: Detector = {
  id: "price-driven-award",
  mayClear: false,
  look: ({ record: { selection }, asOf }) => {
    const chosen = selection?.chosen;
    if (selection === undefined || chosen === undefined) return nothingToJudge;
    const { robustness, qualityRanking, criteria } = evaluateSelection(selection, { asOf, draws: 1 });
    if (robustness === null) return nothingToJudge;
    const prices = winningPrices(robustness, chosen);
    const [best] = qualityRanking;
    if (prices === null || prices.from === 0 || best === undefined || best.bid === chosen) return judgedOne(null);
    const counted = criteria.reduce((sum, { kind, weight }) => sum + (kind === "price" ? (weight ?? 0) : 0), 0);
    const percent = (share: number) => `${Math.round(share * 100)} %`;
    return judgedOne({
      ...{ pitfall: "price-over-quality", detector: "price-driven-award", kind: "selection", id: chosen },
      state: "watch",
      since: selection.on ?? asOf,
      statement: `${chosen} was chosen and ${best.bid} scored best on quality; the winner wins only if price counts at least ${percent(prices.from)} (it counted ${percent(counted)}).`,
      evidence: { winsFrom: prices.from, winsTo: prices.to, priceWeight: counted, quality: qualityRanking },
    });
  },
};

const lowBidShare = 0.75;

/** A winning price below three quarters of the mean of the others. */
export const abnormallyLowBid: Detector = {
  id: "abnormally-low-bid",
  mayClear: false,
  look: ({ record, asOf }) => {
    const chosen = chosenBid(record)?.bid;
    const price = chosen?.price;
    const others = (record.selection?.bids ?? []).flatMap((bid) =>
      bid.id !== chosen?.id && bid.price !== undefined && bid.price.currency === price?.currency
        ? [bid.price.amount]
        : [],
    );
    const [first, ...rest] = others;
    if (chosen === undefined || price === undefined || first === undefined) return nothingToJudge;
    const mean = rest.reduce((sum, amount) => sum.plus(amount), first).dividedBy(others.length);
    if (mean.isZero() || price.amount.dividedBy(mean).greaterThanOrEqualTo(lowBidShare)) return judgedOne(null);
    const share = price.amount.dividedBy(mean).times(100).toFixed(0);
    return judgedOne({
      ...{ pitfall: "price-over-quality", detector: "abnormally-low-bid", kind: "bid", id: chosen.id },
      state: "watch",
      since: record.selection?.on ?? asOf,
      statement: `The chosen bid of ${price.toString()} is ${share} % of the mean of the ${others.length} other ${others.length === 1 ? "bid" : "bids"} (${mean.toFixed(2)} ${price.currency}).`,
      evidence: { price: price.toString(), meanOfOthers: mean.toFixed(2), others: others.length },
    });
  },
};

/** A chosen bidder that left open who does the work, or whom to escalate to. */
export const questionsUnanswered: Detector = {
  id: "questions-unanswered",
  mayClear: true,
  look: (input) => {
    const { record, asOf } = input;
    const chosen = chosenBid(record)?.bid;
    if (chosen === undefined || Object.keys(chosen.answers).length === 0)
      return blindTo("No answers of the chosen bidder are on record.", ["partnership.yaml"]);
    const judged = together([
      openQuestion(record, chosen.id, "staffing", isSaid(chosen.answers.staffing, 4), asOf),
      openQuestion(record, chosen.id, "escalation path", isSaid(chosen.answers.escalation_path, 4), asOf),
    ]);
    return readSince(judged, input, record.selection?.on);
  },
};

function openQuestion(
  { selection }: PartnershipRecord,
  bid: string,
  question: string,
  isAnswered: boolean,
  asOf: PlainDate,
) {
  if (isAnswered) return judgedOne(null);
  return judgedOne({
    ...{ pitfall: "selection-red-flags", detector: "questions-unanswered", kind: "bid" },
    id: `${bid}-${question.replace(" ", "-")}`,
    state: "watch",
    since: selection?.on ?? asOf,
    statement: `${bid} was chosen and its answer about ${question} is open or says nothing concrete.`,
    evidence: { bid, question },
  });
}

const daysInMonth = 365.25 / 12;

/** A promise for a day before even the quick end of the break-even or the ramp. */
export const promiseTooEarly: Detector = {
  id: "promise-too-early",
  mayClear: false,
  look: ({ record: { business_case: made }, asOf }) =>
    together(
      (made?.promises ?? []).flatMap(({ what, by, said_by: who }, at) => {
        const isMoney = /sav|break|even|pay|cost|cheap|return/i.test(what);
        const range = isMoney ? made?.break_even_in_months : made?.full_productivity_in_months;
        if (made?.starts === undefined || range === undefined) return [];
        const months = daysBetween(made.starts, by) / daysInMonth;
        if (months >= range.p10) return judgedOne(null);
        const source = who === undefined ? "It was promised" : `${who} promised`;
        return judgedOne({
          ...{
            pitfall: "unrealistic-expectations",
            detector: "promise-too-early",
            kind: "promise",
            id: `promise-${at + 1}`,
          },
          state: "watch",
          since: made.on ?? asOf,
          statement: `${source} “${what}” by ${dayWords(by)}, month ${months.toFixed(1)}; by the business case's own range one in ten gets there by month ${range.p10}, half by month ${range.p50}.`,
          evidence: { by, months, ...range },
        });
      }),
    ),
};
