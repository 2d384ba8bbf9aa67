import { expect, test } from "vitest";
import { drawFunnel, type FunnelUnit, shareDeviations } from "./funnel.ts";

/** Units of a funnel that could be drawn. */
function unitsOf(kind: "share" | "rate", units: readonly FunnelUnit[]) {
  const funnel = drawFunnel(kind, units);
  if (funnel.kind !== "funnel") throw new Error("expected a funnel");
  return funnel.units;
}

/** Figures of FunnelPlotR's own suite for 15, 20 and 30 expected events. */
test("Poisson funnel limits are the published ones", () => {
  const units = [15, 20, 30].map((expected) => ({ id: `${expected}`, count: expected, of: expected }));
  const limits = (which: "inner" | "outer") => unitsOf("rate", units).map((unit) => unit[which]);
  expect(limits("inner").map(({ low }) => low.toFixed(7))).toEqual(["0.5596924", "0.6108260", "0.6746958"]);
  expect(limits("inner").map(({ high }) => high.toFixed(6))).toEqual(["1.649348", "1.544419", "1.427562"]);
  expect(limits("outer").map(({ low }) => low.toFixed(7))).toEqual(["0.3862650", "0.4479107", "0.5289724"]);
  expect(limits("outer").map(({ high }) => high.toFixed(6))).toEqual(["2.082907", "1.902094", "1.702771"]);
});

test("a binomial funnel narrows with size and holds its centre", () => {
  const units = [10, 100, 1000].map((of) => ({ id: `${of}`, count: 0.9 * of, of }));
  const halves = unitsOf("share", units).map(({ inner }) => inner);
  expect(halves[2]?.low.toFixed(3)).toBe("0.881");
  for (const { low, high } of halves) expect(low < 0.9 && high > 0.9).toBe(true);
  expect((halves[0]?.low ?? 0) < (halves[1]?.low ?? 0) && (halves[1]?.low ?? 0) < (halves[2]?.low ?? 0)).toBe(true);
});

test("small teams are not called worst for their noise; one that truly differs is", () => {
  const teams = [
    { id: "A", count: 940, of: 1000 },
    { id: "B", count: 936, of: 1000 },
    { id: "C", count: 6, of: 8 },
    { id: "D", count: 945, of: 1000 },
    { id: "E", count: 937, of: 1000 },
    { id: "F", count: 860, of: 1000 },
  ];
  const funnel = drawFunnel("share", teams);
  if (funnel.kind !== "funnel") throw new Error("expected a funnel");
  expect(funnel.units.find((unit) => unit.id === "C")?.standing).toBe("within");
  const far = drawFunnel(
    "share",
    teams.map((team) => (team.id === "F" ? { ...team, count: 400 } : team)),
  );
  if (far.kind !== "funnel") throw new Error("expected a funnel");
  expect(far.betweenUnits).not.toBeNull();
  expect(drawFunnel("share", teams.slice(0, 2))).toEqual({ kind: "too-little-data", have: 2, need: 3 });
});

test("teams that all differ widen the funnel instead of all standing out", () => {
  const teams = [0.8, 0.85, 0.9, 0.95, 0.7, 0.88, 0.92, 0.78].map((share, index) => ({
    id: `team ${index}`,
    count: share * 2000,
    of: 2000,
  }));
  const funnel = drawFunnel("share", teams);
  if (funnel.kind !== "funnel") throw new Error("expected a funnel");
  expect(funnel.dispersion).toBeGreaterThan(10);
  expect(funnel.units.every((unit) => unit.standing === "within")).toBe(true);
});

const unit = (id: string, count: number, of = 400) => ({ id, count, of });
const even = [unit("a", 360), unit("b", 362), unit("c", 358), unit("d", 361)];

test("a unit is held against all in standard errors, widened only by how far the others lie apart", () => {
  const alike = shareDeviations([...even, unit("e", 300)]);
  if (alike.kind !== "deviations") throw new Error("expected deviations");
  const centre = 1741 / 2000;
  expect(alike.centre).toBeCloseTo(centre, 12);
  const others = even.map(({ count }) => (count / 400 - centre) / Math.sqrt((centre * (1 - centre)) / 400));
  const apart = Math.sqrt(others.reduce((sum, z) => sum + z * z, 0) / 4);
  const own = (0.75 - centre) / Math.sqrt((centre * (1 - centre)) / 400);
  expect(apart).toBeGreaterThan(1);
  expect(alike.units.at(-1)).toEqual({ id: "e", deviations: expect.closeTo(own / apart, 10), isOutside: true });
  expect(alike.units.slice(0, 4).filter(({ isOutside }) => isOutside)).toEqual([]);
});

test("units that differ as chance has it are all within; fewer than three, or all items passed, say nothing", () => {
  const within = shareDeviations(even);
  expect(within.kind === "deviations" && within.units.every(({ isOutside }) => !isOutside)).toBe(true);
  expect(shareDeviations(even.slice(0, 2))).toEqual({ kind: "too-little-data", have: 2, need: 3 });
  expect(shareDeviations(even.map((one) => ({ ...one, count: one.of })))).toMatchObject({ kind: "too-little-data" });
});
