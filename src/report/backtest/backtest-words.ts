import type { Backtest } from "../../assessment/backtest/backtest.ts";
import type { EventSight, MatchedEvent, Warning } from "../../assessment/backtest/match-events.ts";
import { formatDate, formatNumberOf } from "../format-figure.ts";
import { type StateWord, signalWords } from "../state-word.ts";

export const sightWords: Readonly<Record<EventSight, StateWord>> = {
  before: { word: "said before", tone: "good", shape: "tick", glyph: "✓" },
  "in-time": { word: "seen", tone: "good", shape: "tick", glyph: "✓" },
  late: { word: "seen late", tone: "worry", shape: "diamond", glyph: "◆" },
  "not-seen": { word: "not seen", tone: "bad", shape: "cross", glyph: "×" },
  outside: { word: "outside", tone: "unknown", shape: "question", glyph: "?" },
};

/** The answer in one line: what of the known events was seen, or that none were given. */
export function backtestHeadline({ events, warnings, hasEvents }: Backtest): string {
  const said = formatNumberOf(warnings.length, "warning");
  const held = events.filter(({ sight }) => sight !== "outside");
  if (!hasEvents) return `${said} would have been given; no known events were named to hold them against.`;
  if (held.length === 0) return `${said} would have been given; no known event lies within the dates replayed.`;
  const seen = held.filter(({ sight }) => sight === "before" || sight === "in-time").length;
  const late = held.filter(({ sight }) => sight === "late").length;
  return `${seen} of ${formatNumberOf(held.length, "known event")} seen within twelve weeks${late > 0 ? `, ${late} later` : ""}; ${said} in all.`;
}

/** What the alarms would have cost beside the budget for false ones. */
export function costSentences({ cost, hasEvents }: Backtest): readonly string[] {
  const budget = `The record bears ${rate(cost.budgetAQuarter)} false ${cost.budgetAQuarter === 1 ? "alarm" : "alarms"} a quarter.`;
  const over = `over ${formatNumberOf(cost.days, "day")}`;
  const standing =
    cost.standingAtStart === 0
      ? []
      : [`${formatNumberOf(cost.standingAtStart, "alarm")} stood on the first date: since when is not known.`];
  const dated =
    cost.withoutChance === 0
      ? []
      : [
          `${formatNumberOf(cost.withoutChance, "alarm")} besides rest on no chance: dates that passed, limits that were missed. No budget is spent on them.`,
        ];
  if (cost.alarmsAQuarter === null) {
    return [
      `${formatNumberOf(cost.alarms, "alarm")} by figures that chance moves ${over}: too short for a rate. ${budget}`,
      ...dated,
      ...standing,
    ];
  }
  const all = `${formatNumberOf(cost.alarms, "alarm")} by figures that chance moves ${over}, ${rate(cost.alarmsAQuarter)} a quarter.`;
  if (!hasEvents || cost.unmatchedAQuarter === null) {
    return [`${all} ${budget} Which of them were false only known events can tell.`, ...dated, ...standing];
  }
  const isWithin = cost.unmatchedAQuarter <= cost.budgetAQuarter;
  const unmatched = `${formatNumberOf(cost.unmatchedAlarms ?? 0, "alarm")} of them ${cost.unmatchedAlarms === 1 ? "matches" : "match"} no known event: ${rate(cost.unmatchedAQuarter)} a quarter, ${isWithin ? "within" : "over"} the budget.`;
  return [
    `${all} ${budget}`,
    `${unmatched} An alarm without an event may be false, or an event that nobody wrote down.`,
    ...dated,
    ...standing,
  ];
}

/** Since when there was enough to judge by. */
export function historySentences({ history, from, to }: Backtest): readonly string[] {
  const { enoughFrom, kpis, datesWithout } = history;
  const never = kpis.filter((kpi) => kpi.from === null).length;
  const neverSaid = never === 0 ? [] : [`${formatNumberOf(never, "figure")} never had enough for a chart.`];
  if (enoughFrom === null) {
    return [
      `Too little history on every date up to ${formatDate(to)}: no figure had enough for a chart, so silence says nothing.`,
    ];
  }
  if (datesWithout === 0)
    return [`Some figure had enough history for a chart on ${formatDate(from)} already.`, ...neverSaid];
  return [
    `Too little history before ${formatDate(enoughFrom)}: on ${formatNumberOf(datesWithout, "date")} no figure had enough for a chart, and silence says nothing.`,
    ...neverSaid,
  ];
}

/** How soon, in words: `after 21 days, alarm after 35`, `14 days before`. */
export function delayText({ days, daysToAlarm }: Pick<MatchedEvent, "days" | "daysToAlarm">): string {
  if (days === null) return "";
  const told = (count: number) =>
    count < 0
      ? `${formatNumberOf(-count, "day")} before`
      : count === 0
        ? "on the day"
        : `after ${formatNumberOf(count, "day")}`;
  if (daysToAlarm === null) return `${told(days)}, no alarm`;
  return daysToAlarm === days ? `alarm ${told(days)}` : `${told(days)}, alarm ${told(daysToAlarm)}`;
}

export function eventDates({ event: { from, until } }: Pick<MatchedEvent, "event">): string {
  return until === undefined ? `${formatDate(from)} on` : `${formatDate(from)} to ${formatDate(until)}`;
}

export function warningDates({ from, clearedAt, isFromBefore }: Warning): string {
  const begun = isFromBefore ? `before ${formatDate(from)}` : formatDate(from);
  return `${begun} ${clearedAt === null ? "to the end" : `to ${formatDate(clearedAt)}`}`;
}

export function warningWord({ alarmAt }: Warning): StateWord {
  return alarmAt === null ? signalWords.watch : signalWords.alarm;
}

function rate(value: number): string {
  return value.toFixed(1).replace(/\.0$/, "");
}
