import type { Reviewed } from "../../assessment/reviews/review-result.ts";
import type { CoreReview } from "../../governance/partnership/review-core.ts";
import type { CoreResult } from "../../governance/process/core-assessment.ts";
import { CorePicture } from "../charts/core-picture.tsx";
import { formatCount, formatNumberOf, formatShare, wordsOf } from "../format-figure.ts";
import { Fold, RecordTable, StateBadge, Words } from "../report-elements.tsx";
import { type Headline, Picture, ReviewPart, Told } from "../review-elements.tsx";
import { presenceWords, reviewWords } from "../review-words.ts";

/** Core or not: what each process comes to, what that hangs on, and what over-delegation would cost. */
export function CoreReviewSection({ reviewed }: { readonly reviewed: Reviewed<CoreReview> }) {
  return (
    <ReviewPart id="review-core" title="Core or not" reviewed={reviewed} headline={headline}>
      {(review) => (
        <>
          <Indexes review={review} />
          <ProcessTable review={review} />
          <Keepings review={review} />
        </>
      )}
    </ReviewPart>
  );
}

function headline({ processes, keepings }: CoreReview): Headline {
  const faulty = processes.filter(({ faults }) => faults.length > 0).length;
  const unassessed = processes.filter(({ assessment }) => assessment.kind !== "core").length;
  const lacking = keepings.filter(({ state }) => state !== "in-place").length;
  const says = `${formatNumberOf(processes.length, "process", "processes")}: ${faulty} concluded otherwise than the scores say, ${unassessed} not assessed; ${lacking} of ${keepings.length} things that must stay with the client are lacking.`;
  if (faulty > 0) return { state: reviewWords.pressing, says, isPressing: false };
  return { state: lacking + unassessed > 0 ? reviewWords.look : reviewWords.fine, says, isPressing: false };
}

function Indexes({ review: { processes } }: { readonly review: CoreReview }) {
  const assessed = processes.flatMap(({ id, assessment }) =>
    assessment.kind === "core" ? [{ id, result: assessment }] : [],
  );
  if (assessed.length === 0) return <p className="nothing">No picture: no process has enough scores.</p>;
  return (
    <Picture
      title="Hand over or keep"
      keys={[
        { mark: <circle className="dot" cx="9" cy="6" r="4" />, means: "index of the scores" },
        { mark: <line className="whisker" x2="18" y1="6" y2="6" />, means: "where it could lie by what is not scored" },
      ]}
    >
      <CorePicture processes={assessed} />
    </Picture>
  );
}

function ProcessTable({ review: { processes } }: { readonly review: CoreReview }) {
  return (
    <RecordTable
      caption="Processes: what people concluded and what the scores say"
      columns={[
        { title: "Process" },
        { title: "Concluded" },
        { title: "Scores say" },
        { title: "Index", isNumber: true },
        { title: "Under any weights" },
        { title: "Turns on" },
      ]}
      rows={processes.map(({ id, doneBy, concluded, assessment, faults }) => {
        const overruled = assessment.kind === "core" ? assessment.overruled : null;
        const remarks = overruled === null ? faults : [...faults, overruled];
        return {
          key: id,
          cells: [
            <span key="name">
              <Words>{wordsOf(id)}</Words>
              <span className="small">done by {doneBy === "both" ? "both sides" : `the ${doneBy}`}</span>
            </span>,
            concluded ?? <span className="muted">nothing</span>,
            ...(assessment.kind === "core"
              ? resultCells(assessment)
              : [
                  <span key="few" className="muted">
                    {assessment.have} of {assessment.need} aspects scored
                  </span>,
                  "–",
                  "–",
                  "–",
                ]),
          ],
          below: remarks.length === 0 ? null : <Told lines={remarks} />,
        };
      })}
    />
  );
}

function resultCells(result: CoreResult) {
  const { recommended, index, underAnyWeights, turnsOnScore, turnsOnWeight } = result;
  const turns = [
    ...turnsOnScore.map(({ aspect, score, to }) => `${wordsOf(aspect).toLowerCase()} at ${score} of 5 gives ${to}`),
    ...turnsOnWeight
      .slice(0, 2)
      .map(({ aspect, weight, to }) => `${wordsOf(aspect).toLowerCase()} counting ${formatShare(weight)} gives ${to}`),
  ];
  const shares = (["keep", "hybrid", "outsource"] as const).filter((one) => underAnyWeights[one] > 0);
  return [
    <b key="recommended">{recommended}</b>,
    formatCount(Math.round(index * 100) / 100),
    shares.map((one) => `${one} ${formatShare(underAnyWeights[one])}`).join(", "),
    turns.length === 0 ? <span className="muted">nothing one step away</span> : turns.join("; "),
  ];
}

function Keepings({ review: { keepings } }: { readonly review: CoreReview }) {
  const lacking = keepings.filter(({ state }) => state !== "in-place");
  const kept = keepings.filter(({ state }) => state === "in-place");
  const name = ({ kind, id }: CoreReview["keepings"][number]) =>
    kind === "exit-plan" ? "Exit plan" : `${wordsOf(kind)} ${wordsOf(id).toLowerCase()}`;
  return (
    <>
      <h4>What must stay with the client, or come back to it</h4>
      {lacking.length === 0 ? null : (
        <RecordTable
          caption="Lacking: what over-delegation would cost"
          columns={[{ title: "What" }, { title: "State" }, { title: "What is wrong" }, { title: "Place" }]}
          rows={lacking.map((keeping) => ({
            key: `${keeping.kind} ${keeping.id}`,
            cells: [
              <Words key="name">{name(keeping)}</Words>,
              <StateBadge key="state" state={presenceWords[keeping.state]} />,
              <Words key="faults">{keeping.faults.join("; ")}</Words>,
              <code key="at">{keeping.at}</code>,
            ],
          }))}
        />
      )}
      {kept.length === 0 ? null : (
        <Fold title={`${formatNumberOf(kept.length, "thing")} in place`}>
          <p>
            <Words>{kept.map(name).join(", ")}</Words>
          </p>
        </Fold>
      )}
    </>
  );
}
