import type { Command } from "../../platform/command.ts";

/** Every verb in the order of `--help`, loaded when it is asked for: a quick verb does not wait for the heavy ones. */
const loaders = {
  init: async () => (await import("./verbs/init-verb.ts")).initVerb,
  validate: async () => (await import("./verbs/validate-verb.ts")).validateVerb,
  import: async () => (await import("./verbs/import-verb.ts")).importVerb,
  check: async () => (await import("./verbs/check-verb.ts")).checkVerb,
  explain: async () => (await import("./verbs/explain-verb.ts")).explainVerb,
  replay: async () => (await import("./verbs/replay-verb.ts")).replayVerb,
  backtest: async () => (await import("./verbs/backtest-verb.ts")).backtestVerb,
  power: async () => (await import("./verbs/power-verb.ts")).powerVerb,
  objectives: async () => (await import("./verbs/review-verbs.ts")).objectivesVerb,
  core: async () => (await import("./verbs/review-verbs.ts")).coreVerb,
  location: async () => (await import("./verbs/review-verbs.ts")).locationVerb,
  evaluate: async () => (await import("./verbs/review-verbs.ts")).evaluateVerb,
  "business-case": async () => (await import("./verbs/review-verbs.ts")).businessCaseVerb,
  terms: async () => (await import("./verbs/review-verbs.ts")).termsVerb,
  ramp: async () => (await import("./verbs/review-verbs.ts")).rampVerb,
  invoice: async () => (await import("./verbs/invoice-verb.ts")).invoiceVerb,
  checkpoint: async () => (await import("./verbs/checkpoint-verb.ts")).checkpointVerb,
  risks: async () => (await import("./verbs/risks-verb.ts")).risksVerb,
  relationship: async () => (await import("./verbs/review-verbs.ts")).relationshipVerb,
  freeze: async () => (await import("./verbs/freeze-verb.ts")).freezeVerb,
  pitfalls: async () => (await import("./verbs/pitfalls-verb.ts")).pitfallsVerb,
  completion: async () => (await import("./verbs/completion-verb.ts")).completionVerb,
} satisfies Readonly<Record<string, () => Promise<Command>>>;

export const verbNames = Object.keys(loaders);

/** The one verb of that name, or all of them where it is none: help and "did you mean" need to know all. */
export async function loadVerbs(name: string | undefined): Promise<readonly Command[]> {
  const all: Readonly<Record<string, () => Promise<Command>>> = loaders;
  const one = name !== undefined && Object.hasOwn(all, name) ? all[name] : undefined;
  return Promise.all((one === undefined ? Object.values(all) : [one]).map((load) => load()));
}
