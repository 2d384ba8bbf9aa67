import fc from "fast-check";
import { expect, test } from "vitest";
import { NoJsonList, splitJsonList } from "./json-list.ts";

async function entriesOf(text: string, pieceLength = text.length): Promise<{ line: number; raw: string }[]> {
  const pieces = text.match(new RegExp(`[\\s\\S]{1,${Math.max(1, pieceLength)}}`, "g")) ?? [];
  const found: { line: number; raw: string }[] = [];
  for await (const { line, raw } of splitJsonList(pieces)) found.push({ line, raw });
  return found;
}

const failureOf = async (text: string) =>
  await entriesOf(text).then(
    () => null,
    (error: unknown) => (error instanceof NoJsonList ? [error.why, error.line, ...error.keys] : error),
  );

test("the entries of a list are told apart, each on one line, with the line on which it begins", async () => {
  const text = '[\n {"id": 1,\n  "tags": ["a, ]", "b\\"}"]},\n {"id": 2, "at": {"x": []}} ]';
  expect(await entriesOf(text)).toEqual([
    { line: 2, raw: '{"id": 1,   "tags": ["a, ]", "b\\"}"]}' },
    { line: 4, raw: '{"id": 2, "at": {"x": []}}' },
  ]);
  expect(await entriesOf("[]")).toEqual([]);
  expect((await entriesOf('[{"id":1}, 7, null]')).map(({ raw }) => raw)).toEqual(['{"id":1}', "7", "null"]);
});

test("the one list of objects that a document wraps is found; lists of other things and lists in records are not", async () => {
  const wrapped =
    '{"meta": {"ids": [1, 2], "note": "[{"}, "data": {"tickets": [{"id": 1, "parts": [{"x": 1}]}]}, "more": []}';
  expect((await entriesOf(wrapped)).map(({ raw }) => raw)).toEqual(['{"id": 1, "parts": [{"x": 1}]}']);
  const pages = '{"tickets":[{"id":1}]}\n{"tickets":[{"id":2}]}';
  expect((await entriesOf(pages)).map(({ raw }) => raw)).toEqual(['{"id":1}', '{"id":2}']);
  expect(await entriesOf('{"tickets":[{"id":1}],"next":null}')).toHaveLength(1);
});

test("a document without a list, with two or cut off says so", async () => {
  expect(await failureOf('{"id": 1}')).toEqual(["none", 1]);
  expect(await failureOf('{"tickets": [{"id": 1}],\n "users": [{"id": 7}]}')).toEqual([
    "several",
    2,
    "tickets",
    "users",
  ]);
  expect(await failureOf('[{"id": 1},\n{"id": 2}')).toEqual(["unclosed", 2]);
});

test("whatever the records hold and however the text is cut into pieces, they come back as they were", () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { maxLength: 6 }),
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom(undefined, 2),
      async (records, pieceLength, indent) => {
        const text = JSON.stringify(records, null, indent);
        const found = await entriesOf(text, pieceLength);
        expect(found.map(({ raw }) => JSON.parse(raw))).toEqual(JSON.parse(text));
      },
    ),
    { numRuns: 200 },
  ));
