import type { Reviewed } from "../../assessment/reviews/review-result.ts";
import type { PulseDimension } from "../../governance/culture/pulse-by-dimension.ts";
import type { RelationshipReview } from "../../governance/partnership/review-relationship.ts";
import { IdeaFunnelPicture } from "../charts/idea-funnel-picture.tsx";
import { lastOfBoth, PulsePicture } from "../charts/pulse-picture.tsx";
import { firstSentence } from "../displayable-text.ts";
import { formatCount, formatDate, formatNumberOf, wordsOf } from "../format-figure.ts";
import { FigureTable, RecordTable, Words } from "../report-elements.tsx";
import { type Headline, Picture, ReviewPart, Told } from "../review-elements.tsx";
import { reviewWords } from "../review-words.ts";

/** Ideas that wait longest are told by name. */
const mostWaiting = 5;

/** Relationship: how both sides feel, what became of ideas, which actions have risen, and what the next forums talk about. */
export function RelationshipReviewSection({ reviewed }: { readonly reviewed: Reviewed<RelationshipReview> }) {
  return (
    <ReviewPart id="review-relationship" title="Relationship" reviewed={reviewed} headline={headline}>
      {(review) => (
        <>
          <div className="beside">
            <Pulse pulse={review.pulse} />
            <Ideas review={review} />
          </div>
          <Actions review={review} />
          <Agendas review={review} />
        </>
      )}
    </ReviewPart>
  );
}

function headline({ pulse, ideas, actions, forums }: RelationshipReview): Headline {
  const apart = pulse.filter(({ gap }) => !("kind" in gap) && gap.state === "apart");
  const late = actions.filter(({ fault }) => fault !== null);
  const urgent = forums.agendas.flatMap(({ items }) => items).filter(({ urgency }) => urgency === "alarm");
  const parts = [
    pulse.length === 0
      ? "no pulse of either side"
      : `sides apart on ${apart.length} of ${formatNumberOf(pulse.length, "dimension")}`,
    `${formatNumberOf(late.length, "action")} late, ownerless or undated`,
    `${formatNumberOf(ideas.waiting.length, "idea")} waiting`,
    `${formatNumberOf(urgent.length, "alarm")} on the next agendas`,
  ];
  const isLook = apart.length + late.length + urgent.length + forums.homeless.length > 0;
  const state = isLook ? reviewWords.look : pulse.length === 0 ? reviewWords.unknown : reviewWords.fine;
  return { state, says: `${wordsOf(parts.join("; "))}.`, isPressing: false };
}

function Pulse({ pulse }: { readonly pulse: readonly PulseDimension[] }) {
  if (pulse.every((dimension) => lastOfBoth(dimension) === null))
    return <p className="nothing">No picture: no survey has enough answers of both sides.</p>;
  return (
    <div>
      <Picture
        title="How each side feels, last survey that both answered"
        keys={[
          { mark: <circle className="dot" cx="9" cy="6" r="5" />, means: "client" },
          { mark: <rect className="ring" x="4" y="1" width="10" height="10" />, means: "provider" },
        ]}
      >
        <PulsePicture pulse={pulse} />
      </Picture>
      <FigureTable
        caption="Mean scores, 1 to 5; the gap with its 95 % interval"
        columns={[
          { title: "Dimension" },
          { title: "Client", isNumber: true },
          { title: "Provider", isNumber: true },
          { title: "Gap", isNumber: true },
          { title: "Since the first survey" },
        ]}
        rows={pulse.map((dimension) => ({ key: dimension.dimension, cells: pulseCells(dimension) }))}
      />
    </div>
  );
}

function pulseCells(dimension: PulseDimension) {
  const both = lastOfBoth(dimension);
  const { gap, trend } = dimension;
  const figure = (value: number) => formatCount(Math.round(value * 10) / 10);
  const trendOf = (side: "client" | "provider") => {
    const one = trend[side];
    return "kind" in one ? `${side} unknown` : `${side} ${one.state}`;
  };
  return [
    <Words key="name">{wordsOf(dimension.dimension)}</Words>,
    both === null ? "too few" : `${figure(both.client.mean)} (${both.client.count})`,
    both === null ? "too few" : `${figure(both.provider.mean)} (${both.provider.count})`,
    "kind" in gap ? "unknown" : `${figure(gap.value)} (${figure(gap.interval.low)} to ${figure(gap.interval.high)})`,
    `${trendOf("client")}, ${trendOf("provider")}`,
  ];
}

function Ideas({ review: { ideas } }: { readonly review: RelationshipReview }) {
  if (ideas.submitted === 0) return <p className="nothing">No picture: no idea is on record.</p>;
  const { realised, medianDaysToDecide, waiting } = ideas;
  return (
    <div>
      <Picture title="What became of ideas">
        <IdeaFunnelPicture ideas={ideas} />
      </Picture>
      <Told
        lines={[
          realised.withFigure === 0
            ? `No accepted idea has a figure of what it brought (${realised.withoutFigure} accepted).`
            : `${realised.value.toText()} brought by ${formatNumberOf(realised.withFigure, "accepted idea")}; ${realised.withoutFigure} without a figure.`,
          medianDaysToDecide === null
            ? "None is decided yet."
            : `Half are decided within ${formatCount(medianDaysToDecide)} days.`,
          ...waiting
            .slice(0, mostWaiting)
            .map(
              ({ id, title, days, isOverdue }) =>
                `${title ?? id} waits for ${formatNumberOf(days, "day")}${isOverdue === true ? ", longer than agreed" : ""}.`,
            ),
          ...(waiting.length > mostWaiting
            ? [`${formatNumberOf(waiting.length - mostWaiting, "more idea")} waiting for less long.`]
            : []),
        ]}
      />
    </div>
  );
}

function Actions({ review: { actions } }: { readonly review: RelationshipReview }) {
  if (actions.length === 0) return null;
  return (
    <RecordTable
      caption="Open actions, the highest first"
      columns={[
        { title: "Action" },
        { title: "Due" },
        { title: "With" },
        { title: "Level" },
        { title: "What is wrong" },
      ]}
      rows={actions.map(({ id, title, due, daysLate, level, with: person, fault }) => ({
        key: id,
        cells: [
          <Words key="title">{title}</Words>,
          due === null ? "no day" : formatDate(due),
          person === null ? <span className="muted">nobody</span> : <Words key="person">{person}</Words>,
          level === 0 ? "with its owner" : `${level} up`,
          fault === null ? (
            <span className="muted">nothing</span>
          ) : fault === "late" ? (
            `late by ${formatNumberOf(daysLate ?? 0, "day")}`
          ) : (
            fault
          ),
        ],
      }))}
    />
  );
}

function Agendas({ review: { forums } }: { readonly review: RelationshipReview }) {
  return (
    <>
      <h4>Next agendas</h4>
      {forums.agendas.length === 0 ? <p className="nothing">No forum of both sides is on record.</p> : null}
      {forums.agendas.map(({ forum, items, minutes, held }) => (
        <div key={forum}>
          <p>
            <b>
              <Words>{wordsOf(forum)}</Words>
            </b>
            , {minutes} min{items.length === 0 ? ": nothing to talk about" : ""}
            {held.length === 0 ? "" : `; ${formatNumberOf(held.length, "topic")} wait for the next time`}
          </p>
          <Told
            lines={items.map(({ kind, title, minutes: long }) => `${long} min, ${kind}: ${firstSentence(title)}`)}
          />
        </div>
      ))}
      <Told title="Topics for which no forum is there" lines={forums.homeless.map(({ title }) => title)} />
    </>
  );
}
