import type { ReactNode } from "react";

/** A tick of the axis below: `at` in percent of the width; a spare one gives way where there is little room. */
export type AcrossTick = { readonly at: number; readonly text: string; readonly isSpare?: boolean };
/** A tick of the axis at the left: `at` in pixels from the top. */
export type UpTick = { readonly at: number; readonly text: string };

type PlotProps = {
  /** the picture in sentences, for those who do not see it */
  readonly summary: string;
  readonly height: number;
  readonly across: readonly AcrossTick[];
  readonly up?: readonly UpTick[];
  /** what the axis below counts, with unit and zone */
  readonly acrossTitle: string;
  readonly upTitle?: string;
  /** rows have their names above them, so that none is needed at the left */
  readonly hasNames?: boolean;
  readonly children: ReactNode;
};

/**
 * The frame of a picture: axes with their titles, and one image to assistive technology. Widths are percentages and heights
 * are pixels, so that a picture fills what room it has and its text keeps its size.
 */
export function Plot(props: PlotProps) {
  const { summary, height, across, up = [], acrossTitle, upTitle, hasNames = false, children } = props;
  return (
    <div className={`frame${hasNames ? " named" : ""}`}>
      {upTitle === undefined ? null : <p className="axis-title">{upTitle}</p>}
      <svg role="img" aria-label={summary} width="100%" height={height + 20} className="plot">
        {up.map(({ at, text }) => (
          <g key={text}>
            <line className="grid" x1="0" x2="100%" y1={at} y2={at} />
            <text x="-8" y={at} dy="0.32em" textAnchor="end">
              {text}
            </text>
          </g>
        ))}
        {across.map(({ at, text, isSpare = false }) => (
          <g key={`${at} ${text}`}>
            <line className="grid" x1={percent(at)} x2={percent(at)} y1="0" y2={height + (isSpare ? 0 : 4)} />
            <text
              className={isSpare ? "spare" : undefined}
              x={percent(at)}
              y={height + 16}
              textAnchor={at < 4 ? "start" : at > 96 ? "end" : "middle"}
            >
              {text}
            </text>
          </g>
        ))}
        {children}
      </svg>
      <p className="axis-title across">{acrossTitle}</p>
    </div>
  );
}

/** Curves, drawn in percent of the width by pixels of the height. */
export function Stretched({ height, children }: { readonly height: number; readonly children: ReactNode }) {
  return (
    <svg
      aria-hidden="true"
      width="100%"
      height={height}
      viewBox={`0 0 100 ${height}`}
      preserveAspectRatio="none"
      overflow="visible"
    >
      {children}
    </svg>
  );
}

export function percent(value: number): string {
  return `${rounded(value)}%`;
}

export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
