import type { StateWord } from "./state-word.ts";

/** Words, hues and icons of what reviews say; one shape means one thing in the whole report. */
export const reviewWords = {
  pressing: { word: "needs a decision", tone: "bad", shape: "triangle", glyph: "▲" },
  look: { word: "look at it", tone: "worry", shape: "diamond", glyph: "◆" },
  fine: { word: "in order", tone: "good", shape: "tick", glyph: "✓" },
  unknown: { word: "cannot be told", tone: "unknown", shape: "question", glyph: "?" },
  inPlace: { word: "in place", tone: "good", shape: "shield-full", glyph: "■" },
  partial: { word: "partial", tone: "worry", shape: "shield-half", glyph: "▪" },
  missing: { word: "missing", tone: "bad", shape: "shield-empty", glyph: "□" },
  accept: { word: "accept", tone: "good", shape: "tick", glyph: "✓" },
  dispute: { word: "dispute", tone: "bad", shape: "cross", glyph: "✗" },
  go: { word: "go", tone: "good", shape: "tick", glyph: "✓" },
  hold: { word: "hold", tone: "worry", shape: "dash", glyph: "–" },
  back: { word: "back", tone: "bad", shape: "cross", glyph: "✗" },
} as const satisfies Readonly<Record<string, StateWord>>;

export const presenceWords: Readonly<Record<"in-place" | "partial" | "missing", StateWord>> = {
  "in-place": reviewWords.inPlace,
  partial: reviewWords.partial,
  missing: reviewWords.missing,
};
