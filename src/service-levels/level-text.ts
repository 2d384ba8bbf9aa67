import type { MetricUnit } from "../metrics/metric-definition.ts";
import { percentText } from "../values/percentage.ts";
import { decimal, type ExactFigure } from "./exact-figure.ts";

/** A level in its metric's unit: `90 %`, `4h 30m`, `4.2`. */
export function levelText(level: number, unit: MetricUnit): string {
  if (unit === "share") return percentText(level);
  return unit === "seconds" ? secondsText(level) : decimal(level).toString();
}

/** A figure beside the level it is held against, with as many places as it takes to tell the two apart. */
export function figureText(figure: ExactFigure, level: number, unit: MetricUnit): string {
  const exact = figure.top.dividedBy(figure.bottom);
  if (exact.equals(decimal(level))) return levelText(level, unit);
  const scale = unit === "share" ? 100 : 1;
  const shown = [1, 2, 3, 4, 5, 6, 9].map((places) => exact.times(scale).toDecimalPlaces(places));
  const distinct = shown.find((candidate) => !candidate.equals(decimal(level).times(scale))) ?? exact.times(scale);
  if (unit === "share") return `${distinct.toString()} %`;
  return unit === "seconds" ? secondsText(distinct.toNumber()) : distinct.toString();
}

function secondsText(seconds: number): string {
  const whole = Math.floor(Math.abs(seconds));
  const rest = decimal(Math.abs(seconds))
    .minus(whole)
    .plus(whole % 60);
  const parts = [
    [Math.floor(whole / 3600).toString(), "h"],
    [Math.floor((whole % 3600) / 60).toString(), "m"],
    [rest.toString(), "s"],
  ].filter(([amount]) => amount !== "0");
  const text = parts.map(([amount, unit]) => `${amount}${unit}`).join(" ");
  return `${seconds < 0 ? "−" : ""}${text === "" ? "0s" : text}`;
}
