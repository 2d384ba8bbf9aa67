import type { Reviewed } from "../../assessment/reviews/review-result.ts";
import type { CheckpointReview, CheckpointsReview } from "../../governance/partnership/review-checkpoints.ts";
import { CriteriaPicture, criterionWords } from "../charts/criteria-picture.tsx";
import { unitOfFigures } from "../charts/trajectory-picture.tsx";
import {
  formatCount,
  formatDate,
  formatFigure,
  formatNumberOf,
  formatPeriod,
  formatShare,
  wordsOf,
} from "../format-figure.ts";
import { FigureTable, Fold, RecordTable, StateBadge, Words } from "../report-elements.tsx";
import { type Headline, Picture, ReviewPart, Told } from "../review-elements.tsx";
import { reviewWords } from "../review-words.ts";

/** Grow: each checkpoint with its criteria on their confidence bounds: go, hold or back, and what growth would do to quality. */
export function CheckpointReviewSection({ reviewed }: { readonly reviewed: Reviewed<CheckpointsReview> }) {
  return (
    <ReviewPart id="review-growth" title="Grow: checkpoints" reviewed={reviewed} headline={headline}>
      {({ checkpoints }) =>
        checkpoints.length === 0 ? (
          <p className="nothing">The growth plan has no checkpoint between its phases.</p>
        ) : (
          checkpoints.map((checkpoint) => <Checkpoint key={checkpoint.at} checkpoint={checkpoint} />)
        )
      }
    </ReviewPart>
  );
}

function headline({ checkpoints }: CheckpointsReview): Headline {
  const against = checkpoints.find(({ isAgainstEvidence }) => isAgainstEvidence);
  const next = against ?? checkpoints.find(({ decided }) => decided === null) ?? checkpoints.at(-1);
  if (next === undefined) return { state: reviewWords.missing, says: "No checkpoint is planned.", isPressing: false };
  const day = next.on === null ? "" : `, ${formatDate(next.on)}`;
  const decided = next.decided === null ? "" : `; decided was ${next.decided.decision}`;
  const says = `${wordsOf(next.phase)}${day}: the figures say ${next.recommended.decision}${decided}${against === undefined ? "" : ", against the evidence"}.`;
  const isPressing = against !== undefined || (next.due === "due" && next.decided === null);
  return {
    state: against === undefined ? reviewWords[next.recommended.decision] : reviewWords.pressing,
    says,
    isPressing,
  };
}

function Checkpoint({ checkpoint }: { readonly checkpoint: CheckpointReview }) {
  const { phase, on, recommended, decided, criteria, due } = checkpoint;
  const unmeasured = criteria.filter(({ value }) => value === null);
  return (
    <>
      <h4>
        <Words>{`${wordsOf(phase)}${on === null ? ", no day" : ""}`}</Words>
        {on === null ? "" : `, ${formatDate(on)}`}
        {due === "not-due" ? " (figures so far)" : ""}
      </h4>
      <p className="badges">
        <StateBadge state={reviewWords[recommended.decision]} strong={recommended.decision === "back"} />
        {decided === null ? (
          <span className="muted">nothing decided yet</span>
        ) : (
          <span>
            decided: <b>{decided.decision}</b>
            {decided.on === null ? "" : `, ${formatDate(decided.on)}`}
            {checkpoint.isAgainstEvidence ? " – against what the figures say" : ""}
          </span>
        )}
      </p>
      <div className="beside">
        {unmeasured.length === criteria.length ? (
          <p className="nothing">No picture: none of its criteria is measured.</p>
        ) : (
          <Picture
            title="Criteria, each with the 95 % bound that decides it"
            keys={[
              { mark: <circle className="dot" cx="9" cy="6" r="4" />, means: "figure" },
              { mark: <line className="whisker" x2="18" y1="6" y2="6" />, means: "to its one-sided 95 % bound" },
              { mark: <line className="threshold" x1="9" x2="9" y2="12" />, means: "threshold" },
            ]}
          >
            <CriteriaPicture criteria={criteria} />
          </Picture>
        )}
        <div>
          <Told title="Why" lines={recommended.because} />
        </div>
      </div>
      <CriteriaTable checkpoint={checkpoint} />
      <Tenure mix={checkpoint.tenureMix} />
    </>
  );
}

function CriteriaTable({ checkpoint: { criteria } }: { readonly checkpoint: CheckpointReview }) {
  return (
    <RecordTable
      caption="Criteria"
      columns={[
        { title: "Criterion" },
        { title: "State" },
        { title: "Asked" },
        { title: "Figure", isNumber: true },
        { title: "Bound", isNumber: true },
        { title: "Measured from" },
      ]}
      rows={criteria.map((criterion) => {
        const { metric, side, state, demanded, value, bound, count, window, unit } = criterion;
        const text = (figure: number | null) =>
          figure === null ? "unknown" : formatFigure(figure, unitOfFigures(unit));
        return {
          key: `${metric} ${demanded}`,
          cells: [
            <span key="name">
              <Words>{wordsOf(metric)}</Words>
              <span className="small">{side ?? "of no side that counts"}</span>
            </span>,
            criterionWords[state],
            <Words key="asked">{demanded}</Words>,
            text(value),
            text(bound),
            `${formatNumberOf(count, "record")}, ${formatPeriod({ start: window.from, end: window.to })}`,
          ],
        };
      })}
    />
  );
}

function Tenure({ mix }: { readonly mix: CheckpointReview["tenureMix"] }) {
  if (mix === null) return null;
  if (mix.kind === "too-little-data")
    return (
      <p className="small">
        What growth would do to quality cannot be told: {mix.have} are known, {mix.need} are needed.
      </p>
    );
  const { worst, days } = mix;
  const quality = (value: number) => formatCount(Math.round(value * 100) / 100);
  return (
    <Fold
      title={`What growth would do to quality: ${quality(worst.effect.p50)} at the worst, about ${formatDate(worst.on)}`}
    >
      <FigureTable
        caption="Newcomers and quality, P50 with P10 to P90"
        columns={[
          { title: "Day" },
          ...["Newcomers", "Quality", "Without growth"].map((title) => ({ title, isNumber: true })),
        ]}
        rows={days.map(({ on, newcomers, quality: grown, qualityWithoutGrowth: without }) => ({
          key: on,
          cells: [
            formatDate(on),
            `${formatShare(newcomers.p50)} (${formatShare(newcomers.p10)} to ${formatShare(newcomers.p90)})`,
            `${quality(grown.p50)} (${quality(grown.p10)} to ${quality(grown.p90)})`,
            quality(without.p50),
          ],
        }))}
      />
      <p className="small">
        <Words>{mix.working}</Words>
      </p>
    </Fold>
  );
}
