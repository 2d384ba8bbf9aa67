import { scaleLinear } from "d3-scale";
import type { CriterionVerdict } from "../../governance/growth/judge-criterion.ts";
import { formatFigure, wordsOf } from "../format-figure.ts";
import { shortened } from "./acceptability-picture.tsx";
import { Plot, percent, rounded } from "./plot.tsx";
import { unitOfFigures } from "./trajectory-picture.tsx";

const rowHeight = 60;

/**
 * Each criterion on its own scale: the figure as a dot, a line to the bound that must pass, and the threshold as a thick bar. The
 * gate opens on the bound, so what counts is on which side of the bar the end of the line lies.
 */
export function CriteriaPicture({ criteria }: { readonly criteria: readonly CriterionVerdict[] }) {
  const drawn = criteria.filter(({ value }) => value !== null);
  return (
    <Plot
      summary={drawn.map(criterionSummary).join(" ")}
      height={drawn.length * rowHeight}
      across={[]}
      acrossTitle="each criterion on its own scale"
      hasNames
    >
      {drawn.map((criterion, row) => (
        <CriterionRow key={`${criterion.metric} ${criterion.demanded}`} criterion={criterion} top={row * rowHeight} />
      ))}
    </Plot>
  );
}

function CriterionRow({ criterion, top }: { readonly criterion: CriterionVerdict; readonly top: number }) {
  const { metric, value, bound, atLeast, atMost, unit, state } = criterion;
  const threshold = atLeast ?? atMost;
  const shown = [value, bound, threshold].filter((one): one is number => one !== null);
  const room = (Math.max(...shown) - Math.min(...shown) || Math.abs(shown[0] ?? 1) || 1) * 0.25;
  const x = scaleLinear([Math.min(...shown) - room, Math.max(...shown) + room], [8, 92]);
  const at = (figure: number) => percent(rounded(x(figure)));
  const middle = top + 27;
  const text = (figure: number) => formatFigure(figure, unitOfFigures(unit));
  return (
    <g>
      <text className="name" x="0" y={top + 12}>
        {shortened(`${wordsOf(metric)}: ${criterionWords[state]}`)}
      </text>
      <line className="grid" x1="0" x2="100%" y1={middle} y2={middle} />
      {value === null || bound === null ? null : (
        <>
          <line className="whisker" x1={at(value)} x2={at(bound)} y1={middle} y2={middle} />
          <line className="whisker" x1={at(bound)} x2={at(bound)} y1={middle - 5} y2={middle + 5} />
        </>
      )}
      {value === null ? null : <circle className="dot" cx={at(value)} cy={middle} r="4.5" />}
      {threshold === null ? null : (
        <>
          <line className="threshold" x1={at(threshold)} x2={at(threshold)} y1={middle - 9} y2={middle + 9} />
          <text x={at(threshold)} y={middle + 22} textAnchor="middle">
            {atLeast === null ? "at most" : "at least"} {text(threshold)}
          </text>
        </>
      )}
    </g>
  );
}

export const criterionWords: Readonly<Record<CriterionVerdict["state"], string>> = {
  passed: "passed",
  unproven: "not proven",
  failed: "surely failed",
  "no-data": "not measured",
  "cannot-fail": "asks for nothing",
};

function criterionSummary({ metric, state, value, bound, demanded, unit }: CriterionVerdict): string {
  const text = (figure: number | null) => formatFigure(figure, unitOfFigures(unit));
  return `${wordsOf(metric)} ${criterionWords[state]}: ${text(value)}, bound ${text(bound)}, asked is ${demanded}.`;
}
