import { chartStyle } from "./charts/chart-style.ts";
import { pictureStyle } from "./charts/picture-style.ts";
import { printStyle } from "./print-style.ts";

const lightColours = `
  --paper: #faf9f6; --surface: #ffffff; --sunken: #f3f1ec; --ink: #1b1e23; --muted: #585e67; --line: #dedad2; --strong-line: #b5b0a6;
  --link: #005a8c; --bad: #a83c00; --bad-pale: #fdeee4; --on-bad: #ffffff; --worry: #7a5200; --good: #005f96; --special: #64359c;
  --band: #eceae4; --limit: #8a857b; --focus: #1b1e23;`;

// Lighter hues of the same meaning: blue, orange and purple dark enough for paper are too dark here.
const darkColours = `
  --paper: #14171a; --surface: #1b1f24; --sunken: #22272d; --ink: #e9e7e3; --muted: #a7adb6; --line: #31373f; --strong-line: #59616b;
  --link: #7cc4f2; --bad: #ff9d5c; --bad-pale: #33231a; --on-bad: #1b1206; --worry: #ecc15a; --good: #66b8ee; --special: #c7a5f7;
  --band: #262c33; --limit: #838b95; --focus: #ffffff;`;

const base = `
:root { color-scheme: light dark; ${lightColours} }
@media (prefers-color-scheme: dark) { :root { ${darkColours} } }
* { box-sizing: border-box; }
html { font: 100%/1.5 ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Open Sans", "Helvetica Neue", Arial, sans-serif;
  -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; background: var(--paper); color: var(--ink); }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
body { margin: 0 auto; max-width: 78rem; padding: 0 clamp(1rem, 4vw, 3rem); font-size: .9375rem; overflow-wrap: anywhere; }
p, ul, ol, dl, dd, figure, h1, h2, h3, h4 { margin: 0; padding: 0; }
p, li, dd { max-width: 46rem; }
a { color: var(--link); text-underline-offset: .2em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
code { font: .875em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; }
pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.answers { padding-left: 1.1rem; }
.answers li + li { margin-top: .6rem; }
td code, dd code { display: inline-block; margin-right: .5rem; }
code.command { display: inline-block; padding: .4rem .7rem; background: var(--sunken); border-radius: 4px; }
b { font-weight: 650; }
.muted, .small, .lead, .what { color: var(--muted); }
.small { font-size: .8125rem; font-weight: 400; }
th .small, td .small { display: block; line-height: 1.35; }
.skip { position: absolute; left: -100vw; padding: .5rem 1rem; background: var(--surface); }
.skip:focus { left: 1rem; top: .5rem; z-index: 1; }
.nothing { padding: .75rem 1rem; background: var(--sunken); border-radius: 4px; }
.plain { list-style: none; }
.items { font-size: .8125rem; font-variant-numeric: tabular-nums; max-width: none; }
`;

const frame = `
header { padding: 2.25rem 0 0; }
.kind { font-size: .8125rem; letter-spacing: .04em; color: var(--muted); }
h1 { font-size: clamp(1.5rem, 1.1rem + 1.8vw, 2.125rem); line-height: 1.2; letter-spacing: -.015em; font-weight: 680; text-wrap: balance; margin: .25rem 0 .4rem; }
h2 { font-size: 1.3125rem; line-height: 1.25; letter-spacing: -.01em; font-weight: 660; }
h3 { font-size: 1rem; line-height: 1.35; font-weight: 650; }
h4 { font-size: .8125rem; font-weight: 650; color: var(--muted); margin-bottom: .35rem; }
.what { margin-top: .35rem; }
nav { margin-top: 1rem; border-bottom: 1px solid var(--line); }
nav ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; list-style: none; }
nav li { max-width: none; }
nav a { display: inline-block; padding: .4rem 0; text-decoration: none; font-size: .875rem; }
nav a:hover { text-decoration: underline; }
section[id] { padding-top: 2.75rem; }
section[id] > h2 { margin-bottom: .3rem; }
section[id] > .lead { margin-bottom: 1rem; }
#now { padding-top: 1.75rem; }
#now > h2, #guards > h2, #findings > h2, #reconciliations > h2, #coverage > h2, #method > h2 { margin-bottom: .75rem; }
section[id] > p + table, section[id] > table + p { margin-top: 1.25rem; }
#coverage > p { margin: 1.5rem 0 .75rem; }
#method ul { padding-left: 1.1rem; }
#method > details { margin-top: 1rem; }
#method h3 { margin: 1.5rem 0 .4rem; }
footer { margin: 3rem 0 2rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: .8125rem; color: var(--muted); }
`;

