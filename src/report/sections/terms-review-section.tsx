import type { Reviewed } from "../../assessment/reviews/review-result.ts";
import type { ObligationReview } from "../../governance/contract/review-obligations.ts";
import type { TermsReview } from "../../governance/partnership/review-terms.ts";
import type { LevelDesign } from "../../service-levels/level-design.ts";
import { formatDate, formatNumberOf, wordsOf } from "../format-figure.ts";
import { Fold, RecordTable, StateBadge, Words } from "../report-elements.tsx";
import { type Headline, ReviewPart, Told } from "../review-elements.tsx";
import { presenceWords, reviewWords } from "../review-words.ts";
import type { StateWord } from "../state-word.ts";
import { CreditSimulationTable } from "./credit-simulation-table.tsx";

/** On what terms: the days to act, the checklist of the contract, what both sides owe, and how the service levels are designed. */
export function TermsReviewSection({ reviewed }: { readonly reviewed: Reviewed<TermsReview> }) {
  return (
    <ReviewPart id="review-terms" title="On what terms: the contract" reviewed={reviewed} headline={headline}>
      {(review) => (
        <>
          <Notice review={review} />
          <Checklist review={review} />
          <Obligations review={review} />
          <Designs review={review} />
          <CreditSimulationTable simulation={review.serviceLevels.simulation} />
          <Told title="Problems" lines={review.problems.map(({ message, hint }) => `${message}: ${hint}`)} />
        </>
      )}
    </ReviewPart>
  );
}

function headline({ terms, notice, sides }: TermsReview): Headline {
  const missing = terms.filter(({ state }) => state === "missing").length;
  const partial = terms.filter(({ state }) => state === "partial").length;
  const overdue = sides.reduce((sum, side) => sum + side.overdue, 0);
  const next = notice.dates.find(({ state }) => state !== "passed");
  const act =
    next === undefined ? "no day to act is known" : `act by ${formatDate(next.actBy)} (${next.daysLeft} days)`;
  const says = `${missing} of ${terms.length} terms missing, ${partial} partial; ${formatNumberOf(overdue, "obligation")} overdue; ${act}.`;
  const isComing = notice.dates.some(({ state }) => state === "coming");
  if (isComing || overdue > 0) return { state: reviewWords.pressing, says, isPressing: isComing };
  return { state: missing + partial > 0 ? reviewWords.look : reviewWords.fine, says, isPressing: false };
}

const noticeWords: Readonly<Record<"passed" | "coming" | "later", StateWord>> = {
  passed: { word: "passed", tone: "plain", shape: "dash", glyph: "–" },
  coming: { word: "coming", tone: "bad", shape: "triangle", glyph: "▲" },
  later: { word: "later", tone: "good", shape: "dot", glyph: "•" },
};
const noticeNames = {
  notice: "Last day to end it",
  agreement: "Last day to agree on going on",
  end: "Last day of the contract",
};

function Notice({ review: { notice, withinDays } }: { readonly review: TermsReview }) {
  return (
    <>
      {notice.dates.length === 0 ? null : (
        <RecordTable
          caption={`Days to act; coming is within ${withinDays} days`}
          columns={[
            { title: "What" },
            { title: "State" },
            { title: "Act by" },
            { title: "Day" },
            { title: "If nobody acts" },
          ]}
          rows={notice.dates.map(({ kind, state, actBy, on, daysLeft, otherwise, working }) => ({
            key: kind,
            cells: [
              noticeNames[kind],
              <StateBadge key="state" state={noticeWords[state]} strong={state === "coming"} />,
              <b key="act">{formatDate(actBy)}</b>,
              <span key="on">
                {formatDate(on)}
                <span className="small">{daysLeft < 0 ? `${-daysLeft} days ago` : `in ${daysLeft} days`}</span>
              </span>,
              <span key="otherwise">
                <Words>{otherwise}</Words>
                <span className="small">
                  <Words>{working}</Words>
                </span>
              </span>,
            ],
          }))}
        />
      )}
      <Told lines={notice.unknown} />
    </>
  );
}

