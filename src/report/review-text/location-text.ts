import type { LocationComparison, LocationWeighed } from "../../governance/location/location-comparison.ts";
import { formatDate, formatNumberOf, formatShare } from "../format-figure.ts";
import { listed } from "./review-figures.ts";
import type { ReviewCell, ReviewPage } from "./review-page.ts";

/** Where: what the chosen place shares with the client and costs, beside the other options. */
export function locationPage({ options, findings, working }: LocationComparison): ReviewPage {
  const chosen = options.find(({ isChosen }) => isChosen);
  const collisions = chosen?.collisions ?? [];
  return {
    headline: chosen === undefined ? "No place is chosen among the options." : chosenText(chosen),
    tone:
      findings.some(({ state }) => state === "alarm") || chosen === undefined
        ? "bad"
        : findings.length > 0
          ? "worry"
          : "good",
    parts: [
      {
        title: "Places",
        table: {
          columns: [
            { title: "" },
            { title: "place", mayShrink: true },
            { title: "kind", mayGo: 4 },
            { title: "shared h a week", isNumber: true },
            { title: "least–most", mayGo: 3 },
            { title: "covers", isNumber: true },
            { title: "an hour costs", isNumber: true },
            { title: "languages lacking", mayGo: 2 },
            { title: "travel", mayGo: 5, isNumber: true },
            { title: "culture client/provider", mayGo: 6 },
            { title: "beaten by", mayGo: 1 },
          ],
          rows: options.map(row),
        },
      },
      {
        title: "Worth hearing",
        lines: findings.filter(({ code }) => code !== "holiday-collision").map(({ statement }) => statement),
      },
      {
        title: "Coming days on which one side is away",
        lines: collisions.map(
          ({ on, holiday, away, hoursAlone }) =>
            `${formatDate(on)}, ${holiday}: the ${away} is away, the other side works ${formatNumberOf(hoursAlone, "hour")} alone.`,
        ),
      },
      {
        title: "Working",
        lines: [
          ...working,
          ...options.flatMap(({ id, cost }) => (cost.kind === "cost" ? [`${id}: ${cost.working}`] : [])),
        ],
      },
    ],
  };
}

function chosenText({ id, overlap, coverage, cost }: LocationWeighed): string {
  const parts = [
    overlap.kind === "unknown"
      ? `hours in common unknown (${overlap.because})`
      : `${overlap.hoursAWeek.toFixed(1)} h a week in common with the client`,
    coverage.kind === "unknown"
      ? `coverage unknown (${coverage.because})`
      : `${formatShare(coverage.share)} of the required hours covered`,
    cost.kind === "unknown"
      ? `cost unknown (${cost.because})`
      : `${cost.meanAnHour.toText()} an hour over ${formatNumberOf(cost.byYear.length, "year")}`,
  ];
  return `${id} is chosen: ${parts.join("; ")}.`;
}

const unknown: ReviewCell = { text: "unknown", tone: "unknown" };

function row(option: LocationWeighed): readonly ReviewCell[] {
  const { id, kind, isChosen, overlap, coverage, cost, languages, travelHours, culture, beatenBy } = option;
  return [
    isChosen ? { text: "chosen", tone: "good" } : "",
    id,
    kind,
    overlap.kind === "unknown" ? unknown : overlap.hoursAWeek.toFixed(1),
    overlap.kind === "unknown" ? "" : `${overlap.leastInAWeek.toFixed(1)}–${overlap.mostInAWeek.toFixed(1)}`,
    coverage.kind === "unknown" ? unknown : formatShare(coverage.share),
    cost.kind === "unknown" ? unknown : cost.meanAnHour.toText(),
    languages.missing.length === 0 ? "" : { text: languages.missing.join(", "), tone: "worry" },
    travelHours === null ? "" : `${travelHours} h`,
    culture.client === null && culture.provider === null ? "" : `${culture.client ?? "?"}/${culture.provider ?? "?"}`,
    beatenBy.length === 0 ? "" : { text: listed(beatenBy), tone: "worry" },
  ];
}
