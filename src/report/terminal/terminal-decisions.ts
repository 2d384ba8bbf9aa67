import type { Finding, Verdict } from "../../assessment/verdict.ts";
import { formatMoney, formatNumberOf, withDates } from "../format-figure.ts";
import { moneyAtStake, rankFindings } from "../rank-verdict.ts";
import { signalWords } from "../state-word.ts";
import { moreLines, type TerminalPage } from "./terminal-page.ts";
import { shortened, wrapped } from "./terminal-text.ts";

const mostAlarms = 4;

/** The findings, alarms with their first step and watches in a line each. */
export function decisionLines(page: TerminalPage): readonly string[] {
  const { verdict, paint } = page;
  const findings = rankFindings(verdict);
  if (findings.length === 0) return [paint.title("NO FINDING"), "What is blind is not thereby clear: see below."];
  const alarms = findings.filter(({ state }) => state === "alarm");
  const watches = findings.filter(({ state }) => state === "watch");
  return [
    paint.title(alarms.length > 0 ? `NEEDS A DECISION NOW${spreadWords(alarms)}` : "ON WATCH"),
    ...alarms.slice(0, mostAlarms).flatMap((finding) => alarmLines(finding, page)),
    ...moreLines(alarms.length, mostAlarms, "alarm", page),
    ...watches.slice(0, mostAlarms).map((finding) => watchLine(finding, page)),
    ...moreLines(watches.length, mostAlarms, "watch", page),
  ];
}

/** Where pitfalls have several alarms, how many of both there are: the line of counts above speaks of pitfalls. */
function spreadWords(alarms: readonly Finding[]): string {
  const pitfalls = new Set(alarms.map(({ pitfall }) => pitfall)).size;
  return pitfalls === alarms.length
    ? ""
    : `: ${formatNumberOf(alarms.length, "alarm")} on ${formatNumberOf(pitfalls, "pitfall")}`;
}

function alarmLines(finding: Finding, { verdict, width, paint }: TerminalPage): readonly string[] {
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

function watchLine(finding: Finding, { verdict, width, paint }: TerminalPage): string {
  const state = signalWords[finding.state];
  const text = shortened(`${nameOf(finding.pitfall, verdict)}: ${withDates(finding.statement)}`, width - 9);
  return `${paint[state.tone](`${state.glyph} ${state.word}`)}  ${text}`;
}

function nameOf(pitfall: string, verdict: Verdict): string {
  return verdict.pitfalls.find(({ id }) => id === pitfall)?.name ?? pitfall;
}
