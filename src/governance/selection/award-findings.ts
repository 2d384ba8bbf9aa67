import { isSaid } from "../../values/filler.ts";
import type { PlainDate } from "../../values/time.ts";
import type { CriterionWeights } from "./criterion-weights.ts";
import type { BidEvaluation, BidRanking, EvaluationFinding } from "./evaluation.ts";
import { evaluationFinding, nameOf } from "./evaluator-scores.ts";
import { evaluationPoints } from "./questionnaire.ts";
import type { Selection } from "./selection.ts";
import type { Robustness } from "./winner-robustness.ts";

type Worked = {
  readonly bids: readonly BidEvaluation[];
  readonly ranking: BidRanking;
  readonly robustness: Robustness | null;
  readonly weights: CriterionWeights;
  readonly asOf: PlainDate;
};

/** What should be talked about before, or in spite of, the award. */
export function awardFindings(selection: Selection, worked: Worked): readonly EvaluationFinding[] {
  return [
    ...inconsistentWeights(worked),
    ...unaskedPoints(worked),
    ...lowPrices(worked),
    ...samePrices(selection, worked),
    ...raisedFlags(worked),
    ...fragileWinner(worked),
    ...otherChoice(selection, worked),
    ...unseenWinner(selection, worked),
  ];
}

function inconsistentWeights({ weights }: Worked): readonly EvaluationFinding[] {
  if (weights.kind !== "compared" || (weights.consistencyRatio ?? 0) <= 0.1) return [];
  return evaluationFinding("comparisons-contradict", null, "selection.comparisons", {
    message: `The comparisons of criteria contradict each other: consistency ratio ${weights.consistencyRatio?.toFixed(2)}, above 0.10.`,
    hint: "Go through the pairs again; a over b and b over c ask for a over c.",
  });
}

function unaskedPoints({ bids }: Worked): readonly EvaluationFinding[] {
  const open = evaluationPoints.filter((point) =>
    bids.every(({ points }) => points.find((state) => state.point === point)?.state === "not-asked"),
  );
  if (open.length === 0 || bids.length === 0) return [];
  return evaluationFinding("points-not-asked", null, "selection.questionnaire", {
    message: `No bidder was asked about ${open.map((point) => point.replaceAll("_", " ")).join(", ")}.`,
    hint: "Put a question for each of the eight points into the questionnaire.",
  });
}

function lowPrices({ bids }: Worked): readonly EvaluationFinding[] {
  return bids.flatMap(({ bid, name, price }, at) => {
    if (price?.abnormal.kind !== "abnormally-low") return [];
    const rules = price.abnormal.rules.filter(({ isUnderBar }) => isUnderBar);
    return evaluationFinding("abnormally-low-bid", bid, `selection.bids[${at}].price`, {
      message: `${name} is abnormally low: under ${rules.map(({ bar, working }) => `${bar} (${working})`).join(" and ")}.`,
      hint: "Ask for the price to be explained in writing, item by item, before it may win.",
    });
  });
}

/** The same price to the cent by two bidders is a warning sign of collusion. @see OECD 2009, Guidelines for fighting bid rigging in public procurement */
function samePrices({ bids }: Selection, { bids: evaluated }: Worked): readonly EvaluationFinding[] {
  return evaluated.flatMap(({ bid, name, price }, at) => {
    const twin = evaluated.slice(0, at).find((other) => other.price !== null && isSameMoney(other.price, price));
    if (twin === undefined || bids.length < 2) return [];
    return evaluationFinding("same-price", bid, `selection.bids[${at}].price`, {
      message: `${name} and ${twin.name} ask the same price to the cent.`,
      hint: "Ask both how they came to it, apart from each other.",
    });
  });
}

function isSameMoney(one: NonNullable<BidEvaluation["price"]>, other: BidEvaluation["price"]): boolean {
  return one.offered.amount === other?.offered.amount && one.offered.currency === other.offered.currency;
}

