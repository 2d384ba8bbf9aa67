import type { Finding, PitfallVerdict, SignalState, Verdict } from "../assessment/verdict.ts";
import type { AlarmHeights } from "../early-warning/shift-evidence/alarm-budget.ts";
import type { PlainDate } from "../values/time.ts";
import { readFix } from "./fix-state.ts";
import { guardState } from "./guards/guard-rule.ts";
import { askGuards } from "./guards/guard-rules.ts";
import { pitfallCatalogue } from "./pitfall-catalogue.ts";
import { everyPitfall, type PitfallId, pitfallIds } from "./pitfall-definition.ts";
import type { LookInput, SignalInput } from "./signal-input.ts";
import { detectors } from "./signals/detectors.ts";
import { weighPitfalls } from "./signals/figures/pitfall-evidence.ts";
import { changeFindingId, worseningId } from "./signals/figures/worsening-kpi-detector.ts";
import { silentRoster } from "./signals/people/silent-roster.ts";
import { type Blindness, type SignalReading, together } from "./signals/signal-reading.ts";
import { untoldPitfalls } from "./signals/told-only-if.ts";

/** What the signals say on one date: all that replaying needs. */
export type SignalFindings = {
  readonly signals: Readonly<Record<PitfallId, JudgedSignal>>;
  /** alarms first, then by onset, earliest first */
  readonly findings: readonly Finding[];
  /** how the agreed number of false alarms is shared, and the heights of evidence that follow */
  readonly heights: AlarmHeights;
  /** pitfalls that cannot be seen at all, and those seen in part ("In part: …") */
  readonly blind: Verdict["coverage"]["blind"];
};

/**
 * Judges the signal of every pitfall. A signal is clear only when something that may clear it was looked at; otherwise it
 * is blind and says why, and which files would open the eye.
 */
export function findSignals(known: SignalInput): SignalFindings {
  const input = { ...known, weighed: weighPitfalls(known, untoldPitfalls(known)) };
  return signalsTogether(
    everyPitfall((id) => judgeSignal(id, input)),
    input.weighed.heights,
  );
}

/** The signals of all pitfalls with what follows from them: their findings in order, and what none of them sees. */
export function signalsTogether(signals: SignalFindings["signals"], heights: AlarmHeights): SignalFindings {
  const findings = pitfallIds.flatMap((id) => signals[id].findings);
  return {
    signals,
    heights,
    findings: findings.toSorted(
      (one, other) => rank(one) - rank(other) || (one.onset ?? "~").localeCompare(other.onset ?? "~"),
    ),
    blind: pitfallIds.flatMap((id) => {
      const { state, blind } = signals[id];
      if (blind.length === 0) return [];
      const opensWith = [...new Set(blind.flatMap((each) => each.opensWith))];
      const because = sentences(blind);
      return { pitfall: id, because: state === "blind" ? because : `In part: ${because}`, opensWith };
    }),
  };
}

/** Guards and fixes beside what the signals said on the same date. */
export function pitfallVerdicts({ signals, findings }: SignalFindings, input: SignalInput): readonly PitfallVerdict[] {
  return pitfallIds.map((id) => {
    const signal = signals[id];
    const checks = askGuards(id, input.record, input.asOf);
    return {
      id,
      name: pitfallCatalogue[id].name,
      guard: { state: guardState(checks), checks: [...checks] },
      signal: {
        state: signal.state,
        findings: [...signal.findings.map((finding) => finding.id), ...signal.toldUnder],
        blindBecause: signal.state === "blind" ? sentences(signal.blind) : null,
      },
      fix: readFix(id, findings, input),
    };
  });
}

/** One pitfall's signal, with what it was told by. */
export type JudgedSignal = {
  readonly state: SignalState;
  readonly findings: readonly Finding[];
  /** ids of other pitfalls' findings on figures that this one moves too */
  readonly toldUnder: readonly string[];
  readonly blind: readonly Blindness[];
  /** where it is clear: what was looked for and is not there, with the size from which on it would be told */
  readonly within: () => readonly string[];
  /** nothing but the silence of figures that could move clears it */
  readonly byFiguresAlone: boolean;
};

function judgeSignal(id: PitfallId, input: LookInput): JudgedSignal {
  const readings = detectors[id].map((detector) => ({ detector, reading: knownBy(input.asOf, detector.look(input)) }));
  const { findings, blind } = together(readings.map(({ reading }) => reading));
  const unkept = unkeptRoster(id, input);
  const closed = [...(unkept === null ? [] : [unkept]), ...blind, ...closedEyes(id, input)];
  const stronger = input.weighed.of[id].change?.speaksMoreFor ?? null;
  const toldUnder = stronger === null ? [] : [changeFindingId(stronger)];
  const clearing = readings.filter(({ detector, reading }) => detector.mayClear && reading.judged > 0);
  const said = {
    ...{ findings, toldUnder, blind: closed },
    within: () => clearing.flatMap(({ reading }) => reading.within?.() ?? []),
    byFiguresAlone: clearing.every(({ detector }) => detector.id === worseningId),
  };
  if (findings.some(({ state }) => state === "alarm")) return { ...said, state: "alarm" };
  if (findings.length > 0 || toldUnder.length > 0) return { ...said, state: "watch" };
  const isCleared = unkept === null && clearing.length > 0;
  if (isCleared) return { ...said, state: "clear" };
  return { ...said, state: "blind", blind: closed.length > 0 ? closed : [unreadYet(id)] };
}

/** The record is written with hindsight: what began after the date was not there to be seen, and clears nothing. */
function knownBy(asOf: PlainDate, reading: SignalReading): SignalReading {
  const findings = reading.findings.filter(({ onset }) => onset === null || onset <= asOf);
  return { ...reading, findings, judged: reading.judged - (reading.findings.length - findings.length) };
}

/** The roster that is no longer kept, where it is the only file of the pitfall's eyes that is there: its silence clears nothing. */
function unkeptRoster(id: PitfallId, input: SignalInput): Blindness | null {
  const there = new Set(input.sources.filter(({ rows }) => rows > 0).map(({ fact }) => fact));
  const eyes = pitfallCatalogue[id].eyes.filter(({ file }) => there.has(file));
  return eyes.length > 0 && eyes.every(({ file }) => file === "staff") ? silentRoster(input) : null;
}

/** Files of the pitfall's eyes that are not there, one sentence each. */
function closedEyes(id: PitfallId, { sources }: SignalInput): readonly Blindness[] {
  const there = new Set(sources.filter(({ rows }) => rows > 0).map(({ fact }) => fact));
  return pitfallCatalogue[id].eyes
    .filter(({ file }) => file !== "partnership.yaml" && !there.has(file))
    .map(({ file, shows }) => ({ because: `No ${file} on file: they would show ${shows}.`, opensWith: [file] }));
}

function unreadYet(id: PitfallId): Blindness {
  const files = pitfallCatalogue[id].eyes.map(({ file }) => file);
  return {
    because: `Nothing that is on file has been measured for it: watch a KPI for it with watch_for: [${id}].`,
    opensWith: files,
  };
}

function sentences(blind: readonly Blindness[]): string {
  return [...new Set(blind.map(({ because }) => because))].join(" ");
}

function rank({ state }: Finding): number {
  return state === "alarm" ? 0 : 1;
}
