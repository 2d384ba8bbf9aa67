import type { Finding } from "../../assessment/verdict.ts";
import type { PitfallId } from "../pitfall-definition.ts";
import { finding, type SignalReading } from "./signal-reading.ts";

/** A finding that follows from the record alone: certain, and true since a day. */
export type RecordFinding = {
  readonly pitfall: PitfallId;
  readonly detector: string;
  readonly state: Finding["state"];
  /** the day from which it is so */
  readonly since: string;
  /** the day on which it was first told, where that is not `since` */
  readonly raisedAt?: string;
  readonly kind: string;
  readonly id: string;
  readonly statement: string;
  readonly evidence: Readonly<Record<string, unknown>>;
};

/** One thing of the record that was judged: with what was found, or with nothing. */
export function judgedOne(found: RecordFinding | null): SignalReading {
  if (found === null) return { findings: [], judged: 1, blind: [] };
  const { pitfall, detector, state, since, raisedAt, kind, id, statement, evidence } = found;
  const subject = { kind, id, segment: {} };
  const parts = { pitfall, detector, state, raisedAt: raisedAt ?? since, onset: since, subject, statement };
  return { findings: [finding({ ...parts, evidence: { ...evidence } })], judged: 1, blind: [] };
}
