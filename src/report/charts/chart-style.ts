/** How charts are drawn. Nothing is told by hue alone: special causes are triangles, targets are dashed, the limits are a band. */
export const chartStyle = `
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 30rem), 1fr)); gap: 1rem; }
.charts + details { margin-top: .75rem; }
.kpi { container-type: inline-size; min-width: 0; padding: .9rem 1.1rem .7rem; border: 1px solid var(--line); border-radius: 6px; background: var(--surface); }
.kpi h3 { text-wrap: balance; }
.kpi .segment { display: block; font-weight: 400; color: var(--muted); font-size: .875rem; }
.reading { margin-top: .15rem; } .reading b { font-size: 1.125rem; font-variant-numeric: tabular-nums; }
.reading .muted { font-size: .8125rem; }
.badges { display: flex; flex-wrap: wrap; gap: .15rem 1.1rem; margin-top: .15rem; }
.kpi .badge.tone-unknown { margin-left: 0; }
.chart { padding: 30px 112px 28px 56px; }
.plot { display: block; overflow: visible; }
.plot text { font-size: 11.5px; fill: var(--muted); font-variant-numeric: tabular-nums; }
.plot path, .plot line { fill: none; }
.plot .grid { stroke: var(--line); stroke-width: 1; }
.plot .band { fill: var(--band); stroke: var(--limit); stroke-width: 1; }
.plot .centre { stroke: var(--limit); stroke-width: 1.5; }
.plot .values, .sparkline .values { fill: none; stroke: var(--ink); stroke-width: 1.5; stroke-linejoin: round; }
.plot .target { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 2 4; }
.plot .dots { stroke: var(--ink); stroke-width: 5.2; stroke-linecap: round; }
.plot .mark { overflow: visible; }
.plot .mark path { fill: currentColor; stroke: var(--surface); stroke-width: 1.25; }
.plot .change { stroke: var(--special); stroke-width: 1.5; stroke-dasharray: 6 3; }
.plot .change-label { fill: var(--special); font-weight: 600; }
.plot .label-target { fill: var(--ink); font-weight: 600; }
.sparkline { vertical-align: -.3rem; }
.budget-bar { display: block; margin-left: auto; max-width: 9rem; }
.budget-bar .track { fill: var(--band); stroke: var(--strong-line); stroke-width: .75; }
.budget-bar .spent { fill: var(--good); } .budget-bar .overspent { fill: var(--bad); }
.budget-bar .whole { stroke: var(--ink); stroke-width: 1.5; }
@container (max-width: 30rem) {
  .chart { padding-right: 8px; padding-left: 44px; }
  .plot .line-label, .plot .spare { display: none; }
}
@media (max-width: 56rem) { .budget-bar { margin-left: 0; } }
@media (forced-colors: active) {
  .plot text, .plot .mark path { fill: CanvasText; }
  .plot .values, .plot .dots, .plot .target, .plot .centre, .plot .band, .plot .change, .sparkline .values { stroke: CanvasText; }
  .plot .grid { stroke: GrayText; } .plot .band { fill: none; }
  .budget-bar .track { fill: Canvas; stroke: CanvasText; } .budget-bar .spent, .budget-bar .overspent { fill: Highlight; } .budget-bar .whole { stroke: CanvasText; }
}
`;
