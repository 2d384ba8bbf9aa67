import type { Sign } from "../../src/early-warning/shift-evidence/pooled-evidence.ts";
import { type FigureKind, figureKinds } from "../../src/early-warning/simulator/figure-kinds.ts";
import { leversOf } from "../../src/early-warning/simulator/planted-pitfall.ts";
import { movedBy } from "../../src/early-warning/simulator/simulate-figures.ts";
import { pitfallIds } from "../../src/pitfalls/pitfall-definition.ts";
import { signatures } from "../../src/pitfalls/signatures.ts";

const nearlyAlways = 0.97;

/**
 * Writes over the product's signatures with the simulator's own proportions, in this process alone. What is named wrongly
 * even so is no fault of the signatures; another way of weighing might still do better.
 */
export function signAsPlanted(): void {
  for (const id of pitfallIds) {
    const exact: Record<string, Sign> = {};
    for (const kind of figureKinds) {
      const by = worsening(kind, movedBy(kind, leversOf[id] ?? {}));
      if (by > 0) exact[kind.metric] = { likely: nearlyAlways, by };
    }
    Object.assign(signatures, { [id]: exact });
  }
}

/** A move on the scale on which the product adds, up for the worse. */
function worsening(kind: FigureKind, move: number): number {
  const worse = kind.better === "higher" ? -move : move;
  if (kind.adds !== true) return worse;
  const share = kind.better === "higher" ? 1 - kind.level : kind.level;
  return logit(Math.min(0.95, share + worse)) - logit(share);
}

function logit(share: number): number {
  return Math.log(share / (1 - share));
}
