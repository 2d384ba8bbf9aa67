import type { Reviewed } from "../../assessment/reviews/review-result.ts";
import type { BidEvaluation, Evaluation } from "../../governance/selection/evaluation.ts";
import type { Robustness } from "../../governance/selection/winner-robustness.ts";
import { AcceptabilityPicture } from "../charts/acceptability-picture.tsx";
import { PriceWeightPicture } from "../charts/price-weight-picture.tsx";
import { formatCount, formatMoney, formatNumberOf, formatShare, wordsOf } from "../format-figure.ts";
import { RecordTable, Words } from "../report-elements.tsx";
import { type Headline, Picture, ReviewPart, Told } from "../review-elements.tsx";
import { reviewWords } from "../review-words.ts";

/** Who: scores with their spread, the order of the bids, how firmly it stands, and what gave bidders away. */
export function SelectionReviewSection({ reviewed }: { readonly reviewed: Reviewed<Evaluation> }) {
  return (
    <ReviewPart
      id="review-selection"
      title="Who: bids and how firmly the winner stands"
      page="docs/supplier-selection.md"
      reviewed={reviewed}
      headline={headline}
    >
      {(review) => (
        <>
          {review.robustness === null ? null : <RobustnessPictures review={review} robustness={review.robustness} />}
          {review.ranking.kind === "ranked" ? null : (
            <p>
              <Words>{`The bids are not ranked: ${review.ranking.because} ${review.ranking.hint}`}</Words>
            </p>
          )}
          <ScoreTable review={review} />
          <Told
            title="Red flags"
            lines={review.bids.flatMap(({ name, redFlags }) =>
              redFlags
                .filter(({ state }) => state === "raised" || state === "watch")
                .map(({ message, evidence }) => `${name}: ${[message, ...evidence].join(" ")}`),
            )}
          />
          <Told title="What the figures do not hold" lines={notAsked(review.bids)} />
          <Told title="Worth talking about" lines={review.findings.map(({ message, hint }) => `${message} ${hint}`)} />
          <Told title="Problems" lines={review.problems.map(({ message, hint }) => `${message}: ${hint}`)} />
        </>
      )}
    </ReviewPart>
  );
}

function headline({ ranking, robustness, findings, bids }: Evaluation): Headline {
  const raised = bids.flatMap(({ redFlags }) => redFlags).filter(({ state }) => state === "raised").length;
  const also = [
    raised > 0 ? formatNumberOf(raised, "red flag") : null,
    findings.length > 0 ? formatNumberOf(findings.length, "remark") : null,
  ].filter((part) => part !== null);
  const end = also.length === 0 ? "" : ` ${also.join(", ")}.`;
  if (ranking.kind !== "ranked" || robustness === null)
    return {
      state: reviewWords.unknown,
      says: `${ranking.kind === "ranked" ? "One bid cannot be compared." : ranking.because}${end}`,
      isPressing: false,
    };
  const isShaky = !robustness.isRobustToPrice || !ranking.doMethodsAgree || raised > 0;
  return {
    state: isShaky ? reviewWords.look : reviewWords.fine,
    says: `${robustness.sentence}${end}`,
    isPressing: false,
  };
}

function RobustnessPictures(props: { readonly review: Evaluation; readonly robustness: Robustness }) {
  const { review, robustness } = props;
  const nameOf = (id: string) => review.bids.find(({ bid }) => bid === id)?.name ?? id;
  const price = robustness.changes.find(({ criterion }) => criterion === "price") ?? robustness.changes.at(-1);
  return (
    <>
      <p>
        <b>
          <Words>{robustness.sentence}</Words>
        </b>{" "}
        {review.ranking.kind === "ranked" && !review.ranking.doMethodsAgree
          ? "Other ways of ranking put another bid first."
          : "Weighted sum, TOPSIS and PROMETHEE II put the same bid first."}
      </p>
      <div className="beside">
        <Picture title="How often each bid takes each place, weights within half of what is written">
          <AcceptabilityPicture
            bids={robustness.acceptability.nearbyWeights}
            nameOf={nameOf}
            weights="each weight between half and one and a half times what is written"
          />
        </Picture>
        <Picture title="The same when nothing is known of the weights">
          <AcceptabilityPicture
            bids={robustness.acceptability.anyWeights}
            nameOf={nameOf}
            weights="any weights from nothing to everything"
          />
        </Picture>
      </div>
      {price === undefined ? null : (
        <Picture title="Who wins at which weight of price">
          <PriceWeightPicture change={price} nameOf={nameOf} />
        </Picture>
      )}
      <p className="small">
        {formatCount(review.draws)} draws, seed {review.seed}; scores are drawn among those that evaluators gave.
      </p>
    </>
  );
}

function ScoreTable({ review: { bids, criteria, ranking } }: { readonly review: Evaluation }) {
  const quality = criteria.filter(({ kind }) => kind === "quality");
  const placeOf = (bid: string) => (ranking.kind === "ranked" ? ranking.bids.indexOf(bid) + 1 : 0);
  return (
    <RecordTable
      caption="Scores of 100 points: what counts, and the lowest to the highest that an evaluator gave"
      columns={[
        { title: "Bid" },
        ...quality.map(({ id, weight }) => ({
          title: `${wordsOf(id)}${weight === null ? "" : `, ${formatShare(weight)}`}`,
          isNumber: true,
        })),
        { title: "Quality", isNumber: true },
        { title: "Price", isNumber: true },
        { title: "Place", isNumber: true },
      ]}
      rows={bids.map((bid) => ({
        key: bid.bid,
        cells: [
          <Words key="name">{bid.name}</Words>,
          ...quality.map(({ id }) => <ScoreCell key={id} bid={bid} criterion={id} />),
          bid.quality === null ? <span className="muted">unknown</span> : formatCount(bid.quality),
          <PriceCell key="price" bid={bid} />,
          placeOf(bid.bid) === 0 ? <span className="muted">not ranked</span> : String(placeOf(bid.bid)),
        ],
      }))}
    />
  );
}

function ScoreCell({ bid, criterion }: { readonly bid: BidEvaluation; readonly criterion: string }) {
  const score = bid.scores.find((one) => one.criterion === criterion);
  if (score === undefined || score.counted === null) return <span className="muted">not scored</span>;
  return (
    <>
      {formatCount(score.counted)}
      <span className="small">
        {formatCount(score.low ?? score.counted)} to {formatCount(score.high ?? score.counted)}
      </span>
    </>
  );
}

function PriceCell({ bid: { price } }: { readonly bid: BidEvaluation }) {
  if (price === null) return <span className="muted">sealed or not given</span>;
  return (
    <>
      {formatMoney(price.compared ?? price.offered)}
      {price.abnormal.kind === "abnormally-low" ? (
        <span className="small">abnormally low: ask how it is possible</span>
      ) : null}
    </>
  );
}

function notAsked(bids: readonly BidEvaluation[]): readonly string[] {
  return bids.flatMap(({ name, points }) => {
    const open = points.filter(({ state }) => state === "not-asked" || state === "unanswered" || state === "vague");
    if (open.length === 0) return [];
    return [
      `${name}: ${open.map(({ point, state }) => `${wordsOf(point).toLowerCase()} ${state.replace("-", " ")}`).join(", ")}.`,
    ];
  });
}
