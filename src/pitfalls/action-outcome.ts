import type { ActionOutcome } from "../assessment/verdict.ts";
import { meanOf } from "../values/total.ts";
import type { ActionRead, ActionSeen } from "./action-words.ts";
import { standardErrorsApart } from "./signals/figures/stretch.ts";

/** What follows from the reading of one action, before the pitfall's other actions are asked. */
export type ActionEffect = "not-yet-known" | "better" | "reached" | "no-better" | "worse";

/** A gain over a falling line, or a loss against a rising one, counts only where it passes the level just before. */
export function outcomeOf(seen: ActionSeen): ActionOutcome {
  if (seen.kind === "too-early" || seen.kind === "not-begun") return "too-early";
  if (seen.kind !== "read") return "unknown";
  const { outcome } = seen.interruption;
  if (outcome === "changed") return "unknown";
  return outcome !== "no-effect-yet" && isHeldBack(seen) ? "no-effect-yet" : outcome;
}

/** Off its line, and yet on no better, or no worse, a level than just before, give or take what chance gives. */
export function isHeldBack({ interruption, now, last }: ActionRead): boolean {
  if (interruption.outcome === "no-effect-yet" || last === null) return false;
  const moved = meanOf(now.values) - meanOf(last.values);
  return moved * interruption.effect.value <= 0 || standardErrorsApart(last, now) < 1;
}

/** @param longestWithoutEffect periods since after which an effect that does not show is none */
export function effectOf(seen: ActionRead, longestWithoutEffect: number): ActionEffect {
  const outcome = outcomeOf(seen);
  if (outcome === "worked") return hasReached(seen) ? "reached" : "better";
  if (outcome === "did-harm") return "worse";
  const isOver = seen.interruption.pointsSince >= longestWithoutEffect;
  return isOver && !isHeldBack(seen) ? "no-better" : "not-yet-known";
}

/** Without an expected figure, an effect beyond chance is all that was asked for. */
export function hasReached({ reading, now, expected }: ActionRead): boolean {
  if (expected === null) return true;
  return reading.better === "higher" ? now.value >= expected : now.value <= expected;
}
