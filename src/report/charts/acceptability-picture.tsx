import type { BidAcceptability } from "../../governance/selection/winner-robustness.ts";
import { ordinal } from "../../values/ordinal.ts";
import { formatShare } from "../format-figure.ts";
import { Plot, percent } from "./plot.tsx";

const rowHeight = 42;
const nameHeight = 16;

/** How often each bid takes each place when weights are drawn: a bar a bid, first place darkest, shares written into it. */
export function AcceptabilityPicture(props: {
  readonly bids: readonly BidAcceptability[];
  readonly nameOf: (bid: string) => string;
  readonly weights: string;
}) {
  const { bids, nameOf, weights } = props;
  return (
    <Plot
      summary={acceptabilitySummary(bids, nameOf, weights)}
      height={bids.length * rowHeight}
      across={[0, 25, 50, 75, 100].map((at) => ({ at, text: `${at}\u00a0%`, isSpare: at % 50 !== 0 }))}
      acrossTitle="share of the draws"
      hasNames
    >
      {bids.map(({ bid, places }, row) => {
        const starts = places.map((_, at) => places.slice(0, at).reduce((sum, share) => sum + share, 0));
        const top = row * rowHeight + nameHeight;
        const middle = top + 11;
        return (
          <g key={bid}>
            <text className="name" x="0" y={top - 5}>
              {shortened(nameOf(bid))}
            </text>
            {places.map((share, at) =>
              share === 0 ? null : (
                // Places are told by their order alone.
                <g key={`place ${at + 1}`}>
                  <rect
                    className={`rank-${Math.min(at + 1, 4)}`}
                    x={percent((starts[at] ?? 0) * 100)}
                    width={percent(share * 100)}
                    y={top}
                    height="22"
                  />
                  {share < 0.09 ? null : (
                    <text
                      className={at === 0 ? "on-mark" : "by-mark"}
                      x={percent(((starts[at] ?? 0) + share / 2) * 100)}
                      y={middle}
                      dy="0.32em"
                      textAnchor="middle"
                    >
                      {ordinal(at + 1)} {Math.round(share * 100)}
                      {"\u00a0%"}
                    </text>
                  )}
                </g>
              ),
            )}
          </g>
        );
      })}
    </Plot>
  );
}

function acceptabilitySummary(
  bids: readonly BidAcceptability[],
  nameOf: (bid: string) => string,
  weights: string,
): string {
  const said = bids.map(({ bid, places }) => `${nameOf(bid)} first in ${formatShare(places[0] ?? 0)}`);
  return `How often each bid takes each place, ${weights}: ${said.join("; ")} of the draws.`;
}

/** A name that fits above its row, on a narrow screen too. */
export function shortened(name: string, longest = 40): string {
  const characters = [...name];
  return characters.length <= longest ? name : `${characters.slice(0, longest - 1).join("")}…`;
}
