/**
 * How the pictures of reviews are drawn. What is meant stands in words or shapes beside every hue: lanes by their place, percentiles
 * by line and band, gaps by a dashed outline, decisions by icon and word.
 */
export const pictureStyle = `
section.review[id] { padding-top: 0; }
.review { border: 1px solid var(--line); border-radius: 6px; background: var(--surface); margin-top: .75rem; }
.review > details > summary { display: flex; flex-wrap: wrap; gap: .1rem .9rem; align-items: baseline; padding: .7rem 1rem; color: var(--ink); }
.review > details > summary h3 { min-width: 12rem; } .review > details > summary .headline { color: var(--muted); max-width: none; flex: 1 1 24rem; }
.review > details > .folded { padding: .25rem 1.1rem 1.1rem; }
.review .nothing-yet { padding: .7rem 1rem; display: flex; flex-wrap: wrap; gap: .1rem .9rem; align-items: baseline; font-size: .875rem; }
.review .nothing-yet h3 { min-width: 12rem; } .review .nothing-yet p { flex: 1 1 24rem; max-width: none; color: var(--muted); }
.review .badge.strong, .review .badge.tone-unknown { margin-left: 0; }
.review h4 { margin-top: 1.25rem; color: var(--ink); font-size: .9375rem; } .review .folded > h4:first-child { margin-top: .25rem; }
.review p + p { margin-top: .3rem; }
.review ul.told { padding-left: 1.1rem; margin-top: .3rem; }
.review .records, .review .scrolls { margin-top: .6rem; }
.review .figures tbody th { min-width: 8rem; }
.review .small { color: var(--muted); }
.beside { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); gap: .5rem 2rem; align-items: start; }
.beside > * { min-width: 0; }
.picture { container-type: inline-size; min-width: 0; margin-top: .75rem; }
.picture figcaption { font-size: .875rem; font-weight: 600; }
.picture .key { display: flex; flex-wrap: wrap; gap: .1rem 1rem; margin: .35rem 0 0; padding: 0; list-style: none; font-size: .8125rem; color: var(--muted); }
.picture .key li { display: inline-flex; gap: .4rem; align-items: center; max-width: none; }
.picture .key svg { flex: none; overflow: visible; }
.frame { padding: 8px 14px 4px 58px; }
.frame.named { padding-left: 14px; }
.axis-title { font-size: .75rem; color: var(--muted); max-width: none; }
.frame > .axis-title:first-child { margin: 0 0 6px -50px; } .frame.named > .axis-title:first-child { margin-left: 0; }
.axis-title.across { text-align: center; margin-top: 2px; }
.plot .name { fill: var(--ink); font-size: 12px; paint-order: stroke; stroke: var(--surface); stroke-width: 3px; }
.plot .today-label { paint-order: stroke; stroke: var(--surface); stroke-width: 3px; }
.plot .on-mark { fill: var(--surface); font-weight: 600; } .plot .by-mark { fill: var(--ink); }
.plot .fan { fill: var(--band); } .plot .fan-edge { stroke: var(--limit); stroke-width: 1; stroke-dasharray: 3 2; }
.plot .middle { stroke: var(--ink); stroke-width: 2; } .plot .planned { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 2 4; }
.plot .zero { stroke: var(--strong-line); stroke-width: 1.5; }
.plot .today { stroke: var(--special); stroke-width: 1.5; stroke-dasharray: 6 3; } .plot .today-label { fill: var(--special); font-weight: 600; }
.plot .bar, .swatch.bar { fill: var(--good); stroke: var(--surface); stroke-width: 1; }
.plot .bar-pale, .swatch.bar-pale { fill: var(--band); stroke: var(--limit); stroke-width: 1; }
.plot .bar-bad { fill: var(--bad); } .plot .none { fill: none; stroke: var(--bad); stroke-width: 1.25; stroke-dasharray: 3 2; }
.plot .whisker { stroke: var(--ink); stroke-width: 1.75; } .plot .threshold { stroke: var(--ink); stroke-width: 2.5; }
.plot .client, .swatch.client { fill: var(--good); } .plot .place, .swatch.place { fill: var(--surface); stroke: var(--ink); stroke-width: 1.25; }
.plot .both, .swatch.both { fill: var(--ink); } .plot .required { stroke: var(--bad); stroke-width: 2; }
.plot .dot { fill: var(--ink); } .plot .ring { fill: var(--surface); stroke: var(--ink); stroke-width: 2; }
.plot .link { stroke: var(--limit); stroke-width: 2; }
.plot .rank-1 { fill: var(--ink); } .plot .rank-2 { fill: var(--strong-line); } .plot .rank-3 { fill: var(--band); } .plot .rank-4 { fill: var(--surface); }
.plot [class^="rank-"] { stroke: var(--ink); stroke-width: .75; }
.plot .cell { fill: var(--surface); stroke: var(--line); } .plot .cell-medium { fill: var(--sunken); } .plot .cell-high { fill: var(--band); } .plot .cell-critical { fill: var(--bad-pale); }
.plot .score { font-size: 10px; }
.plot .arrow { stroke: var(--ink); stroke-width: 1.5; }
.plot .funnel { fill: var(--band); stroke: var(--limit); }
@media print, (min-width: 56.01rem) { .review .records tbody th { min-width: 7.5rem; } }
@container (max-width: 26rem) {
  .plot .spare { display: none; }
  .frame { padding-left: 50px; padding-right: 6px; } .frame.named { padding-left: 6px; }
}
@media (forced-colors: active) {
  .review { border: 1px solid CanvasText; }
  .plot .bar, .plot .client, .plot .both, .plot .dot, .plot .rank-1 { fill: CanvasText; }
  .plot .fan, .plot .bar-pale, .plot .place, .plot .ring, .plot .rank-2, .plot .rank-3, .plot .cell { fill: Canvas; stroke: CanvasText; }
  .plot .middle, .plot .planned, .plot .zero, .plot .today, .plot .whisker, .plot .threshold, .plot .link, .plot .arrow, .plot .required { stroke: CanvasText; }
}
`;
