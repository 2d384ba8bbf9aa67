import { type Figure, figureNumber, figureText } from "../../values/figure.ts";
import { isSaid } from "../../values/filler.ts";
import type { Presence, PresenceCheck } from "../../values/presence.ts";
import type { PlainDate } from "../../values/time.ts";
import type { Objective } from "./objective.ts";
import { suggestOutcome } from "./suggest-outcome.ts";

/** One letter of SMART, asked of one objective. */
export type SmartProperty = PresenceCheck & {
  readonly property: "specific" | "measurable" | "achievable" | "relevant" | "time-bound";
};

/** What an objective alone does not say. */
export type ObjectiveContext = {
  readonly asOf: PlainDate;
  /** the day on which the baseline held; null where nothing says it */
  readonly start: PlainDate | null;
  /** last day of the contract */
  readonly end: PlainDate | null;
  /** its metric's definition; null where the record has none of that name */
  readonly metric: { readonly better: "higher" | "lower" | null; readonly role: string | null } | null;
  /** whether its owner is somebody of the client who is there */
  readonly isOwned: boolean;
  /** figures of its metric in whole periods before the objective began, oldest first */
  readonly past: readonly number[];
};

/** Whether an objective is specific, measurable, achievable, relevant and time-bound, each with its reason. */
export function smartProperties(objective: Objective, context: ObjectiveContext): readonly SmartProperty[] {
  return [
    { property: "specific", ...askSpecific(objective) },
    { property: "measurable", ...askMeasurable(objective, context) },
    { property: "achievable", ...askAchievable(objective, context) },
    { property: "relevant", ...askRelevant(objective, context) },
    { property: "time-bound", ...askTimeBound(objective, context) },
  ];
}

/** Praise that no figure could contradict. */
const praise =
  /\b(?:world[- ]class|best[- ]in[- ]class|excellen(?:t|ce)|outstanding|seamless|optimal|state of the art|as (?:good|fast|soon) as possible|great|premium|synerg\w+)\b/i;

function askSpecific({ outcome, baseline, target }: Objective): PresenceCheck {
  if (!isSaid(outcome, 3))
    return lack(
      "missing",
      "It says nothing that could be reached.",
      "Say in a sentence what will be different, and for whom.",
    );
  const better = suggestOutcome(outcome, { baseline, target });
  if (better !== null)
    return lack(
      "missing",
      `“${outcome}” is a task: it can be done without anything getting better.`,
      `Say instead: “${better.inFull}”.`,
    );
  const praised = praise.exec(outcome);
  return praised === null
    ? met("It tells what will be different.")
    : lack(
        "partial",
        `“${praised[0]}” can be claimed of any result.`,
        "Say what a customer would notice instead of praise.",
      );
}

function askMeasurable(
  { metric, baseline, target }: Objective,
  { metric: definition }: ObjectiveContext,
): PresenceCheck {
  const suggestion =
    "Name a metric of the record under metric, today's figure under baseline, and the figure to reach under target.";
  if (metric === undefined) return lack("missing", "No metric shows it.", suggestion);
  if (definition === null)
    return lack(
      "missing",
      `No metric ${metric} is defined, so nothing can show it.`,
      `Define ${metric} under metrics:, or name one that is there.`,
    );
  if (baseline === undefined && target === undefined)
    return lack("missing", "It has a metric, but neither baseline nor target.", suggestion);
  if (baseline === undefined || target === undefined)
    return lack(
      "partial",
      `It has no ${baseline === undefined ? "baseline, so nobody can tell how far it has come" : "target"}.`,
      suggestion,
    );
  const wrong = wrongWay(baseline, target.figure, definition.better);
  if (wrong !== null) return lack("missing", wrong, suggestion);
  return definition.better === null
    ? lack(
        "partial",
        `${metric} does not say whether higher or lower is better.`,
        `Add better: higher or better: lower to ${metric}.`,
      )
    : met(`${metric} goes from ${figureText(baseline)} to ${figureText(target.figure)}.`);
}

function wrongWay(from: Figure, to: Figure, better: "higher" | "lower" | null): string | null {
  if (from.kind !== to.kind) return "Baseline and target are in different units.";
  if (figureNumber(from) === figureNumber(to)) return "The target equals the baseline, so nothing would change.";
  const rises = figureNumber(to) > figureNumber(from);
  return better !== null && rises !== (better === "higher") ? "The target is worse than the baseline." : null;
}

