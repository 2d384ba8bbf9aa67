import { expect, test } from "vitest";
import { hostileWords } from "../../../test/hostile-verdict.ts";
import type { Backtest } from "../../assessment/backtest/backtest.ts";
import { textWidth } from "../terminal/terminal-text.ts";
import { renderBacktest } from "./backtest-page.tsx";
import { backtestText } from "./backtest-text.ts";
import { backtestHeadline, costSentences, delayText, historySentences } from "./backtest-words.ts";

const statement = "The share of good answers fell from 95.0 % to 88.0 %. On its chart: below the lower limit.";
const warning = {
  id: "w1",
  pitfall: "quality-decline",
  detector: "kpi-shift",
  from: "2026-03-22",
  alarmAt: "2026-04-05",
  clearedAt: null,
  isFromBefore: false,
  isByChance: true,
  statement,
};
const event = { pitfall: "quality-decline", from: "2026-03-01", until: "2026-05-31", what: "Half of the team was new" };
const sample: Backtest = {
  schema: "bellwether/backtest/1",
  partnership: "northwind-cedar",
  title: "Support of Northwind by Cedar",
  zone: "America/New_York",
  from: "2025-07-01",
  to: "2026-06-30",
  dates: 53,
  warnings: [warning],
  history: { enoughFrom: "2025-09-02", kpis: [{ metric: "m", title: "M", from: null }], datesWithout: 9 },
  cost: {
    budget: { count: 1, per: "quarter" },
    budgetAQuarter: 1,
    alarms: 4,
    standingAtStart: 1,
    withoutChance: 2,
    alarmsAQuarter: 1.25,
    unmatchedAlarms: 3,
    unmatchedAQuarter: 0.94,
    days: 301,
  },
  hasEvents: true,
  events: [
    { event, sight: "in-time", by: warning, days: 21, daysToAlarm: 35 },
    {
      event: { from: "2025-10-01", what: "A release failed" },
      sight: "not-seen",
      by: null,
      days: null,
      daysToAlarm: null,
    },
  ],
  unmatched: [],
  names: { "quality-decline": "Quality declines" },
};

test("the headline counts what was seen, and claims nothing where no event is known", () => {
  expect(backtestHeadline(sample)).toBe("1 of 2 known events seen within twelve weeks; 1 warning in all.");
  expect(backtestHeadline({ ...sample, hasEvents: false, events: [] })).toMatch(
    /^1 warning would have been given; no known/,
  );
  const outside = sample.events.map((matched) => ({ ...matched, sight: "outside" as const }));
  expect(backtestHeadline({ ...sample, events: outside })).toMatch(/no known event lies within/);
});

test("the cost is told a quarter beside the budget, and which alarms were false only where events are known", () => {
  expect(costSentences(sample).join(" ")).toMatch(
    /1\.3 a quarter.*bears 1 false alarm a quarter.*3 alarms of them match no.*0\.9 a quarter, within/,
  );
  const over = { ...sample, cost: { ...sample.cost, unmatchedAQuarter: 1.2 } };
  expect(costSentences(over).join(" ")).toContain("over the budget");
  const unknown = {
    ...sample,
    hasEvents: false,
    cost: { ...sample.cost, unmatchedAQuarter: null, unmatchedAlarms: null },
  };
  expect(costSentences(unknown).join(" ")).not.toContain("the budget.");
});

test("dates with too little history are told, and silence there is not praised", () => {
  expect(historySentences(sample)[0]).toMatch(/^Too little history before 2.September.2025: on 9 dates/);
  const never = { ...sample, history: { enoughFrom: null, kpis: [], datesWithout: 53 } };
  expect(historySentences(never)[0]).toMatch(/^Too little history on every date/);
});

test.each([
  [21, 35, "after 21 days, alarm after 35 days"],
  [21, 21, "alarm after 21 days"],
  [-7, null, "7 days before, no alarm"],
  [0, null, "on the day, no alarm"],
  [null, null, ""],
])("a delay of %s days and %s to the alarm reads %j", (days, daysToAlarm, text) => {
  expect(delayText({ days, daysToAlarm }).replaceAll("\u00a0", " ")).toBe(text);
});

test("the page shows a timeline with a table beside it, every event and every warning, and runs nothing", () => {
  const html = renderBacktest(sample);
  for (const text of [
    "Half of the team was new",
    "A release failed",
    "not seen",
    "in all",
    "Quality declines",
    "too little history",
  ])
    expect(html.includes(text), text).toBe(true);
  expect(html.match(/role="img"/g)).toHaveLength(1);
  expect(html.match(/<caption>/g)).toHaveLength(2);
  expect(html.includes("<script")).toBe(false);
});

test("hostile words of a record are shown and never obeyed, on the page and in the terminal", () => {
  const words = hostileWords.markup;
  const hostile: Backtest = {
    ...sample,
    title: words,
    warnings: [{ ...warning, statement: `${words}\u001b[2J` }],
    events: [
      {
        event: { ...event, what: words },
        sight: "late",
        by: { ...warning, statement: words },
        days: 90,
        daysToAlarm: null,
      },
    ],
  };
  expect(renderBacktest(hostile)).not.toMatch(/<img|<script|\u001b/);
  const text = backtestText(hostile, { width: 80, colour: false, next: [] });
  expect(text.includes("\u001b")).toBe(false);
  expect(Math.max(...text.split("\n").map(textWidth))).toBeLessThanOrEqual(80);
});
