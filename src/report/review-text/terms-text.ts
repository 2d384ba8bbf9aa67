import type { ObligationReview } from "../../governance/contract/review-obligations.ts";
import type { LevelsReview, TermsReview } from "../../governance/partnership/review-terms.ts";
import { formatDate, formatMoney, formatNumberOf, formatPeriod } from "../format-figure.ts";
import { guardWords } from "../state-word.ts";
import { listed } from "./review-figures.ts";
import { type ReviewPage, type ReviewPart, stateCell } from "./review-page.ts";

/** On what terms: the last day to act, what the contract leaves open, who owes what by when, and how the levels would have done. */
export function termsPage(review: TermsReview): ReviewPage {
  const { terms, legalReview, obligations, notice, serviceLevels } = review;
  const settled = terms.filter(({ state }) => state === "in-place").length;
  const missing = terms.filter(({ state }) => state === "missing").map(({ name }) => name.toLowerCase());
  const overdue = obligations.filter(({ state }) => state === "overdue");
  return {
    headline: `${noticeText(review)} ${settled} of ${formatNumberOf(terms.length, "term")} settled.`,
    tone:
      missing.length > 0 || overdue.length > 0 || notice.dates.some(({ state }) => state === "coming")
        ? "bad"
        : settled < terms.length
          ? "worry"
          : "good",
    lines: [
      ...(missing.length === 0 ? [] : [`Missing: ${listed(missing)}.`]),
      ...(legalReview.state === "in-place" ? [] : [`Legal review: ${legalReview.reasons.join("; ")}.`]),
      ...(overdue.length === 0 ? [] : [`Overdue: ${listed(overdue.map(({ id, owedBy }) => `${id} (${owedBy})`))}.`]),
    ],
    parts: [
      {
        title: "Days to act",
        lines: [
          ...notice.dates.map(
            ({ kind, on, actBy, otherwise, working }) =>
              `${kind} by ${formatDate(on)}${actBy === on ? "" : `, a weekday before it is ${formatDate(actBy)}`}: otherwise ${otherwise}. ${working}`,
          ),
          ...notice.unknown.map((lack) => `Not known: ${lack}.`),
        ],
      },
      {
        title: "Terms that are not settled",
        table: {
          columns: [{ title: "" }, { title: "term" }, { title: "clause", mayGo: 1 }, { title: "why", mayShrink: true }],
          rows: terms
            .filter(({ state }) => state !== "in-place")
            .map(({ state, name, clause, reasons }) => [
              stateCell(guardWords[state]),
              name,
              clause ?? "",
              reasons.join("; "),
            ]),
        },
        lines: terms
          .filter(({ state }) => state === "missing")
          .map(({ name, absenceCosts }) => `${name}: ${absenceCosts}`),
      },
      duties(review),
      ...levels(serviceLevels),
      {
        title: "Problems",
        lines: review.problems.map(({ path, message, hint }) => `${path.join(".")}: ${message}. ${hint}`),
      },
    ],
  };
}

function noticeText({ notice, asOf }: TermsReview): string {
  const next =
    notice.dates.find(({ kind, on }) => kind === "notice" && on >= asOf) ?? notice.dates.find(({ on }) => on >= asOf);
  if (next === undefined)
    return notice.unknown.length > 0
      ? `The last day to give notice is unknown: ${notice.unknown[0]}.`
      : "No day to act lies ahead.";
  const what =
    next.kind === "notice"
      ? "Last day to give notice"
      : next.kind === "agreement"
        ? "Last day to agree on going on"
        : "The contract ends";
  return `${what}: ${formatDate(next.actBy)}, in ${formatNumberOf(next.daysLeft, "day")}.`;
}

const stateTones = {
  overdue: "bad",
  "not-on-record": "worry",
  undated: "worry",
  "due-soon": "worry",
  "on-track": "good",
  done: "good",
} as const;

function duties({ obligations, sides }: TermsReview): ReviewPart {
  const inOrder = [...obligations].sort((one, other) => urgency(one).localeCompare(urgency(other)));
  return {
    title: "Who owes what",
    table: {
      columns: [
        { title: "" },
        { title: "duty", mayShrink: true },
        { title: "owed by" },
        { title: "owner", mayGo: 1 },
        { title: "late since" },
        { title: "next", mayGo: 2 },
      ],
      rows: inOrder.map(({ state, title, owedBy, owner, overdue, nextDue }) => [
        { text: state.replaceAll("-", " "), tone: stateTones[state] },
        title,
        owedBy,
        owner ?? { text: "nobody", tone: "bad" },
        overdue[0] === undefined ? "" : formatDate(overdue[0].due),
        nextDue === null ? "" : formatDate(nextDue),
      ]),
    },
    lines: sides.flatMap(({ reasons }) => reasons.map((reason) => `${reason}.`)),
  };
}

function urgency({ state, nextDue }: ObligationReview): string {
  return `${Object.keys(stateTones).indexOf(state)} ${nextDue ?? ""}`;
}

function levels({ levels: designs, roles, past, simulation }: LevelsReview): readonly ReviewPart[] {
  const owed = simulation.totals.filter(({ serviceLevel }) => serviceLevel === null);
  return [
    {
      title: "Service levels",
      table: {
        columns: [
          { title: "" },
          { title: "level" },
          { title: "past" },
          { title: "what the design lacks", mayShrink: true },
        ],
        rows: designs.map(({ id, state, elements }) => {
          const found = past.find((one) => one.id === id);
          const isIdle = found?.verdict === "always-met" || found?.verdict === "never-met";
          const text = found === undefined ? "not measured" : found.verdict.replaceAll("-", " ");
          return [
            stateCell(guardWords[state]),
            id,
            { text, tone: isIdle ? "bad" : found?.verdict === "tells-apart" ? "good" : "unknown" },
            elements.flatMap(({ reason }) => reason ?? []).join("; "),
          ];
        }),
      },
      lines: [
        ...past.map(({ id, statement }) => `${id}: ${statement}.`),
        ...roles
          .filter(({ state }) => state !== "in-place")
          .map(({ role, reasons }) => `${role}: ${reasons.join("; ")}.`),
      ],
    },
    {
      title: "Credits of the past under these terms",
      lines: [
        ...(owed.length === 0 && simulation.periods > 0
          ? [`Nothing would have been owed in ${simulation.periods} periods.`]
          : []),
        ...owed.map(
          ({ accrued, earnedBack, owed: left }) =>
            `${formatMoney(accrued)} accrued, ${formatMoney(earnedBack)} earned back: ${formatMoney(left)} owed by the provider.`,
        ),
        ...simulation.credits.map((credit) =>
          credit.kind === "unknown"
            ? `${credit.serviceLevel}, ${formatPeriod(credit.period)}: cannot be told, ${credit.because}.`
            : `${credit.serviceLevel}, ${formatPeriod(credit.period)}: ${formatMoney(credit.owed)}. ${credit.working.join("; ")}`,
        ),
      ],
    },
  ];
}
