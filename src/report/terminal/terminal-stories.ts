import type { Verdict } from "../../assessment/verdict.ts";
import { formatDate, formatMoney, withDates } from "../format-figure.ts";
import { moneyAtStake } from "../rank-verdict.ts";
import { signalWords } from "../state-word.ts";
import {
  commandOf,
  countOf,
  findingCounts,
  headlineOf,
  reasonWords,
  storiesToTell,
  type ToldStory,
  weekLines,
} from "../told-stories.ts";
import type { TerminalPage } from "./terminal-page.ts";
import { shortened, textWidth, wrapped } from "./terminal-text.ts";

/** The stories that matter most with what to do, and the rest a line each: nothing is left out. */
export function storiesBlock(page: TerminalPage, folder: string): readonly string[] {
  const { verdict, paint } = page;
  const { first, rest } = storiesToTell(verdict);
  if (first.length === 0) return [paint.title("NO FINDING"), "What is blind is not thereby clear: see below."];
  const hasAlarm = first.some(({ state }) => state === "alarm");
  const all = countOf([...first, ...rest]);
  return [
    paint.title(`${hasAlarm ? "WHAT MATTERS THIS WEEK" : "ON WATCH"}: ${all}`),
    ...first.flatMap((story) => storyLines(story, page, folder)),
    ...(rest.length <= first.length ? [] : [paint.title(`The rest: ${countOf(rest)}`)]),
    ...rest.map((story) => restLine(story, page)),
  ];
}

/** What a week changed. */
export function weekBlock({ verdict, width, paint }: TerminalPage): readonly string[] {
  const lines = weekLines(verdict);
  const from = verdict.sinceLastWeek?.from;
  if (lines.length === 0 || from === undefined) return [];
  return [paint.title(`SINCE ${formatDate(from).toUpperCase()}`), ...lines.flatMap((line) => indented(line, width, 5))];
}

function storyLines(
  { lead, others, ...story }: ToldStory,
  { verdict, width, paint }: TerminalPage,
  folder: string,
): readonly string[] {
  const state = signalWords[lead.state];
  const money = moneyAtStake([lead, ...others], verdict)
    .map(formatMoney)
    .join(" + ");
  const name = nameOf(lead.pitfall, verdict);
  const why = [money === "" ? "" : `${money} at stake`, reasonWords(story)].filter(Boolean).join(" · ");
  const room = width - 11 - textWidth(name);
  const [firstStep] = lead.playbook;
  const { answers } = lead;
  const facts =
    answers === undefined
      ? []
      : [
          `Since: ${answers.since}. By how much: ${answers.howMuch}. ${answers.howSure}`,
          `If it goes on: ${answers.ifItGoesOn}`,
          `Owner: ${answers.owner}`,
        ];
  const command = commandOf(lead, verdict, folder);
  return [
    `${paint[state.tone](`${state.glyph} ${state.word}`)}  ${paint.title(shortened(name, width - 9))}${why === "" || room < 12 ? "" : `  ${paint.faint(shortened(why, room))}`}`,
    ...indented(withDates(answers === undefined ? lead.statement : answers.changed), width, 3),
    ...facts.flatMap((fact) => indented(withDates(fact), width, 3)),
    ...(firstStep === undefined ? [] : indented(`→ ${firstStep}`, width, 2).map(paint.faint)),
    ...(others.length === 0 ? [] : [paint.faint(`  + ${findingCounts(others)} of the same story`)]),
    ...(command === null ? [] : [paint.faint(`  ${command}`)]),
  ];
}

function indented(text: string, width: number, most: number): readonly string[] {
  return wrapped(text, width - 2, most).map((line) => `  ${line}`);
}

function restLine({ lead, others }: ToldStory, { verdict, width, paint }: TerminalPage): string {
  const state = signalWords[lead.state];
  const more = others.length === 0 ? "" : ` (+${others.length})`;
  const text = `${nameOf(lead.pitfall, verdict)}${more}: ${withDates(headlineOf(lead))}`;
  return `${paint[state.tone](`${state.glyph} ${state.word}`)}  ${shortened(text, width - 9)}`;
}

function nameOf(pitfall: string, verdict: Verdict): string {
  return verdict.pitfalls.find(({ id }) => id === pitfall)?.name ?? pitfall;
}
