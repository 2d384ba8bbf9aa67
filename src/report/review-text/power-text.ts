import { pitfallCatalogue } from "../../pitfalls/pitfall-catalogue.ts";
import type { KpiPower, PowerReading } from "../../pitfalls/power/power-reading.ts";
import { groupedBy } from "../../values/grouped.ts";
import { formatKpiFigure, formatNumberOf } from "../format-figure.ts";
import type { ReviewPage } from "./review-page.ts";

/** What can be seen, how soon: the smallest lasting change of each KPI that is told in 4, 8 and 12 weeks. */
export function powerPage({ kpis, heights, unreadable, withoutKpi }: PowerReading): ReviewPage {
  const seen = kpis.filter(({ smallest }) => smallest.some(({ size }) => size !== null));
  const sharper = [
    ...groupedBy(kpis.filter(worthAsking), (kpi) => `${Math.round(20 * (kpi.withTwiceTheRecords ?? 1)) * 5}`),
  ];
  return {
    headline:
      kpis.length === 0
        ? "No KPI has enough history yet to show a change."
        : `${formatNumberOf(seen.length, "KPI")} of ${kpis.length} can show a change within 12 weeks.`,
    tone: seen.length === 0 ? "worry" : "plain",
    lines:
      heights.lookers === 0
        ? [
            "Put the raw records where sources says they lie, or as canonical files into facts/; twelve weeks of them begin to tell.",
          ]
        : [howTold(heights)],
    parts: [
      {
        title: "The smallest change that is told",
        table: {
          columns: [
            { title: "KPI", mayShrink: true },
            { title: "usual", isNumber: true },
            { title: "in 4 weeks", isNumber: true },
            { title: "in 8 weeks", isNumber: true },
            { title: "in 12 weeks", isNumber: true },
          ],
          rows: kpis.map((kpi) => [
            kpi.title,
            formatKpiFigure(kpi, kpi.usual),
            ...kpi.smallest.map(({ size }) => sizeText(kpi, size)),
          ]),
        },
      },
      {
        title: "What would sharpen it",
        lines: sharper.map(
          ([percent, group]) =>
            `With twice as many records, changes of about ${percent} % of these sizes would be told: ${group.map(({ title }) => title).join("; ")}.`,
        ),
      },
      { title: "Cannot be seen yet", lines: unreadable },
      {
        title: "No KPI at all",
        lines: withoutKpi.map((id) => pitfallCatalogue[id].name),
      },
    ],
  };
}

function howTold({ alarm, lookers, weeksBetweenFalseAlarms }: PowerReading["heights"]): string {
  const shared = `${formatNumberOf(lookers, "pitfall")} share one false alarm in ${formatNumberOf(Math.round(weeksBetweenFalseAlarms), "week")}`;
  return `Each size is the smallest lasting change for the worse that is told as an alarm in 80 of 100 cases, planted in the KPI's own past. An alarm is evidence that chance gives once in ${formatNumberOf(Math.round(alarm), "week")}: ${shared}. Several KPIs that move together are told sooner.`;
}

/** Twice the records must take off a tenth at least to be worth the asking. */
function worthAsking({ withTwiceTheRecords: times }: KpiPower): boolean {
  return times !== null && times <= 0.9;
}

function sizeText({ unit, currency, better }: KpiPower, size: number | null): string {
  if (size === null) return "not seen";
  const distance =
    unit === "share" || unit === "percent-a-year"
      ? `${(100 * size).toFixed(1)} points`
      : formatKpiFigure({ unit, currency }, size);
  return `${distance} ${better === "higher" ? "lower" : "higher"}`;
}
