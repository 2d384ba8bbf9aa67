import type { CoreResult } from "../../governance/process/core-assessment.ts";
import { formatCount, wordsOf } from "../format-figure.ts";
import { shortened } from "./acceptability-picture.tsx";
import { Plot, percent, rounded } from "./plot.tsx";

const rowHeight = 44;
/** Where the rule draws its borders: keep from 0.6, hand over up to 0.4. */
const borders = [0.4, 0.6] as const;

/** Each process on the way from handing over to keeping; the line is where it could lie by the aspects that nobody scored. */
export function CorePicture({
  processes,
}: {
  readonly processes: readonly { readonly id: string; readonly result: CoreResult }[];
}) {
  const height = processes.length * rowHeight + 18;
  return (
    <Plot
      summary={processes.map(({ id, result }) => coreSummary(id, result)).join(" ")}
      height={height}
      across={[0, 0.2, 0.4, 0.6, 0.8, 1].map((at) => ({ at: at * 100, text: String(at) }))}
      acrossTitle="index: 0 hand over, 1 keep"
      hasNames
    >
      <rect className="fan" x="0" width="40%" y="0" height={height} />
      <rect className="fan" x="60%" width="40%" y="0" height={height} />
      {borders.map((border) => (
        <line key={border} className="zero" x1={percent(border * 100)} x2={percent(border * 100)} y1="0" y2={height} />
      ))}
      {(["hand over", "split", "keep"] as const).map((word, at) => (
        <text key={word} className="by-mark" x={percent([20, 50, 80][at] ?? 0)} y="12" textAnchor="middle">
          {word}
        </text>
      ))}
      {processes.map(({ id, result }, row) => {
        const middle = row * rowHeight + 50;
        const { low, high } = result.indexIfUnscored;
        return (
          <g key={id}>
            <text className="by-mark" x="4" y={middle - 14}>
              {shortened(wordsOf(id))}
            </text>
            <line
              className="whisker"
              x1={percent(rounded(low * 100))}
              x2={percent(rounded(high * 100))}
              y1={middle}
              y2={middle}
            />
            <circle className="dot" cx={percent(rounded(result.index * 100))} cy={middle} r="5" />
          </g>
        );
      })}
    </Plot>
  );
}

function coreSummary(id: string, { index, recommended, indexIfUnscored: { low, high } }: CoreResult): string {
  const figure = (value: number) => formatCount(Math.round(value * 100) / 100);
  return `${wordsOf(id)}: index ${figure(index)}, between ${figure(low)} and ${figure(high)} by what is not scored, so ${recommended}.`;
}
