import type { SignalState, Verdict } from "../../assessment/verdict.ts";
import { alarmBudgetWords } from "../alarm-budget-words.ts";
import { actionsInShort } from "../answering-actions.ts";
import { displayableVerdict } from "../displayable-text.ts";
import { formatCount, formatDate, formatMoney, formatNumberOf } from "../format-figure.ts";
import { creditsOwed, rankPitfalls, rankServiceLevels } from "../rank-verdict.ts";
import type { TerminalReportOptions } from "../report-options.ts";
import { signalWords } from "../state-word.ts";
import { kpiLines, serviceLevelLines } from "./terminal-figures.ts";
import type { TerminalPage } from "./terminal-page.ts";
import { paintOf } from "./terminal-paint.ts";
import { storiesBlock, weekBlock } from "./terminal-stories.ts";
import { shortened, textWidth, wrapped } from "./terminal-text.ts";

/**
 * The verdict for a terminal: what a week changed, what matters most, the service levels and KPIs, worst first, and where to look next.
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
    weekBlock(page),
    storiesBlock(page, folder),
    serviceLevelLines(page),
    kpiLines(page),
    pitfalls(page),
    coverage(page),
    nextSteps(page, folder),
  ];
  const lines = blocks.filter((block) => block.length > 0).map((block) => block.join("\n"));
  return `${lines.join("\n\n").replaceAll("\u00a0", " ")}\n`;
}

function heading({ verdict, width, paint }: TerminalPage): readonly string[] {
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

function pitfalls({ verdict, width, paint }: TerminalPage): readonly string[] {
  const lines = (["alarm", "watch", "blind", "clear"] as const).flatMap((state: SignalState) => {
    const { glyph, word, tone } = signalWords[state];
    const names = rankPitfalls(verdict.pitfalls)
      .filter(({ signal }) => signal.state === state)
      .map(({ name, signal }) =>
        `${name.slice(0, 60)}${signal.clearInPart ? " (in part)" : ""}`.replaceAll(" ", "\u00a0"),
      );
    if (names.length === 0) return [];
    return wrapped(names.join(" · "), width - 9, state === "clear" ? 1 : 3).map((line, at) =>
      at === 0 ? `${paint[tone](`${glyph} ${word}`)}  ${line}` : `${" ".repeat(9)}${line}`,
    );
  });
  return lines.length === 0 ? [] : [paint.title("PITFALLS"), ...lines];
}

function coverage({ verdict, width, paint }: TerminalPage): readonly string[] {
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

function nextSteps({ verdict, width, paint }: TerminalPage, folder: string): readonly string[] {
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
