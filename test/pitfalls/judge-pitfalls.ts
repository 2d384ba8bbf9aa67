import type { PitfallVerdict } from "../../src/assessment/verdict.ts";
import { findSignals, pitfallVerdicts, type SignalFindings } from "../../src/pitfalls/judge-pitfalls.ts";
import type { SignalInput } from "../../src/pitfalls/signal-input.ts";

/** The guard, the signal and the fix of every pitfall, as the assessment asks for them on the date that it reports. */
export function judgePitfalls(known: SignalInput): SignalFindings & { readonly pitfalls: readonly PitfallVerdict[] } {
  const found = findSignals(known);
  return { ...found, pitfalls: pitfallVerdicts(found, known) };
}