function raisedFlags({ bids }: Worked): readonly EvaluationFinding[] {
  return bids.flatMap(({ bid, name, redFlags }, at) =>
    redFlags
      .filter(({ state }) => state === "raised")
      .map(({ id, message, evidence }) => ({
        code: id,
        bid,
        at: `selection.bids[${at}]`,
        message: `${name}: ${message}${evidence.length === 0 ? "" : ` ${evidence.join("; ")}`}`,
        hint: "Ask again, in writing, and have a reference asked the same.",
      })),
  );
}

function fragileWinner({ ranking, robustness }: Worked): readonly EvaluationFinding[] {
  if (ranking.kind !== "ranked" || robustness === null) return [];
  const findings: EvaluationFinding[] = [];
  const add = (code: string, at: string, message: string, hint: string) =>
    findings.push({ code, bid: robustness.winner, at, message, hint });
  if (ranking.winners.length > 1)
    add(
      "tied-winners",
      "selection.bids",
      `${ranking.winners.join(" and ")} tie for the first place.`,
      "Talk about what the criteria leave out.",
    );
  if (robustness.isPriceDriven)
    add(
      "price-driven-award",
      "selection.criteria",
      `${robustness.sentence} Another bid is better in quality.`,
      "See what the better quality would cost, and whether it is worth that.",
    );
  if (!robustness.isRobustToPrice)
    add(
      "winner-not-robust",
      "selection.criteria",
      `${robustness.sentence} Half as much or half again would turn it.`,
      "Agree on the weight of price before prices are seen, and say why.",
    );
  if (!ranking.doMethodsAgree)
    add(
      "methods-disagree",
      "selection.criteria",
      "Weighted sum, TOPSIS and PROMETHEE II do not name the same winner.",
      "Look at where the first two differ, criterion by criterion.",
    );
  return findings;
}

function otherChoice({ chosen, because, bids }: Selection, { ranking }: Worked): readonly EvaluationFinding[] {
  if (chosen === undefined || ranking.kind !== "ranked" || ranking.winners.includes(chosen)) return [];
  const bid = bids.find(({ id }) => id === chosen);
  const isExplained = isSaid(because, 5);
  return evaluationFinding(
    isExplained ? "chosen-against-scores" : "chosen-without-reason",
    chosen,
    "selection.chosen",
    {
      message: `${bid === undefined ? chosen : nameOf(bid)} was chosen, though ${ranking.winners.join(" and ")} comes first by the agreed weights.`,
      hint: isExplained
        ? "See that the reason on record would convince somebody who lost."
        : "Write under because: why the first was not taken.",
    },
  );
}

/** Who is chosen, or about to be, should have been seen at work and asked about. */
function unseenWinner({ bids, chosen }: Selection, { ranking, asOf }: Worked): readonly EvaluationFinding[] {
  const leading = chosen ?? (ranking.kind === "ranked" ? ranking.winners[0] : undefined);
  const at = bids.findIndex(({ id }) => id === leading);
  const bid = bids[at];
  if (bid === undefined) return [];
  const happened = ({ on, found }: { on?: PlainDate | undefined; found?: string | undefined }) =>
    on !== undefined && on <= asOf && isSaid(found, 3);
  const lacking = [
    ...(bid.references.some(happened) ? [] : ["no reference was asked"]),
    ...(bid.visits.some(happened) ? [] : ["no site was visited"]),
    ...(bid.pilot?.paid === true && bid.pilot.to <= asOf ? [] : ["no paid pilot was run"]),
    ...(bid.decides === undefined ? ["nothing says who decides there, and how fast"] : []),
  ];
  if (lacking.length === 0) return [];
  return evaluationFinding("winner-not-seen", bid.id, `selection.bids[${at}]`, {
    message: `Of ${nameOf(bid)}, which leads, ${lacking.join("; ")}.`,
    hint: "See it at work before signing: a reference called, a site seen, a paid pilot on real work.",
  });
}
