import { area, curveStep, line } from "d3-shape";
import type { ChartPoint, Finding, KpiReading } from "../../assessment/verdict.ts";
import {
  formatDate,
  formatDayAndMonth,
  formatKpiFigure,
  formatNumberOf,
  formatPeriod,
  formatRoundFigure,
} from "../format-figure.ts";
import { type ChartScale, chartHeight, chartScale, spreadLabels } from "./chart-scale.ts";
import { markDirection } from "./mark-direction.ts";

/**
 * A KPI over time: values, process limits, centre line, target, marks of special cause by shape, and the estimated
 * date of each change. The drawing is one image to assistive technology; the figures stand in a table beside it.
 */
export function KpiChart({ kpi, changes }: { readonly kpi: KpiReading; readonly changes: readonly Finding[] }) {
  const scale = chartScale(kpi);
  return (
    <div className="chart">
      <svg role="img" aria-label={summaryOf(kpi, changes)} width="100%" height={chartHeight} className="plot">
        <Grid kpi={kpi} scale={scale} />
        <svg
          aria-hidden="true"
          width="100%"
          height={chartHeight}
          viewBox={`0 0 100 ${chartHeight}`}
          preserveAspectRatio="none"
        >
          <Limits points={kpi.points} scale={scale} />
          <Values points={kpi.points} scale={scale} />
          <Dots points={kpi.points} scale={scale} />
        </svg>
        {kpi.target === null ? null : (
          <line className="target" x1="0" x2="100%" y1={scale.y(kpi.target)} y2={scale.y(kpi.target)} />
        )}
        {changes.map((change, at) => (
          <ChangeMark key={change.id} change={change} row={at % 2} kpi={kpi} scale={scale} />
        ))}
        {kpi.points.map((point, at) => (
          <PointMark key={point.period.start} point={point} x={`${scale.x(at)}%`} kpi={kpi} scale={scale} />
        ))}
        <LineLabels kpi={kpi} scale={scale} />
      </svg>
    </div>
  );
}

/** The chart in a sentence, for those who do not see it. */
function summaryOf(kpi: KpiReading, changes: readonly Finding[]): string {
  const latest = kpi.points.findLast(({ value }) => value !== null);
  const special = kpi.points.filter((point) => point.special !== null).length;
  const figure = (value: number | null) => formatKpiFigure(kpi, value);
  const parts = [`Chart of ${formatNumberOf(kpi.points.length, kpi.every)}.`];
  if (latest !== undefined) parts.push(`Latest ${figure(latest.value)}, ${formatPeriod(latest.period)}.`);
  if (latest?.centre != null) parts.push(`Centre ${figure(latest.centre)}.`);
  if (latest?.lower != null && latest.upper !== null)
    parts.push(`Limits ${figure(latest.lower)} to ${figure(latest.upper)}.`);
  if (kpi.target !== null) parts.push(`Target ${figure(kpi.target)}.`);
  parts.push(special === 0 ? "No mark of special cause." : `${formatNumberOf(special, "mark")} of special cause.`);
  for (const { onset } of changes) if (onset !== null) parts.push(`Change about ${formatDate(onset)}.`);
  return parts.join(" ");
}

type Drawn = { readonly kpi: KpiReading; readonly scale: ChartScale };

function Grid({ kpi, scale }: Drawn) {
  const every = Math.max(1, Math.ceil(kpi.points.length / 7));
  return (
    <>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line className="grid" x1="0" x2="100%" y1={scale.y(tick)} y2={scale.y(tick)} />
          <text className="axis" x="-8" y={scale.y(tick)} dy="0.32em" textAnchor="end">
            {formatRoundFigure(tick, kpi.unit).replace(/\u00a0a year/, "")}
          </text>
        </g>
      ))}
      {kpi.points.map(({ period }, at) =>
        at % every === 0 ? (
          <text
            key={period.start}
            className={(at / every) % 2 === 1 ? "axis spare" : "axis"}
            x={`${scale.x(at)}%`}
            y={chartHeight + 16}
            textAnchor="middle"
          >
            {formatDayAndMonth(period.start)}
          </text>
        ) : null,
      )}
    </>
  );
}

