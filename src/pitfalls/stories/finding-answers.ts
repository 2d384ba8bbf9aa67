import type { Finding, FindingAnswers, KpiReading } from "../../assessment/verdict.ts";
import type { PartnershipRecord } from "../../governance/partnership/partnership-record.ts";
import type { PlainDate } from "../../values/time.ts";
import { chanceWords } from "../signals/chance-height.ts";
import { oddsWords } from "../signals/odds-words.ts";
import {
  countWords,
  dayWords,
  distanceWords,
  figureWords,
  periodStartWords,
  shareWords,
} from "../signals/plain-figures.ts";
import { forecastIn, heldAgainst, type MovedFigure, moneyIn, movedIn, numberIn, periodsIn } from "./change-evidence.ts";
import { costOf } from "./finding-cost.ts";
import { itemsOf, shownBy } from "./finding-items.ts";
import { ownerOf } from "./finding-owner.ts";

/** What answers are read from, beside the finding. */
export type AnswerInput = {
  readonly kpis: readonly KpiReading[];
  readonly record: PartnershipRecord;
  readonly asOf: PlainDate;
};

/** What changed, since when, by how much, how sure, what it costs if it goes on, and which items show it. */
export function answersOf(finding: Finding, input: AnswerInput): FindingAnswers {
  const { words, aMonth } = costOf(finding, input);
  return {
    changed: changedWords(finding, input),
    since: sinceWords(finding, input),
    howMuch: howMuchWords(finding, input),
    howSure: `${howSureWords(finding)}${keptWords(finding)}`,
    ifItGoesOn: words,
    costAMonth: aMonth,
    items: itemsOf(finding),
    shownBy: shownBy(finding, input),
    owner: ownerOf(finding, input.record, input.asOf),
  };
}

function changedWords(finding: Finding, input: AnswerInput): string {
  const [leading, ...others] = movedIn(finding);
  if (leading === undefined) return firstSentenceOf(finding.statement);
  const company =
    others.length === 0
      ? ""
      : `, and ${countWords(others.length)} more ${others.length === 1 ? "figure" : "figures"} with it`;
  const green = finding.detector === "green-while-outcomes-worsen" ? "Service levels are met, yet " : "";
  const [before, since] = [heldAgainst(leading).value, leading.since.value].map((value) =>
    valueWords(value, leading, input),
  );
  const title = titleOf(leading, input);
  const begin = green === "" ? title : green + title.slice(0, 1).toLowerCase() + title.slice(1);
  return `${begin} ${leading.since.value < heldAgainst(leading).value ? "fell" : "rose"} from ${before} to ${since}${company}.`;
}

/** The first sentence; a number's or an abbreviation's full stop ends none. */
export function firstSentenceOf(statement: string): string {
  return /^.*?[.!?](?=\s+[\p{Lu}“\d]|$)/su.exec(statement)?.[0] ?? statement;
}

function sinceWords(finding: Finding, { asOf }: AnswerInput): string {
  const { onset, evidence } = finding;
  const [leading] = movedIn(finding);
  const between = evidence.onsetBetween;
  if (leading !== undefined && Array.isArray(between)) {
    const [from, to] = between.map((day) => periodStartWords(String(day), leading.every));
    return from === to ? `${from}, four chances in five` : `between ${from} and ${to}, four chances in five`;
  }
  if (onset === null) return "Not known: the records do not date it";
  return onset > asOf ? `ahead: ${dayWords(onset)}` : dayWords(onset);
}

function howMuchWords(finding: Finding, input: AnswerInput): string {
  const [leading] = movedIn(finding);
  if (leading !== undefined) return changeWords(leading, input);
  const late = numberIn(finding, "daysLate");
  if (late !== null) return `${daysWords(late)} ${finding.detector === "retained-role-empty" ? "empty" : "late"}`;
  const left = numberIn(finding, "daysLeft");
  if (left !== null) return left < 0 ? `${daysWords(-left)} over` : `${daysWords(left)} left`;
  const money = moneyIn(finding, "short");
  if (money !== null) return `${amountWords(money)} short`;
  const told = byDetector[finding.detector]?.(finding);
  if (told != null) return told;
  return countedFrom.includes(finding.subject.kind)
    ? "By the counts in the sentence"
    : "Nothing to measure: it is so, or it is not";
}

