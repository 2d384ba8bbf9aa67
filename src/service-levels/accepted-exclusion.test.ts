import { expect, test } from "vitest";
import { excludedSpans } from "./accepted-exclusion.ts";
import { Exclusion } from "./exclusion.ts";

const sides: Readonly<Record<string, "client" | "provider">> = { ana: "client", joel: "client", rosa: "provider" };
const sideOf = (person: string) => sides[person] ?? null;
const asOf = "2026-06-30";

function exclusion(hours: readonly [number, number], change: Record<string, unknown> = {}): Exclusion {
  const stamp = (hour: number) => `2026-03-03T${String(hour).padStart(2, "0")}:00Z`;
  return Exclusion.parse({
    ...{ from: stamp(hours[0]), to: stamp(hours[1]), cause: "mail server down", responsible: "client" },
    ...{ accepted_by: ["ana", "rosa"], ...change },
  });
}

test.each([
  [{ accepted_by: ["ana", "rosa"] }, "accepted"],
  [{ accepted_by: ["client", "provider"] }, "accepted"],
  [{ accepted_by: ["ana", "joel"] }, "proposed"],
  [{ accepted_by: ["rosa"] }, "proposed"],
  [{ accepted_by: ["rosa", "somebody"] }, "proposed"],
  [{ accepted_by: [] }, "proposed"],
  [{ accepted_by: ["ana", "rosa"], refused_by: ["joel"] }, "refused"],
  [{ accepted_by: ["ana", "rosa"], accepted_on: "2026-06-30" }, "accepted"],
  [{ accepted_by: ["ana", "rosa"], accepted_on: "2026-07-01" }, "proposed"],
])("an exclusion with %j is %s, and only an accepted one counts", (change, state) => {
  const counted = excludedSpans([exclusion([9, 10], change)], "first-answer", sideOf, asOf);
  expect(counted).toHaveLength(state === "accepted" ? 1 : 0);
});

test("only accepted exclusions count, each for the levels that it names, overlaps once", () => {
  const exclusions = [
    exclusion([14, 19]),
    exclusion([17, 21], { responsible: "nobody" }),
    exclusion([8, 9], { applies_to: ["first-answer"] }),
    exclusion([10, 11], { applies_to: ["resolution"] }),
    exclusion([2, 6], { accepted_by: ["rosa"] }),
  ];
  const hours = (level: string) =>
    excludedSpans(exclusions, level, sideOf, asOf).map(({ start, end }) => [(start / 3600) % 24, (end / 3600) % 24]);
  expect(hours("first-answer")).toEqual([
    [8, 9],
    [14, 21],
  ]);
  expect(hours("resolution")).toEqual([
    [10, 11],
    [14, 21],
  ]);
});