function Limits({ points, scale }: { readonly points: readonly ChartPoint[]; readonly scale: ChartScale }) {
  const corners = withoutRepeated(points);
  const band = area<PlacedPoint>()
    .defined(({ point: { lower, upper } }) => lower !== null && upper !== null)
    .curve(curveStep)
    .x(({ at }) => scale.x(at))
    .y0(({ point: { lower } }) => scale.y(lower ?? 0))
    .y1(({ point: { upper } }) => scale.y(upper ?? 0));
  const centre = line<PlacedPoint>()
    .defined(({ point }) => point.centre !== null)
    .curve(curveStep)
    .x(({ at }) => scale.x(at))
    .y(({ point }) => scale.y(point.centre ?? 0));
  return (
    <>
      <path className="band" vectorEffect="non-scaling-stroke" d={band([...corners]) ?? ""} />
      <path className="centre" vectorEffect="non-scaling-stroke" d={centre([...corners]) ?? ""} />
    </>
  );
}

type PlacedPoint = { readonly point: ChartPoint; readonly at: number };

/** Points whose lines differ from those before or after them: between the others the lines are straight anyway. */
function withoutRepeated(points: readonly ChartPoint[]): readonly PlacedPoint[] {
  const isSame = (one: ChartPoint, other: ChartPoint | undefined) =>
    other !== undefined && one.lower === other.lower && one.upper === other.upper && one.centre === other.centre;
  return points.flatMap((point, at) =>
    isSame(point, points[at - 1]) && isSame(point, points[at + 1]) ? [] : [{ point, at }],
  );
}

/** Points of common cause, all in one path: a line of no length with round ends is a dot. */
function Dots({ points, scale }: { readonly points: readonly ChartPoint[]; readonly scale: ChartScale }) {
  const dots = points.map(({ value, special }, at) =>
    value === null || special !== null ? "" : `M${scale.x(at)} ${scale.y(value)}h0`,
  );
  return <path className="dots" vectorEffect="non-scaling-stroke" d={dots.join("")} />;
}

function Values({ points, scale }: { readonly points: readonly ChartPoint[]; readonly scale: ChartScale }) {
  const values = line<ChartPoint>()
    .defined(({ value }) => value !== null)
    .x((_, at) => scale.x(at))
    .y(({ value }) => scale.y(value ?? 0));
  return <path className="values" vectorEffect="non-scaling-stroke" d={values([...points]) ?? ""} />;
}

function PointMark({ point, x, kpi, scale }: Drawn & { readonly point: ChartPoint; readonly x: string }) {
  if (point.value === null)
    return (
      <text className="axis" x={x} y={chartHeight - 10} textAnchor="middle">
        ?
      </text>
    );
  const y = scale.y(point.value);
  if (point.special === null) return null;
  const isUp = markDirection(point) === "up";
  const tone = kpi.better === null ? "special" : isUp === (kpi.better === "higher") ? "good" : "bad";
  return (
    <svg aria-hidden="true" x={x} y={y} className={`mark tone-${tone}`}>
      <path d={isUp ? "M0 -6 5.5 4H-5.5Z" : "M0 6 5.5 -4H-5.5Z"} />
    </svg>
  );
}

/** Stands where the period begins in which the change is thought to have begun. */
function ChangeMark({ change, row, kpi, scale }: Drawn & { readonly change: Finding; readonly row: number }) {
  const { onset } = change;
  const at = onset === null ? -1 : kpi.points.findIndex(({ period }) => period.start <= onset && onset <= period.end);
  if (onset === null || at === -1) return null;
  const x = `${scale.x(at - 0.5)}%`;
  const isLate = at > kpi.points.length / 2;
  return (
    <>
      <line className="change" x1={x} x2={x} y1={-10 - row * 13} y2={chartHeight} />
      <text className="change-label" x={x} dx={isLate ? -5 : 5} y={-3 - row * 13} textAnchor={isLate ? "end" : "start"}>
        changed about {formatDayAndMonth(onset)}
      </text>
    </>
  );
}

function LineLabels({ kpi, scale }: Drawn) {
  const last = kpi.points.findLast(({ centre }) => centre !== null);
  const lines = [
    { word: "upper", value: last?.upper ?? null },
    { word: "centre", value: last?.centre ?? null },
    { word: "lower", value: last?.lower ?? null },
    { word: "target", value: kpi.target },
  ].flatMap(({ word, value }) => (value === null ? [] : [{ word, value, y: scale.y(value) }]));
  return (
    <>
      {spreadLabels(lines, 13).map(({ word, value, y }) => (
        <text key={word} className={`line-label label-${word}`} x="100%" dx="8" y={y} dy="0.32em">
          {word} {formatRoundFigure(value, kpi.unit).replace(/\u00a0a year/, "")}
        </text>
      ))}
    </>
  );
}
