import { isFiller } from "../../values/filler.ts";
import type { PlainDate } from "../../values/time.ts";
import { type AnswerTopic, answerState } from "./concrete-answer.ts";
import { type EvaluationPoint, evaluationPoints } from "./questionnaire.ts";
import type { Bid, Selection } from "./selection.ts";

/**
 * How far a bid covers one of the eight points: `covered` with evidence, `answered` concretely without, `vague`,
 * `unanswered`, or `not-asked` because neither the questionnaire nor the record asks.
 */
export type PointState = {
  readonly point: EvaluationPoint;
  readonly state: "covered" | "answered" | "vague" | "unanswered" | "not-asked";
  readonly message: string;
};

/** The three questions about experience. */
const experienceChecks = ["solved_this_before", "understands_our_metrics", "explains_past_mistakes"] as const;

export type QuestionState = {
  readonly question: (typeof experienceChecks)[number];
  readonly state: "concrete" | "vague" | "unanswered";
};

/** What is on record for a point besides the questionnaire. */
type Said = { readonly answer: string | undefined; readonly isProven: boolean };

export function pointStates(bid: Bid, selection: Selection, asOf: PlainDate): readonly PointState[] {
  return evaluationPoints.map((point) => {
    // A planted question tests who agrees with everything; it covers no point.
    const questions = selection.questionnaire.filter(
      (asked) => asked.point === point && asked.contradicts === undefined,
    );
    const said = questions.map(({ id }): Said => {
      const response = bid.responses[id];
      return { answer: response?.answer, isProven: response?.evidence.some((shown) => !isFiller(shown)) ?? false };
    });
    return { point, ...stateOf(said.length > 0 ? said : saidElsewhere(bid, point, asOf), topicOf(point)) };
  });
}

export function questionStates({ answers }: Bid): readonly QuestionState[] {
  return experienceChecks.map((question) => ({
    question,
    state: answerState(answers[question], question === "explains_past_mistakes" ? "past-mistakes" : "any"),
  }));
}

/** A point is as good as its weakest question: one good answer does not cover for one that was dodged. */
function stateOf(said: readonly Said[], topic: AnswerTopic): Pick<PointState, "state" | "message"> {
  if (said.length === 0) return { state: "not-asked", message: "No question covers this point." };
  const states = said.map(({ answer }) => answerState(answer, topic));
  const count = (state: string) => states.filter((other) => other === state).length;
  if (count("unanswered") > 0)
    return { state: "unanswered", message: `${count("unanswered")} of ${said.length} questions have no answer.` };
  if (count("vague") > 0)
    return { state: "vague", message: `${count("vague")} of ${said.length} answers hold nothing that can be checked.` };
  const proven = said.filter(({ isProven }) => isProven).length;
  return proven === said.length
    ? { state: "covered", message: "Answered concretely, with evidence." }
    : {
        state: "answered",
        message: `Answered concretely; ${said.length - proven} of ${said.length} without evidence.`,
      };
}

function saidElsewhere({ answers, references }: Bid, point: EvaluationPoint, asOf: PlainDate): readonly Said[] {
  const asked = references.some(({ on, found }) => on !== undefined && on <= asOf && !isFiller(found));
  const given: Partial<Record<EvaluationPoint, Said>> = {
    experience: { answer: answers.solved_this_before, isProven: asked },
    service_levels: { answer: answers.understands_our_metrics, isProven: asked },
    security: { answer: answers.security, isProven: false },
  };
  const said = given[point];
  // A field that nobody filled was not asked; only the questionnaire makes silence an answer.
  return said?.answer === undefined ? [] : [said];
}

function topicOf(point: EvaluationPoint): AnswerTopic {
  return point === "security" ? "security" : "any";
}
