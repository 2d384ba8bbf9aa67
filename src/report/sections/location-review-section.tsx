import type { Reviewed } from "../../assessment/reviews/review-result.ts";
import type { LocationComparison, LocationWeighed } from "../../governance/location/location-comparison.ts";
import { clocksSentence, SharedHoursPicture } from "../charts/shared-hours-picture.tsx";
import { WeekPicture } from "../charts/week-picture.tsx";
import { formatCount, formatDate, formatNumberOf, formatShare, nameOfId } from "../format-figure.ts";
import { RecordTable, Words } from "../report-elements.tsx";
import { type Headline, Picture, ReviewPart, Told } from "../review-elements.tsx";
import { reviewWords } from "../review-words.ts";

/** Where: the hours that each place shares with the client as a week and over the year, and all else that it is weighed by. */
export function LocationReviewSection({ reviewed }: { readonly reviewed: Reviewed<LocationComparison> }) {
  return (
    <ReviewPart id="review-location" title="Where: places side by side" reviewed={reviewed} headline={headline}>
      {(review) => (
        <>
          <p className="lead">
            Hours are counted from {formatDate(review.from)} to {formatDate(review.to)}, through daylight saving and the
            holidays of both sides.
          </p>
          <PlaceTable review={review} />
          {review.options.map((option) => (
            <PlacePictures key={option.id} option={option} />
          ))}
          <Told title="What speaks against it" lines={review.findings.map(({ statement }) => statement)} />
          <Told title="How it was worked out" lines={review.working} />
        </>
      )}
    </ReviewPart>
  );
}

function headline({ options, findings }: LocationComparison): Headline {
  const chosen = options.find(({ isChosen }) => isChosen);
  const alarms = findings.filter(({ state }) => state === "alarm");
  const shared =
    chosen?.overlap.kind === "overlap"
      ? `${formatCount(chosen.overlap.hoursAWeek)} h in common a week`
      : "hours in common unknown";
  const says = `${chosen === undefined ? "No place is chosen" : `${nameOfId(chosen.id)} is chosen, ${shared}`}; ${formatNumberOf(options.length, "place")} weighed${findings.length > 0 ? `, ${formatNumberOf(findings.length, "remark")}` : ""}.`;
  if (alarms.length > 0) return { state: reviewWords.pressing, says, isPressing: false };
  return { state: findings.length > 0 ? reviewWords.look : reviewWords.fine, says, isPressing: false };
}

function PlacePictures({ option }: { readonly option: LocationWeighed }) {
  const { grid, overlap } = option;
  const name = nameOfId(option.id);
  return (
    <>
      <h4>
        <Words>{`${name}${option.isChosen ? ", chosen" : ""}`}</Words>
      </h4>
      {grid === null || overlap.kind === "unknown" ? (
        <p>
          <Words>{`No picture: ${overlap.kind === "unknown" ? overlap.because : "its hours are not known"}.`}</Words>
        </p>
      ) : (
        <div className="beside">
          <Picture
            title={`Who works when, ${name}`}
            keys={[
              { mark: <rect className="client" y="1" width="18" height="8" />, means: "client, upper lane" },
              { mark: <rect className="both" y="1" width="18" height="8" />, means: "both, middle lane" },
              { mark: <rect className="place" x="1" y="1" width="16" height="8" />, means: "place, lower lane" },
              ...(grid.required === null
                ? []
                : [{ mark: <line className="required" x2="18" y1="8" y2="8" />, means: "must be covered" }]),
              { mark: <rect className="both" y="6" width="18" height="3" />, means: "lower bar: part of the year" },
            ]}
          >
            <WeekPicture grid={grid} place={name} />
          </Picture>
          <div>
            <Picture title={`Hours in common over the year, ${name}`}>
              <SharedHoursPicture overlap={overlap} changes={option.clockChanges} zone={grid.zone} />
            </Picture>
            <p className="small">{clocksSentence(option.clockChanges)}</p>
          </div>
        </div>
      )}
    </>
  );
}

function PlaceTable({ review: { options } }: { readonly review: LocationComparison }) {
  return (
    <RecordTable
      caption="Places, and what each is weighed by"
      columns={[
        { title: "Place" },
        { title: "In common a week", isNumber: true },
        { title: "Needed hours covered", isNumber: true },
        { title: "Mean cost an hour", isNumber: true },
        { title: "Languages" },
        { title: "Fit, client and provider" },
        { title: "Beaten by" },
      ]}
      rows={options.map((option) => ({ key: option.id, cells: cellsOf(option) }))}
    />
  );
}

function cellsOf(option: LocationWeighed) {
  const { overlap, coverage, cost, languages, culture, beatenBy } = option;
  const fit = (score: number | null) => (score === null ? "not rated" : `${score} of 5`);
  return [
    <span key="name">
      <Words>{nameOfId(option.id)}</Words>
      <span className="small">
        {option.kind}
        {option.isChosen ? ", chosen" : ""}
      </span>
    </span>,
    overlap.kind === "overlap" ? (
      <span key="overlap">
        {formatCount(overlap.hoursAWeek)} h
        <span className="small">
          {formatCount(overlap.leastInAWeek)} to {formatCount(overlap.mostInAWeek)} h
        </span>
      </span>
    ) : (
      <Lack key="overlap" because={overlap.because} />
    ),
    coverage.kind === "coverage" ? (
      <span key="coverage">
        {formatShare(coverage.share)}
        <span className="small">
          {formatCount(coverage.coveredHours)} of {formatCount(coverage.requiredHours)} h
        </span>
      </span>
    ) : (
      <Lack key="coverage" because={coverage.because} />
    ),
    cost.kind === "cost" ? cost.meanAnHour.toText() : <Lack key="cost" because={cost.because} />,
    <Words key="languages">
      {`${languages.spoken.join(", ") || "not said"}${languages.missing.length > 0 ? `; missing: ${languages.missing.join(", ")}` : ""}`}
    </Words>,
    `${fit(culture.client)}, ${fit(culture.provider)}`,
    beatenBy.length === 0 ? (
      <span key="beaten" className="muted">
        none
      </span>
    ) : (
      <Words key="beaten">{beatenBy.map(nameOfId).join(", ")}</Words>
    ),
  ];
}

/** A figure that is not known, with why. */
function Lack({ because }: { readonly because: string }) {
  return (
    <span className="muted">
      unknown
      <span className="small">
        <Words>{because}</Words>
      </span>
    </span>
  );
}
