import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import type { Reading } from "../../governance/objective/objective-standing.ts";
import type { Trajectory } from "../../governance/objective/trajectory.ts";
import type { PlainDate } from "../../values/time.ts";
import { formatDate, formatDayAndMonth, formatFigure, formatPeriod, type Unit } from "../format-figure.ts";
import { dayScale } from "./day-scale.ts";
import { Plot, percent, rounded, Stretched } from "./plot.tsx";

const height = 170;
/** More points than this run into each other: a band and a line are drawn instead. */
const mostPoints = 26;

/** The way of an objective: what is due as a dashed line from baseline to target, what was measured as points with their interval. */
export function TrajectoryPicture(props: {
  readonly trajectory: Trajectory;
  readonly metric: string;
  readonly asOf: PlainDate;
}) {
  const { trajectory, metric, asOf } = props;
  const { points, readings } = trajectory;
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return null;
  const days = dayScale(first.on, last.on > asOf ? last.on : asOf);
  const unit = unitOfFigures(trajectory.unit);
  const shown = [
    ...points.map(({ due }) => due),
    ...readings.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]),
  ];
  const y = scaleLinear([Math.min(...shown), Math.max(...shown)], [height - 14, 14]).nice(4);
  const way = line<{ on: string; due: number }>()
    .x(({ on }) => days.x(on))
    .y(({ due }) => rounded(y(due)));
  const measured = line<{ on: string; value: number }>()
    .x(({ on }) => days.x(on))
    .y(({ value }) => rounded(y(value)));
  const isDense = readings.length > mostPoints;
  const band = area<Reading>()
    .x(({ on }) => days.x(on))
    .y0(({ value, low }) => rounded(y(low ?? value)))
    .y1(({ value, high }) => rounded(y(high ?? value)));
  const corners = points.filter(({ kind }) => kind !== "between");
  return (
    <Plot
      summary={trajectorySummary(trajectory, metric)}
      height={height}
      across={days.ticks}
      up={y.ticks(4).map((tick) => ({ at: rounded(y(tick)), text: formatFigure(tick, unit).replace(".0", "") }))}
      upTitle={metric}
      acrossTitle="day, in the partnership's zone"
    >
      <Stretched height={height}>
        {isDense ? <path className="fan" d={band([...readings]) ?? ""} /> : null}
        <path className="planned" vectorEffect="non-scaling-stroke" d={way([...points]) ?? ""} />
        <path className="values" vectorEffect="non-scaling-stroke" d={measured([...readings]) ?? ""} />
      </Stretched>
      <line className="today" x1={percent(days.x(asOf))} x2={percent(days.x(asOf))} y1="0" y2={height} />
      <text
        className="today-label"
        x={percent(days.x(asOf))}
        dx={days.x(asOf) > 60 ? -5 : 5}
        y={height - 4}
        textAnchor={days.x(asOf) > 60 ? "end" : "start"}
      >
        due {formatDayAndMonth(asOf)}: {trajectory.dueToday.text}
      </text>
      {corners.map(({ on, due, text }) => (
        <g key={on}>
          <rect
            className="ring"
            x={percent(days.x(on))}
            y={y(due) - 4}
            width="8"
            height="8"
            transform="translate(-4 0)"
          />
          <text
            className="name"
            x={percent(days.x(on))}
            y={y(due)}
            dy={trajectory.better === "higher" ? -9 : 17}
            textAnchor={days.x(on) < 6 ? "start" : days.x(on) > 90 ? "end" : "middle"}
          >
            {text}
          </text>
        </g>
      ))}
      {(isDense ? readings.slice(-1) : readings).map(({ on, value, low, high }) => (
        <g key={on}>
          <line
            className="whisker"
            x1={percent(days.x(on))}
            x2={percent(days.x(on))}
            y1={y(low ?? value)}
            y2={y(high ?? value)}
          />
          <circle className="dot" cx={percent(days.x(on))} cy={y(value)} r="4" />
        </g>
      ))}
    </Plot>
  );
}

function trajectorySummary({ points, dueToday, standing, readings, unit }: Trajectory, metric: string): string {
  const corners = points.filter(({ kind }) => kind !== "between").map(({ on, text }) => `${text} on ${formatDate(on)}`);
  const last =
    standing === null
      ? "Nothing is measured on this way."
      : `Stands at ${formatFigure(standing.value, unitOfFigures(unit))} ${standing.from === undefined ? `on ${formatDate(standing.on)}` : formatPeriod({ start: standing.from, end: standing.on })}: ${standing.state === "unclear" ? "it cannot be told whether it keeps up" : standing.state}. ${readings.length} points measured.`;
  return `Way of ${metric}: ${corners.join(", then ")}. Due on ${formatDate(dueToday.on)}: ${dueToday.text}. ${last}`;
}

/** The report's unit for a figure as it is written in the record. */
export function unitOfFigures(kind: Trajectory["unit"]): Unit {
  const units = {
    share: "share",
    seconds: "seconds",
    "business-days": "days",
    money: "money",
    number: "score",
  } as const;
  return units[kind];
}
