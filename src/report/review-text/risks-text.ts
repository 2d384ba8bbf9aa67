import type { RisksReview } from "../../governance/partnership/review-risks.ts";
import type { RiskScore } from "../../governance/risk/risk-register.ts";
import { formatDate, formatNumberOf, formatSeconds } from "../format-figure.ts";
import { listed } from "./review-figures.ts";
import type { ReviewCell, ReviewPage, ReviewPart } from "./review-page.ts";

const bandTones = { critical: "bad", high: "bad", medium: "worry", low: "good" } as const;
const evidenceTones = { covered: "good", bridged: "worry", "not-covered": "bad", absent: "bad" } as const;
const tellingTones = {
  "in-time": "good",
  "still-in-time": "plain",
  "found-by-client": "worry",
  late: "bad",
  "not-told": "bad",
  unknown: "unknown",
} as const;

/** Risk, security and continuity: what is severe or overdue, who has access and should not, what no certificate covers. */
export function risksPage(review: RisksReview): ReviewPage {
  const { risks, concentration, withoutSuccessor, register } = review;
  return {
    ...answer(review),
    parts: [
      registerPart(review),
      evidencePart(review),
      accessPart(review),
      incidentsPart(review),
      {
        title: "On how few it rests",
        lines: [
          ...concentration.map(({ working, state }) => `${working} (${state}).`),
          ...(withoutSuccessor.length === 0 ? [] : [`Nobody could take over from ${listed(withoutSuccessor)}.`]),
        ],
      },
      {
        title: "What blocks a filing of the register",
        lines: register.blocks.map(({ at, message, remedy }) => `${at}: ${message} ${remedy}`),
      },
      { title: "Working", lines: risks.map(({ id, working }) => `${id}: ${working}`) },
    ],
  };
}

/** What stands first: how severe it is, and what follows from access, incidents, evidence and the register. */
function answer({ risks, evidence, access, incidents, register }: RisksReview): Omit<ReviewPage, "parts"> {
  const severe = risks.filter(({ current }) => current?.band === "critical" || current?.band === "high");
  const faulty = risks.filter(({ faults }) => faults.length > 0);
  const still = (access?.findings ?? []).filter(({ kind }) => kind !== "removed-late");
  const untold = incidents.filter(({ state }) => state === "late" || state === "not-told");
  const bare = evidence.filter(({ today }) => today === "not-covered");
  const isBad = risks.length === 0 || still.length > 0 || bare.length > 0 || severe.length > 0;
  const people = new Set(still.map(({ agent }) => agent)).size;
  const uncovered = bare.map(({ kind, until }) => `${kind}${until === null ? "" : ` (until ${formatDate(until)})`}`);
  return {
    headline:
      risks.length === 0
        ? "No risk is on record: what nobody wrote down, nobody watches."
        : `${severe.length} of ${formatNumberOf(risks.length, "risk")} ${severe.length === 1 ? "is" : "are"} high or critical today; ${faulty.length} ${faulty.length === 1 ? "has" : "have"} something overdue or lacking.`,
    tone: isBad ? "bad" : faulty.length > 0 ? "worry" : "good",
    lines: [
      ...(people === 0 ? [] : [`${formatNumberOf(people, "person has", "people have")} access and should not.`]),
      ...(untold.length === 0
        ? []
        : [`${untold.length} of ${formatNumberOf(incidents.length, "incident")} told late or not at all.`]),
      ...(bare.length === 0 ? [] : [`No report covers today: ${listed(uncovered)}.`]),
      ...(register.blocks.length === 0
        ? []
        : [`${formatNumberOf(register.blocks.length, "thing")} would send a filing of the register back.`]),
    ],
  };
}

function registerPart({ risks }: RisksReview): ReviewPart {
  return {
    title: "Risks, worst first",
    table: {
      columns: [
        { title: "today" },
        { title: "risk", mayShrink: true },
        { title: "before", mayGo: 2 },
        { title: "after", mayGo: 2 },
        { title: "treatment" },
        { title: "review" },
        { title: "fallback" },
        { title: "owner", mayGo: 1 },
      ],
      rows: risks.map(({ current, title, inherent, residual, treatment, review: looked, fallback, owner }) => [
        scoreCell(current),
        title,
        inherent === null ? "" : String(inherent.score),
        residual === null ? "" : String(residual.score),
        { text: treatment, tone: treatment === "overdue" || treatment === "none" ? "bad" : "plain" },
        { text: looked.replaceAll("-", " "), tone: looked === "ahead" ? "plain" : "bad" },
        { text: fallback.replaceAll("-", " "), tone: fallback === "faulty" ? "bad" : "plain" },
        owner ?? { text: "nobody", tone: "bad" },
      ]),
    },
    lines: risks.flatMap(({ id, faults }) => faults.map((fault) => `${id}: ${fault}`)),
  };
}

function evidencePart({ evidence }: RisksReview): ReviewPart {
  return {
    title: "Evidence",
    table: {
      columns: [{ title: "kind" }, { title: "today" }, { title: "until" }, { title: "gaps", mayShrink: true }],
      rows: evidence.map(({ kind, today, until, gaps }) => [
        kind,
        { text: today.replaceAll("-", " "), tone: evidenceTones[today] },
        until === null ? "" : formatDate(until),
        gaps
          .slice(0, 3)
          .map(({ from, to }) => `${from} to ${to}`)
          .join(", "),
      ]),
    },
    lines: evidence.flatMap(({ setAside }) =>
      setAside.map(({ id, because }) => `${id} counts for nothing: ${because}`),
    ),
  };
}

function accessPart({ access }: RisksReview): ReviewPart {
  return {
    title: "Access",
    table: {
      columns: [
        { title: "what" },
        { title: "who" },
        { title: "system", mayShrink: true },
        { title: "since" },
        { title: "days too long", isNumber: true },
      ],
      rows: (access?.findings ?? []).map(({ kind, agent, system, since, daysTooLong }) => [
        { text: kind.replaceAll("-", " "), tone: kind === "removed-late" ? "worry" : "bad" },
        agent,
        system,
        formatDate(since),
        daysTooLong === null ? "" : String(daysTooLong),
      ]),
    },
    lines: access === null ? [] : [access.working],
  };
}

function incidentsPart({ incidents }: RisksReview): ReviewPart {
  return {
    title: "Incidents",
    table: {
      columns: [{ title: "" }, { title: "incident", mayShrink: true }, { title: "told after" }, { title: "agreed" }],
      rows: incidents.map(({ state, incident, seconds, limitSeconds }) => [
        { text: state.replaceAll("-", " "), tone: tellingTones[state] },
        incident,
        formatSeconds(seconds),
        limitSeconds === null ? "" : formatSeconds(limitSeconds),
      ]),
    },
  };
}

function scoreCell(score: RiskScore | null): ReviewCell {
  return score === null
    ? { text: "not scored", tone: "unknown" }
    : { text: `${score.score} ${score.band}`, tone: bandTones[score.band] };
}
