import { scaleLinear } from "d3-scale";
import type {
  ForecastInput,
  TornadoBar,
  WorkedOutCase,
} from "../../governance/business-case/business-case-forecast.ts";
import { formatCount, formatEstimate, formatShare, formatShortAmount } from "../format-figure.ts";
import { shortened } from "./acceptability-picture.tsx";
import { Plot, percent, rounded } from "./plot.tsx";

const rowHeight = 36;
const shownBars = 10;

/** What the saving hangs on: each input at its P10 and at its P90 with all others in the middle; the longest bar first. */
export function TornadoPicture({ forecast }: { readonly forecast: WorkedOutCase }) {
  const bars = forecast.tornado.slice(0, shownBars);
  if (bars.length === 0) return null;
  const ends = bars.flatMap(({ savingAtP10, savingAtP90 }) => [savingAtP10, savingAtP90]);
  const x = scaleLinear([Math.min(...ends), Math.max(...ends)], [3, 97]).nice(4);
  const height = bars.length * rowHeight;
  return (
    <Plot
      summary={tornadoSummary(forecast)}
      height={height}
      across={x.ticks(4).map((tick) => ({ at: rounded(x(tick)), text: formatShortAmount(tick) }))}
      acrossTitle={`saving over ${forecast.months} months, ${forecast.currency}`}
      hasNames
    >
      {bars.map((bar, row) => (
        <Bar key={bar.input} bar={bar} row={row} x={(value) => rounded(x(value))} />
      ))}
    </Plot>
  );
}

function Bar(props: { readonly bar: TornadoBar; readonly row: number; readonly x: (value: number) => number }) {
  const { bar, row, x } = props;
  const [low, high] = [x(bar.savingAtP10), x(bar.savingAtP90)];
  const top = row * rowHeight + 16;
  const middle = top + 7;
  return (
    <g>
      <text className="name" x="0" y={top - 4}>
        {shortened(inputWords(bar.input))}
      </text>
      <rect
        className="bar"
        x={percent(Math.min(low, high))}
        width={percent(Math.max(0.4, Math.abs(high - low)))}
        y={top}
        height="14"
      />
      <circle className="ring" cx={percent(low)} cy={middle} r="4" />
      <circle className="dot" cx={percent(high)} cy={middle} r="4.5" />
    </g>
  );
}

function tornadoSummary({ tornado, currency, months }: WorkedOutCase): string {
  const said = tornado
    .slice(0, 3)
    .map(
      ({ input, savingAtP10, savingAtP90 }) =>
        `${inputWords(input)} moves it from ${formatEstimate(savingAtP10, currency)} to ${formatEstimate(savingAtP90, currency)}`,
    );
  return `What the saving over ${months} months hangs on, from the P10 to the P90 of each input: ${said.join("; ")}.`;
}

/** `outsourcing.turnover_a_year` → `turnover a year`; of staying in-house that is said. */
export function inputWords(input: string): string {
  const words = (input.split(".").at(-1) ?? input).replaceAll("_", " ");
  if (input.startsWith("staying_in_house.")) return `in-house ${words}`;
  if (input.startsWith("exchange_rates.")) return `rate of ${words}`;
  return input.includes("transition.") ? `transition ${words}` : words;
}

/** A figure that a case rests on, in its unit. */
export function formatInput(value: number, { unit, currency }: ForecastInput): string {
  if (unit === "money") return formatEstimate(value, currency ?? "");
  if (unit === "share") return formatShare(value);
  return unit === "months" ? `${formatCount(value)}\u00a0months` : formatCount(value);
}
