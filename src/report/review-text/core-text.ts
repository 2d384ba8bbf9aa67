import type { CoreReview } from "../../governance/partnership/review-core.ts";
import { formatNumberOf, formatShare, wordsOf } from "../format-figure.ts";
import { guardWords } from "../state-word.ts";
import { listed } from "./review-figures.ts";
import { type ReviewCell, type ReviewPage, stateCell } from "./review-page.ts";

/** Core or not: what the scores say of each process, how firmly, and what must stay in the house. */
export function corePage({ processes, keepings }: CoreReview): ReviewPage {
  const faults = processes.flatMap(({ id, faults: own }) => own.map((fault) => `${id}: ${fault}`));
  const unassessed = processes.filter(({ assessment }) => assessment.kind !== "core").map(({ id }) => id);
  const open = keepings.filter(({ state }) => state !== "in-place");
  const said = processes.flatMap(({ id, assessment }) =>
    assessment.kind === "core" ? [`${assessment.recommended} ${id}`] : [],
  );
  return {
    headline:
      said.length === 0
        ? `Nobody has assessed whether ${listed(unassessed)} is core.`
        : `The scores say: ${listed(said)}.`,
    tone: faults.length > 0 ? "bad" : unassessed.length > 0 || open.length > 0 ? "worry" : "good",
    lines: [
      ...faults,
      ...(said.length === 0 || unassessed.length === 0 ? [] : [`Not assessed: ${listed(unassessed)}.`]),
      ...(open.length === 0 ? [] : [`${formatNumberOf(open.length, "thing")} that must stay or come back would not.`]),
    ],
    parts: [
      {
        title: "Processes, 0 hand over to 1 keep",
        table: {
          columns: [
            { title: "process", mayShrink: true },
            { title: "scores say" },
            { title: "index", isNumber: true },
            { title: "under any weights", mayGo: 1 },
            { title: "people concluded" },
            { title: "done by" },
          ],
          rows: processes.map(({ id, assessment, concluded, doneBy }): readonly ReviewCell[] => [
            id,
            assessment.kind === "core"
              ? assessment.recommended
              : { text: `${assessment.have} of ${assessment.need} aspects scored`, tone: "unknown" },
            assessment.kind === "core" ? assessment.index.toFixed(2) : "",
            assessment.kind === "core" ? formatShare(assessment.underAnyWeights[assessment.recommended]) : "",
            concluded ?? { text: "nothing", tone: "worry" },
            doneBy,
          ]),
        },
        lines: processes.flatMap(({ id, assessment }) =>
          assessment.kind !== "core"
            ? []
            : [
                ...assessment.turnsOnScore.map(
                  ({ aspect, score, to }) => `${id}: ${to}, were ${wordsOf(aspect)} scored ${score}.`,
                ),
                ...assessment.turnsOnWeight.map(
                  ({ aspect, weight, to }) => `${id}: ${to}, were ${wordsOf(aspect)} to count ${formatShare(weight)}.`,
                ),
                ...(assessment.unscored.length === 0
                  ? []
                  : [`${id}: nobody scored ${listed(assessment.unscored.map(wordsOf))}.`]),
                ...(assessment.overruled === null ? [] : [`${id}: ${assessment.overruled}`]),
              ],
        ),
      },
      {
        title: "What must stay, or come back",
        table: {
          columns: [{ title: "" }, { title: "kind" }, { title: "id" }, { title: "what is wrong", mayShrink: true }],
          rows: keepings.map(({ kind, id, state, faults: own }) => [
            stateCell(guardWords[state]),
            wordsOf(kind),
            id,
            own.join("; "),
          ]),
        },
      },
      {
        title: "Working",
        lines: processes.flatMap(({ id, assessment }) =>
          assessment.kind === "core" ? [`${id}: ${assessment.working}`] : [],
        ),
      },
    ],
  };
}
