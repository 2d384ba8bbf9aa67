import type { PartnershipRecord } from "../../governance/partnership/partnership-record.ts";
import { hasHappened, placed } from "../../governance/partnership/record-reading.ts";
import { experienceQuestions } from "../../governance/selection/selection.ts";
import { differentPeople, isFiller, isSaid } from "../../values/filler.ts";
import type { PlainDate } from "../../values/time.ts";
import { askEach, type GuardAnswer, type GuardRule, inPlace, missing, partial } from "./guard-rule.ts";
import { chosenBid } from "./price-over-quality-guards.ts";

export const selectionRedFlagsGuards: readonly GuardRule[] = [
  { id: "structured-interviews", ask: askInterviews },
  { id: "reference-checks", ask: askReferences },
  { id: "telling-questions-answered", ask: askAnswers },
];

function askInterviews(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  const chosen = chosenBid(record);
  return askEach({
    entries: placed(chosen?.bid.interviews ?? []),
    noun: ["interview", "interviews"],
    nameOf: ({ index }) => `interview ${index + 1}`,
    at: ({ index }) => `${chosen?.at}.interviews[${index}]`,
    fault: ({ entry }) => {
      if (!hasHappened(entry.on, asOf)) return "has not been held";
      if (differentPeople(entry.by).length === 0) return "names nobody who held it";
      if (isFiller(entry.questions)) return "does not say which questions all bidders were asked";
      return isSaid(entry.found, 3) ? null : "does not say what came out of it";
    },
    done: "The chosen provider was interviewed by the same questions as the others.",
    remedy: "Hold one interview by a list of questions, and write down on:, by:, questions: and found:.",
    none: { message: "No interview with the chosen provider is on record.", at: chosen?.at ?? "selection.chosen" },
  });
}

function askReferences(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  const chosen = chosenBid(record);
  const at = chosen === null ? "selection.chosen" : `${chosen.at}.references`;
  const remedy = "Call two clients of the provider, and write down company, day, who called and what they said.";
  const references = chosen?.bid.references ?? [];
  const good = references.filter(
    ({ company, on, by, found }) =>
      !isFiller(company) && hasHappened(on, asOf) && differentPeople([by]).length === 1 && isSaid(found, 4),
  );
  const companies = new Set(good.map(({ company }) => company.toLowerCase()));
  if (companies.size >= 2) return inPlace(`${companies.size} references were asked.`, at);
  if (companies.size === 1) return partial("Only one reference was asked.", remedy, at);
  if (references.length > 0)
    return missing("References are named, and nobody's call to them is on record.", remedy, at);
  return missing("No reference check is on record.", remedy, at);
}

const questionWords: Readonly<Record<(typeof experienceQuestions)[number], string>> = {
  solved_this_before: "has it solved this problem before",
  understands_our_metrics: "does it understand our metrics",
  explains_past_mistakes: "can it explain past mistakes",
  staffing: "who will do the work",
  escalation_path: "whom to escalate to",
  security: "how data are kept safe",
};

function askAnswers(record: PartnershipRecord): GuardAnswer {
  const chosen = chosenBid(record);
  const at = chosen === null ? "selection.chosen" : `${chosen.at}.answers`;
  const remedy = "Ask the open questions in writing, and put the answers under answers:.";
  if (chosen === null) return missing("No chosen bid is on record.", remedy, at);
  const open = experienceQuestions.filter((question) => !isSaid(chosen.bid.answers[question], 4));
  if (open.length === 0) return inPlace(`All ${experienceQuestions.length} telling questions have an answer.`, at);
  const message = `No concrete answer to: ${open.map((question) => questionWords[question]).join("; ")}.`;
  return open.length === experienceQuestions.length ? missing(message, remedy, at) : partial(message, remedy, at);
}
