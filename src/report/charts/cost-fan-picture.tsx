import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import type { ForecastMonth, WorkedOutCase } from "../../governance/business-case/business-case-forecast.ts";
import { formatEstimate, formatMonth, formatShortAmount } from "../format-figure.ts";
import { type AcrossTick, Plot, percent, rounded, Stretched } from "./plot.tsx";

const height = 230;

/** All savings so far less the costs of the move, month by month: the middle as a line, eight of ten draws as a band; zero is staying in-house. */
export function CostFanPicture({ forecast }: { readonly forecast: WorkedOutCase }) {
  const { byMonth, currency, breakEven } = forecast;
  const months = [start, ...byMonth.map(({ month, savingSoFar }) => ({ month, ...savingSoFar }))];
  const x = monthScale(forecast);
  const values = months.flatMap(({ p10, p90 }) => [p10, p90]);
  const y = scaleLinear([Math.min(0, ...values), Math.max(0, ...values)], [height - 6, 6]).nice(5);
  const band = area<FanPoint>()
    .x(({ month }) => x(month))
    .y0(({ p10 }) => rounded(y(p10)))
    .y1(({ p90 }) => rounded(y(p90)));
  const edge = (of: (point: FanPoint) => number) =>
    line<FanPoint>()
      .x(({ month }) => x(month))
      .y((point) => rounded(y(of(point))))(months) ?? "";
  return (
    <Plot
      summary={fanSummary(forecast)}
      height={height}
      across={monthTicks(forecast)}
      up={y.ticks(5).map((tick) => ({ at: rounded(y(tick)), text: formatShortAmount(tick) }))}
      upTitle={`${currency} against staying in-house, all months so far`}
      acrossTitle="month of the case"
    >
      <Stretched height={height}>
        <path className="fan" d={band(months) ?? ""} />
        <path className="fan-edge" vectorEffect="non-scaling-stroke" d={edge(({ p10 }) => p10)} />
        <path className="fan-edge" vectorEffect="non-scaling-stroke" d={edge(({ p90 }) => p90)} />
        <path className="middle" vectorEffect="non-scaling-stroke" d={edge(({ p50 }) => p50)} />
      </Stretched>
      <line className="zero" x1="0" x2="100%" y1={y(0)} y2={y(0)} />
      <text x="100%" y={y(0)} dx="-4" dy="-5" textAnchor="end">
        staying in-house
      </text>
      {breakEven.p50 === null ? null : (
        <g>
          <circle className="ring" cx={percent(x(breakEven.p50))} cy={y(0)} r="5" />
          <text
            className="name"
            x={percent(x(breakEven.p50))}
            y={y(0)}
            dy="20"
            textAnchor={x(breakEven.p50) > 70 ? "end" : "start"}
          >
            P50: month {breakEven.p50}
          </text>
        </g>
      )}
    </Plot>
  );
}

type FanPoint = { readonly month: number; readonly p10: number; readonly p50: number; readonly p90: number };
const start: FanPoint = { month: 0, p10: 0, p50: 0, p90: 0 };

/** Percent of the width for the end of a month; 0 is the start. */
export function monthScale({ months }: WorkedOutCase): (month: number) => number {
  return (month) => rounded((month / Math.max(1, months)) * 100);
}

export function monthTicks(forecast: WorkedOutCase): readonly AcrossTick[] {
  const x = monthScale(forecast);
  const every = [1, 2, 3, 6, 12, 24].find((step) => forecast.months / step <= 8) ?? 60;
  return Array.from({ length: Math.floor(forecast.months / every) + 1 }, (_, at) => {
    const month = at * every;
    return { at: x(month), text: `${month}${endOf(forecast.byMonth, month)}`, isSpare: at % 2 === 1 };
  });
}

function endOf(byMonth: readonly ForecastMonth[], month: number): string {
  const on = byMonth.find((one) => one.month === month)?.endsOn ?? null;
  return on === null ? "" : `, ${formatMonth(on)}`;
}

function fanSummary({ byMonth, currency, months, breakEven }: WorkedOutCase): string {
  const last = byMonth.at(-1)?.savingSoFar;
  const amount = (value: number | undefined) => (value === undefined ? "unknown" : formatEstimate(value, currency));
  const end = `Saved after ${months} months against staying in-house: ${amount(last?.p10)} to ${amount(last?.p90)} in eight of ten draws, ${amount(last?.p50)} in the middle.`;
  return `${end} ${breakEven.p50 === null ? "It is more likely than not that the move is not paid back in that time." : `Paid back by month ${breakEven.p50}, as likely as not.`}`;
}
