import { expect, test } from "vitest";
import { evidenceParts, evidenceText } from "./evidence-figure.ts";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

test.each([
  ["before", 0.926, "share", "92.6 %"],
  ["weeksBelowLimit", 9, "share", "9"],
  ["pausedSeconds", 5400, null, "1 h 30 min"],
  ["late_share", 0.25, "count", "25.0 %"],
  ["onset", "2026-05-04", null, "4 May 2026"],
  ["pValue", 0.000_123_4, null, "0.000123"],
  ["isAgreed", false, null, "no"],
  ["owed", { amount: "1200.00", currency: "USD" }, null, "1,200.00 USD"],
  ["after", { value: 0.5, numerator: 2, denominator: 4 }, null, "50.0 % (2 of 4)"],
  ["gap", null, null, "unknown"],
  ["target", null, "share", "none agreed"],
  ["targetOfPeer", null, "share", "unknown"],
  ["segment", {}, null, "none"],
  ["segment", { team: "birch" }, null, '{"team":"birch"}'],
  ["due", 0.867, "share", "86.7 %"],
  ["period", { start: "2026-06-01", end: "2026-06-30" }, null, "June 2026"],
] as const)("%s %j of a finding about a %s reads %s", (key, value, unit, text) => {
  expect(plain(evidenceText(key, value, unit))).toBe(text);
});

test("evidence of any shape finds its place: figures, series, items and rows", () => {
  const parts = evidenceParts(
    {
      weekly: [0.1, null, 0.2],
      items: ["Z-1", "Z-2"],
      byTeam: [
        { team: "A", before: 0.9 },
        { team: "B", after: 0.5 },
      ],
      limits: { lower: 0.8, upper: 0.9 },
      nothing: [],
    },
    "share",
  );
  expect(parts.map(({ kind, label }) => `${kind}: ${label}`)).toEqual([
    "series: Weekly",
    "items: Items",
    "rows: By team",
    "figure: Limits: lower",
    "figure: Limits: upper",
    "figure: Nothing",
  ]);
  expect(parts[2]).toMatchObject({
    columns: ["Team", "Before", "After"],
    rows: [
      ["A", "90.0\u00a0%", "unknown"],
      ["B", "unknown", "50.0\u00a0%"],
    ],
  });
});

test.each([
  ["missedInARow", "Missed in a row"],
  ["medianTenureDays", "Median tenure days"],
  ["ownKPI", "Own kpi"],
])("%s is labelled %s", (key, label) => {
  expect(evidenceParts({ [key]: 1 }, null)).toMatchObject([{ label }]);
});

test("evidence that goes on for ever in depth ends as text", () => {
  const deep = { a: { b: { c: { d: { e: 1 } } } } };
  expect(evidenceParts(deep, null)).toEqual([{ kind: "figure", label: "A: b: c: d", text: '{"e":1}' }]);
});

test("each row of several metrics is in its own unit, not in the finding's", () => {
  const before = (value: number) => ({ value, numerator: null, denominator: 413 });
  const [part] = evidenceParts(
    {
      together: [
        { metric: "csat", unit: "share", before: { value: 0.88, numerator: 88, denominator: 100 }, target: 0.84 },
        { metric: "qa-score", unit: "score", before: before(87.68), target: 85 },
        { metric: "resolution-time", unit: "seconds", before: before(7200), target: null },
      ],
    },
    "share",
  );
  const rows = part?.kind === "rows" ? part.rows.map((cells) => plain(cells.join(" | "))) : [];
  expect(rows).toEqual([
    "csat | share | 88.0 % (88 of 100) | 84.0 %",
    expect.stringMatching(/^qa-score \| score \| 87\.68 \(413 items\) \| 85/),
    expect.stringMatching(/^resolution-time \| seconds \| 2 h( 0 min)? \(413 items\) \| none agreed$/),
  ]);
});
