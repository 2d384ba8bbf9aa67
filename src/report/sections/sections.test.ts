import { expect, test } from "vitest";
import { sampleVerdict } from "../../../test/sample-verdict.ts";
import type { Verdict } from "../../assessment/verdict.ts";
import { renderHtml } from "../html-report.tsx";

const html = (change: (verdict: Verdict) => Partial<Verdict>) => {
  const verdict = sampleVerdict();
  return renderHtml({ ...verdict, ...change(verdict) });
};
const occurrences = (text: string, of: string) => text.split(of).length - 1;

test("a change of a KPI is marked in its own chart only, and a wrong report is no change", () => {
  expect(
    occurrences(
      html(() => ({})),
      "changed about 4\u00a0May",
    ),
  ).toBe(1);
  expect(
    occurrences(
      html(() => ({})),
      "changed about 1\u00a0Jun",
    ),
  ).toBe(0);
});

test("two findings that date the same change make one mark", () => {
  const twice = html(({ findings }) => ({
    findings: findings.flatMap((finding) => [finding, { ...finding, id: `${finding.id}-again` }]),
  }));
  expect(occurrences(twice, "changed about 4\u00a0May")).toBe(1);
});

test("many alarms and many missing guards show the most pressing and fold the rest", () => {
  const many = html(({ findings, pitfalls }) => ({
    findings: Array.from({ length: 9 }, (_, at) => findings[0] && { ...findings[0], id: `alarm-${at}` }).filter(
      (finding) => finding !== undefined,
    ),
    pitfalls: pitfalls.map((pitfall) => ({ ...pitfall, guard: { ...pitfall.guard, state: "missing" as const } })),
  }));
  expect(many.includes("3 more alarms")).toBe(true);
  expect(many.includes("4 more guards")).toBe(true);
});

test("a part of the work without a special cause is folded, one with a special cause stands open", () => {
  const report = html(() => ({}));
  expect(report.includes("1 part of the work without a special cause")).toBe(true);
  expect(report.indexOf("team Birch")).toBeLessThan(report.indexOf("1 part of the work"));
});

test("a reason that ends in a full stop does not get a second one", () => {
  const report = html(({ pitfalls }) => ({
    pitfalls: pitfalls.map((pitfall) => ({
      ...pitfall,
      signal: { state: "blind" as const, findings: [], blindBecause: "No file of invoices." },
    })),
  }));
  expect(report.includes("Cannot be seen: No file of invoices.</bdi>")).toBe(true);
  expect(report.includes("invoices..")).toBe(false);
});

test("a figure without excluded items says so, and one with them stands beside its other self", () => {
  const report = html(() => ({}));
  expect(report.includes("78.9\u00a0%")).toBe(true);
  expect(report.includes("64 items excluded")).toBe(true);
  expect(report.includes("the same")).toBe(true);
});
