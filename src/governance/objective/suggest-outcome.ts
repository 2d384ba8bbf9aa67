import { type Figure, figureText } from "../../values/figure.ts";
import type { PlainDate } from "../../values/time.ts";
import { taskIn, wordingOf } from "./objective-wording.ts";

/** Sides of the work that an outcome may be measured by; the same words as the roles of metrics. */
export type OutcomeSide = "speed" | "quality" | "satisfaction" | "rework" | "cost";

/** A task told again as an outcome. */
export type OutcomeSuggestion = {
  /** such as "Improve response time and satisfaction for customer emails" */
  readonly outcome: string;
  /** the same with its figures, and words in brackets where a figure is still to be agreed */
  readonly inFull: string;
  /** the sides of the work of which at least one needs a metric */
  readonly measuredBy: readonly OutcomeSide[];
};

type Rule = { readonly verbs: readonly string[]; readonly improves: string; readonly by: readonly OutcomeSide[] };

const words = (text: string) => text.split(" ");

/** What people hope for when they write down the task. The first rule whose verb fits is used. */
const rules: readonly Rule[] = [
  {
    verbs: words("answer reply respond email chat phone call attend serve support handle cover take"),
    improves: "Improve response time and satisfaction",
    by: ["speed", "satisfaction"],
  },
  {
    verbs: words("resolve close solve triage route assign"),
    improves: "Raise the share solved at the first contact and cut what is reopened",
    by: ["rework", "speed"],
  },
  {
    verbs: words(
      "process enter key post code bill invoice file fulfil fulfill pick pack ship reconcile transcribe translate",
    ),
    improves: "Raise the share that is right the first time and shorten the time to completion",
    by: ["quality", "speed"],
  },
  {
    verbs: words("review check monitor moderate test scan"),
    improves: "Catch more errors before customers meet them",
    by: ["quality", "satisfaction"],
  },
  {
    verbs: words("hire recruit train onboard staff"),
    improves: "Bring new people to full productivity sooner and keep them longer",
    by: ["quality", "speed"],
  },
  {
    verbs: words("outsource hand move transfer"),
    improves: "Lower the cost of each resolved item while quality and satisfaction hold",
    by: ["cost", "quality"],
  },
  {
    verbs: words("report document update log track collect write draft"),
    improves: "Reduce questions that come back because figures or pages are late or wrong",
    by: ["rework", "speed"],
  },
];

const otherwise: Rule = {
  verbs: [],
  improves: "Improve speed, quality and satisfaction",
  by: ["speed", "quality", "satisfaction"],
};

/** The figures that an objective already has. */
export type AgreedFigures = {
  readonly baseline?: Figure | undefined;
  readonly target?: { readonly figure: Figure; readonly by: PlainDate | null } | undefined;
};

/**
 * A task as the outcome that people hope for: "Answer customer emails" becomes "Improve response time and satisfaction for
 * customer emails". Null for a sentence that tells an outcome already. Rules of thumb on English verbs, to be edited by people.
 */
export function suggestOutcome(sentence: string, { baseline, target }: AgreedFigures = {}): OutcomeSuggestion | null {
  if (wordingOf(sentence) === "outcome") return null;
  const { verb, things } = taskIn(sentence) ?? { verb: "", things: "" };
  const rule = rules.find(({ verbs }) => verbs.includes(verb)) ?? otherwise;
  const about = thingsAlone(things);
  const outcome = about === "" ? rule.improves : `${rule.improves} for ${about}`;
  const from = baseline === undefined ? "[today's figure]" : figureText(baseline);
  const to = target === undefined ? "[the figure to reach]" : figureText(target.figure);
  return { outcome, inFull: `${outcome}: from ${from} to ${to} by ${target?.by ?? "[a date]"}`, measuredBy: rule.by };
}

/** The things that are worked on, without counts and articles: "at least 40 tickets per agent" is about tickets. */
function thingsAlone(things: string): string {
  return things
    .replace(/\b(?:per|each|every|a) (?:agent|day|week|month|hour|shift)\b.*$/i, "")
    .replace(/^(?:(?:at least|at most|up to|more|all|the|our|their|over|to|\d[\d,.]*)\s+)+/i, "")
    .trim();
}
