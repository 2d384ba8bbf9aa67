import type { BidEvaluation, Evaluation } from "../../governance/selection/evaluation.ts";
import { formatMoney, formatShare, wordsOf } from "../format-figure.ts";
import { listed } from "./review-figures.ts";
import type { ReviewCell, ReviewPage } from "./review-page.ts";

/** Who: the winner with the weight of price at which another wins, then every bid by method, chance and red flag. */
export function evaluatePage(evaluation: Evaluation): ReviewPage {
  const { ranking, robustness, findings, bids, criteria, draws, seed } = evaluation;
  const flagIds = new Set<string>(bids.flatMap(({ redFlags }) => redFlags.map(({ id }) => id)));
  const raised = bids.flatMap(({ name, redFlags }) =>
    redFlags.filter(({ state }) => state === "raised" || state === "watch").map(({ message }) => `${name}: ${message}`),
  );
  return {
    headline:
      ranking.kind === "not-ranked"
        ? `The bids are not ranked: ${ranking.because}`
        : (robustness?.sentence ??
          `${listed(ranking.winners.map((bid) => nameOf(bids, bid)))} ${ranking.winners.length > 1 ? "tie" : "leads"}.`),
    tone: ranking.kind === "not-ranked" ? "bad" : robustness?.isRobustToPrice === true ? "good" : "worry",
    lines:
      ranking.kind === "not-ranked"
        ? [ranking.hint]
        : [
            ranking.doMethodsAgree
              ? "Weighted sum, TOPSIS and PROMETHEE II agree on the winner."
              : "The three methods do not agree on the winner.",
            ...(robustness?.isPriceDriven === true
              ? ["Another bid is the best in quality: price decides this award."]
              : []),
          ],
    parts: [
      {
        title: "Bids",
        table: {
          columns: [
            { title: "bid", mayShrink: true },
            { title: "quality", isNumber: true },
            { title: "price", isNumber: true },
            { title: "by sum", isNumber: true },
            { title: "by TOPSIS", isNumber: true, mayGo: 2 },
            { title: "by PROMETHEE", isNumber: true, mayGo: 3 },
            { title: "wins, any weights", isNumber: true },
            { title: "nearby weights", isNumber: true, mayGo: 1 },
            { title: "red flags", isNumber: true },
          ],
          rows: bids.map((bid) => row(bid, evaluation)),
        },
        lines: criteria.map(
          ({ id, weight }) => `${id} counts ${weight === null ? "nobody knows how much" : formatShare(weight)}.`,
        ),
      },
      { title: "Red flags", lines: raised },
      {
        title: "Before the award",
        lines: findings
          .filter(({ code }) => !flagIds.has(code))
          .map(({ message, hint, at }) => `${message} ${hint} (${at})`),
      },
      {
        title: "When another wins",
        lines: (robustness?.changes ?? []).map(
          ({ criterion, stretches }) =>
            `${criterion}: ${stretches.map(({ from, to, winners }) => `${listed(winners)} from ${formatShare(from)} to ${formatShare(to)}`).join("; ")}.`,
        ),
      },
      {
        title: "Working",
        lines:
          robustness === null
            ? []
            : [`Chances of places come from ${draws.toLocaleString("en")} draws of weights and scores, seed ${seed}.`],
      },
    ],
  };
}

function row(bid: BidEvaluation, { ranking, robustness, bids }: Evaluation): readonly ReviewCell[] {
  const at = ranking.kind === "ranked" ? ranking.bids.indexOf(bid.bid) : -1;
  const place = (method: string) => {
    const places = ranking.kind === "ranked" ? ranking.methods.find((one) => one.method === method)?.places : undefined;
    return at < 0 || places?.[at] === undefined ? "" : `${places[at]}.`;
  };
  const first = (kind: "anyWeights" | "nearbyWeights") => {
    const chance = robustness?.acceptability[kind].find((one) => one.bid === bid.bid)?.places[0];
    return chance === undefined ? "" : formatShare(chance);
  };
  const flags = bid.redFlags.filter(({ state }) => state === "raised").length;
  const isLow = bid.price?.abnormal.kind === "abnormally-low";
  return [
    nameOf(bids, bid.bid),
    bid.quality === null ? { text: "not scored", tone: "unknown" } : bid.quality.toFixed(1),
    bid.price === null
      ? { text: "not seen", tone: "unknown" }
      : { text: formatMoney(bid.price.offered), tone: isLow ? "bad" : "plain" },
    place("weighted-sum"),
    place("topsis"),
    place("promethee-2"),
    first("anyWeights"),
    first("nearbyWeights"),
    { text: String(flags), tone: flags > 0 ? "bad" : "plain" },
  ];
}

function nameOf(bids: readonly BidEvaluation[], id: string): string {
  return bids.find(({ bid }) => bid === id)?.name ?? wordsOf(id);
}
