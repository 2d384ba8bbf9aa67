import { scaleLinear } from "d3-scale";
import type { PulseDimension, PulseMean } from "../../governance/culture/pulse-by-dimension.ts";
import { formatCount, wordsOf } from "../format-figure.ts";
import { shortened } from "./acceptability-picture.tsx";
import { Plot, percent, rounded } from "./plot.tsx";

const rowHeight = 42;

/** How each side feels about each dimension in the last survey that both answered: the line between them is the gap. */
export function PulsePicture({ pulse }: { readonly pulse: readonly PulseDimension[] }) {
  const x = scaleLinear([1, 5], [2, 98]);
  const at = (value: number) => percent(rounded(x(value)));
  const rows = pulse.flatMap((dimension) => {
    const both = lastOfBoth(dimension);
    return both === null ? [] : [{ dimension, ...both }];
  });
  return (
    <Plot
      summary={pulse.map(pulseSummary).join(" ")}
      height={rows.length * rowHeight}
      across={[1, 2, 3, 4, 5].map((score) => ({ at: rounded(x(score)), text: String(score) }))}
      acrossTitle="mean score, 1 to 5"
      hasNames
    >
      {rows.map(({ dimension, client, provider }, row) => {
        const middle = row * rowHeight + 26;
        return (
          <g key={dimension.dimension}>
            <text className="name" x="0" y={row * rowHeight + 12}>
              {shortened(
                `${wordsOf(dimension.dimension)}${"kind" in dimension.gap ? "" : dimension.gap.state === "apart" ? ": apart" : ": together"}`,
              )}
            </text>
            <line className="link" x1={at(client.mean)} x2={at(provider.mean)} y1={middle} y2={middle} />
            <circle className="dot" cx={at(client.mean)} cy={middle} r="5.5" />
            <rect
              className="ring"
              x={at(provider.mean)}
              y={middle - 5}
              width="10"
              height="10"
              transform="translate(-5 0)"
            />
          </g>
        );
      })}
    </Plot>
  );
}

/** Both means of the last survey that both sides answered; null where there is none. */
export function lastOfBoth({
  points,
}: PulseDimension): { readonly client: PulseMean; readonly provider: PulseMean } | null {
  for (const { client, provider } of [...points].reverse())
    if (!("kind" in client) && !("kind" in provider)) return { client, provider };
  return null;
}

function pulseSummary(dimension: PulseDimension): string {
  const both = lastOfBoth(dimension);
  const name = wordsOf(dimension.dimension);
  if (both === null) return `${name}: too few answers of both sides.`;
  const figure = (value: number) => formatCount(Math.round(value * 10) / 10);
  const gap = "kind" in dimension.gap ? "" : `, ${dimension.gap.state}`;
  return `${name}: client ${figure(both.client.mean)}, provider ${figure(both.provider.mean)} of 5${gap}.`;
}
