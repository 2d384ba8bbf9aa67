import { expect, test } from "vitest";
import { type Dated, versionInForce } from "./version-in-force.ts";

const versions: readonly (Dated & { readonly target: number })[] = [
  { effective_from: "2026-04-01", target: 0.92 },
  { effective_from: "2026-01-15", target: 0.9, effective_until: "2026-03-31" },
  { effective_from: "2026-07-01", effective_until: "2026-12-31", target: 0.95 },
];

test.each([
  ["2026-01-01", undefined],
  ["2026-01-15", 0.9],
  ["2026-03-31", 0.9],
  ["2026-04-01", 0.92],
  ["2026-06-30", 0.92],
  ["2026-12-31", 0.95],
  ["2027-01-01", undefined],
])("on %s the target in force is %s", (on, target) => {
  expect(versionInForce(versions, on)?.target).toBe(target);
});

test("what has no first day has always bound, until a dated version takes over", () => {
  const grown = [{ target: 0.8 }, ...versions];
  expect(versionInForce(grown, "2020-01-01")?.target).toBe(0.8);
  expect(versionInForce(grown, "2026-04-01")?.target).toBe(0.92);
});
