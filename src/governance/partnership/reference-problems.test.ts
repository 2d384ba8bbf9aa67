import { expect, test } from "vitest";
import { referenceProblems } from "./reference-problems.ts";

const problemsOf = (measure: string) =>
  referenceProblems({ actions: [{ id: "call-back", title: "Call back", measure }] }, { pitfalls: [] });

test("an action may be judged by every figure that a partnership may have, and by no other", () => {
  for (const figure of ["csat", "forums-held", "pulse-gap", "spread"]) expect(problemsOf(figure)).toEqual([]);
  expect(problemsOf("pulse-gapp")).toMatchObject([{ code: "unknown-metric", hint: "did you mean pulse-gap?" }]);
});
