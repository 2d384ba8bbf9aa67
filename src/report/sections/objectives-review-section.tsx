import type { Reviewed } from "../../assessment/reviews/review-result.ts";
import type { ObjectiveReview, ObjectivesReview } from "../../governance/partnership/review-objectives.ts";
import { TrajectoryPicture, unitOfFigures } from "../charts/trajectory-picture.tsx";
import { formatFigure, formatNumberOf, wordsOf } from "../format-figure.ts";
import { FigureTable, RecordTable, StateBadge, Words } from "../report-elements.tsx";
import { type Headline, Picture, ReviewPart, Told } from "../review-elements.tsx";
import { presenceWords, reviewWords } from "../review-words.ts";
import type { StateWord } from "../state-word.ts";

/** What it is for: each objective with its way to the target, what of it is lacking, and how far both sides want the same. */
export function ObjectivesReviewSection({ reviewed }: { readonly reviewed: Reviewed<ObjectivesReview> }) {
  return (
    <ReviewPart id="review-objectives" title="What it is for: objectives" reviewed={reviewed} headline={headline}>
      {(review) => (
        <>
          <div className="beside">
            {review.objectives.map((objective) => (
              <Way key={objective.at} objective={objective} asOf={review.asOf} />
            ))}
          </div>
          <ObjectiveTable objectives={review.objectives} />
          <Told
            title="Better said"
            lines={review.objectives.flatMap(({ outcome, suggested }) =>
              suggested === null ? [] : [`“${outcome}” is a task. As an outcome: “${suggested.inFull}”.`],
            )}
          />
          <Goals goals={review.goals} />
        </>
      )}
    </ReviewPart>
  );
}

function headline({ objectives }: ObjectivesReview): Headline {
  const lacking = objectives.filter(({ state }) => state !== "in-place");
  const behind = objectives.filter(
    ({ trajectory }) => trajectory.kind === "trajectory" && trajectory.standing?.state === "behind",
  );
  const says = `${formatNumberOf(objectives.length, "objective")}: ${behind.length} behind what is due, ${lacking.length} lacking something that would make it hold.`;
  if (objectives.length === 0)
    return { state: reviewWords.missing, says: "No objective is on record.", isPressing: false };
  if (behind.length > 0) return { state: reviewWords.pressing, says, isPressing: false };
  return { state: lacking.length > 0 ? reviewWords.look : reviewWords.fine, says, isPressing: false };
}

const standingWords: Readonly<Record<"ahead" | "behind" | "unclear", StateWord>> = {
  ahead: { word: "keeps up with what is due", tone: "good", shape: "tick", glyph: "✓" },
  behind: { word: "behind what is due", tone: "bad", shape: "cross", glyph: "✗" },
  unclear: { word: "cannot be told apart from chance", tone: "unknown", shape: "question", glyph: "?" },
};

function Way({ objective, asOf }: { readonly objective: ObjectiveReview; readonly asOf: string }) {
  const { id, metric, trajectory } = objective;
  if (trajectory.kind === "no-trajectory")
    return (
      <Picture title={wordsOf(id)}>
        <p className="nothing">
          <Words>{`No way to draw: it lacks ${trajectory.lacking.join(", ")}.`}</Words>
        </p>
      </Picture>
    );
  const unit = unitOfFigures(trajectory.unit);
  return (
    <Picture
      title={wordsOf(id)}
      keys={[
        { mark: <line className="planned" x2="18" y1="6" y2="6" />, means: "due" },
        { mark: <circle className="dot" cx="9" cy="6" r="4" />, means: "measured, with its interval" },
      ]}
    >
      <TrajectoryPicture trajectory={trajectory} metric={wordsOf(metric ?? id)} asOf={asOf} />
      <p className="badges">
        {trajectory.standing === null ? (
          <span className="muted">nothing measured since it began</span>
        ) : (
          <>
            <StateBadge state={standingWords[trajectory.standing.state]} />
            <span className="small">
              {formatFigure(trajectory.standing.value, unit)} measured, {formatFigure(trajectory.standing.due, unit)}{" "}
              due
            </span>
          </>
        )}
      </p>
    </Picture>
  );
}

function ObjectiveTable({ objectives }: { readonly objectives: readonly ObjectiveReview[] }) {
  const lacks = ({ smart, questions }: ObjectiveReview) =>
    [...smart, ...questions].filter(({ state }) => state !== "in-place");
  return (
    <RecordTable
      caption="Objectives, and what each lacks"
      columns={[
        { title: "Objective" },
        { title: "State" },
        { title: "Owner" },
        { title: "What is lacking, and the remedy" },
      ]}
      rows={objectives.map((objective) => ({
        key: objective.at,
        cells: [
          <span key="name">
            <Words>{wordsOf(objective.id)}</Words>
            <span className="small">
              <Words>{objective.outcome}</Words>
            </span>
          </span>,
          <StateBadge key="state" state={presenceWords[objective.state]} />,
          objective.owner === null ? (
            <span className="muted">nobody</span>
          ) : (
            <Words key="owner">{objective.owner}</Words>
          ),
          lacks(objective).length === 0 ? (
            <span className="muted">nothing</span>
          ) : (
            <Told
              key="lacks"
              lines={lacks(objective).map(({ reason, suggestion }) => `${reason} ${suggestion ?? ""}`)}
            />
          ),
        ],
      }))}
    />
  );
}

function Goals({ goals }: { readonly goals: ObjectivesReview["goals"] }) {
  if (goals.kind === "too-little-data")
    return (
      <p className="small">
        How far both sides want the same cannot be told: {goals.have} goals are ranked by both, {goals.need} are needed.
      </p>
    );
  const rank = (value: number) => String(Math.round(value * 10) / 10);
  return (
    <>
      <FigureTable
        caption="Shared goals by the rank that each side gives, 1 the most important; widest apart first"
        columns={[
          { title: "Goal" },
          { title: "Client", isNumber: true },
          { title: "Provider", isNumber: true },
          { title: "Apart", isNumber: true },
        ]}
        rows={goals.goals.map(({ goal, client, provider, apart }) => ({
          key: goal,
          cells: [<Words key="goal">{wordsOf(goal)}</Words>, rank(client), rank(provider), rank(Math.abs(apart))],
        }))}
      />
      <p className="small">
        <Words>{goals.working}</Words>
      </p>
    </>
  );
}
