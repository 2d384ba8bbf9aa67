import type { IdeaStanding } from "../../governance/idea/idea-standing.ts";
import { Plot, percent } from "./plot.tsx";

const rowHeight = 38;

/** What became of ideas: handed in, decided, accepted, and those whose value is known, as bars from one middle. */
export function IdeaFunnelPicture({ ideas }: { readonly ideas: IdeaStanding }) {
  const steps = funnelSteps(ideas);
  const most = Math.max(1, ...steps.map(({ count }) => count));
  return (
    <Plot
      summary={`What became of ideas: ${steps.map(({ word, count }) => `${count} ${word}`).join(", ")}.`}
      height={steps.length * rowHeight}
      across={[]}
      acrossTitle="ideas"
      hasNames
    >
      {steps.map(({ word, count }, row) => (
        <g key={word}>
          <rect
            className="funnel"
            x={percent(50 - (count / most) * 50)}
            width={percent((count / most) * 100)}
            y={row * rowHeight + 3}
            height={rowHeight - 6}
          />
          <text className="by-mark" x="50%" y={row * rowHeight + rowHeight / 2} dy="0.34em" textAnchor="middle">
            {count} {word}
          </text>
        </g>
      ))}
    </Plot>
  );
}

function funnelSteps({ submitted, accepted, declined, realised }: IdeaStanding) {
  return [
    { word: "handed in", count: submitted },
    { word: "decided", count: accepted + declined },
    { word: "accepted", count: accepted },
    { word: "with a known value", count: realised.withFigure },
  ];
}
