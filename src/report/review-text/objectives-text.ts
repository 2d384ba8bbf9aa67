import type { ObjectiveReview, ObjectivesReview } from "../../governance/partnership/review-objectives.ts";
import { formatDate, formatNumberOf } from "../format-figure.ts";
import { guardWords } from "../state-word.ts";
import { figureOfKind, listed } from "./review-figures.ts";
import { type ReviewCell, type ReviewPage, stateCell } from "./review-page.ts";

/** Objectives: which are outcomes with all they need, which are behind, and what the others lack. */
export function objectivesPage({ objectives, goals }: ObjectivesReview): ReviewPage {
  const whole = objectives.filter(({ state }) => state === "in-place");
  const tasks = objectives.filter(({ wording }) => wording !== "outcome");
  const behind = objectives.flatMap((one) => behindText(one) ?? []);
  return {
    headline:
      objectives.length === 0
        ? "No objective is on record: nobody can tell whether this partnership works."
        : `${whole.length} of ${formatNumberOf(objectives.length, "objective")} ${whole.length === 1 ? "has" : "have"} all it takes${tasks.length === 0 ? "" : `; ${listed(tasks.map(({ id }) => id))} ${tasks.length === 1 ? "is" : "are"} no outcome`}.`,
    tone: objectives.length === 0 || behind.length > 0 ? "bad" : whole.length < objectives.length ? "worry" : "good",
    lines: behind,
    parts: [
      {
        title: "Objectives",
        table: {
          columns: [
            { title: "" },
            { title: "objective", mayShrink: true },
            { title: "stands", isNumber: true },
            { title: "due now", isNumber: true },
            { title: "" },
            { title: "target", mayGo: 2 },
            { title: "metric", mayGo: 1 },
          ],
          rows: objectives.map(row),
        },
      },
      { title: "What they lack", lines: objectives.flatMap(lacks) },
      {
        title: "Working",
        lines: objectives.flatMap(({ id, trajectory }) =>
          trajectory.kind === "trajectory" ? [`${id}: ${trajectory.working}`] : [],
        ),
      },
      {
        title: "Goals of both sides",
        lines:
          goals.kind === "agreement" ? [goals.working] : ["Too few goals are ranked by both sides to compare them."],
      },
    ],
  };
}

function row({ id, state, metric, trajectory }: ObjectiveReview): readonly ReviewCell[] {
  if (trajectory.kind === "no-trajectory") return [stateCell(guardWords[state]), id, "", "", "", "", metric ?? ""];
  const { standing, dueToday, points, unit } = trajectory;
  const target = points.at(-1);
  const words = {
    ahead: ["ahead", "good"],
    behind: ["behind", "bad"],
    unclear: ["too close to tell", "worry"],
  } as const;
  const [word, tone] = standing === null ? (["not measured", "unknown"] as const) : words[standing.state];
  return [
    stateCell(guardWords[state]),
    id,
    standing === null ? "" : figureOfKind(unit, standing.value),
    dueToday.text,
    { text: word, tone },
    target === undefined ? "" : `${target.text} by ${formatDate(target.on)}`,
    metric ?? "",
  ];
}

function behindText({ id, trajectory }: ObjectiveReview): string | null {
  if (trajectory.kind === "no-trajectory" || trajectory.standing?.state !== "behind") return null;
  const { standing, unit } = trajectory;
  const { value, on, from, numerator, denominator, due } = standing;
  const counted = numerator === undefined || denominator === undefined ? "" : ` (${numerator} of ${denominator})`;
  const when = from === undefined ? `on ${formatDate(on)}` : `from ${formatDate(from)} to ${formatDate(on)}`;
  return `${id} is behind: ${figureOfKind(unit, value)}${counted} ${when}, where ${figureOfKind(unit, due)} is due.`;
}

function lacks({ id, smart, questions, suggested, trajectory }: ObjectiveReview): readonly string[] {
  const open = [...smart, ...questions].filter(({ state }) => state !== "in-place");
  return [
    ...(suggested === null ? [] : [`${id}: a task. Say it as an outcome: ${suggested.inFull}`]),
    ...(trajectory.kind === "no-trajectory"
      ? [`${id}: there is no way to draw without ${listed(trajectory.lacking)}.`]
      : []),
    ...open.map(({ reason, suggestion }) => `${id}: ${reason}${suggestion === null ? "" : ` ${suggestion}`}`),
  ];
}
