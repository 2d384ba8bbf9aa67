import { expect, test } from "vitest";
import { readShape } from "./stamp-shape.ts";

test.each([
  ["2026-03-29T01:30:00+01:00", "iso", "", null, true, true],
  ["2026-03-29T01:30:00Z", "iso", "Z", null, true, true],
  ["2026-03-29 01:30:00", "iso", "", null, true, false],
  ["2026-03-29 01:30", "iso", "", null, true, false],
  ["2026-03-29", "iso", "", null, false, false],
  ["2026-03-29T01:30Z", "pattern", "%Y-%m-%dT%H:%M", null, true, true],
  ["2026/03/29 01:30", "pattern", "%Y/%m/%d %H:%M", null, true, false],
  ["29/2/2016 01:16", "pattern", "%d/%m/%Y %H:%M", "%m/%d/%Y %H:%M", true, false],
  ["6/23/25 07:00 AM", "pattern", "%d/%m/%y %I:%M %p", "%m/%d/%y %I:%M %p", true, false],
  ["29.02.2016, 01:16:05", "pattern", "%d.%m.%Y, %H:%M:%S", "%m.%d.%Y, %H:%M:%S", true, false],
  ["12/Mar/24 9:41 AM", "pattern", "%d/%b/%y %I:%M %p", null, true, false],
  ["2-Jun-06", "pattern", "%d-%b-%y", null, false, false],
  ["Mar 3, 2024 9:41 AM", "pattern", "%b %d, %Y %I:%M %p", null, true, false],
  ["20240131", "pattern", "%Y%m%d", null, false, false],
  ["20240131T093000Z", "pattern", "%Y%m%dT%H%M%S", null, true, true],
  ["2026-03-29 01:30:00 GMT+0100", "pattern", "%Y-%m-%d %H:%M:%S", null, true, true],
  ["29/03/2026 01h30", "pattern", "%d/%m/%Y %Hh%M", "%m/%d/%Y %Hh%M", true, false],
  ["Fri, 01 Mar 2024 08:00:00 +0000", "pattern", "%d %b %Y %H:%M:%S", null, true, true],
  ["Friday, March 1, 2024 at 8:00 AM", "pattern", "%b %d, %Y at %I:%M %p", null, true, false],
  [
    "Fri Mar 01 2024 08:00:00 GMT+0100 (Central European Standard Time)",
    "pattern",
    "%b %d %Y %H:%M:%S",
    null,
    true,
    true,
  ],
  ["vendredi 1 mars 2024 08:00", "pattern", "%d %b %Y %H:%M", null, true, false],
  ["1717171717", "epoch-seconds", "", null, true, true],
  ["1717171717.25", "epoch-seconds", "", null, true, true],
  ["1717171717000", "epoch-milliseconds", "", null, true, true],
  ["1717171717000.0", "epoch-milliseconds", "", null, true, true],
  ["1717171717000000", "epoch-microseconds", "", null, true, true],
  ["45352.333333", "spreadsheet-days", "", null, true, false],
  ["45352", "spreadsheet-days", "", null, false, false],
])("%s is read as %s %s", (text, kind, format, monthFirstFormat, hasTime, hasOffset) => {
  expect(readShape(text)).toMatchObject({ kind, format, monthFirstFormat, hasTime, hasOffset });
});

test.each([
  ["12/Mai/24 9:41 PM", [["Mai", "May"]]],
  ["3. März 2024", [["März", "Mar"]]],
  ["3 mars 2024", [["mars", "Mar"]]],
  [
    "12/dic/24 9:41 p. m.",
    [
      ["dic", "Dec"],
      ["p. m.", "PM"],
    ],
  ],
  [
    "6/23/25 07:00\u202fAM",
    [
      ["\u00a0", " "],
      ["\u202f", " "],
    ],
  ],
])("the months and spellings of %s are put into English first", (text, replacements) => {
  expect(readShape(text)?.replacements).toEqual(replacements);
});

test.each([
  "",
  "yesterday",
  "12",
  "1234567",
  "3/4",
  "2016-02-29T",
  "12/Foo/24",
  "29/2/2016 01",
  "SLA",
  "soon 2024-01-01",
  "453521",
  "Fri",
  "12345678901.5",
])("%s is no moment", (text) => {
  expect(readShape(text)).toBeNull();
});
