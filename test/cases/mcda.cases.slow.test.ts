import { expect, test } from "vitest";
import { answersByName, type McdaCase } from "./mcda-case.ts";
import { isClose, readSharedText } from "./shared-cases.ts";

const text = readSharedText("cases/mcda.jsonl");

test.skipIf(text === null)("every case of mcda.jsonl has the recorded answer", () => {
  const cases = (text ?? "")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line): McdaCase => JSON.parse(line));
  const wrong = cases.flatMap((recorded, at) => {
    const name = recorded.fn ?? recorded.method ?? "";
    const answer = answersByName[name];
    if (answer === undefined) return [`case ${at + 1}: nothing here answers ${name}`];
    return isSame(answerOf(answer, recorded), recorded.result) ? [] : [`case ${at + 1}: ${name}, ${recorded.test}`];
  });
  console.info(`mcda.jsonl ${cases.length - wrong.length}/${cases.length}`);
  expect(cases.length).toBeGreaterThan(0);
  expect(wrong).toEqual([]);
});

/** A case that our side refuses is a wrong answer, and the others still count. */
function answerOf(answer: (recorded: McdaCase) => unknown, recorded: McdaCase): unknown {
  try {
    return answer(recorded);
  } catch (error) {
    return String(error);
  }
}

/** Places are whole and so exact; everything else to 1e-9. */
function isSame(actual: unknown, expected: unknown): boolean {
  if (Array.isArray(expected)) {
    return (
      Array.isArray(actual) &&
      actual.length === expected.length &&
      expected.every((element, at) => isSame(actual[at], element))
    );
  }
  return typeof actual === "number" && typeof expected === "number" && isClose(actual, expected, 1e-9);
}