const byDetector: Readonly<Record<string, (finding: Finding) => string | null>> = {
  "service-level-missed": (finding) => {
    const [latest] = periodsIn(finding);
    const target = numberIn(finding, "target");
    if (latest?.value == null || target === null) return null;
    const isShare = latest.numerator !== null && target <= 1;
    const unit = isShare ? "share" : "score";
    const row = numberIn(finding, "missedInARow") ?? 1;
    const times = row > 1 ? `, ${countWords(row)} periods in a row` : "";
    const working = isShare ? ` (${countWords(latest.numerator ?? 0)} of ${countWords(latest.denominator)})` : "";
    return `${figureWords(latest.value, unit)}${working} against ${figureWords(target, unit)}: ${distanceWords(latest.value - target, unit)} ${isShare ? "" : "points "}off${times}`;
  },
  "period-end-forecast": (finding) => {
    const forecast = forecastIn(finding);
    if (forecast === null) return null;
    const { numerator, denominator, target } = forecast;
    return `${shareWords(numerator, denominator)} so far against ${figureWords(target, "share")}: ${distanceWords(numerator / denominator - target, "share")} off`;
  },
  "bunched-at-limit": (finding) => {
    const ratio = numberIn(finding, "densityRatio");
    return ratio === null ? null : `${ratio.toFixed(1)} times as many just inside the limit as just outside`;
  },
  "reported-differs": (finding) => {
    const [latest] = Array.isArray(finding.evidence.reports) ? finding.evidence.reports : [];
    const { reported, recomputed } = latest ?? {};
    if (typeof reported !== "number" || typeof recomputed !== "number") return null;
    return Math.abs(reported) <= 1
      ? `${distanceWords(reported - recomputed, "share")} apart`
      : `${figureWords(Math.abs(reported - recomputed), "score")} apart`;
  },
  "lines-disputed": linesWords,
  "lines-off-contract": linesWords,
  "off-trajectory": (finding) => {
    const [due, value] = [numberIn(finding, "due"), numberIn(finding, "value")];
    if (due === null || value === null) return null;
    return Math.abs(due) <= 1 ? `${distanceWords(value - due, "share")} from where it should be` : null;
  },
  "budget-forecast": (finding) => {
    const [spent, budget] = [moneyIn(finding, "spent"), moneyIn(finding, "budget")];
    return spent === null || budget === null ? null : `${amountWords(spent)} billed of ${amountWords(budget)}`;
  },
};

function linesWords(finding: Finding): string | null {
  const [disputed, lines] = [numberIn(finding, "disputed"), numberIn(finding, "billedLines")];
  return disputed === null || lines === null ? null : `${countWords(disputed)} of ${countWords(lines)} lines`;
}

function howSureWords(finding: Finding): string {
  const { chance } = finding.evidence;
  if (typeof chance === "object" && chance !== null) {
    if ("onceInWeeks" in chance && typeof chance.onceInWeeks === "number") return oddsWords(chance.onceInWeeks);
    if ("pValue" in chance && typeof chance.pValue === "number")
      return `By chance alone ${chanceWords(chance.pValue)} times.`;
  }
  const forecast = forecastIn(finding);
  if (forecast !== null) {
    const [low, high] = forecast.endsBetween.map((share) => figureWords(share, "share"));
    return `Counted so far, the end estimated: four times in five between ${low} and ${high}.`;
  }
  const { kind } = finding.subject;
  if (countedFrom.includes(kind)) return "Counted from the records on file, not estimated.";
  return counted[kind] ?? "Certain: it is what the record says on this day.";
}

/** Which day's figures a finding stands by that those of today alone do not give, or give as a watch. */
function keptWords({ evidence: { kept } }: Finding): string {
  if (typeof kept !== "object" || kept === null || !("lastGiven" in kept)) return "";
  const as = "today" in kept && kept.today === "watch" ? "As an alarm it" : "It";
  return ` ${as} stands by the figures of ${dayWords(String(kept.lastGiven))}.`;
}

/** Subjects that are read from raw records and not from what was agreed. */
const countedFrom: readonly string[] = [
  ...["incidents", "site", "agent", "staff", "access", "commitments", "ideas", "forum", "sponsor", "side"],
  ...["records", "reviews", "surveys", "source"],
];

/** What is counted from records is as sure as they are. */
const counted: Readonly<Record<string, string>> = {
  "service-level": "Counted, not estimated: every record of the period is in it.",
  metric: "Counted, not estimated: recomputed from the records of the same period.",
  invoices: "Reckoned line by line from contract and records; the working stands with each line.",
  credits: "Reckoned from the contract's terms and the invoices on file; the working stands beside it.",
  budget: "A run rate, no promise: the range stands beside it.",
  objective: "Measured over the last weeks; the line to the target is straight.",
};

function changeWords(moved: MovedFigure, input: AnswerInput): string {
  const [before, since] = [heldAgainst(moved), moved.since];
  const currency = readingOf(moved, input)?.currency;
  const goal =
    moved.target === null ? "; no target is agreed" : `; the target is ${valueWords(moved.target, moved, input)}`;
  const points = moved.unit === "score" ? " points" : "";
  return `${distanceWords(since.value - before.value, moved.unit, currency)}${points} ${since.value < before.value ? "lower" : "higher"}${goal}`;
}

function valueWords(value: number, moved: MovedFigure, input: AnswerInput): string {
  return figureWords(value, moved.unit, readingOf(moved, input)?.currency);
}

function titleOf(moved: MovedFigure, input: AnswerInput): string {
  const parts = Object.entries(moved.segment).map(([key, value]) => ` (${key} ${value})`);
  return `${readingOf(moved, input)?.title ?? moved.metric}${parts.join("")}`;
}

function readingOf({ metric }: MovedFigure, { kpis }: AnswerInput): KpiReading | undefined {
  return kpis.find((reading) => reading.metric === metric);
}

function daysWords(count: number): string {
  return `${countWords(count)} ${count === 1 ? "day" : "days"}`;
}

function amountWords({ amount, currency }: { readonly amount: string; readonly currency: string }): string {
  return figureWords(Number(amount), "money", currency);
}
