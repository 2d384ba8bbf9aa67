import type { RampReview } from "../../governance/partnership/review-ramp.ts";
import type { RampForecast } from "../../governance/transition/forecast-ramp.ts";
import { formatDate, formatNumberOf, formatShare, withDates, wordsOf } from "../format-figure.ts";
import { listed } from "./review-figures.ts";
import type { ReviewPage } from "./review-page.ts";

const shownWeeks = 12;
const words = {
  ahead: ["on plan", "good"],
  behind: ["behind", "bad"],
  unclear: ["too close to tell", "worry"],
  "no-plan": ["no plan", "unknown"],
} as const;

/** Start: whether the ramp keeps to its plan, when full productivity comes, and the weeks that say so. */
export function rampPage({
  weeks,
  behindSince,
  forecast,
  learning,
  graduation,
  promises,
  recordsEnd,
  seed,
}: RampReview): ReviewPage {
  const last = weeks.at(-1);
  const hollow = promises.filter(({ isPlausible }) => !isPlausible);
  const { share } = graduation;
  return {
    headline:
      last === undefined
        ? "Nobody is on the roster yet."
        : `${standing(last, behindSince)} ${last.heads} people, ${last.atWork} at work, worth ${last.effective.toFixed(1)} fully productive ones${last.plannedProductive === null ? "" : ` of ${last.plannedProductive.toFixed(1)} planned`}.`,
    tone: last === undefined || (recordsEnd !== null && last.state !== "behind") ? "unknown" : words[last.state][1],
    lines: [
      ...(recordsEnd === null
        ? []
        : [`The records of people end on ${formatDate(recordsEnd)}: how it stands since then is unknown.`]),
      forecast.kind === "forecast"
        ? `Full productivity: ${day(forecast.p50, forecast.horizon)} (P10 ${day(forecast.p10, forecast.horizon)}, P90 ${day(forecast.p90, forecast.horizon)}); planned for ${formatDate(forecast.planned)}, ${inTime(forecast)}.`
        : "Too few people or no ramp plan: full productivity cannot be forecast.",
    ],
    parts: [
      {
        title: `The last ${Math.min(shownWeeks, weeks.length)} weeks`,
        table: {
          columns: [
            { title: "week to" },
            { title: "heads", isNumber: true },
            { title: "in training", isNumber: true, mayGo: 1 },
            { title: "at work", isNumber: true },
            { title: "effective", isNumber: true },
            { title: "90 % of curves", mayGo: 2 },
            { title: "planned", isNumber: true },
            { title: "" },
          ],
          rows: weeks
            .slice(-shownWeeks)
            .map((week) => [
              formatDate(week.on),
              String(week.heads),
              String(week.inTraining),
              String(week.atWork),
              week.effective.toFixed(1),
              week.low === null || week.high === null ? "" : `${week.low.toFixed(1)}–${week.high.toFixed(1)}`,
              week.plannedProductive === null ? "" : week.plannedProductive.toFixed(1),
              { text: words[week.state][0], tone: words[week.state][1] },
            ]),
        },
      },
      {
        title: "Promises that the plan's own heads cannot keep",
        lines: hollow.map(
          ({ on, promised, expected }) =>
            `${formatDate(on)}: ${promised.toFixed(1)} productive people are promised, its heads come to ${expected.toFixed(1)}.`,
        ),
      },
      {
        title: "How people learn",
        lines: [
          `${learning.from === "measured" ? "Measured from handling times" : "Assumed"}: ${formatShare(learning.curve.start)} of an experienced person at the start, 90 % after ${learning.weeksTo90Percent.toFixed(1)} weeks of real work.`,
          ...(learning.assumed.length === 0
            ? []
            : [`Taken for want of the record's own: ${listed(learning.assumed.map(wordsOf))}.`]),
          "kind" in share
            ? `Nobody has come to the end of training; ${graduation.stillInTraining} still in it.`
            : `${share.numerator} of ${formatNumberOf(share.denominator, "person", "people")} came from training to real work (${formatShare(share.interval.low)} to ${formatShare(share.interval.high)}); ${graduation.stillInTraining} still in training.`,
        ],
      },
      {
        title: "Working",
        lines:
          forecast.kind === "forecast"
            ? [withDates(`${forecast.working}.`), `Seed ${seed}: the same seed gives the same days.`]
            : [],
      },
    ],
  };
}

function standing({ state }: RampReview["weeks"][number], behindSince: string | null): string {
  if (state === "behind" && behindSince !== null) return `Behind plan since ${formatDate(behindSince)}:`;
  return state === "ahead"
    ? "On plan:"
    : state === "unclear"
      ? "Too close to the plan to tell:"
      : "No plan to hold the roster against:";
}

/** A day that is over was kept or missed: it is no longer likely or not. */
function inTime({ wasInTime, chanceInTime }: RampForecast): string {
  if (wasInTime === null) return `which is ${formatShare(chanceInTime)} likely`;
  return wasInTime ? "kept" : "missed";
}

function day(on: string | null, horizon: string): string {
  return on === null ? `after ${formatDate(horizon)}` : formatDate(on);
}
