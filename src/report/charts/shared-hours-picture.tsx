import { scaleLinear } from "d3-scale";
import { curveStepAfter, line } from "d3-shape";
import type { ClockChange, OverlapWeighed } from "../../governance/location/location-comparison.ts";
import { addDays } from "../../values/time.ts";
import { formatCount, formatDate, formatDayAndMonth } from "../format-figure.ts";
import { dayScale } from "./day-scale.ts";
import { Plot, percent, rounded, Stretched } from "./plot.tsx";

type Overlap = Extract<OverlapWeighed, { kind: "overlap" }>;
const height = 110;

/** Hours in common week by week: where the clocks of one side change before those of the other, and where holidays lie. */
export function SharedHoursPicture(props: {
  readonly overlap: Overlap;
  readonly changes: readonly ClockChange[];
  readonly zone: string;
}) {
  const { overlap, changes, zone } = props;
  const { byWeek } = overlap;
  const [first, last] = [byWeek[0], byWeek.at(-1)];
  if (first === undefined || last === undefined) return null;
  const days = dayScale(first.from, addDays(last.from, 7));
  const y = scaleLinear([0, Math.max(1, overlap.mostInAWeek)], [height - 4, 26]).nice(4);
  const path = line<{ from: string; hours: number }>()
    .curve(curveStepAfter)
    .x(({ from }) => days.x(from))
    .y(({ hours }) => rounded(y(hours)));
  return (
    <Plot
      summary={hoursSummary(overlap, changes)}
      height={height}
      across={days.ticks}
      up={y.ticks(4).map((tick) => ({ at: rounded(y(tick)), text: `${tick}\u00a0h` }))}
      upTitle="hours in common a week"
      acrossTitle={`week from Monday, ${zone}`}
    >
      <Stretched height={height}>
        <path
          className="middle"
          vectorEffect="non-scaling-stroke"
          d={path([...byWeek, { from: addDays(last.from, 7), hours: last.hours }]) ?? ""}
        />
      </Stretched>
      {changes.map(({ zone: changed, on }, at) => (
        <g key={`${changed} ${on}`}>
          <line
            className="today"
            x1={percent(days.x(on))}
            x2={percent(days.x(on))}
            y1={6 + (at % 2) * 12}
            y2={height}
          />
          <text
            className="today-label spare"
            x={percent(days.x(on))}
            dx={days.x(on) > 75 ? -4 : 4}
            y={10 + (at % 2) * 12}
            textAnchor={days.x(on) > 75 ? "end" : "start"}
          >
            {cityOf(changed)} {formatDayAndMonth(on)}
          </text>
        </g>
      ))}
    </Plot>
  );
}

function hoursSummary(overlap: Overlap, changes: readonly ClockChange[]): string {
  const range = `Between ${formatCount(overlap.leastInAWeek)} and ${formatCount(overlap.mostInAWeek)} hours in common a week, ${formatCount(overlap.hoursAWeek)} on average.`;
  return `${range} ${clocksSentence(changes)}`;
}

/** `Clocks change: New York 8 March 2026 and 1 November 2026.` */
export function clocksSentence(changes: readonly ClockChange[]): string {
  if (changes.length === 0) return "No clock changes in these days.";
  const zones = [...new Set(changes.map(({ zone }) => zone))];
  const said = zones.map((zone) => {
    const on = changes.filter((change) => change.zone === zone);
    return `${cityOf(zone)} ${on.map(({ on: day, byHours }) => `${formatDate(day)} (${byHours > 0 ? "+" : "−"}${Math.abs(byHours)}\u00a0h)`).join(" and ")}`;
  });
  return `Clocks change: ${said.join("; ")}.`;
}

/** `America/New_York` → `New York` */
function cityOf(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}
