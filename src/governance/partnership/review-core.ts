import { seededChance } from "../../values/seeded-chance.ts";
import type { TooLittleData } from "../../values/share.ts";
import type { PlainDate } from "../../values/time.ts";
import { assessCore, type CoreConclusion, type CoreResult } from "../process/core-assessment.ts";
import { type Keeping, keepings } from "./over-delegation.ts";
import type { PartnershipRecord } from "./partnership-record.ts";

export type CoreReview = {
  readonly asOf: PlainDate;
  readonly processes: readonly {
    readonly id: string;
    readonly doneBy: "client" | "provider" | "both";
    /** what the people concluded; null where nobody assessed */
    readonly concluded: CoreConclusion | null;
    readonly assessment: CoreResult | TooLittleData;
    /** the people's conclusion hands over more than the scores say, or the provider does what was to be kept */
    readonly faults: readonly string[];
  }[];
  readonly keepings: readonly Keeping[];
  readonly seed: number;
};

/** Whether each process is the company's core, how firmly that is said, and what over-delegation would cost. Plain data. */
export function reviewCore(
  record: PartnershipRecord,
  { asOf, seed = 1, draws = 10_000 }: { asOf: PlainDate; seed?: number; draws?: number },
): CoreReview {
  const processes = record.processes.map(({ id, core, done_by: doneBy }) => {
    const assessment = assessCore(core ?? { scores: {}, weights: {} }, { chance: seededChance(seed).split(id), draws });
    const concluded = core?.conclusion ?? null;
    const faults = [
      concluded !== null && assessment.kind === "core" && boldness[concluded] > boldness[assessment.recommended]
        ? `The conclusion is ${concluded}, and the scores say ${assessment.recommended}.`
        : null,
      concluded === "keep" && doneBy !== "client"
        ? `It was to be kept and is done by ${doneBy === "both" ? "both" : "the provider"}.`
        : null,
      concluded === "hybrid" && doneBy === "provider" ? "It was to be split and is done by the provider alone." : null,
      core?.on !== undefined && core.on > asOf ? `Its assessment is dated ${core.on}, which lies ahead.` : null,
    ].filter((fault) => fault !== null);
    return { id, doneBy, concluded, assessment, faults };
  });
  return { asOf, processes, keepings: keepings(record, asOf), seed };
}

/** How much leaves the house. */
const boldness: Readonly<Record<CoreConclusion, number>> = { keep: 0, hybrid: 1, outsource: 2 };
