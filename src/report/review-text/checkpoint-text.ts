import type { TenureMix } from "../../governance/growth/tenure-mix.ts";
import type { CheckpointReview, CheckpointsReview } from "../../governance/partnership/review-checkpoints.ts";
import { formatDate, formatFigure, formatNumberOf, formatPeriod, withDates } from "../format-figure.ts";
import type { Tone } from "../state-word.ts";
import { figureOfKind, listed } from "./review-figures.ts";
import type { ReviewPage, ReviewPart } from "./review-page.ts";

const tones: Readonly<Record<CheckpointReview["recommended"]["decision"], Tone>> = {
  go: "good",
  hold: "worry",
  back: "bad",
};
const criterionTones = {
  passed: "good",
  unproven: "worry",
  failed: "bad",
  "no-data": "unknown",
  "cannot-fail": "bad",
} as const;

const worstFirst = ["back", "hold", "go"] as const;

/** Grow: what the figures say at the gate that counts now, on the confidence bound of each criterion. */
export function checkpointPage({ checkpoints, asOf, seed }: CheckpointsReview): ReviewPage {
  const now = leading(checkpoints);
  const against = checkpoints.filter(({ isAgainstEvidence }) => isAgainstEvidence);
  return {
    headline:
      now === undefined
        ? "The growth plan has no checkpoint: nothing stops growth that the figures do not bear."
        : withDates(
            `${now.phase}${now.due === "not-due" ? `, on ${now.on}` : ""}: ${now.recommended.decision}${now.due === "not-due" ? " by the figures so far" : ""}. ${now.recommended.because[0] ?? ""}`,
          ),
    tone: now === undefined || against.length > 0 ? "bad" : tones[now.recommended.decision],
    lines: [
      ...against.map(
        ({ phase, decided, recommended }) =>
          `${phase} went on${decided?.on === null || decided === null ? "" : ` on ${formatDate(decided.on)}`} although the figures say ${recommended.decision}.`,
      ),
      ...undecided(checkpoints, asOf),
    ],
    parts: [
      ...checkpoints.map(partOf),
      {
        title: "Working",
        lines: [`Each criterion is judged on its one-sided 95 % bound; chance is drawn with seed ${seed}.`],
      },
    ],
  };
}

/** The gate that still has to be decided and stands worst, the earliest of equals; when all are decided, the last one. */
function leading(checkpoints: readonly CheckpointReview[]): CheckpointReview | undefined {
  const open = checkpoints.filter(({ decided }) => decided === null);
  const [worst] = worstFirst.flatMap((decision) => open.filter(({ recommended }) => recommended.decision === decision));
  return worst ?? checkpoints.at(-1);
}

function undecided(checkpoints: readonly CheckpointReview[], asOf: string): readonly string[] {
  return checkpoints
    .filter(({ due, decided }) => due === "due" && decided === null)
    .map(({ phase, on }) => `Nobody has decided on ${phase}, whose day was ${formatDate(on ?? asOf)}.`);
}

function partOf({ phase, on, due, criteria, recommended, decided, tenureMix }: CheckpointReview): ReviewPart {
  const when = on === null ? "no day is set" : `${due === "not-due" ? "on" : "was on"} ${formatDate(on)}`;
  const mix = tenureMix !== null && tenureMix.kind === "tenure-mix" ? tenureMix : null;
  return {
    title: `${phase}, ${when}: figures say ${recommended.decision}${decided === null ? "" : `, decided ${decided.decision}`}`,
    table: {
      columns: [
        { title: "" },
        { title: "criterion", mayShrink: true },
        { title: "measured", isNumber: true },
        { title: "95 % bound", isNumber: true },
        { title: "demanded" },
        { title: "records", isNumber: true, mayGo: 1 },
        { title: "window", mayGo: 2 },
      ],
      rows: criteria.map(({ metric, state, value, bound, unit, demanded, count, window }) => [
        { text: state.replaceAll("-", " "), tone: criterionTones[state] },
        metric,
        figureOfKind(unit, value),
        bound === null ? "" : figureOfKind(unit, bound),
        demanded,
        String(count),
        formatPeriod({ start: window.from, end: window.to }),
      ]),
    },
    lines: [
      ...recommended.because.map(withDates),
      ...(recommended.uncovered.length === 0 ? [] : [`Not asked about: ${listed(recommended.uncovered)}.`]),
      ...(mix === null ? [] : [effectOfGrowth(mix)]),
      ...(tenureMix !== null && mix === null
        ? [
            `What growth does to the tenure mix cannot be told: ${formatNumberOf("have" in tenureMix ? tenureMix.have : 0, "review")} where ${"need" in tenureMix ? tenureMix.need : 0} are needed.`,
          ]
        : []),
    ],
  };
}

/** What growth costs (or brings) in quality, all three figures in the same direction. */
function effectOfGrowth({ worst: { on, effect }, working }: TenureMix): string {
  const points = (value: number) => formatFigure(value, "count");
  const [verb, p10, p50, p90] =
    effect.p50 > 0
      ? ["bring", effect.p10, effect.p50, effect.p90]
      : (["cost", -effect.p90, -effect.p50, -effect.p10] as const);
  return withDates(
    `Growth would ${verb} ${points(p50)} points of quality (P10 ${points(p10)}, P90 ${points(p90)}) at its worst, on ${formatDate(on)}. ${working}.`,
  );
}
