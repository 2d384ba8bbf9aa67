import type { CheckpointSide, CriterionVerdict } from "./judge-criterion.ts";

/** What the figures say about the next step. */
export type CheckpointDecision = {
  readonly decision: "go" | "hold" | "back";
  /** why, one sentence each */
  readonly because: readonly string[];
  /** sides that no criterion speaks of that could fail */
  readonly uncovered: readonly CheckpointSide[];
};

const sides: readonly CheckpointSide[] = ["quality", "performance", "turnover", "ramp"];

/**
 * `go` when every criterion is passed on its bound and quality, performance, turnover and ramp are all asked for; `back` when
 * quality has surely failed, since customers pay for it meanwhile; `hold` otherwise. All criteria have to pass, so the chance of
 * a wrong go stays at 5 % however many there are (intersection–union test, Berger 1982).
 */
export function decideCheckpoint(verdicts: readonly CriterionVerdict[]): CheckpointDecision {
  const real = verdicts.filter(({ state }) => state !== "cannot-fail");
  const uncovered = sides.filter((side) => !real.some((verdict) => verdict.side === side));
  const lost = real.filter(({ side, state }) => side === "quality" && state === "failed");
  if (lost.length > 0)
    return {
      decision: "back",
      because: lost.map(({ metric, working }) => `${metric} has surely failed: ${working}.`),
      uncovered,
    };
  const open = real.filter(({ state }) => state !== "passed");
  const because = [
    ...open.map(({ metric, state, working }) => `${metric} is ${words[state]}: ${working}.`),
    ...(uncovered.length === 0 ? [] : [`No criterion that could fail speaks of ${uncovered.join(", ")}.`]),
  ];
  if (because.length > 0) return { decision: "hold", because, uncovered };
  return { decision: "go", because: real.map(({ metric, working }) => `${metric} is passed: ${working}.`), uncovered };
}

const words: Readonly<Record<CriterionVerdict["state"], string>> = {
  passed: "passed",
  unproven: "not proven",
  failed: "surely failed",
  "no-data": "not measured",
  "cannot-fail": "no criterion",
};
