import type { Backtest } from "../../assessment/backtest/backtest.ts";
import { formatNumberOf } from "../format-figure.ts";
import { shortened } from "./acceptability-picture.tsx";
import { dayScale } from "./day-scale.ts";
import { Plot, percent } from "./plot.tsx";

const rowHeight = 30;
const markHeight = 10;

/**
 * The replay over time: a row for each pitfall that had an event or a warning. Above, known events as outlined bars; below,
 * warnings as filled ones, pale while a watch and full from the day of the alarm. Time with too little history is hatched out.
 */
export function BacktestTimeline({ backtest }: { readonly backtest: Backtest }) {
  const { from, to, warnings, events, names, history } = backtest;
  const days = dayScale(from, to);
  const rows = [
    ...new Set([...events.map(({ event }) => event.pitfall ?? ""), ...warnings.map(({ pitfall }) => pitfall)]),
  ];
  if (rows.length === 0) return null;
  const height = rows.length * (rowHeight + 14);
  const enough = history.enoughFrom ?? to;
  return (
    <Plot
      summary={timelineSummary(backtest)}
      height={height}
      across={days.ticks}
      acrossTitle={`day, in ${backtest.zone}`}
      hasNames
    >
      {enough > from ? (
        <rect className="none" x="0" y="0" width={percent(days.x(enough))} height={height}>
          <title>too little history</title>
        </rect>
      ) : null}
      {rows.map((pitfall, row) => {
        const top = row * (rowHeight + 14) + 14;
        return (
          <g key={pitfall}>
            <text className="name" x="0" y={top - 3}>
              {pitfall === "" ? "Any pitfall" : shortened(names[pitfall] ?? pitfall)}
            </text>
            {events
              .filter(({ event }) => (event.pitfall ?? "") === pitfall)
              .map(({ event }) => (
                <Bar
                  key={`${event.from} ${event.what}`}
                  className="place"
                  y={top}
                  x={[days.x(event.from), days.x(event.until ?? to)]}
                  title={event.what}
                />
              ))}
            {/* Alarms last, so that no watch lies over one. */}
            {(["watch", "alarm"] as const).flatMap((weight) =>
              warnings
                .filter((warning) => warning.pitfall === pitfall)
                .map(({ id, from: begun, alarmAt, clearedAt, statement }) => {
                  const start = weight === "watch" ? begun : alarmAt;
                  return start === null ? null : (
                    <Bar
                      key={`${weight} ${id}`}
                      className={weight === "watch" ? "bar-pale" : "bar-bad"}
                      y={top + markHeight + 2}
                      x={[days.x(start), days.x(clearedAt ?? to)]}
                      title={statement}
                    />
                  );
                }),
            )}
          </g>
        );
      })}
    </Plot>
  );
}

function Bar(props: {
  readonly className: string;
  readonly x: readonly [number, number];
  readonly y: number;
  readonly title: string;
}) {
  const [start, end] = props.x;
  // What lasted a day is still to be seen.
  return (
    <rect
      className={props.className}
      x={percent(start)}
      y={props.y}
      width={percent(Math.max(0.6, end - start))}
      height={markHeight}
    >
      <title>{props.title}</title>
    </rect>
  );
}

function timelineSummary({ warnings, events, from, to }: Backtest): string {
  const alarms = warnings.filter(({ alarmAt }) => alarmAt !== null).length;
  return `From ${from} to ${to}: ${formatNumberOf(events.length, "known event")}, ${formatNumberOf(warnings.length, "warning")} of which ${alarms} became alarms. The tables beside tell each.`;
}