const states = `
.tone-bad { color: var(--bad); } .tone-worry { color: var(--worry); } .tone-good { color: var(--good); }
.tone-special { color: var(--special); } .tone-plain { color: var(--ink); } .tone-unknown { color: var(--muted); }
.badge { display: inline-flex; align-items: center; gap: .35rem; white-space: nowrap; font-size: .875rem; line-height: 1.5; font-weight: 560; }
.badge.tone-plain { font-weight: 400; color: var(--muted); }
.badge .icon { flex: none; }
.badge.tone-unknown { padding: 0 .45rem; margin-left: -.45rem; border: 1px dashed var(--strong-line); border-radius: 4px; color: var(--ink); font-weight: 400;
  background: repeating-linear-gradient(-45deg, transparent 0 4px, var(--sunken) 4px 8px); }
.badge.strong.tone-bad { padding: 0 .5rem; margin-left: -.5rem; border-radius: 4px; background: var(--bad); color: var(--on-bad); }
.decision .badge.strong, .finding .badge.strong, .decision .badge.tone-unknown { margin-left: 0; }
`;

const firstScreen = `
.standing { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 8.5rem), 1fr)); border: 1px solid var(--line); border-radius: 6px; background: var(--surface); }
.standing-figure { padding: .75rem 1rem .8rem; box-shadow: -1px 0 0 var(--line), 0 -1px 0 var(--line); }
.standing { overflow: hidden; }
.standing dt { font-size: .8125rem; color: var(--muted); }
.standing .big { display: block; font-size: 1.375rem; line-height: 1.3; font-weight: 660; letter-spacing: -.01em; font-variant-numeric: tabular-nums; }
.standing .small { color: var(--muted); display: block; line-height: 1.35; }
@media screen and (max-width: 40rem) { .standing .big { font-size: 1.0625rem; } .standing-figure { padding: .5rem .75rem; } }
.standing-figure.tone-unknown .big { color: var(--ink); }
.decisions { list-style: none; margin-top: 1rem; display: grid; gap: .75rem; }
.decision { max-width: none; padding: 1rem 1.125rem; border: 1px solid var(--line); border-radius: 6px; background: var(--surface); }
.decision > p + p { margin-top: .35rem; }
.decision p { max-width: 56rem; }
.decision-head { display: flex; flex-wrap: wrap; align-items: center; gap: .3rem .75rem; margin-bottom: .45rem; }
.decision-head .why-first { color: var(--muted); font-size: .875rem; }
.decision > details { margin-top: .5rem; }
.decision .plain > li { max-width: none; padding: .2rem 0; }
.week { margin-top: 1rem; }
.week ul { padding-left: 1.1rem; }
.week li { max-width: 60rem; }
.answers-of { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); gap: .5rem 2rem; margin: .6rem 0; }
.answers-of dt { font-size: .8125rem; color: var(--muted); }
.answers-of code { overflow-wrap: anywhere; }
.rest { margin-top: .5rem; }
.decision-head .at-stake { margin-left: auto; font-weight: 650; color: var(--bad); font-variant-numeric: tabular-nums; }
.statement { font-size: 1rem; }
`;

