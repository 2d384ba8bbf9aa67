import type { Reviewed } from "../../assessment/reviews/review-result.ts";
import type { RisksReview } from "../../governance/partnership/review-risks.ts";
import type { RegisteredRisk, RiskScore } from "../../governance/risk/risk-register.ts";
import { EvidencePicture, evidenceName } from "../charts/evidence-picture.tsx";
import { RiskMatrixPicture } from "../charts/risk-matrix-picture.tsx";
import { formatDate, formatNumberOf, formatSeconds } from "../format-figure.ts";
import { RecordTable, Words } from "../report-elements.tsx";
import { type Headline, Picture, ReviewPart, Told } from "../review-elements.tsx";
import { reviewWords } from "../review-words.ts";

/** Risk, security, continuity: risks before and after treatment, the days that papers cover, access, incidents and concentration. */
export function RisksReviewSection({ reviewed }: { readonly reviewed: Reviewed<RisksReview> }) {
  return (
    <ReviewPart id="review-risks" title="Risk, security, continuity" reviewed={reviewed} headline={headline}>
      {(review) => (
        <>
          <div className="beside">
            <Matrix risks={review.risks} />
            <Evidence review={review} />
          </div>
          <RiskTable risks={review.risks} />
          <Told title="Who has access and should not" lines={accessLines(review)} />
          <Told title="Incidents" lines={review.incidents.map(incidentLine)} />
          <Told
            title="Concentration"
            lines={review.concentration.map(({ working, state }) => `${state}: ${working}.`)}
          />
          <Told title="Key people without a successor who could take over" lines={review.withoutSuccessor} />
          <Told
            title="What blocks a filing of the register"
            lines={review.register.blocks.map(({ at, message, remedy }) => `${at}: ${message} ${remedy}`)}
          />
        </>
      )}
    </ReviewPart>
  );
}

function headline({ risks, evidence, access }: RisksReview): Headline {
  const high = risks.filter(
    ({ current }) => current === null || current.band === "high" || current.band === "critical",
  );
  const faulty = risks.filter(({ faults }) => faults.length > 0);
  const open = evidence.filter(({ today }) => today === "not-covered" || today === "absent");
  const leavers = access?.findings.filter(({ kind }) => kind === "leaver-has-access").length ?? 0;
  const parts = [
    `${formatNumberOf(risks.length, "risk")}, ${high.length} high or not scored, ${faulty.length} with a fault`,
    open.length > 0 ? `nothing covers today for ${open.map(({ kind }) => evidenceName(kind)).join(", ")}` : null,
    leavers > 0 ? `${formatNumberOf(leavers, "leaver")} still with access` : null,
  ].filter((part) => part !== null);
  const says = `${parts.join("; ")}.`;
  if (leavers > 0) return { state: reviewWords.pressing, says, isPressing: true };
  const isFine = high.length + faulty.length + open.length === 0 && risks.length > 0;
  return { state: isFine ? reviewWords.fine : reviewWords.look, says, isPressing: false };
}

function Matrix({ risks }: { readonly risks: readonly RegisteredRisk[] }) {
  if (risks.every(({ inherent }) => inherent === null))
    return <p className="nothing">No picture: no risk on record has a score.</p>;
  return (
    <Picture
      title="Risks before and after treatment, by their number in the table"
      keys={[
        { mark: <circle className="dot" cx="9" cy="6" r="5" />, means: "before" },
        { mark: <circle className="ring" cx="9" cy="6" r="5" />, means: "after treatment" },
      ]}
    >
      <RiskMatrixPicture risks={risks} />
    </Picture>
  );
}

function Evidence({ review: { evidence, asOf } }: { readonly review: RisksReview }) {
  const held = evidence.filter(({ today }) => today !== "absent");
  const absent = evidence.filter(({ today }) => today === "absent");
  return (
    <div>
      {held.length === 0 ? (
        <p className="nothing">No picture: no paper of the provider is on record.</p>
      ) : (
        <Picture
          title="Days that the provider's papers cover"
          keys={[
            { mark: <rect className="bar" y="1" width="18" height="10" />, means: "covered" },
            { mark: <rect className="bar-pale" y="1" width="18" height="10" />, means: "only by a bridge letter" },
            { mark: <rect className="none" x="1" y="1" width="16" height="10" />, means: "gap" },
          ]}
        >
          <EvidencePicture evidence={held} asOf={asOf} />
        </Picture>
      )}
      <Told
        lines={[
          ...held.flatMap(({ kind, gaps }) =>
            gaps.map(
              ({ from, to, days }) =>
                `${evidenceName(kind)}: nothing for ${formatNumberOf(days, "day")}, ${formatDate(from)} to ${formatDate(to)}.`,
            ),
          ),
          ...evidence.flatMap(({ setAside }) =>
            setAside.map(({ id, because }) => `${id} counts for nothing: it ${because}.`),
          ),
          ...(absent.length > 0
            ? [`Nothing at all on record: ${absent.map(({ kind }) => evidenceName(kind)).join(", ")}.`]
            : []),
        ]}
      />
    </div>
  );
}

function RiskTable({ risks }: { readonly risks: readonly RegisteredRisk[] }) {
  if (risks.length === 0) return <p className="nothing">No risk is on record.</p>;
  return (
    <RecordTable
      caption="Risks, worst first: likelihood × impact, 1 to 25"
      columns={[
        { title: "Risk" },
        { title: "Before", isNumber: true },
        { title: "After", isNumber: true },
        { title: "Counts today", isNumber: true },
        { title: "Owner" },
        { title: "What is wrong" },
      ]}
      rows={risks.map((risk, at) => ({
        key: risk.id,
        cells: [
          <span key="title">
            {at + 1} <Words>{risk.title}</Words>
          </span>,
          scoreText(risk.inherent),
          scoreText(risk.residual),
          scoreText(risk.current),
          risk.owner === null ? <span className="muted">nobody</span> : <Words key="owner">{risk.owner}</Words>,
          risk.faults.length === 0 ? (
            <span className="muted">nothing</span>
          ) : (
            <Words key="faults">{risk.faults.join(" ")}</Words>
          ),
        ],
      }))}
    />
  );
}

function scoreText(score: RiskScore | null): string {
  return score === null ? "not scored" : `${score.likelihood} × ${score.impact} = ${score.score}, ${score.band}`;
}

const accessWords = {
  "leaver-has-access": "has left and still has access to",
  "removed-late": "kept access for too long after leaving to",
  "granted-after-leaving": "was given access after leaving to",
  "nobody-on-the-roster": "is on no roster and has access to",
} as const;

function accessLines({ access }: RisksReview): readonly string[] {
  return (access?.findings ?? []).map(
    ({ kind, agent, system, since, daysTooLong }) =>
      `${agent} ${accessWords[kind]} ${system}, since ${since}${daysTooLong === null ? "" : `: ${formatNumberOf(daysTooLong, "day")} too long`}.`,
  );
}

function incidentLine({ incident, state, seconds, limitSeconds }: RisksReview["incidents"][number]): string {
  const limit = limitSeconds === null ? "no limit agreed" : `agreed are ${formatSeconds(limitSeconds)}`;
  return `${incident}: ${state.replaceAll("-", " ")}, after ${formatSeconds(seconds)}; ${limit}.`;
}
