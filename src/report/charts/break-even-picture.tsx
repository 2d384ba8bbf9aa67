import { scaleLinear } from "d3-scale";
import type { WorkedOutCase } from "../../governance/business-case/business-case-forecast.ts";
import { formatShare } from "../format-figure.ts";
import { monthScale, monthTicks } from "./cost-fan-picture.tsx";
import { Plot, percent, rounded } from "./plot.tsx";

const height = 150;

/** In which month the move is paid back: the share of the draws for each. What lies after the last month is written beside. */
export function BreakEvenPicture({ forecast }: { readonly forecast: WorkedOutCase }) {
  const { byMonth, breakEven, months } = forecast;
  const shares = byMonth.map(({ month, likelyPaidBack }, at) => ({
    month,
    share: Math.max(0, likelyPaidBack - (byMonth[at - 1]?.likelyPaidBack ?? 0)),
  }));
  const x = monthScale(forecast);
  const y = scaleLinear([0, Math.max(0.01, ...shares.map(({ share }) => share))], [height, 14]).nice(3);
  return (
    <Plot
      summary={breakEvenSummary(forecast)}
      height={height}
      across={monthTicks(forecast)}
      up={y.ticks(3).map((tick) => ({ at: rounded(y(tick)), text: `${rounded(tick * 100)}\u00a0%` }))}
      upTitle="share of the draws paid back in the month"
      acrossTitle={`month of the case; not within ${months} months: ${formatShare(breakEven.notWithin.value)} of the draws`}
    >
      {shares.map(({ month, share }) =>
        share === 0 ? null : (
          <rect
            key={month}
            className="bar"
            x={percent(x(month - 1))}
            width={percent(x(1))}
            y={rounded(y(share))}
            height={rounded(height - y(share))}
          />
        ),
      )}
      {(["p10", "p50", "p90"] as const).map((name) => {
        const month = breakEven[name];
        return month === null ? null : (
          <g key={name}>
            <line className="whisker" x1={percent(x(month))} x2={percent(x(month))} y1="12" y2={height} />
            <text className="name" x={percent(x(month))} y="9" textAnchor={x(month) > 92 ? "end" : "middle"}>
              {name.toUpperCase()}
            </text>
          </g>
        );
      })}
    </Plot>
  );
}

function breakEvenSummary({ breakEven: { p10, p50, p90, notWithin }, months }: WorkedOutCase): string {
  const by = (month: number | null) => (month === null ? `after month ${months}` : `by month ${month}`);
  return `Paid back in one of ten draws ${by(p10)}, in half ${by(p50)}, in nine of ten ${by(p90)}; ${formatShare(notWithin.value)} not within ${months} months.`;
}
