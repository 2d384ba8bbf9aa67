import { unitOfServiceLevel } from "../figure-unit.ts";
import {
  formatFigure,
  formatKpiFigure,
  formatMoney,
  formatOutOf,
  formatPeriod,
  formatRoundFigure,
  formatSegment,
  formatShare,
  wordsOf,
} from "../format-figure.ts";
import { rankKpis, rankServiceLevels, withoutTwins } from "../rank-verdict.ts";
import { assuranceWords, type StateWord, serviceLevelWords, variationWord } from "../state-word.ts";
import { moreLines, type TerminalPage } from "./terminal-page.ts";
import type { Paint } from "./terminal-paint.ts";
import { type TerminalCell, terminalTable } from "./terminal-table.ts";
import { sparkText, textWidth } from "./terminal-text.ts";

const mostLevels = 8;
const mostKpis = 6;

const levelsTitle = "SERVICE LEVELS, worst budget first";
const budgetMeans = "  budget: misses, as a share of those that are allowed";

/** The service levels as they stand, those with the least budget left first. */
export function serviceLevelLines(page: TerminalPage): readonly string[] {
  const { verdict, width, paint } = page;
  const ranked = rankServiceLevels(verdict.serviceLevels);
  if (ranked.length === 0) return [];
  const rows = ranked.slice(0, mostLevels).map(({ id, latest }): readonly TerminalCell[] => {
    const unit = unitOfServiceLevel(verdict, latest);
    const owed =
      latest.credit === null || Number(latest.credit.owed.amount) === 0 ? "" : formatMoney(latest.credit.owed);
    return [
      stateCell(serviceLevelWords[latest.state], paint),
      { text: wordsOf(id) },
      { text: formatFigure(latest.value, unit, [latest.target, latest.minimum]) },
      { text: latest.value === null ? "" : formatOutOf(latest.numerator, latest.denominator), paint: paint.faint },
      { text: `target ${formatRoundFigure(latest.target, unit)}`, paint: paint.faint },
      { text: latest.budgetSpent === null ? "" : `budget ${formatShare(latest.budgetSpent)}` },
      { text: owed },
      {
        text: `${formatPeriod(latest.period)}${latest.period.end > verdict.asOf ? " so far" : ""}`,
        paint: paint.faint,
      },
    ];
  });
  const hasBudget = ranked.some(({ latest }) => latest.budgetSpent !== null);
  const columns = [
    {},
    { mayShrink: true },
    { isNumber: true },
    { mayGo: 2 },
    { mayGo: 1 },
    { mayGo: 0 },
    { isNumber: true, mayGo: 3 },
    { mayGo: 4 },
  ];
  return [
    `${paint.title(levelsTitle)}${hasBudget && textWidth(levelsTitle + budgetMeans) <= width ? paint.faint(budgetMeans) : ""}`,
    ...terminalTable(columns, rows, width),
    ...moreLines(ranked.length, mostLevels, "service level", page),
  ];
}

/** The KPIs, worst first, with how each varies. */
export function kpiLines(page: TerminalPage): readonly string[] {
  const { verdict, width, paint } = page;
  const ranked = withoutTwins(rankKpis(verdict.kpis));
  if (ranked.length === 0) return [];
  const rows = ranked.slice(0, mostKpis).map((kpi): readonly TerminalCell[] => {
    const latest = kpi.points.findLast(({ value }) => value !== null);
    const values = kpi.points.map(({ value }) => value);
    const variation = variationWord(kpi);
    return [
      stateCell(variation, paint),
      stateCell(assuranceWords[kpi.assurance], paint),
      { text: [kpi.title, formatSegment(kpi.segment)].filter((part) => part !== "").join(", ") },
      { text: formatKpiFigure(kpi, latest?.value ?? null, [kpi.target]) },
      { text: sparkText(values, width < 100 ? 12 : 26), paint: paint[variation.tone] },
    ];
  });
  const columns = [{}, { mayGo: 1 }, { mayShrink: true }, { isNumber: true }, {}];
  return [
    paint.title("KPIS, worst first"),
    ...terminalTable(columns, rows, width),
    ...moreLines(ranked.length, mostKpis, "KPI", page),
  ];
}

function stateCell({ glyph, word, tone }: StateWord, paint: Paint): TerminalCell {
  return { text: `${glyph} ${word}`, paint: paint[tone] };
}
