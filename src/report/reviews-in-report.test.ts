import { describe, expect, test } from "vitest";
import { hostileWords } from "../../test/hostile-verdict.ts";
import { absentReviews, sampleReviews } from "../../test/sample-reviews.ts";
import { emptyVerdict, sampleVerdict } from "../../test/sample-verdict.ts";
import { addDays } from "../values/time.ts";
import { renderHtml, renderReviews } from "./html-report.tsx";

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
  for (const review of Object.values(absentReviews())) {
    if (review.kind !== "not-on-record") throw new Error("the sample is on record");
    expect(readable(lacking)).toContain(`Not on record: ${review.needs} in partnership.yaml. To add: ${review.hint}.`);
  }
  expect(/<section class="review"[^>]*>(?:(?!<\/section>).)*<svg role="img"/s.test(lacking)).toBe(false);
});

test("only the reviews that are given are shown", () => {
  const one = renderHtml(sampleVerdict(), { reviews: { location: reviews.location } });
  expect(one.match(/<section class="review"/g)).toHaveLength(1);
});

test("the report of one review is a page of its own, with that review open", () => {
  const subject = {
    partnership: "northwind",
    title: hostileWords.markup,
    zone: "America/New_York",
    asOf: "2026-06-30",
  };
  const page = renderReviews(subject, { location: reviews.location });
  expect(page.match(/<section class="review"/g)).toHaveLength(1);
  expect(page.includes("<details open")).toBe(true);
  expect(page.includes("<script")).toBe(false);
  expect(page.includes("What the raw records show")).toBe(false);
});

