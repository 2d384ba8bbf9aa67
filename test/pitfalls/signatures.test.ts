import { expect, test } from "vitest";
import { derivedIds } from "../../src/metrics/figure-ids.ts";
import { standardMetrics } from "../../src/metrics/standard-metrics.ts";
import { pitfallIds } from "../../src/pitfalls/pitfall-definition.ts";
import { signatures } from "../../src/pitfalls/signatures.ts";

const standard = standardMetrics({ handedOver: ["support"] });
const known: ReadonlySet<string> = new Set([...Object.keys(standard), ...derivedIds]);

test.each(pitfallIds)("%s moves figures that exist, one of them more often than not", (id) => {
  const unknown = Object.keys(signatures[id]).filter((metric) => !known.has(metric));
  expect(unknown).toEqual([]);
  expect(Object.values(signatures[id]).some(({ likely }) => likely >= 0.5)).toBe(true);
  expect(
    Object.values(signatures[id]).every(({ likely, by }) => likely > 0 && likely < 1 && (by === null || by > 0)),
  ).toBe(true);
});

test("no two pitfalls move the same figures as often", () => {
  const spelled = pitfallIds.map((id) => JSON.stringify(Object.entries(signatures[id]).sort()));
  expect(new Set(spelled).size).toBe(pitfallIds.length);
});

test("a standard time that work takes is a sign of some pitfall, so that slower work is told of itself", () => {
  const times = Object.entries(standard).flatMap(([id, { median_of: of, better }]) =>
    of === "work_items" && better !== undefined ? [id] : [],
  );
  expect(times).toContain("resolution-time");
  const told = new Set(Object.values(signatures).flatMap((signature) => Object.keys(signature)));
  expect(times.filter((id) => !told.has(id))).toEqual([]);
});
