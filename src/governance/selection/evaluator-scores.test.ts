import { describe, expect, test } from "vitest";
import { fairBids, fairSelection, withBid } from "../../../test/fixtures/fair-selection.ts";
import { scoresOf, scoringFindings } from "./evaluator-scores.ts";
import type { Selection } from "./selection.ts";

const found = (selection: Selection) => scoringFindings(selection).map(({ code }) => code);
const scoredBy = (scores: readonly Readonly<Record<string, unknown>>[]) =>
  fairSelection({ bids: fairBids.map((bid, at) => ({ ...bid, scores: scores[at] })) });
const sheet = [
  { experience: 85, team: 80 },
  { experience: 60, team: 70 },
  { experience: 70, team: 72 },
];
const flat = [
  { experience: 80, team: 80 },
  { experience: 80, team: 80 },
  { experience: 80, team: 80 },
];
const other = [
  { experience: 90, team: 75 },
  { experience: 65, team: 60 },
  { experience: 75, team: 70 },
];

test.each<[string, Selection, readonly string[]]>([
  ["two evaluators, each for themselves", fairSelection(), []],
  ["one evaluator", scoredBy(sheet.map((ana) => ({ ana }))), Array(3).fill("one-evaluator")],
  [
    "one evaluator beside a stopgap for a second",
    scoredBy(sheet.map((ana) => ({ ana, tbd: ana }))),
    [...Array(3).fill("one-evaluator"), "copied-scores"],
  ],
  ["a second evaluator who copied the first", scoredBy(sheet.map((ana) => ({ ana, joel: ana }))), ["copied-scores"]],
  [
    "an evaluator who gives the same to all",
    scoredBy(flat.map((joel, at) => ({ ana: sheet[at], joel }))),
    ["flat-scores"],
  ],
  [
    "an evaluator who leaves out a bid",
    scoredBy(sheet.map((ana, at) => (at === 1 ? { ana } : { ana, joel: other[at] }))),
    ["one-evaluator", "scores-missing"],
  ],
  [
    "an evaluator who scored after seeing the others",
    fairSelection({ scored_on: { ana: "2026-02-10", joel: "2026-02-13" } }),
    ["scored-after-sharing"],
  ],
  [
    "scores 26 points apart",
    withBid(0, { scores: { ana: { experience: 64, team: 80 }, joel: { experience: 90, team: 75 } } }),
    ["spread-without-consensus"],
  ],
  [
    "scores 25 points apart",
    withBid(0, { scores: { ana: { experience: 65, team: 80 }, joel: { experience: 90, team: 75 } } }),
    [],
  ],
])("%s", (_, selection, expected) => {
  expect(found(selection)).toEqual(expected);
});

describe("after a talk about a wide spread", () => {
  const apart = { scores: { ana: { experience: 40, team: 80 }, joel: { experience: 90, team: 75 } } };
  const note = { bid: "cedar", criterion: "experience", note: "joel had seen the second reference; ana agreed" };
  const selection = (score?: number) =>
    withBid(0, apart, { consensus: [{ ...note, ...(score === undefined ? {} : { score }) }] });
  const experience = (of: Selection) => {
    const [bid] = of.bids;
    return bid === undefined ? undefined : scoresOf(bid, of)[0];
  };

  test("the note takes the finding away, and the agreed score counts", () => {
    expect(found(selection(80))).toEqual([]);
    expect(experience(selection(80))).toMatchObject({ mean: 65, low: 40, high: 90, counted: 80 });
  });

  test("a note without a score leaves the mean", () => {
    expect(experience(selection())).toMatchObject({ counted: 65, consensus: note.note });
  });
});
