/** What an objective's sentence describes: a result that changes, or work that is done. */
export type Wording = "outcome" | "task";

const taskVerbs = new Set(
  `answer reply respond handle process manage operate run provide deliver perform execute do staff support hire recruit train onboard
  implement set setup install migrate outsource hand move transfer take cover work enter key moderate review check monitor write draft make
  call maintain send attend complete conduct prepare develop build create launch start begin introduce document report organise organize
  hold schedule update collect resolve close solve triage route assign log track serve offer use adopt roll establish administer fulfil fulfill
  pick pack ship reconcile post invoice bill file code test scan translate transcribe sell chat email phone`.split(
    /\s+/,
  ),
);

/** Words by which a sentence tells of a change or a level reached. */
const changeWords =
  /\b(?:improv\w*|reduc\w*|increas\w*|decreas\w*|cut|cuts|cutting|rais\w*|ris(?:e|es|ing)|short\w*|lower\w*|halv\w*|doubl\w*|trebl\w*|grow\w*|fall\w*|drop\w*|faster|slower|fewer|less|more|better|cheaper|higher|quicker|sooner|within|under|below|above|at least|at most|no longer|from .+ to|per ?cent|satisf\w+|happier|content|first time|without)\b|%|\d/;

/**
 * Tells an outcome from a task by its words: "Answer customer emails" is a task, "customers get an answer within four hours" and
 * "Answer emails within four hours" are outcomes. A rule of thumb on English verbs; a sentence it does not know is an outcome.
 */
export function wordingOf(sentence: string): Wording {
  const words = sentence.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  if (changeWords.test(sentence.toLowerCase())) return "outcome";
  const [first, ...rest] = words.filter((word) => !leadIns.has(word));
  if (first === undefined) return "task";
  return isTaskVerb(first) || (first === "of" && isTaskVerb(rest[0] ?? "")) ? "task" : "outcome";
}

const leadIns = new Set(
  "we to will shall must should the our please have has full daily provider vendor team agents they".split(" "),
);

function isTaskVerb(word: string): boolean {
  const stems = [
    word,
    word.replace(/ing$/, ""),
    word.replace(/ing$/, "e"),
    word.replace(/(.)\1ing$/, "$1"),
    word.replace(/s$/, ""),
  ];
  return stems.some((stem) => taskVerbs.has(stem));
}
