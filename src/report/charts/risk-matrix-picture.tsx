import type { RegisteredRisk, RiskBand } from "../../governance/risk/risk-register.ts";
import { wordsOf } from "../format-figure.ts";
import { Plot, percent } from "./plot.tsx";

const cell = 46;
const scores = [1, 2, 3, 4, 5] as const;

/** Likelihood by impact: each risk by its number, from before anything is done to what is left, with an arrow where that differs. */
export function RiskMatrixPicture({ risks }: { readonly risks: readonly RegisteredRisk[] }) {
  const height = scores.length * cell;
  const numbered = risks.map((risk, at) => ({ risk, number: at + 1 })).filter(({ risk }) => risk.inherent !== null);
  const placeOf = placer();
  return (
    <Plot
      summary={matrixSummary(risks)}
      height={height}
      across={scores.map((impact) => ({ at: (impact - 0.5) * 20, text: String(impact) }))}
      up={scores.map((likelihood) => ({ at: height - (likelihood - 0.5) * cell, text: String(likelihood) }))}
      upTitle="likelihood, 1 to 5"
      acrossTitle="impact, 1 to 5"
    >
      {scores.flatMap((likelihood) =>
        scores.map((impact) => (
          <g key={`${likelihood} ${impact}`}>
            <rect
              className={`cell cell-${bandOf(likelihood * impact)}`}
              x={percent((impact - 1) * 20)}
              width="20%"
              y={height - likelihood * cell}
              height={cell}
            />
            <text
              className="score"
              x={percent(impact * 20)}
              dx="-4"
              y={height - (likelihood - 1) * cell - 5}
              textAnchor="end"
            >
              {likelihood * impact}
            </text>
          </g>
        )),
      )}
      {numbered.map(({ risk, number }) => {
        const [from, to] = [risk.inherent, risk.residual];
        if (from === null) return null;
        const start = placeOf(from.likelihood, from.impact);
        const end = to === null ? null : placeOf(to.likelihood, to.impact);
        return (
          <g key={risk.id}>
            {end === null ? null : (
              <>
                <line className="arrow" x1={percent(start.x)} y1={start.y} x2={percent(end.x)} y2={end.y} />
                <circle className="ring" cx={percent(end.x)} cy={end.y} r="8.5" />
                <text className="by-mark" x={percent(end.x)} y={end.y} dy="0.34em" textAnchor="middle">
                  {number}
                </text>
              </>
            )}
            <circle className="dot" cx={percent(start.x)} cy={start.y} r="9" />
            <text className="on-mark" x={percent(start.x)} y={start.y} dy="0.34em" textAnchor="middle">
              {number}
            </text>
          </g>
        );
      })}
    </Plot>
  );
}

/** Marks of one cell side by side, three in a row, so that none hides another. */
function placer(): (likelihood: number, impact: number) => { readonly x: number; readonly y: number } {
  const taken = new Map<string, number>();
  return (likelihood, impact) => {
    const key = `${likelihood} ${impact}`;
    const at = taken.get(key) ?? 0;
    taken.set(key, at + 1);
    return {
      x: (impact - 1) * 20 + 4.5 + (at % 3) * 5.5,
      y: scores.length * cell - likelihood * cell + 12 + Math.floor(at / 3) * 20,
    };
  };
}

function bandOf(score: number): RiskBand {
  return score >= 16 ? "critical" : score >= 10 ? "high" : score >= 5 ? "medium" : "low";
}

function matrixSummary(risks: readonly RegisteredRisk[]): string {
  const said = risks.map(({ title, inherent, residual }, at) => {
    const from = inherent === null ? "not scored" : `${inherent.likelihood} by ${inherent.impact}`;
    const to = residual === null ? "" : ` to ${residual.likelihood} by ${residual.impact}`;
    return `${at + 1} ${wordsOf(title)}: ${from}${to}`;
  });
  return `Risks by likelihood and impact, before and after treatment. ${said.join("; ")}.`;
}
