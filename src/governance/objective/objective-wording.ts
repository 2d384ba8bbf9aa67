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
  /%|\b(?:in (?:a|an|one|two|three|four|\d+)(?: business)? (?:seconds?|minutes?|hours?|days?)|improv\w*|reduc\w*|increas\w*|decreas\w*|cut|cuts|cutting|rais\w*|ris(?:e|es|ing)|short\w*|lower\w*|halv\w*|doubl\w*|trebl\w*|grow\w*|fall\w*|drop\w*|faster|slower|fewer|less|better|cheaper|higher|quicker|sooner|within|under|below|above|at least|at most|no longer|from .+ to|per ?cent|satisf\w+|happier|content|first time|without)\b/;

/**
 * Tells an outcome from a task by its words: "Answer customer emails" is a task, "customers get an answer within four hours" and
 * "Answer emails within four hours" are outcomes. A rule of thumb on English verbs; a sentence it does not know is an outcome.
 */
export function wordingOf(sentence: string): Wording {
  const plain = sentence.toLowerCase().replaceAll(volumeWords, " ");
  return changeWords.test(plain) || taskIn(sentence) === null ? "outcome" : "task";
}

/** What a sentence says is done, and to what: `{ verb: "answer", things: "customer emails" }`; null when it begins with no work. */
export function taskIn(sentence: string): { readonly verb: string; readonly things: string } | null {
  const words = sentence.match(/[\p{L}\d'’-]+/gu) ?? [];
  const first = words.findIndex((word) => !leadIns.has(word.toLowerCase()));
  if (first < 0) return { verb: "", things: "" };
  const verb = taskVerbOf(words[first]?.toLowerCase() ?? "");
  if (verb === null) return null;
  const rest = words.slice(first + 1);
  return { verb, things: (rest[0]?.toLowerCase() === "of" ? rest.slice(1) : rest).join(" ") };
}

/** A count of work done, "at least 500 emails" or "more calls", is no change for anybody. */
const volumeWords =
  /\b(?:(?:at least|at most|up to|under|over|more than) )?\d[\d,.]*(?! ?%)(?: (?!(?:business )?(?:seconds?|minutes?|hours?|days?|percent|per cent)\b)\p{L}+)|\bincrease(?:d|s)? the number of\b/gu;

const leadIns = new Set(
  "we to will shall must should the our please have has full daily provider vendor team agents they".split(" "),
);

function taskVerbOf(word: string): string | null {
  const stems = [
    word,
    word.replace(/ing$/, ""),
    word.replace(/ing$/, "e"),
    word.replace(/(.)\1ing$/, "$1"),
    word.replace(/s$/, ""),
  ];
  return stems.find((stem) => taskVerbs.has(stem)) ?? null;
}
