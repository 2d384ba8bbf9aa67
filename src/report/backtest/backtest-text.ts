import type { Backtest } from "../../assessment/backtest/backtest.ts";
import { displayableText, firstSentence } from "../displayable-text.ts";
import { formatDate } from "../format-figure.ts";
import { type ReviewPage, type ReviewPageOptions, reviewPageText, stateCell } from "../review-text/review-page.ts";
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

/** A backtest for a terminal. */
export function backtestText(
  backtest: Backtest,
  options: Pick<ReviewPageOptions, "width" | "colour" | "next">,
): string {
  return reviewPageText(backtestPage(backtest), { ...options, unseen: [] });
}

function backtestPage(backtest: Backtest): ReviewPage {
  const { title, from, to, zone, dates, events, warnings, names, unmatched } = backtest;
  const missed = events.some(({ sight }) => sight === "not-seen" || sight === "late");
  return {
    headline: backtestHeadline(backtest),
    tone: events.length === 0 ? "plain" : missed ? "worry" : "good",
    lines: [
      `${displayableText(title, 200)}: ${dates} dates a week apart, ${formatDate(from)} to ${formatDate(to)}, ${zone}.`,
    ],
    parts: [
      { title: "What the alarms would have cost", lines: costSentences(backtest) },
      { title: "History", lines: historySentences(backtest) },
      {
        title: "Known events",
        table: {
          columns: [
            { title: "event", mayShrink: true },
            { title: "seen" },
            { title: "how soon" },
            { title: "lasted", mayGo: 1 },
          ],
          rows: events.map((matched) => [
            displayableText(matched.event.what, 200),
            stateCell(sightWords[matched.sight]),
            delayText(matched),
            eventDates(matched),
          ]),
        },
      },
      {
        title: "What would have been said",
        lines: warnings.map((warning) => {
          const { glyph, word } = warningWord(warning);
          const since =
            warning.alarmAt === null || warning.alarmAt === warning.from ? "" : ` (${formatDate(warning.alarmAt)})`;
          const alone = events.length > 0 && unmatched.includes(warning.id) ? " No known event matches." : "";
          return `${warningDates(warning)}: ${glyph} ${word}${since}, ${names[warning.pitfall] ?? warning.pitfall}. ${displayableText(firstSentence(warning.statement), 300)}${alone}`;
        }),
      },
    ],
  };
}
