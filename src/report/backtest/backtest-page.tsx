import type { Backtest } from "../../assessment/backtest/backtest.ts";
import { BacktestTimeline } from "../charts/backtest-timeline.tsx";
import { displayableBacktest } from "../displayable-text.ts";
import { formatDate } from "../format-figure.ts";
import { htmlPage } from "../html-page.tsx";
import { RecordTable, Section, StateBadge, Words } from "../report-elements.tsx";
import {
  backtestHeadline,
  costSentences,
  delayText,
  eventDates,
  historySentences,
  sightWords,
  warningDates,
  warningWord,
} from "./backtest-words.ts";

/** A backtest as one HTML file, as the report is; the same backtest gives the same text. */
export function renderBacktest(given: Backtest): string {
  const backtest = displayableBacktest(given);
  const { title, from, to, zone, dates } = backtest;
  return htmlPage({
    title: `${title}, backtest to ${formatDate(to)}`,
    skip: { to: "timeline", says: "Skip to the timeline" },
    header: (
      <>
        <p className="kind">Bellwether · backtest</p>
        <h1>
          <Words>{title}</Words>
        </h1>
        <p className="as-of">
          {dates} dates a week apart, <b>{formatDate(from)}</b> to <b>{formatDate(to)}</b> · times in{" "}
          <Words>{zone}</Words>
        </p>
        <p className="what">{backtestHeadline(backtest)}</p>
      </>
    ),
    footer: <>Made by Bellwether. Definitions and exclusions are those agreed by {formatDate(to)}.</>,
    children: (
      <>
        <Section
          id="timeline"
          title="Timeline"
          lead="What is known to have happened, and what would have been said, using only what was known on each date."
        >
          <Timeline backtest={backtest} />
        </Section>
        <Section id="cost" title="What the alarms would have cost">
          {costSentences(backtest).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Section>
        <Section id="history" title="History">
          {historySentences(backtest).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Section>
        <Section id="events" title="Known events">
          <Events backtest={backtest} />
        </Section>
        <Section id="warnings" title="What would have been said">
          <Warnings backtest={backtest} />
        </Section>
      </>
    ),
  });
}

function Timeline({ backtest }: { readonly backtest: Backtest }) {
  if (backtest.warnings.length + backtest.events.length === 0) return <p>Nothing was said, and no event is known.</p>;
  return (
    <figure className="picture">
      <BacktestTimeline backtest={backtest} />
      <ul className="key">
        <Key className="place" text="known event" />
        <Key className="bar-pale" text="watch" />
        <Key className="bar-bad" text="alarm" />
        <Key className="none" text="too little history" />
      </ul>
    </figure>
  );
}

function Key({ className, text }: { readonly className: string; readonly text: string }) {
  return (
    <li>
      <svg className="plot" width="22" height="10" aria-hidden="true">
        <rect className={className} width="22" height="10" />
      </svg>
      {text}
    </li>
  );
}

function Events({ backtest: { events, hasEvents, names } }: { readonly backtest: Backtest }) {
  if (!hasEvents) return <p>None were given: name a file with --events.</p>;
  if (events.length === 0) return <p>The file holds none.</p>;
  return (
    <RecordTable
      caption="Each known event: whether it was seen, how soon, and by what"
      columns={["What happened", "Lasted", "Seen", "How soon", "First said"].map((title) => ({ title }))}
      rows={events.map((matched) => ({
        key: `${matched.event.from} ${matched.event.what}`,
        cells: [
          matched.event.what,
          eventDates(matched),
          <StateBadge key="sight" state={sightWords[matched.sight]} />,
          delayText(matched),
          matched.by === null ? "–" : `${names[matched.by.pitfall] ?? matched.by.pitfall}: ${matched.by.statement}`,
        ],
      }))}
    />
  );
}

function Warnings({ backtest: { warnings, unmatched, events, names } }: { readonly backtest: Backtest }) {
  if (warnings.length === 0) return <p>Nothing would have been said.</p>;
  return (
    <RecordTable
      caption="Each warning from the first date on which it was said to the last"
      columns={["Pitfall", "Said", "Weight", "Known event", "Statement"].map((title) => ({ title }))}
      rows={warnings.map((warning) => ({
        key: warning.id,
        cells: [
          names[warning.pitfall] ?? warning.pitfall,
          warningDates(warning),
          <StateBadge key="weight" state={warningWord(warning)} />,
          events.length === 0 ? "–" : unmatched.includes(warning.id) ? "none matches" : "matches",
          warning.statement,
        ],
      }))}
    />
  );
}
