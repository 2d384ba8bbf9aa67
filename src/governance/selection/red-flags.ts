import { type AnswerTopic, answerState, deniesMistakes } from "./concrete-answer.ts";
import { checkPromises } from "./promise-check.ts";
import type { Bid, Selection } from "./selection.ts";

/** A way in which bidders give themselves away. `unknown`: the record does not ask, so that nothing can be told. */
export type RedFlag = {
  readonly id:
    | "overpromises"
    | "staffing-unanswered"
    | "no-escalation-path"
    | "agrees-with-everything"
    | "vague-security"
    | "denies-mistakes";
  readonly state: "raised" | "watch" | "clear" | "unknown";
  readonly message: string;
  readonly evidence: readonly string[];
};

export function redFlags(bid: Bid, selection: Selection): readonly RedFlag[] {
  const wasAsked = Object.keys(bid.answers).length > 0 || Object.keys(bid.responses).length > 0;
  return [
    overpromises(bid, selection),
    dodged(
      "staffing-unanswered",
      bid.answers.staffing,
      "staffing",
      wasAsked,
      "who will do the work, how many and from when",
    ),
    dodged(
      "no-escalation-path",
      bid.answers.escalation_path,
      "escalation",
      wasAsked,
      "whom to escalate to, and how fast they answer",
    ),
    agreesWithEverything(bid, selection),
    vagueSecurity(bid, selection, wasAsked),
    mistakes(bid),
  ];
}

function overpromises(bid: Bid, selection: Selection): RedFlag {
  const checks = checkPromises(bid, selection);
  const evidence = (states: readonly string[]) =>
    checks.filter(({ state }) => states.includes(state)).map(({ message, at }) => `${message} (${at})`);
  const far = evidence(["beyond-market", "beyond-bids"]);
  const bold = evidence(["beyond-references"]);
  if (far.length > 0)
    return {
      id: "overpromises",
      state: "raised",
      message: "Promises more than can be expected.",
      evidence: [...far, ...bold],
    };
  if (bold.length > 0)
    return { id: "overpromises", state: "watch", message: "Promises more than its references got.", evidence: bold };
  return checks.some(({ state }) => state === "plausible")
    ? { id: "overpromises", state: "clear", message: "Its promises lie within what others reach.", evidence: [] }
    : { id: "overpromises", state: "unknown", message: "No promise can be compared with anything.", evidence: [] };
}

function dodged(
  id: RedFlag["id"],
  answer: string | undefined,
  topic: AnswerTopic,
  wasAsked: boolean,
  question: string,
): RedFlag {
  const state = answerState(answer, topic);
  if (state === "concrete") return { id, state: "clear", message: `Says ${question}.`, evidence: [] };
  if (state === "vague")
    return {
      id,
      state: "raised",
      message: `Was asked ${question}, and says nothing that can be checked.`,
      evidence: [answer ?? ""],
    };
  return wasAsked
    ? { id, state: "raised", message: `Left open ${question}.`, evidence: [] }
    : { id, state: "unknown", message: "No answers of this bidder are on record.", evidence: [] };
}

/** Yes to both of a planted pair raises it; yes to everything, from five questions on, asks for another look. */
function agreesWithEverything({ responses }: Bid, { questionnaire }: Selection): RedFlag {
  const id = "agrees-with-everything";
  const pairs = questionnaire.flatMap((question) => {
    const other = questionnaire.find((candidate) => candidate.id === question.contradicts);
    return other === undefined || other.id === question.id ? [] : [[question, other] as const];
  });
  const agrees = (question: { readonly id: string }) => responses[question.id]?.agrees;
  const caught = pairs.filter(([one, other]) => agrees(one) === true && agrees(other) === true);
  if (caught.length > 0)
    return {
      id,
      state: "raised",
      message: "Says yes to questions that contradict each other.",
      evidence: caught.map(([one, other]) => `${other.ask} / ${one.ask}`),
    };
  const answered = questionnaire.map(agrees).filter((answer) => answer !== undefined);
  if (answered.length >= 5 && answered.every((yes) => yes))
    return { id, state: "watch", message: `Says yes to all ${answered.length} questions.`, evidence: [] };
  const isTested = pairs.some(([one, other]) => agrees(one) !== undefined && agrees(other) !== undefined);
  return isTested || answered.includes(false)
    ? { id, state: "clear", message: "Can say no.", evidence: [] }
    : { id, state: "unknown", message: "No question was planted to which yes would be wrong.", evidence: [] };
}

function vagueSecurity({ answers, responses }: Bid, { questionnaire }: Selection, wasAsked: boolean): RedFlag {
  const asked = questionnaire.filter(({ point }) => point === "security").map(({ id }) => responses[id]?.answer);
  const all = [...asked, ...(answers.security === undefined ? [] : [answers.security])];
  const weakest = all.find((answer) => answerState(answer, "security") !== "concrete");
  const isClear = all.length > 0 && weakest === undefined && !all.includes(undefined);
  return dodged("vague-security", isClear ? all[0] : weakest, "security", wasAsked, "how data are kept safe");
}

function mistakes({ answers }: Bid): RedFlag {
  const id = "denies-mistakes";
  const answer = answers.explains_past_mistakes;
  if (answer === undefined)
    return { id, state: "unknown", message: "Past mistakes were not asked about.", evidence: [] };
  if (deniesMistakes(answer))
    return { id, state: "raised", message: "Says that nothing ever went wrong.", evidence: [answer] };
  return answerState(answer, "past-mistakes") === "concrete"
    ? { id, state: "clear", message: "Says what went wrong and what changed.", evidence: [] }
    : { id, state: "watch", message: "Does not say what went wrong and what changed.", evidence: [answer] };
}
