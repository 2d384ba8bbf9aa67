import type { Finding } from "../../assessment/verdict.ts";
import { pitfallCatalogue } from "../pitfall-catalogue.ts";
import type { PitfallId } from "../pitfall-definition.ts";
import type { LookInput } from "../signal-input.ts";

/** Why an eye is closed, and the files that would open it. */
export type Blindness = { readonly because: string; readonly opensWith: readonly string[] };

/** What one detector saw. */
export type SignalReading = {
  readonly findings: readonly Finding[];
  /** how many things it could judge; none means that silence says nothing */
  readonly judged: number;
  readonly blind: readonly Blindness[];
  /** what it looked for and did not find, with the size from which on it tells it; worked out where somebody asks */
  readonly within?: () => readonly string[];
};

/** A small pure rule that looks for one sign of one pitfall. */
export type Detector = {
  readonly id: string;
  /** whether finding nothing is enough to call the pitfall clear; false where it sees a part only */
  readonly mayClear: boolean;
  readonly look: (input: LookInput) => SignalReading;
};

export const nothingToJudge: SignalReading = { findings: [], judged: 0, blind: [] };

/** A reading of one thing that could not be judged. */
export function blindTo(because: string, opensWith: readonly string[]): SignalReading {
  return { findings: [], judged: 0, blind: [{ because, opensWith }] };
}

/** All readings as one. */
export function together(readings: readonly SignalReading[]): SignalReading {
  return {
    findings: readings.flatMap(({ findings }) => findings),
    judged: readings.reduce((sum, { judged }) => sum + judged, 0),
    blind: readings.flatMap(({ blind }) => blind),
    within: () => readings.flatMap(({ within }) => within?.() ?? []),
  };
}

/** A finding but for what its pitfall gives it: the id, and the first steps of the playbook. */
export type FindingParts = Omit<Finding, "id" | "playbook" | "pitfall"> & {
  readonly pitfall: PitfallId;
  /** what the id names instead of the subject, where the subject may change while the trouble stays the same */
  readonly named?: string;
};

/** Names a finding, `<pitfall>/<detector>/<subject>`, the same from week to week, and adds the first steps. */
export function finding(parts: FindingParts): Finding {
  const { named, ...published } = parts;
  const { pitfall, detector, subject } = published;
  const segment = Object.entries(subject.segment).map(([key, value]) => `${key}=${value}`);
  const { firstTalk, diagnosis } = pitfallCatalogue[pitfall].playbook;
  return {
    ...published,
    id: [pitfall, detector, named ?? [subject.id, ...segment].join(",")].join("/"),
    playbook: [firstTalk, ...diagnosis.slice(0, 3)],
  };
}
