import { expect, test } from "vitest";
import type { Evidence } from "./evidence.ts";
import { evidenceCoverage } from "./evidence-coverage.ts";

const asOf = "2026-06-30";
const paper = (from: string, to: string, parts: Partial<Evidence> = {}): Evidence => ({
  ...{ id: "report", kind: "soc-2", of: "provider", scope: "all sites and systems", covers: { from, to } },
  ...parts,
});
const covered = (...evidence: readonly Evidence[]) => evidenceCoverage(evidence, "soc-2", { from: "2026-01-01", asOf });

test.each<[string, readonly Evidence[], object]>([
  ["a report over all of it", [paper("2025-07-01", "2026-06-30")], { today: "covered", coveredDays: 181, gaps: [] }],
  ["no report", [], { today: "absent", coveredDays: 0 }],
  [
    "a report that ended",
    [paper("2025-01-01", "2026-03-31")],
    { today: "not-covered", coveredDays: 90, gaps: [{ from: "2026-04-01", to: asOf, days: 91 }] },
  ],
  [
    "a gap between two",
    [paper("2025-01-01", "2026-01-31"), paper("2026-03-01", "2026-12-31")],
    { today: "covered", gaps: [{ from: "2026-02-01", to: "2026-02-28", days: 28 }] },
  ],
  [
    "a bridge right after a report",
    [paper("2025-01-01", "2026-04-30"), paper("2026-05-01", asOf, { bridge: true })],
    { today: "bridged", bridgedDays: 61, gaps: [] },
  ],
  [
    "a bridge without a report",
    [paper("2026-01-01", asOf, { bridge: true })],
    { today: "not-covered", bridgedDays: 0 },
  ],
  [
    "a bridge far longer than a quarter",
    [paper("2025-01-01", "2026-01-31"), paper("2026-02-01", asOf, { bridge: true })],
    { today: "not-covered", bridgedDays: 92 },
  ],
  [
    "a report that was issued later",
    [paper("2025-07-01", asOf, { issued_on: "2026-09-01" })],
    { today: "not-covered", setAside: [{ id: "report", because: "was issued only on 2026-09-01" }] },
  ],
  [
    "a report without a scope",
    [paper("2025-07-01", asOf, { scope: "TBD" })],
    { today: "not-covered", setAside: [{ id: "report" }] },
  ],
  [
    "a report without a period, freshly issued",
    [paper("", "", { covers: undefined, issued_on: "2026-06-01" })],
    { today: "not-covered" },
  ],
  ["the client's own report", [paper("2025-07-01", asOf, { of: "client" })], { today: "absent" }],
  ["another kind", [paper("2025-07-01", asOf, { kind: "iso-27001" })], { today: "absent" }],
])("%s", (_, evidence, found) => expect(covered(...evidence)).toMatchObject(found));

test("the stretches follow each other without a hole, each with its state", () => {
  const { stretches } = covered(paper("2025-01-01", "2026-01-31"), paper("2026-02-01", "2026-03-31", { bridge: true }));
  expect(stretches).toEqual([
    { from: "2026-01-01", to: "2026-01-31", state: "covered" },
    { from: "2026-02-01", to: "2026-03-31", state: "bridged" },
    { from: "2026-04-01", to: asOf, state: "not-covered" },
  ]);
});
