import type { Finding, SignalState, Verdict } from "../assessment/verdict.ts";
import { alarmBudgetWords } from "./alarm-budget-words.ts";
import { actionsInShort } from "./answering-actions.ts";
import { displayableVerdict } from "./displayable-text.ts";
import { unitOfServiceLevel } from "./figure-unit.ts";
import {
  formatCount,
  formatDate,
  formatFigure,
  formatKpiFigure,
  formatMoney,
  formatNumberOf,
  formatOutOf,
  formatPeriod,
  formatRoundFigure,
  formatSegment,
  formatShare,
  withDates,
  wordsOf,
} from "./format-figure.ts";
import {
  creditsOwed,
  moneyAtStake,
  rankFindings,
  rankKpis,
  rankPitfalls,
  rankServiceLevels,
  withoutTwins,
} from "./rank-verdict.ts";
import type { TerminalReportOptions } from "./report-options.ts";
import { assuranceWords, type StateWord, serviceLevelWords, signalWords, variationWord } from "./state-word.ts";
import { type Paint, paintOf } from "./terminal-paint.ts";
import { type TerminalCell, terminalTable } from "./terminal-table.ts";
import { shortened, sparkText, textWidth, wrapped } from "./terminal-text.ts";

type Page = { readonly verdict: Verdict; readonly width: number; readonly paint: Paint };

const mostAlarms = 4;
const mostLevels = 8;
const mostKpis = 6;

/**
 * The verdict for a terminal: what needs a decision, the service levels and KPIs, worst first, and where to look next.
 * No line is wider than `width`. No escape sequence is written unless `colour`, and none that a record brought.
 */
export function renderTerminal(verdict: Verdict, { width, colour, folder = "." }: TerminalReportOptions): string {
  const page = {
    verdict: displayableVerdict(verdict),
    width: Math.min(160, Math.max(60, Math.floor(width))),
    paint: paintOf(colour),
  };
  const blocks = [
    heading(page),
    decisions(page),
    serviceLevels(page),
    kpis(page),
    pitfalls(page),
    coverage(page),
    nextSteps(page, folder),
  ];
  const lines = blocks.filter((block) => block.length > 0).map((block) => block.join("\n"));
  return `${lines.join("\n\n").replaceAll("\u00a0", " ")}\n`;
}

function heading({ verdict, width, paint }: Page): readonly string[] {
  const owed = creditsOwed(verdict.serviceLevels);
  const actions = actionsInShort(verdict);
  const credits = owed.length === 0 ? [] : [`Service credits owed: ${owed.map(formatMoney).join(" + ")}`];
  const counts = (["alarm", "watch", "blind", "clear"] as const).map((state) => {
    const count = verdict.pitfalls.filter(({ signal }) => signal.state === state).length;
    return paint[count === 0 ? "faint" : signalWords[state].tone](`${signalWords[state].glyph} ${count} ${state}`);
  });
  return [
    paint.title(shortened(verdict.title, width)),
    paint.faint(shortened(`As of ${formatDate(verdict.asOf)}, times in ${verdict.zone}`, width)),
    `${counts.join("  ")}  of ${formatNumberOf(verdict.pitfalls.length, "pitfall")}`,
    ...(verdict.alarmBudget === undefined
      ? []
      : wrapped(alarmBudgetWords(verdict.alarmBudget), width, 2).map(paint.faint)),
    ...onOneLine([...(actions === null ? [] : [actions]), ...credits], width),
  ];
}

/** Side by side where they fit, else under each other. */
function onOneLine(texts: readonly string[], width: number): readonly string[] {
  const line = texts.join("   ");
  return textWidth(line) <= width ? texts.slice(0, 1).map(() => line) : texts.map((text) => shortened(text, width));
}

function decisions(page: Page): readonly string[] {
  const { verdict, paint } = page;
  const findings = rankFindings(verdict);
  if (findings.length === 0) return [paint.title("NO FINDING"), "What is blind is not thereby clear: see below."];
  const alarms = findings.filter(({ state }) => state === "alarm");
  const watches = findings.filter(({ state }) => state === "watch");
  return [
    paint.title(alarms.length > 0 ? `NEEDS A DECISION NOW${spreadWords(alarms)}` : "ON WATCH"),
    ...alarms.slice(0, mostAlarms).flatMap((finding) => alarmLines(finding, page)),
    ...more(alarms.length, mostAlarms, "alarm", page),
    ...watches.slice(0, mostAlarms).map((finding) => watchLine(finding, page)),
    ...more(watches.length, mostAlarms, "watch", page),
  ];
}

/** Where pitfalls have several alarms, how many of both there are: the line of counts above speaks of pitfalls. */
function spreadWords(alarms: readonly Finding[]): string {
  const pitfalls = new Set(alarms.map(({ pitfall }) => pitfall)).size;
  return pitfalls === alarms.length
    ? ""
    : `: ${formatNumberOf(alarms.length, "alarm")} on ${formatNumberOf(pitfalls, "pitfall")}`;
}

