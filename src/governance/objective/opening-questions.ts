import { figureText } from "../../values/figure.ts";
import { isSaid } from "../../values/filler.ts";
import type { PresenceCheck } from "../../values/presence.ts";
import type { Objective } from "./objective.ts";
import { wordingOf } from "./objective-wording.ts";

/** One of the three questions to ask before anything else, and what the record answers. */
export type OpeningQuestion = PresenceCheck & {
  readonly id: "what-is-broken" | "success-in-90-days" | "what-improves";
  readonly question: string;
  readonly answer: string | null;
};

/** What is broken, what does success look like in 90 days, what improves: asked of one objective. */
export function openingQuestions(objective: Objective): readonly OpeningQuestion[] {
  return [askBroken(objective), askNinetyDays(objective), askImproves(objective)];
}

function askBroken({ broken_today: broken, baseline }: Objective): OpeningQuestion {
  const asked = { id: "what-is-broken", question: "What is broken today?", answer: broken ?? null } as const;
  const suggestion = "Say under broken_today: who suffers from what, and put the figure of today under baseline.";
  if (!isSaid(broken, 3)) {
    const reason = broken === undefined ? "Nobody says what is broken." : "The answer says nothing.";
    return { ...asked, state: baseline === undefined ? "missing" : "partial", reason, suggestion };
  }
  return baseline === undefined
    ? {
        ...asked,
        state: "partial",
        reason: "What is broken is told, but not how badly: there is no baseline.",
        suggestion,
      }
    : { ...asked, state: "in-place", reason: `It is told, and stands at ${figureText(baseline)}.`, suggestion: null };
}

function askNinetyDays({ in_90_days: step, baseline, metric }: Objective): OpeningQuestion {
  const asked = { id: "success-in-90-days", question: "What does success look like in 90 days?" } as const;
  const suggestion = "Set in_90_days: to a figure between baseline and target that one metric will show.";
  if (step === undefined)
    return { ...asked, answer: null, state: "missing", reason: "No figure for the first 90 days.", suggestion };
  const answer = metric === undefined ? figureText(step) : `${metric}: ${figureText(step)}`;
  const isSame = baseline !== undefined && figureText(step) === figureText(baseline);
  if (isSame) return { ...asked, answer, state: "missing", reason: "The figure is the one of today.", suggestion };
  return metric === undefined
    ? { ...asked, answer, state: "partial", reason: "There is a figure, and no metric that will show it.", suggestion }
    : { ...asked, answer, state: "in-place", reason: "A metric and its figure are agreed.", suggestion: null };
}

function askImproves({ outcome, target }: Objective): OpeningQuestion {
  const asked = { id: "what-improves", question: "What improves when it works?", answer: outcome } as const;
  const suggestion = "Say what becomes faster, better, cheaper or rarer, for whom, and by how much under target.";
  if (!isSaid(outcome, 3) || wordingOf(outcome) === "task")
    return { ...asked, state: "missing", reason: "It tells what is done, not what improves.", suggestion };
  return target === undefined
    ? { ...asked, state: "partial", reason: "It is told what improves, and not by how much.", suggestion }
    : { ...asked, state: "in-place", reason: `It is told, up to ${figureText(target.figure)}.`, suggestion: null };
}
