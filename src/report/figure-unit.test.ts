import { expect, test } from "vitest";
import type { Verdict } from "../assessment/verdict.ts";
import { unitOfFinding } from "./figure-unit.ts";

const verdict = { kpis: [{ metric: "csat", unit: "share" }], serviceLevels: [] } as unknown as Verdict;
const about = (kind: string, id: string, evidence: Record<string, unknown> = {}) =>
  unitOfFinding(verdict, { subject: { kind, id, segment: {} }, evidence });

test("figures of an objective are in the unit of its metric; those about nothing measured have none", () => {
  expect(about("objective", "happier", { metric: "csat" })).toBe("share");
  expect(about("metric", "csat")).toBe("share");
  expect(about("objective", "happier", { metric: "elsewhere" })).toBeNull();
  expect(about("budget", "2026-01-01", { metric: "csat" })).toBeNull();
});