function alarmLines(finding: Finding, { verdict, width, paint }: Page): readonly string[] {
  const state = signalWords[finding.state];
  const money = moneyAtStake(finding, verdict).map(formatMoney).join(" + ");
  const title = [nameOf(finding.pitfall, verdict), money === "" ? "" : `${money} at stake`].filter(Boolean).join(", ");
  const [firstStep] = finding.playbook;
  const step = firstStep === undefined ? [] : wrapped(firstStep, width - 4, 2);
  return [
    `${paint[state.tone](`${state.glyph} ${state.word}`)}  ${paint.title(shortened(title, width - 9))}`,
    ...wrapped(withDates(finding.statement), width - 2, 3).map((line) => `  ${line}`),
    ...step.map((line, at) => paint.faint(`  ${at === 0 ? "→" : " "} ${line}`)),
  ];
}

function watchLine(finding: Finding, { verdict, width, paint }: Page): string {
  const state = signalWords[finding.state];
  const text = shortened(`${nameOf(finding.pitfall, verdict)}: ${withDates(finding.statement)}`, width - 9);
  return `${paint[state.tone](`${state.glyph} ${state.word}`)}  ${text}`;
}

const levelsTitle = "SERVICE LEVELS, worst budget first";
const budgetMeans = "  budget: misses, as a share of those that are allowed";

function serviceLevels(page: Page): readonly string[] {
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
    ...more(ranked.length, mostLevels, "service level", page),
  ];
}

function kpis(page: Page): readonly string[] {
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
    ...more(ranked.length, mostKpis, "KPI", page),
  ];
}

function pitfalls({ verdict, width, paint }: Page): readonly string[] {
  const lines = (["alarm", "watch", "blind", "clear"] as const).flatMap((state: SignalState) => {
    const { glyph, word, tone } = signalWords[state];
    const names = rankPitfalls(verdict.pitfalls)
      .filter(({ signal }) => signal.state === state)
      .map(({ name }) => name.slice(0, 60).replaceAll(" ", "\u00a0"));
    if (names.length === 0) return [];
    return wrapped(names.join(" · "), width - 9, state === "clear" ? 1 : 3).map((line, at) =>
      at === 0 ? `${paint[tone](`${glyph} ${word}`)}  ${line}` : `${" ".repeat(9)}${line}`,
    );
  });
  return lines.length === 0 ? [] : [paint.title("PITFALLS"), ...lines];
}

function coverage({ verdict, width, paint }: Page): readonly string[] {
  const { sources, blind } = verdict.coverage;
  const sum = (of: "rows" | "quarantined" | "restated") => sources.reduce((total, source) => total + source[of], 0);
  const missing = verdict.pitfalls.filter(({ guard }) => guard.state === "missing").length;
  const files = [...new Set(blind.flatMap(({ opensWith }) => opensWith))];
  return [
    paint.title("COVERAGE"),
    shortened(
      `${formatCount(sum("rows"))} rows accepted, ${formatCount(sum("quarantined"))} in quarantine, ${formatCount(sum("restated"))} restated`,
      width,
    ),
    ...(files.length === 0 ? [] : wrapped(`Blind spots open with: ${files.join(", ")}`, width, 2)),
    ...(missing === 0 ? [] : [`${formatNumberOf(missing, "pitfall")} with no guard on record`]),
  ];
}

function nextSteps({ verdict, width, paint }: Page, folder: string): readonly string[] {
  const worst = rankServiceLevels(verdict.serviceLevels)[0]?.id ?? verdict.kpis[0]?.metric;
  return [
    paint.title("NEXT"),
    ...(worst === undefined ? [] : [`bellwether explain ${folder} ${worst} --as-of ${verdict.asOf}`]),
    commandLine(
      `bellwether check ${folder} --as-of ${verdict.asOf} --report report.html`,
      "charts and evidence",
      width,
    ),
  ];
}

/** A command whole, since a part of one is none, and what it does where there is room for that. */
function commandLine(command: string, does: string, width: number): string {
  return textWidth(command) + does.length + 3 <= width ? `${command}   ${does}` : command;
}

function more(count: number, shown: number, noun: string, { paint }: Page): readonly string[] {
  if (count <= shown) return [];
  return [
    paint.faint(
      `… and ${formatNumberOf(count - shown, `more ${noun}`, `more ${noun}${noun === "watch" ? "es" : "s"}`)}`,
    ),
  ];
}

function stateCell({ glyph, word, tone }: StateWord, paint: Paint): TerminalCell {
  return { text: `${glyph} ${word}`, paint: paint[tone] };
}

function nameOf(pitfall: string, verdict: Verdict): string {
  return verdict.pitfalls.find(({ id }) => id === pitfall)?.name ?? pitfall;
}