function Checklist({ review: { terms, legalReview } }: { readonly review: TermsReview }) {
  const lacking = terms.filter(({ state }) => state !== "in-place");
  const settled = terms.filter(({ state }) => state === "in-place");
  return (
    <>
      <h4>Checklist</h4>
      <p className="badges">
        <StateBadge state={presenceWords[legalReview.state]} />
        <span>
          legal review
          {legalReview.on === null ? "" : `, ${formatDate(legalReview.on)}`}
          <Words>{legalReview.by === null ? "" : ` by ${legalReview.by}`}</Words>
          <Words>{legalReview.reasons.length === 0 ? "" : `: ${legalReview.reasons.join("; ")}`}</Words>
        </span>
      </p>
      {lacking.length === 0 ? null : (
        <RecordTable
          caption="Terms that are missing or partial"
          columns={[
            { title: "Term" },
            { title: "State" },
            { title: "Clause" },
            { title: "What is lacking" },
            { title: "What its absence has cost others" },
          ]}
          rows={lacking.map(({ term, name, state, clause, reasons, absenceCosts }) => ({
            key: term,
            cells: [
              name,
              <StateBadge key="state" state={presenceWords[state]} />,
              clause === null ? <span className="muted">none</span> : <Words key="clause">{clause}</Words>,
              <Words key="reasons">{reasons.join("; ")}</Words>,
              absenceCosts,
            ],
          }))}
        />
      )}
      {settled.length === 0 ? null : (
        <Fold title={`${formatNumberOf(settled.length, "term")} in place`}>
          <p>
            <Words>{settled.map(({ name, clause }) => `${name} (${clause ?? "–"})`).join(", ")}</Words>
          </p>
        </Fold>
      )}
    </>
  );
}

const obligationWords: Readonly<Record<ObligationReview["state"], StateWord>> = {
  overdue: { word: "overdue", tone: "bad", shape: "cross", glyph: "✗" },
  "not-on-record": { word: "not on record", tone: "unknown", shape: "question", glyph: "?" },
  undated: { word: "no day", tone: "worry", shape: "diamond", glyph: "◆" },
  "due-soon": { word: "due soon", tone: "worry", shape: "dot", glyph: "•" },
  "on-track": { word: "on track", tone: "good", shape: "progress", glyph: "◐" },
  done: { word: "done", tone: "good", shape: "tick", glyph: "✓" },
};

function Obligations({ review: { obligations, sides } }: { readonly review: TermsReview }) {
  return (
    <>
      <Told lines={sides.flatMap(({ reasons }) => reasons)} />
      {obligations.length === 0 ? null : (
        <RecordTable
          caption="What both sides owe"
          columns={[
            { title: "Obligation" },
            { title: "State" },
            { title: "Owed by" },
            { title: "Next due" },
            { title: "Because" },
          ]}
          rows={obligations.map(({ id, title, state, owedBy, owner, nextDue, reasons }) => ({
            key: id,
            cells: [
              <Words key="title">{title}</Words>,
              <StateBadge key="state" state={obligationWords[state]} />,
              <Words key="owed">{`${owedBy}${owner === null ? "" : `, ${owner}`}`}</Words>,
              nextDue === null ? "–" : formatDate(nextDue),
              <Words key="because">{reasons.join("; ")}</Words>,
            ],
          }))}
        />
      )}
    </>
  );
}

function Designs({ review: { serviceLevels } }: { readonly review: TermsReview }) {
  const { levels, roles, past } = serviceLevels;
  if (levels.length === 0)
    return <p className="nothing">No service level is on record, so none can be held against anybody.</p>;
  const elements = levels[0]?.elements.map(({ element }) => element) ?? [];
  return (
    <>
      <RecordTable
        caption="Design of the service levels: the seven things without which a level cannot be held against anybody"
        columns={[{ title: "Service level" }, ...elements.map((element) => ({ title: wordsOf(element) }))]}
        rows={levels.map((level) => ({
          key: level.id,
          cells: [wordsOf(level.id), ...level.elements.map((check) => <Element key={check.element} check={check} />)],
        }))}
      />
      <Told
        title="Sides of the work that levels must cover"
        lines={roles.map(
          ({ role, state, levels: covering, reasons }) =>
            `${wordsOf(role)}: ${presenceWords[state].word}${covering.length > 0 ? ` by ${covering.join(", ")}` : ""}${reasons.length > 0 ? `; ${reasons.join("; ")}` : ""}.`,
        )}
      />
      <Told
        title="How the targets would have stood in the past"
        lines={past.map(({ id, statement }) => `${wordsOf(id)}: ${statement}`)}
      />
    </>
  );
}

function Element({ check: { state, says, reason } }: { readonly check: LevelDesign["elements"][number] }) {
  return (
    <>
      <StateBadge state={presenceWords[state]} />
      <span className="small">
        <Words>{reason ?? says ?? ""}</Words>
      </span>
    </>
  );
}
