import fc from "fast-check";
import { expect, test } from "vitest";
import { splitCells, splitRows, UnclosedQuote } from "./csv-records.ts";

async function read(pieces: readonly string[], delimiter = ",") {
  const rows: { line: number; cells: readonly string[]; fault: string | null }[] = [];
  for await (const row of splitRows(pieces, delimiter)) {
    const { cells, fault } = splitCells(row.raw, delimiter);
    rows.push({ line: row.line, cells, fault: row.fault ?? fault });
  }
  return rows;
}

test.each([
  [
    "plain rows",
    "a,b\n1,2\n",
    [
      [1, "a", "b"],
      [2, "1", "2"],
    ],
  ],
  [
    "the last line without an end",
    "a\n1",
    [
      [1, "a"],
      [2, "1"],
    ],
  ],
  [
    "Windows and old Macintosh line ends",
    "a\r\n1\r2\n3",
    [
      [1, "a"],
      [2, "1"],
      [3, "2"],
      [4, "3"],
    ],
  ],
  [
    "quoted delimiters, quotes and line ends",
    'a,"b,""c""\n\r\nd"\n2,3',
    [
      [1, "a", 'b,"c"\n\r\nd'],
      [4, "2", "3"],
    ],
  ],
  [
    "empty lines between",
    "a\n\n\r\n1\n",
    [
      [1, "a"],
      [4, "1"],
    ],
  ],
  ["a quote inside a bare cell", 'pipe 5",x\n', [[1, 'pipe 5"', "x"]]],
  ["empty cells at both ends", ",\n", [[1, "", ""]]],
])("%s", async (_, text, expected) => {
  const rows = await read([text]);
  expect(rows.map((row) => [row.line, ...row.cells])).toEqual(expected);
  expect(rows.every((row) => row.fault === null)).toBe(true);
});

test("text after a closing quote is a fault of that row alone", async () => {
  expect(await read(['"a"b,c\n1,2\n'])).toEqual([
    { line: 1, cells: ["a", "c"], fault: "text after the closing quote of cell 1" },
    { line: 2, cells: ["1", "2"], fault: null },
  ]);
});

test("a quote that is never closed is told with its line", async () => {
  await expect(read(['a,b\n1,2\n3,"4\n5,6\n'])).rejects.toThrow(new UnclosedQuote(3).message);
});

test("a row of eight million characters is cut, not kept", async () => {
  const million = "x".repeat(1_000_000);
  const rows = await read(["a,b\n1,", ...Array.from({ length: 8 }, () => million), "\n3,4\n"]);
  expect(rows.map((row) => row.fault)).toEqual([null, "the row is longer than 2000000 characters", null]);
  expect(rows[1]?.cells[1]?.length).toBeLessThanOrEqual(2_000);
});

test("what is written is read back, wherever the text is cut into pieces", async () => {
  const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r", ";", "é", " ") });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(table, fc.integer({ min: 1, max: 7 }), async (rows, size) => {
      const text = rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(",")).join("\n");
      const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, at) =>
        text.slice(at * size, (at + 1) * size),
      );
      expect((await read(pieces)).map((row) => row.cells)).toEqual(rows);
    }),
  );
});
