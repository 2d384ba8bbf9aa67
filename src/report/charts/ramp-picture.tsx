import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import type { RampReview } from "../../governance/partnership/review-ramp.ts";
import { formatCount, formatDate } from "../format-figure.ts";
import { dayScale, endsOf } from "./day-scale.ts";
import { Plot, percent, rounded, Stretched } from "./plot.tsx";

const height = 220;

/** The planned ramp as a dashed line, what the people on the roster come to as a full one with its interval, and when it will be full. */
export function RampPicture({ review }: { readonly review: RampReview }) {
  const { weeks, expected, forecast, asOf } = review;
  const ends = forecast.kind === "forecast" ? [forecast.p10, forecast.p90 ?? forecast.p50, forecast.planned] : [];
  const span = endsOf([...weeks.map(({ on }) => on), ...expected.map(({ on }) => on), ...ends, asOf]);
  const planned = weeks.flatMap(({ on, plannedProductive }) =>
    plannedProductive === null ? [] : [{ on, value: plannedProductive }],
  );
  const promised = review.promises.map(({ on, promised: value }) => ({ on, value }));
  const plan = [...new Map([...planned, ...promised].map((point) => [point.on, point])).values()].toSorted(
    (one, other) => one.on.localeCompare(other.on),
  );
  if (span === null || (weeks.length === 0 && plan.length === 0)) return null;
  const days = dayScale(span.from, span.to);
  const goal = plan.at(-1)?.value ?? null;
  const most = Math.max(
    1,
    ...plan.map(({ value }) => value),
    ...weeks.map(({ high, effective, heads }) => Math.max(high ?? effective, heads)),
  );
  const y = scaleLinear([0, most], [height - 4, 12]).nice(5);
  const curve = line<{ on: string; value: number }>()
    .x(({ on }) => days.x(on))
    .y(({ value }) => rounded(y(value)));
  const band = area<{ on: string; low: number; high: number }>()
    .x(({ on }) => days.x(on))
    .y0(({ low }) => rounded(y(low)))
    .y1(({ high }) => rounded(y(high)));
  const bounds = weeks.flatMap(({ on, low, high }) => (low === null || high === null ? [] : [{ on, low, high }]));
  return (
    <Plot
      summary={rampSummary(review)}
      height={height}
      across={days.ticks}
      up={y.ticks(5).map((tick) => ({ at: rounded(y(tick)), text: String(tick) }))}
      upTitle="people"
      acrossTitle="day, in the partnership's zone"
    >
      <Stretched height={height}>
        <path className="fan" d={band(bounds) ?? ""} />
        <path
          className="fan-edge"
          vectorEffect="non-scaling-stroke"
          d={curve(weeks.map(({ on, heads }) => ({ on, value: heads }))) ?? ""}
        />
        <path className="planned" vectorEffect="non-scaling-stroke" d={curve(plan) ?? ""} />
        <path
          className="middle"
          vectorEffect="non-scaling-stroke"
          d={curve(weeks.map(({ on, effective }) => ({ on, value: effective }))) ?? ""}
        />
      </Stretched>
      <line className="today" x1={percent(days.x(asOf))} x2={percent(days.x(asOf))} y1="0" y2={height} />
      {forecast.kind !== "forecast" || forecast.p10 === null || goal === null ? null : (
        <g>
          <line
            className="whisker"
            x1={percent(days.x(forecast.p10))}
            x2={percent(days.x(forecast.p90 ?? span.to))}
            y1={y(goal)}
            y2={y(goal)}
          />
          {forecast.p50 === null ? null : (
            <circle className="ring" cx={percent(days.x(forecast.p50))} cy={y(goal)} r="5" />
          )}
        </g>
      )}
    </Plot>
  );
}

function rampSummary({ weeks, forecast, behindSince, recordsEnd }: RampReview): string {
  const last = weeks.at(-1);
  const now =
    last === undefined
      ? "Nobody is on the roster."
      : `On ${formatDate(last.on)} ${last.heads} people come to ${formatCount(last.effective)} fully productive ones${last.plannedProductive === null ? "" : `, ${formatCount(last.plannedProductive)} are planned`}.`;
  const since = behindSince === null ? "" : ` Behind the plan since ${formatDate(behindSince)}.`;
  const ended = recordsEnd === null ? "" : ` The records of people end on ${formatDate(recordsEnd)}.`;
  return `${now}${ended}${since} ${forecastSentence(forecast)}`;
}

/** `Full between 6 July and 28 September 2026 in eight of ten draws, planned for 1 June 2026.` */
export function forecastSentence(forecast: RampReview["forecast"]): string {
  if (forecast.kind !== "forecast")
    return `When it is full cannot be told: ${forecast.have} people are known, ${forecast.need} are needed.`;
  const { p10, p50, p90, planned, horizon, wasInTime } = forecast;
  const kept = wasInTime === null ? "" : wasInTime ? ", kept" : ", missed";
  const day = (on: string | null) => (on === null ? `after ${formatDate(horizon)}` : formatDate(on));
  if (p10 !== null && p10 === p90)
    return `Full productivity: about ${day(p10)} in all draws; planned for ${formatDate(planned)}${kept}.`;
  return `Full productivity: ${day(p50)} as likely as not, between ${day(p10)} and ${day(p90)} in eight of ten draws; planned for ${formatDate(planned)}${kept}.`;
}
