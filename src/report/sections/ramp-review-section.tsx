import type { Reviewed } from "../../assessment/reviews/review-result.ts";
import type { RampReview } from "../../governance/partnership/review-ramp.ts";
import { GatesPicture, gateWords } from "../charts/gates-picture.tsx";
import { forecastSentence, RampPicture } from "../charts/ramp-picture.tsx";
import { formatCount, formatDate, formatNumberOf, formatOutOf, formatShare, wordsOf } from "../format-figure.ts";
import { FigureTable, Fold, Words } from "../report-elements.tsx";
import { type Headline, Picture, ReviewPart, Told } from "../review-elements.tsx";
import { reviewWords } from "../review-words.ts";

/** Start: the planned ramp beside what the people on the roster come to, when it will be full, and the doors of the launch. */
export function RampReviewSection({ reviewed }: { readonly reviewed: Reviewed<RampReview> }) {
  return (
    <ReviewPart id="review-ramp" title="Start: ramp and gates" reviewed={reviewed} headline={headline}>
      {(review) => (
        <>
          <div className="beside">
            <RampPictures review={review} />
            {review.gates.length === 0 ? null : (
              <Picture
                title="Doors of the launch"
                keys={[
                  { mark: <rect className="ring" x="4" y="1" width="10" height="10" />, means: "day agreed" },
                  { mark: <circle className="dot" cx="9" cy="6" r="4" />, means: "day it opened" },
                  { mark: <line className="today" x1="9" x2="9" y2="12" />, means: "today" },
                ]}
              >
                <GatesPicture gates={review.gates} asOf={review.asOf} />
              </Picture>
            )}
          </div>
          <p>{forecastSentence(review.forecast)}</p>
          <Told lines={toldOf(review)} />
          <Tables review={review} />
        </>
      )}
    </ReviewPart>
  );
}

function headline(review: RampReview): Headline {
  const { behindSince, gates, forecast } = review;
  const shut = gates.filter(({ state }) => state === "overdue");
  const unlikely = forecast.kind === "forecast" && forecast.chanceInTime < 0.5 && forecast.wasInTime === null;
  const parts = [
    behindSince === null ? null : `behind the plan since ${formatDate(behindSince)}`,
    shut.length > 0 ? `${formatNumberOf(shut.length, "gate")} overdue` : null,
    unlikely ? `${formatShare(forecast.chanceInTime)} likely to be full in time` : null,
  ].filter((part) => part !== null);
  if (parts.length > 0)
    return { state: reviewWords.pressing, says: `${wordsOf(parts.join("; "))}.`, isPressing: false };
  const says =
    review.weeks.length === 0 ? "Nobody is on the roster, so the plan cannot be compared." : forecastSentence(forecast);
  return { state: review.weeks.length === 0 ? reviewWords.unknown : reviewWords.fine, says, isPressing: false };
}

function RampPictures({ review }: { readonly review: RampReview }) {
  if (review.weeks.length === 0 && review.promises.length === 0)
    return <p className="nothing">No picture: neither a planned ramp nor people on the roster are on record.</p>;
  return (
    <Picture
      title="Fully productive people, planned and there"
      keys={[
        { mark: <line className="middle" x2="18" y1="6" y2="6" />, means: "what the roster comes to" },
        { mark: <rect className="fan" y="1" width="18" height="10" />, means: "its 90 % interval" },
        { mark: <line className="planned" x2="18" y1="6" y2="6" />, means: "planned" },
        { mark: <line className="fan-edge" x2="18" y1="6" y2="6" />, means: "heads on the roster" },
        { mark: <circle className="ring" cx="9" cy="6" r="4" />, means: "full: P50, with P10 to P90" },
      ]}
    >
      <RampPicture review={review} />
    </Picture>
  );
}

function toldOf({ graduation, learning, promises }: RampReview): readonly string[] {
  const { share, stillInTraining, medianDays } = graduation;
  return [
    "kind" in share
      ? "How many graduate cannot be told: nobody's training has ended."
      : `${formatOutOf(share.numerator, share.denominator)} came from training to real work, ${formatShare(share.value)} (95 % interval ${formatShare(share.interval.low)} to ${formatShare(share.interval.high)}); ${stillInTraining} are in training${medianDays?.time == null ? "" : `; half come within ${formatCount(medianDays.time)} days`}.`,
    `${learning.from === "measured" ? "As measured" : "As assumed"}, a new person does ${formatShare(learning.curve.start)} at the start and 90 % after ${formatCount(Math.round(learning.weeksTo90Percent * 10) / 10)} weeks.`,
    ...promises
      .filter(({ isPlausible }) => !isPlausible)
      .map(
        ({ on, promised, expected }) =>
          `The plan promises ${formatCount(promised)} productive people on ${on}; its own heads come to ${formatCount(expected)} at most.`,
      ),
  ];
}

function Tables({ review: { weeks, gates } }: { readonly review: RampReview }) {
  const figure = (value: number | null) => (value === null ? "–" : formatCount(Math.round(value * 10) / 10));
  return (
    <>
      {gates.length === 0 ? null : (
        <FigureTable
          caption="Doors of the launch"
          columns={[
            { title: "Gate" },
            { title: "State" },
            { title: "Agreed" },
            { title: "Opened" },
            { title: "Owner" },
          ]}
          rows={gates.map(({ id, state, due, passedOn, owner }) => ({
            key: id,
            cells: [
              <Words key="id">{wordsOf(id)}</Words>,
              gateWords[state],
              due === null ? "–" : formatDate(due),
              passedOn === null ? "not yet" : formatDate(passedOn),
              owner === null ? "nobody" : <Words key="owner">{owner}</Words>,
            ],
          }))}
        />
      )}
      {weeks.length === 0 ? null : (
        <Fold title="Week by week">
          <FigureTable
            caption="People on the last day of each week, latest first"
            columns={[
              { title: "Day" },
              ...["Heads", "Planned heads", "In training", "Productive", "Low", "High", "Planned productive"].map(
                (title) => ({ title, isNumber: true }),
              ),
              { title: "State" },
            ]}
            rows={[...weeks].reverse().map((week) => ({
              key: week.on,
              cells: [
                formatDate(week.on),
                String(week.heads),
                figure(week.plannedHeads),
                String(week.inTraining),
                figure(week.effective),
                figure(week.low),
                figure(week.high),
                figure(week.plannedProductive),
                week.state.replace("-", " "),
              ],
            }))}
          />
        </Fold>
      )}
    </>
  );
}