const tables = `
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-size: .8125rem; color: var(--muted); padding-bottom: .4rem; }
th, td { text-align: left; vertical-align: top; padding: .45rem .9rem .45rem 0; }
th:last-child, td:last-child { padding-right: 0; }
thead th { overflow-wrap: normal; font-size: .8125rem; font-weight: 560; color: var(--muted); vertical-align: bottom; border-bottom: 1px solid var(--strong-line); }
tbody th { font-weight: 600; }
.records tbody { border-bottom: 1px solid var(--line); }
.figures tbody tr { border-bottom: 1px solid var(--line); }
.number { text-align: right; }
.number > div, .figures .number { white-space: nowrap; }
.number .small { white-space: normal; }
.short { display: block; }
.portfolio td:last-child, .guards td, .guards th, .meanings td, .meanings th { font-size: .875rem; }
.portfolio tr.clear td:last-child { color: var(--muted); }
.below td { padding: 0 0 .6rem; font-size: .875rem; }
.below td:empty { display: none; }
.beneath { display: flex; flex-wrap: wrap; gap: 0 1.5rem; align-items: flex-start; }
.beneath > * { min-height: 1.75rem; }
.beneath details[open] { flex-basis: 100%; }
.period-line { display: inline-flex; flex-wrap: wrap; gap: 0 .5rem; align-items: center; }
.budget { display: block; }
.scrolls { overflow-x: auto; }
details { font-size: .875rem; }
summary { cursor: pointer; display: inline-block; padding: .15rem 0; min-height: 24px; color: var(--link); list-style: none; }
summary::-webkit-details-marker { display: none; }
summary::before { content: "+"; display: inline-block; width: 1rem; font-weight: 650; }
details[open] > summary::before { content: "−"; }
summary:hover { text-decoration: underline; }
.records + details { margin-top: .75rem; }
.folded { padding: .35rem 0 .6rem 1rem; }
.folded ol { padding-left: 1.1rem; }
@media print, (min-width: 56.01rem) {
  .portfolio tbody th { width: 15rem; } .portfolio td:nth-child(n+2):nth-child(-n+4) { width: 8.25rem; }
  .levels tbody th { width: 13rem; } .levels td:nth-child(2) { width: 11rem; } .levels td:nth-child(3) { min-width: 9rem; } .levels td:last-child { width: 9.5rem; }
  .guards tbody th { width: 11rem; } .guards td:nth-child(2) { width: 7rem; } .guards td:last-child { width: 13rem; }
  .reconciliations td:last-child { width: 34%; }
  .meanings tbody th { width: 12rem; } .meanings td:last-child { width: 11rem; }
}
@media screen and (max-width: 56rem) {
  .records, .records tbody, .records tr, .records th, .records td { display: block; width: auto; }
  .records caption { display: block; }
  .records thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .records tbody { padding: .7rem 0; }
  .records tbody th, .records tbody td { padding: .1rem 0; text-align: left; }
  .records tbody th { min-width: 0; padding-bottom: .2rem; }
  .records td[data-column] { display: grid; grid-template-columns: minmax(6rem, 9rem) minmax(0, 1fr); gap: .75rem; }
  .records td[data-column]::before { content: attr(data-column); font-size: .8125rem; color: var(--muted); }
  .portfolio td[data-column] { grid-template-columns: 4rem minmax(0, 1fr); }
  .number > div { white-space: normal; }
  .badge, .badge.strong.tone-bad, .badge.tone-unknown { margin-left: 0; white-space: normal; }
}
`;

const findings = `
.finding { padding: 1.1rem 0 1.25rem; border-top: 1px solid var(--line); }
.finding h3 { display: flex; flex-wrap: wrap; gap: .3rem .6rem; align-items: center; font-size: 1.0625rem; margin-bottom: .4rem; }
.finding > p { max-width: 52rem; } .finding > p + p { margin-top: .3rem; }
.finding-body { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 1rem 2.5rem; margin-top: .9rem; }
.finding-body > * { min-width: 0; }
.finding ol { padding-left: 1.25rem; } .finding ol li + li { margin-top: .2rem; }
.finding-body + .small { margin-top: .8rem; }
.evidence > div, .definitions > div { display: grid; grid-template-columns: minmax(7rem, 11rem) minmax(0, 1fr); gap: .75rem; padding: .2rem 0; }
.evidence dt { color: var(--muted); }
.evidence dd { font-variant-numeric: tabular-nums; }
.evidence + .scrolls, .evidence + details { margin-top: .5rem; }
.definitions { columns: 26rem 2; column-gap: 2.5rem; }
.definitions > div { break-inside: avoid; grid-template-columns: 9.5rem minmax(0, 1fr); padding: .3rem 0; }
@media screen and (max-width: 26rem) { .definitions > div, .evidence > div { grid-template-columns: 1fr; gap: .1rem; } }
`;

const forcedColours = `
@media (forced-colors: active) {
  .badge, .decision, .standing { border: 1px solid CanvasText; }
  .badge { padding: 0 .35rem; }
  .badge.strong.tone-bad { forced-color-adjust: none; background: Highlight; color: HighlightText; }
}
`;

/** The whole style of the report: light, dark, narrow, printed and with forced colours. */
export const reportStyle = [
  base,
  frame,
  states,
  firstScreen,
  tables,
  findings,
  chartStyle,
  pictureStyle,
  forcedColours,
  printStyle(lightColours),
].join("");

/** Styles are inline and nothing else is allowed to load or run. */
export const contentPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
