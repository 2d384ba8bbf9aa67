import type { WeightChange } from "../../governance/selection/winner-robustness.ts";
import { formatShare } from "../format-figure.ts";
import { shortened } from "./acceptability-picture.tsx";
import { Plot, percent } from "./plot.tsx";

const rowHeight = 34;

/** Who wins at which weight of a criterion: a bar for each stretch, and the weight that it has. */
export function PriceWeightPicture(props: { readonly change: WeightChange; readonly nameOf: (bid: string) => string }) {
  const { change, nameOf } = props;
  const winners = [...new Set(change.stretches.flatMap((stretch) => stretch.winners))];
  const height = winners.length * rowHeight + 18;
  return (
    <Plot
      summary={weightSummary(change, nameOf)}
      height={height}
      across={[0, 25, 50, 75, 100].map((at) => ({ at, text: `${at}\u00a0%`, isSpare: at % 50 !== 0 }))}
      acrossTitle={`weight of ${change.criterion}, the others keeping their proportions`}
      hasNames
    >
      {winners.map((bid, row) => (
        <g key={bid}>
          <text className="name" x="0" y={18 + row * rowHeight + 11}>
            {shortened(nameOf(bid))}
          </text>
          {change.stretches
            .filter((stretch) => stretch.winners.includes(bid))
            .map(({ from, to }) => (
              <rect
                key={from}
                className="bar"
                x={percent(from * 100)}
                width={percent(Math.max(0.4, (to - from) * 100))}
                y={18 + row * rowHeight + 16}
                height="14"
              />
            ))}
        </g>
      ))}
      <line className="today" x1={percent(change.weight * 100)} x2={percent(change.weight * 100)} y1="4" y2={height} />
      <text
        className="today-label"
        x={percent(change.weight * 100)}
        dx={change.weight > 0.6 ? -5 : 5}
        y="11"
        textAnchor={change.weight > 0.6 ? "end" : "start"}
      >
        counts {formatShare(change.weight)}
      </text>
    </Plot>
  );
}

function weightSummary({ criterion, weight, stretches }: WeightChange, nameOf: (bid: string) => string): string {
  const said = stretches.map(
    ({ from, to, winners }) => `${winners.map(nameOf).join(" and ")} from ${formatShare(from)} to ${formatShare(to)}`,
  );
  return `Who wins by the weight of ${criterion}, which counts ${formatShare(weight)}: ${said.join("; ")}.`;
}
