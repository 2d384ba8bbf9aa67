import fc from "fast-check";
import { expect, test } from "vitest";
import {
  formatDate,
  formatEstimate,
  formatFigure,
  formatKpiFigure,
  formatMoney,
  formatOutOf,
  formatPeriod,
  formatRoundFigure,
  formatSeconds,
  formatSegment,
  formatShare,
  formatShortAmount,
  nameOfId,
  withDates,
  wordsOf,
} from "./format-figure.ts";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

test.each([
  [0.8161, "share", "81.6 %"],
  [0.9, "share", "90.0 %"],
  [0, "share", "0 %"],
  [1, "share", "100 %"],
  [0.9996, "share", "99.96 %"],
  [0.0002, "share", "0.02 %"],
  [0.9999999999999998, "share", "100 %"],
  [-1e-17, "share", "0 %"],
  [-0, "share", "0 %"],
  [0.999999, "share", "99.9999 %"],
  [-0.0004, "share", "−0.04 %"],
  [-0.001, "count", "0"],
  [-0.001, "money", "0.00"],
  [-0.06, "count", "−0.1"],
  [1.839, "share", "183.9 %"],
  [12_345.5, "count", "12,345.5"],
  [-0.25, "ratio", "−0.25"],
  [6.8, "money", "6.80"],
  [1_234_567, "money", "1,234,567.00"],
  [4.25, "score", "4.25"],
  [1, "days", "1 day"],
  [0.614, "percent-a-year", "61.4 % a year"],
  [512, "seconds", "8 min 32 s"],
  [null, "share", "unknown"],
  [Number.NaN, "count", "unknown"],
] as const)("%s as %s reads %s", (value, unit, text) => {
  expect(plain(formatFigure(value, unit))).toBe(text);
});

test.each([
  [0, "0 s"],
  [0.2, "under 1 s"],
  [45, "45 s"],
  [60, "1 min"],
  [3600, "1 h"],
  [11_520, "3 h 12 min"],
  [187_200, "2 d 4 h"],
  [-90, "−1 min 30 s"],
  [86_400 * 1234, "1,234 d"],
])("%s seconds read %s", (seconds, text) => {
  expect(plain(formatSeconds(seconds))).toBe(text);
});

test("a figure never reads the same as the target that it misses", () => {
  expect(plain(formatFigure(0.89996, "share", [0.9]))).toBe("89.996 %");
  expect(plain(formatFigure(0.89996, "share", [0.9, null]))).not.toBe(plain(formatRoundFigure(0.9, "share")));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_998 }), (at) => {
      const [value, target] = [at / 100_000, (at + 1) / 100_000];
      expect(formatFigure(value, "share", [target])).not.toBe(formatFigure(target, "share", [value]));
    }),
  );
});

test("a share that is not all or nothing never reads as all or nothing", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999 }), (part) => {
      expect(["0 %", "100 %", "0.0 %", "100.0 %"]).not.toContain(plain(formatShare(part / 100_000)));
    }),
  );
});

test("money keeps its decimal text, however long", () => {
  expect(plain(formatMoney({ amount: "12345678901234567890.10", currency: "USD" }))).toBe(
    "12,345,678,901,234,567,890.10 USD",
  );
  expect(plain(formatMoney({ amount: "-740", currency: "JPY" }))).toBe("−740 JPY");
});

test.each([
  ["2026-06-01", "2026-06-30", "June 2026"],
  ["2024-02-01", "2024-02-29", "February 2024"],
  ["2026-04-01", "2026-06-30", "Q2 2026"],
  ["2026-01-01", "2026-12-31", "2026"],
  ["2026-06-22", "2026-06-28", "22–28 Jun 2026"],
  ["2026-06-29", "2026-07-05", "29 Jun – 5 Jul 2026"],
  ["2025-12-29", "2026-01-04", "29 Dec 2025 – 4 Jan 2026"],
  ["2026-06-22", "2026-06-22", "22 June 2026"],
  ["soon", "later", "soon – later"],
])("the days from %s to %s read %s", (start, end, text) => {
  expect(plain(formatPeriod({ start, end }))).toBe(text);
});

test("dates, parts and names read as people write them", () => {
  expect(plain(formatDate("2026-07-06"))).toBe("6 July 2026");
  expect(formatDate("not a date")).toBe("not a date");
  expect(formatOutOf(1420, 1740)).toBe("1,420 of 1,740");
  expect(formatOutOf(null, 1)).toBe("1 item");
  expect(wordsOf("first-answer-in-4h")).toBe("First answer in 4h");
  expect(wordsOf("qaScore")).toBe("QA score");
  expect(formatSegment({ team: "Birch", channel: "email" })).toBe("team Birch · channel email");
});

test("dates within sentences read as all others do, and names of files keep theirs", () => {
  expect(withDates("due on 2026-05-15, and again (2026-06-01).")).toBe(
    "due on 15\u00a0May\u00a02026, and again (1\u00a0June\u00a02026).",
  );
  for (const text of ["report-2026-05-15.csv", "2026-05-15T10:00Z", "exports/2026-05-15/a.csv", "version 2026-05-15-2"])
    expect(withDates(text)).toBe(text);
  expect(withDates("no invoice yet for 2026-06.")).toBe("no invoice yet for June\u00a02026.");
  for (const text of [
    "write `90 % by 2026-09-30`",
    "first-answer@2026-05",
    "2026-13",
    "I-2026-05",
    "2026-05-W1",
    "12026-05",
  ])
    expect(withDates(text)).toBe(text);
});

test("estimates have no minor units, and stay short on an axis", () => {
  expect(formatEstimate(1_240_000.4, "USD")).toBe("1,240,000\u00a0USD");
  expect([-250_000, 0, 999, 1_234_567].map(formatShortAmount)).toEqual(["−250\u00a0k", "0", "999", "1.23\u00a0M"]);
  expect(nameOfId("san-salvador")).toBe("San Salvador");
});

test("money of a KPI has its currency where one is known, and other figures have none", () => {
  expect(formatKpiFigure({ unit: "money", currency: "USD" }, 1204.5)).toBe("1,204.50\u00a0USD");
  expect(formatKpiFigure({ unit: "money" }, 1204.5)).toBe("1,204.50");
  expect(formatKpiFigure({ unit: "count", currency: "USD" }, 12)).toBe("12");
  expect(formatKpiFigure({ unit: "money", currency: "USD" }, null)).toBe("unknown");
});
