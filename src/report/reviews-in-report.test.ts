import { describe, expect, test } from "vitest";
import { hostileWords } from "../../test/hostile-verdict.ts";
import { absentReviews, sampleReviews } from "../../test/sample-reviews.ts";
import { emptyVerdict, sampleVerdict } from "../../test/sample-verdict.ts";
import { renderHtml } from "./html-report.tsx";

const reviews = sampleReviews();
const html = renderHtml(sampleVerdict(), { reviews });
const partOf = (id: string, text = html) =>
  new RegExp(`<section class="review" id="${id}".*?</section>`, "s").exec(text)?.[0] ?? "";
const readable = (text: string) =>
  text
    .replace(/<[^>]*>/g, "")
    .replaceAll("\u00a0", " ")
    .replaceAll("&#x27;", "'");

test("a report without reviews has no such section, nor a way to it", () => {
  const without = renderHtml(sampleVerdict());
  expect(without.includes("Decide, choose, agree, grow")).toBe(false);
  expect(html.includes('href="#reviews"')).toBe(true);
});

test("a report with reviews loads and runs nothing, and stays far below a megabyte", () => {
  expect(html.match(/<script|<link|<img|\ssrc=|url\(|@import|https?:|\sstyle=|\son\w+=/i)?.[0]).toBeUndefined();
  expect(html.length).toBeLessThan(1_000_000);
});

test("a part that the record lacks is told in one line with what to write, and never as an empty picture", () => {
  const lacking = renderHtml(emptyVerdict(), { reviews: absentReviews() });
  for (const name of ["objectives", "location", "evaluate", "business-case"] as const) {
    const review = absentReviews()[name];
    if (review.kind !== "not-on-record") throw new Error("the sample is on record");
    expect(readable(lacking)).toContain(`Not on record: ${review.needs} in partnership.yaml. To add: ${review.hint}.`);
  }
  expect(/<section class="review"[^>]*>(?:(?!<\/section>).)*<svg role="img"/s.test(lacking)).toBe(false);
});

test("only the reviews that are given are shown", () => {
  const one = renderHtml(sampleVerdict(), { reviews: { location: reviews.location } });
  expect(one.match(/<section class="review"/g)).toHaveLength(1);
});

test("every picture tells in words what it shows, and says no figure that is none", () => {
  const labels = [...html.matchAll(/<svg role="img" aria-label="([^"]*)"/g)].map(([, label]) => label ?? "");
  expect(labels.length).toBeGreaterThan(10);
  expect(labels.filter((label) => label.length < 40)).toEqual([]);
  expect(/NaN|undefined|Infinity|\[object/.exec(html)?.[0]).toBeUndefined();
});

test("texts of records in reviews are shown and never obeyed", () => {
  const edited = sampleReviews({ "objectives.0.outcome": hostileWords.markup, "objectives.0.owner": "ana" });
  const shown = renderHtml(sampleVerdict(), { reviews: { objectives: edited.objectives } });
  expect(shown.includes("<script")).toBe(false);
  expect(shown.includes("&lt;script&gt;")).toBe(true);
});

describe("what each review says first", () => {
  test.each([
    ["review-location", "San Salvador is chosen, 41.77 h in common a week; 3 places weighed"],
    ["review-location", "Clocks change: New York 8 March 2026 (+1 h) and 1 November 2026 (−1 h)."],
    ["review-location", "No picture: its working hours are not said"],
    ["review-selection", "Cedar Contact wins only if price counts less than 48.3 %; it counts 30 %."],
    ["review-business-case", "it pays for itself within the year (luis): promised in month 12: 6 % likely"],
    ["review-objectives", "77.0 % measured, 82.4 % due"],
  ])("%s: %s", (id, text) => {
    expect(readable(partOf(id))).toContain(text);
  });
});
