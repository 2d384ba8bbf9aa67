import type {
  FixState,
  GuardState,
  KpiReading,
  PitfallVerdict,
  Reconciliation,
  ServiceLevelVerdict,
  SignalState,
} from "../assessment/verdict.ts";

/** How a state is told: a hue, and never a hue alone. `unknown` is its own tone and is never shown as good. */
export type Tone = "bad" | "worry" | "good" | "special" | "plain" | "unknown";

/** The shapes of the icons; one shape means one thing in the whole report. */
export type Shape =
  | "triangle"
  | "diamond"
  | "tick"
  | "eye-shut"
  | "shield-full"
  | "shield-half"
  | "shield-empty"
  | "dash"
  | "dot"
  | "rising"
  | "falling"
  | "progress"
  | "cross"
  | "double-cross"
  | "question"
  | "wave"
  | "turn"
  | "target-hit"
  | "target-missed"
  | "target-mixed";

export type StateWord = {
  readonly word: string;
  readonly tone: Tone;
  readonly shape: Shape;
  /** one column wide, in the repertoire of plain terminals */
  readonly glyph: string;
};

export const signalWords: Readonly<Record<SignalState, StateWord>> = {
  alarm: { word: "alarm", tone: "bad", shape: "triangle", glyph: "▲" },
  watch: { word: "watch", tone: "worry", shape: "diamond", glyph: "◆" },
  clear: { word: "clear", tone: "good", shape: "tick", glyph: "✓" },
  blind: { word: "blind", tone: "unknown", shape: "eye-shut", glyph: "?" },
};

/** The word of a pitfall's signal: clear of what would be seen, where some of it would not, is told apart from clear. */
export function signalWord({ state, clearInPart }: PitfallVerdict["signal"]): StateWord {
  if (state !== "clear" || clearInPart !== true) return signalWords[state];
  return { word: "clear in part", tone: "plain", shape: "dash", glyph: "–" };
}

export const guardWords: Readonly<Record<GuardState, StateWord>> = {
  "in-place": { word: "in place", tone: "good", shape: "shield-full", glyph: "■" },
  partial: { word: "partial", tone: "worry", shape: "shield-half", glyph: "▪" },
  missing: { word: "missing", tone: "bad", shape: "shield-empty", glyph: "□" },
};

export const fixWords: Readonly<Record<FixState, StateWord>> = {
  "none-needed": { word: "none needed", tone: "plain", shape: "dash", glyph: "–" },
  open: { word: "open", tone: "worry", shape: "dot", glyph: "•" },
  working: { word: "working", tone: "good", shape: "progress", glyph: "◐" },
  "not-working": { word: "not working", tone: "bad", shape: "cross", glyph: "✗" },
  resolved: { word: "resolved", tone: "good", shape: "tick", glyph: "✓" },
};

export const serviceLevelWords: Readonly<Record<ServiceLevelVerdict["state"], StateWord>> = {
  "below-minimum": { word: "below minimum", tone: "bad", shape: "double-cross", glyph: "▼" },
  missed: { word: "missed", tone: "bad", shape: "cross", glyph: "✗" },
  met: { word: "met", tone: "good", shape: "tick", glyph: "✓" },
  unknown: { word: "unknown", tone: "unknown", shape: "question", glyph: "?" },
};

/** The arrow points where the figures go; the tone says whether that is good. */
export function variationWord({ variation, better }: Pick<KpiReading, "variation" | "better">): StateWord {
  const isRising = (variation === "improving") === (better === "higher");
  const arrow = isRising ? ({ shape: "rising", glyph: "↗" } as const) : ({ shape: "falling", glyph: "↘" } as const);
  const words: Readonly<Record<KpiReading["variation"], StateWord>> = {
    worsening: { word: "worsening", tone: "bad", ...arrow },
    improving: { word: "improving", tone: "good", ...arrow },
    "special-cause": { word: "special cause", tone: "special", shape: "turn", glyph: "↕" },
    "common-cause": { word: "common cause", tone: "plain", shape: "wave", glyph: "~" },
    unknown: { word: "variation unknown", tone: "unknown", shape: "question", glyph: "?" },
  };
  return words[variation];
}

export const assuranceWords: Readonly<Record<KpiReading["assurance"], StateWord>> = {
  fails: { word: "fails target", tone: "bad", shape: "target-missed", glyph: "✗" },
  "hit-or-miss": { word: "hit or miss", tone: "worry", shape: "target-mixed", glyph: "≈" },
  passes: { word: "passes target", tone: "good", shape: "target-hit", glyph: "✓" },
  "no-target": { word: "no target", tone: "plain", shape: "dash", glyph: "–" },
  unknown: { word: "assurance unknown", tone: "unknown", shape: "question", glyph: "?" },
};

export const reconciliationWords: Readonly<Record<Reconciliation["state"], StateWord>> = {
  differs: { word: "differs", tone: "bad", shape: "cross", glyph: "≠" },
  "cannot-be-checked": { word: "cannot be checked", tone: "unknown", shape: "question", glyph: "?" },
  agrees: { word: "agrees", tone: "good", shape: "tick", glyph: "=" },
};
