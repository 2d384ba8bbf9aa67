import type { ActionVerdict, Finding, FixState, PitfallVerdict } from "../assessment/verdict.ts";
import type { Action } from "../governance/action/action.ts";
import type { ActionEffect } from "./action-outcome.ts";
import { readAction } from "./action-reading.ts";
import type { PitfallId } from "./pitfall-definition.ts";
import type { SignalInput } from "./signal-input.ts";

/**
 * How the fix of a pitfall stands, from the actions against it and the measures that judge them. Without a measure or
 * enough periods on both sides of its start an action is open, however done it is.
 */
export function readFix(pitfall: PitfallId, findings: readonly Finding[], input: SignalInput): PitfallVerdict["fix"] {
  const raised = findings.filter((one) => one.pitfall === pitfall);
  const isRaised = raised.length > 0;
  const actions = actionsAgainst(pitfall, input).map((action): ActionVerdict => {
    const { effect, verdict } = readAction(action, raised, input);
    return { ...verdict, state: stateOf(effect, isRaised) };
  });
  if (actions.length === 0) return { state: isRaised ? "open" : "none-needed" };
  return { state: together(actions), actions };
}

/** Actions that name the pitfall, or a finding of it. */
function actionsAgainst(pitfall: PitfallId, { record }: SignalInput): readonly Action[] {
  return record.actions.filter(
    (action) => action.pitfall === pitfall || action.findings.some((id) => id.startsWith(`${pitfall}/`)),
  );
}

function stateOf(effect: ActionEffect, isRaised: boolean): FixState {
  if (effect === "worse" || effect === "no-better") return "not-working";
  if (effect === "not-yet-known") return "open";
  return effect === "reached" && !isRaised ? "resolved" : "working";
}

/** The best of the actions speaks for all, unless one did harm and nothing that began after it has worked. */
function together(actions: readonly ActionVerdict[]): FixState {
  const worked = actions.filter(({ outcome }) => outcome === "worked");
  const isHarmed = actions
    .filter(({ outcome }) => outcome === "did-harm")
    .some((harmful) => !worked.some(({ since }) => (since ?? "") > (harmful.since ?? "")));
  if (isHarmed) return "not-working";
  const states = actions.map(({ state }) => state);
  return (["resolved", "working", "not-working"] as const).find((state) => states.includes(state)) ?? "open";
}
