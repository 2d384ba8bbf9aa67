/**
 * The report on A4: light whatever the screen, what was folded is open, and nothing that belongs together is torn. A chart's table
 * keeps its latest eight periods and no limits, which the chart shows: a week's paper is read, not filed.
 */
export function printStyle(lightColours: string): string {
  return `
@page { size: A4; margin: 14mm 13mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 8pt; color: #585e67; } }
@media print {
  :root { color-scheme: light; ${lightColours} --paper: #ffffff; }
  html { font-size: 9.5pt; }
  body { max-width: none; padding: 0; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  nav, .skip, summary::before { display: none; }
  header { padding-top: 0; }
  a { color: inherit; text-decoration: none; }
  details::details-content { content-visibility: visible; display: block; block-size: auto; }
  summary { color: var(--muted); }
  .kpi, .decision, tr, .standing, .definitions > div { break-inside: avoid; }
  .records tbody { break-inside: avoid; }
  .levels tbody th { width: 8.5rem; } .levels td:nth-child(2) { width: 9rem; } .levels td:last-child { width: 6rem; }
  th, td { padding-right: .6rem; }
  h2, h3, h4, caption, .lead, summary { break-after: avoid; }
  thead { display: table-header-group; }
  section[id] { padding-top: 1.5rem; }
  #pitfalls, #kpis { break-before: page; }
  .charts { grid-template-columns: 1fr 1fr; }
  .kpi { margin-bottom: .5rem; break-inside: avoid; }
  .kpi .figures caption::after { content: "; on paper the latest 8 at most, without limits"; }
  .kpi .figures tbody tr:nth-child(n+9) { display: none; }
  .kpi .figures :is(th, td):is(:nth-child(4), :nth-child(5), :nth-child(6)) { display: none; }
  .scrolls { overflow: visible; }
  .figures { font-size: 8pt; } .figures th, .figures td { padding-top: .1rem; padding-bottom: .1rem; }
}
`;
}
