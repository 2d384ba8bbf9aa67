import type { PartnershipRecord } from "../../governance/partnership/partnership-record.ts";
import { hasHappened } from "../../governance/partnership/record-reading.ts";
import { evaluateSelection } from "../../governance/selection/evaluate-selection.ts";
import type { Bid } from "../../governance/selection/selection.ts";
import { differentPeople, isSaid } from "../../values/filler.ts";
import type { PlainDate } from "../../values/time.ts";
import { askAll, type GuardAnswer, type GuardRule, inPlace, missing, partial } from "./guard-rule.ts";

export const priceOverQualityGuards: readonly GuardRule[] = [
  { id: "several-bids", ask: askBids },
  { id: "several-evaluators", ask: askEvaluators },
  { id: "price-opened-after-quality", ask: askOpening },
  { id: "references-and-visits", ask: askReferences },
  { id: "winner-robust-to-weights", ask: askRobust },
];

/** The bid that won; null when none is named or the name fits none. */
export function chosenBid({ selection }: PartnershipRecord): { readonly bid: Bid; readonly at: string } | null {
  const index = selection?.bids.findIndex(({ id }) => id === selection.chosen) ?? -1;
  const bid = selection?.bids[index];
  return bid === undefined ? null : { bid, at: `selection.bids[${index}]` };
}

function askBids({ selection }: PartnershipRecord): GuardAnswer {
  const remedy = "Put each bid under selection: bids with its price, the losing ones too.";
  const bids = selection?.bids ?? [];
  const priced = new Set(bids.filter(({ price }) => price !== undefined).map(({ id, name }) => name ?? id));
  if (bids.length === 0) return missing("No bid is on record.", remedy, "selection.bids");
  if (priced.size < 2) {
    const message = `${bids.length === 1 ? "Only one bid is" : "Fewer than two priced bids are"} on record, so nothing was compared.`;
    return partial(message, remedy, "selection.bids");
  }
  return inPlace(`${priced.size} bids with their prices are on record.`, "selection.bids");
}

function askEvaluators(record: PartnershipRecord): GuardAnswer {
  const at = "selection.evaluators";
  const remedy = "Have at least two people score each bid on their own, and keep their scores under scores:.";
  const scored = (record.selection?.bids ?? []).map((bid) => differentPeople(Object.keys(bid.scores)).length);
  const fewest = scored.length === 0 ? 0 : Math.min(...scored);
  const named = differentPeople(record.selection?.evaluators ?? []).length;
  if (fewest >= 2) return inPlace(`Each bid was scored by at least ${fewest} evaluators.`, at);
  if (Math.max(0, ...scored) === 0 && named < 2)
    return missing("No scores of several evaluators are on record.", remedy, at);
  const message =
    named >= 2
      ? `${named} evaluators are named, but a bid has the scores of ${fewest === 0 ? "none" : "only one"}.`
      : "One evaluator alone scored the bids.";
  return partial(message, remedy, at);
}

function askOpening({ selection }: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  const at = "selection.price_opened_on";
  const remedy =
    "Record quality_scored_on: and price_opened_on:. Next time, open prices only when all quality scores are in.";
  const { quality_scored_on: scored, price_opened_on: opened } = selection ?? {};
  if (!hasHappened(scored, asOf) && !hasHappened(opened, asOf))
    return missing("Nothing shows when quality was scored and when price was opened.", remedy, at);
  if (!hasHappened(scored, asOf) || !hasHappened(opened, asOf))
    return partial("Only one of the two days is on record, so the order cannot be told.", remedy, at);
  if (opened < scored)
    return missing(`Price was opened on ${opened}, before quality was scored on ${scored}.`, remedy, at);
  if (opened === scored) return partial(`Price and quality were both dealt with on ${opened}.`, remedy, at);
  return inPlace(`Price was opened on ${opened}, after quality was scored on ${scored}.`, at);
}

function askReferences(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  const remedy = "Call a client of the provider, visit the site, and write down the day and what came out of it.";
  const chosen = chosenBid(record);
  if (chosen === null) return missing("No chosen bid is on record.", remedy, "selection.chosen");
  const { references, visits } = chosen.bid;
  const done = ({ on, found }: { on?: PlainDate | undefined; found?: string | undefined }) =>
    hasHappened(on, asOf) && isSaid(found, 3);
  return askAll(
    [
      { met: references.some(done), lack: "no reference check with its day and its finding" },
      { met: visits.some(done), lack: "no site visit with its day and its finding" },
    ],
    { done: "A reference was asked and the site was visited.", remedy, at: `${chosen.at}.references` },
  );
}

function askRobust({ selection }: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  const at = "selection.criteria";
  const remedy =
    "Give each criterion its weight and each bid its scores, then see with bellwether evaluate at which weight of price another bid wins.";
  if (selection === undefined) return missing("No selection is on record.", remedy, "selection");
  const { ranking, robustness, problems } = evaluateSelection(selection, { asOf, draws: 1 });
  if (ranking.kind === "not-ranked" || robustness === null) {
    const because = problems.map(({ message }) => message).join("; ");
    return missing(`The bids cannot be ranked${because === "" ? "" : `: ${because}`}.`, remedy, at);
  }
  if (selection.chosen === undefined || !ranking.winners.includes(selection.chosen))
    return missing(
      "By its own scores and weights another bid wins.",
      "Write down why the best-scored bid was not chosen.",
      at,
    );
  return robustness.isRobustToPrice
    ? inPlace(robustness.sentence, at)
    : partial(`${robustness.sentence} Half as much or half again would turn it.`, remedy, at);
}