/** Fewer periods than this say little about what can be reached. */
const fewestPast = 6;

function askAchievable(
  { baseline, in_90_days: step, target, owner }: Objective,
  context: ObjectiveContext,
): PresenceCheck {
  const lacks: string[] = [];
  if (!context.isOwned)
    lacks.push(
      owner === undefined ? "nobody answers for it" : `${owner} is nobody of the client who could answer for it`,
    );
  if (target === undefined || baseline === undefined)
    return lack(
      "missing",
      `Without baseline and target nobody can tell whether it can be reached${lacks.map((one) => `, and ${one}`).join("")}.`,
      "Agree on a baseline and a target first.",
    );
  const [from, to] = [figureNumber(baseline), figureNumber(target.figure)];
  if (target.figure.kind === "share" && (to >= 1 || to <= 0))
    lacks.push(`${figureText(target.figure)} leaves no room for one bad day`);
  if (step === undefined || step.kind !== baseline.kind)
    lacks.push("no figure for the first 90 days shows that it can begin");
  else if (!isOnTheWay(figureNumber(step), from, to))
    lacks.push("the figure for 90 days does not lie on the way to the target");
  const past = pastReason(context.past, { from, to });
  if (past !== null) lacks.push(past);
  if (lacks.length === 0) {
    const known =
      context.past.length >= fewestPast
        ? `${context.past.length} past periods do not speak against it`
        : "no past periods are known to hold it against";
    return met(`It has an owner and a step on the way; ${known}.`);
  }
  return lack(
    "partial",
    `${lacks.join("; ").replace(/^./, (letter) => letter.toUpperCase())}.`,
    "Name an owner: on the client's side, and set in_90_days: and target: to what the past periods show to be within reach.",
  );
}

function isOnTheWay(step: number, from: number, to: number): boolean {
  return (step - from) * (to - from) > 0 && Math.abs(step - from) <= Math.abs(to - from);
}

/** What past periods say: always met is no goal; never came a third of the way is a hope. */
function pastReason(past: readonly number[], { from, to }: { from: number; to: number }): string | null {
  if (past.length < fewestPast || from === to) return null;
  const way = past.map((value) => (value - from) / (to - from));
  if (way.every((part) => part >= 1)) return `all ${past.length} past periods met the target already`;
  const furthest = Math.max(...way);
  return furthest < 1 / 3
    ? `in ${past.length} past periods the metric never came further than ${Math.max(0, Math.round(furthest * 100))} % of the way`
    : null;
}

function askRelevant(
  { broken_today: broken, metric, supported_by: supports }: Objective,
  context: ObjectiveContext,
): PresenceCheck {
  const suggestion =
    "Say under broken_today: what it would cure, and measure what comes of the work rather than how much is done.";
  if (context.metric?.role === "volume")
    return lack("missing", `${metric} counts work done, not what came of it.`, suggestion);
  if (!isSaid(broken, 3)) return lack("partial", "Nothing says what is broken today that it would cure.", suggestion);
  return supports.length === 0
    ? lack(
        "partial",
        "No second metric guards against buying it at the cost of something else.",
        "Name under supported_by: a metric that must not suffer for it.",
      )
    : met(`It cures what is broken today, and ${supports.join(" and ")} must not suffer for it.`);
}

function askTimeBound({ target }: Objective, { asOf, start, end }: ObjectiveContext): PresenceCheck {
  const suggestion = "Write the day into the target, such as `90 % by 2026-09-30`.";
  const by = target?.by ?? null;
  if (by === null) return lack("missing", "It has no date.", suggestion);
  if (start !== null && by <= start)
    return lack("missing", `It is due on ${by}, not after its start on ${start}.`, suggestion);
  if (by < asOf)
    return lack(
      "partial",
      `It was due on ${by}; that day has passed.`,
      "Judge it, and set the next target with its day.",
    );
  return end !== null && by > end
    ? lack("partial", `It is due on ${by}, after the contract has ended on ${end}.`, "Set a day within the contract.")
    : met(`It is due on ${by}.`);
}

function met(reason: string): PresenceCheck {
  return { state: "in-place", reason, suggestion: null };
}

function lack(state: Exclude<Presence, "in-place">, reason: string, suggestion: string): PresenceCheck {
  return { state, reason, suggestion };
}