test("only what cannot wait is open: a disputed bill, an access of somebody who has left, a step against the evidence", () => {
  const open = [...html.matchAll(/id="(review-[a-z-]+)" aria-labelledby="[^"]*"><details open/g)].map(([, id]) => id);
  expect(open).toEqual(["review-invoices", "review-growth", "review-risks"]);
});

test("a chart of many weeks draws two years and tells half a year in its table, and says so", () => {
  const verdict = sampleVerdict();
  const [kpi] = verdict.kpis;
  const [point] = kpi?.points ?? [];
  if (kpi === undefined || point === undefined) throw new Error("the sample has a KPI");
  const points = Array.from({ length: 120 }, (_, week) => {
    const on = addDays("2024-03-04", 7 * week);
    return { ...point, period: { start: on, end: addDays(on, 6) } };
  });
  const long = readable(renderHtml({ ...verdict, kpis: [{ ...kpi, every: "week", points }] }));
  expect(long).toContain("The latest 104 of 120 weeks.");
  expect(long).toContain("the latest 26 of 120; check --json has all");
  expect(long).not.toContain("the latest 26 of 26");
});

test("every picture tells in words what it shows, and says no figure that is none", () => {
  const labels = [...html.matchAll(/<svg role="img" aria-label="([^"]*)"/g)].map(([, label]) => label ?? "");
  expect(labels.length).toBeGreaterThan(10);
  expect(labels.filter((label) => label.length < 40)).toEqual([]);
  expect(/NaN|undefined|Infinity|\[object/.exec(html)?.[0]).toBeUndefined();
});

test("the borders that the picture of core or not draws are those of the rule", () => {
  const { core } = reviews;
  const first = core.kind === "reviewed" ? core.review.processes[0]?.assessment : undefined;
  if (first?.kind !== "core") throw new Error("not assessed");
  expect(first.working).toContain("keep from 0.6, hand over to 0.4");
});

test("an agenda has a finding's first sentence, and the ideas that wait longest by name", () => {
  const { relationship } = reviews;
  if (relationship.kind !== "reviewed") throw new Error("not reviewed");
  const [waits] = relationship.review.ideas.waiting;
  const [agenda] = relationship.review.forums.agendas;
  const [item] = agenda?.items ?? [];
  if (waits === undefined || agenda === undefined || item === undefined) throw new Error("the sample has ideas");
  const waiting = Array.from({ length: 7 }, (_, at) => ({ ...waits, id: `i${at}`, title: `Idea number ${at}` }));
  const long = { ...item, kind: "finding" as const, title: "It fell to 7.5 % in May. Chance alone gives less." };
  const review = {
    ...relationship.review,
    ideas: { ...relationship.review.ideas, waiting },
    forums: { ...relationship.review.forums, agendas: [{ ...agenda, items: [long] }] },
  };
  const text = readable(renderHtml(sampleVerdict(), { reviews: { relationship: { ...relationship, review } } }));
  expect(text).toContain("finding: It fell to 7.5 % in May.");
  expect(text).not.toContain("Chance alone gives less.");
  expect([text.includes("Idea number 4 waits"), text.includes("Idea number 5 waits")]).toEqual([true, false]);
  expect(text).toContain("2 more ideas waiting for less long.");
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
    ["review-business-case", "it pays for itself within the year (luis): promised in month 12: 4 % likely"],
    ["review-objectives", "76.6 % measured, 82.4 % due"],
    ["review-core", "1 concluded otherwise than the scores say, 0 not assessed"],
    ["review-core", "The conclusion is outsource, and the scores say keep."],
    ["review-terms", "obligations overdue; act by 1 October 2027 (459 days)."],
    ["review-terms", "No past figures of the service levels were measured, so nothing can be simulated."],
    ["review-ramp", "1 gate overdue."],
    ["review-ramp", "overtime: no staff_hours on record (opens with staff_hours)"],
    ["review-invoices", "3 invoices checked; dispute 5,884.60 USD of 237,512.00 USD; 1 budget may be exceeded."],
    ["review-invoices", "line 2, set-up (set-up of new seats): dispute 2,400.00 USD of 2,400.00 USD"],
    ["review-growth", "First, 31 May 2026: the figures say hold; decided was go, against the evidence."],
    ["review-risks", "nothing covers today for SOC 2, Privacy; 1 leaver still with access"],
    ["review-risks", "SOC 2: nothing for 61 days, 1 May 2026 to 30 June 2026."],
    ["review-relationship", "Sides apart on 2 of 4 dimensions; 0 actions late, ownerless or undated; 2 ideas waiting"],
    ["review-relationship", "24,600.00 USD brought by 2 accepted ideas; 1 without a figure."],
  ])("%s: %s", (id, text) => {
    expect(readable(partOf(id))).toContain(text);
  });
});

describe("pictures say in words what they show", () => {
  const labels = [...html.matchAll(/<svg role="img" aria-label="([^"]*)"/g)].map(([, label]) => readable(label ?? ""));
  test.each([
    ["Hours in which the client and San Salvador both work, America/New_York: Monday 9:00 to 18:00"],
    ["Between 27 and 45 hours in common a week"],
    ["times what is written: Cedar Contact first in 9"],
    ["Cedar Contact from 0 % to 48.3 %; Maple Answers from 48.3 % to 100 %."],
    ["Paid back by month 20, as likely as not."],
    ["Way of First answer in 4h: 61 % on 1 January 2026, then 75 % on 1 April 2026, then 90 % on 30 September 2026."],
    ["Chat support: index 0.75, between 0.42 and 0.86 by what is not scored, so keep."],
    ["Go live: opened late, due 2 February 2026, opened 16 February 2026."],
    ["237,512.00 USD billed of a budget of 1,900,000.00 USD."],
    ["First answer in 4h surely failed: 81.0 %, bound 82.4 %, asked is at least 85 %."],
    ["2 Wages rise faster than planned: 4 by 3 to 4 by 2"],
    ["SOC 2: 59 of 181 days covered, 61 only by a letter, 1 gap; today not covered."],
    ["Trust: client 2.7, provider 4.4 of 5, apart."],
    ["6 handed in, 4 decided, 3 accepted, 2 with a known value."],
  ])("%s", (text) => {
    expect(labels.filter((label) => label.includes(text))).toHaveLength(1);
  });
});
