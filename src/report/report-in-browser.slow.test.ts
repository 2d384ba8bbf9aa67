import axe, { type AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { withPage } from "../../test/browser.ts";
import { hostileVerdict } from "../../test/hostile-verdict.ts";
import { absentReviews, sampleReviews } from "../../test/sample-reviews.ts";
import { emptyVerdict, sampleVerdict } from "../../test/sample-verdict.ts";
import type { Verdict } from "../assessment/verdict.ts";
import { renderHtml } from "./html-report.tsx";

const sample = renderHtml(sampleVerdict(), { folder: "northwind-support" });
const reviews = renderHtml(sampleVerdict(), { reviews: sampleReviews() });
const absent = renderHtml(emptyVerdict(), { reviews: absentReviews() });
const told = renderHtml(storiedVerdict(), { folder: "northwind-support" });
const reports = {
  told,
  reviews,
  absent,
  sample,
  hostile: renderHtml(hostileVerdict()),
  empty: renderHtml(emptyVerdict()),
};
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

describe.each([
  ["sample", "light", 1280],
  ["sample", "dark", 1280],
  ["sample", "light", 320],
  ["sample", "dark", 320],
  ["hostile", "light", 320],
  ["empty", "dark", 1280],
  ["reviews", "light", 1280],
  ["reviews", "dark", 390],
  ["reviews", "light", 390],
  ["absent", "light", 390],
  ["told", "light", 1280],
  ["told", "dark", 390],
] as const)("the %s report, %s, %i pixels wide", (name, colourScheme, width) => {
  test("axe finds nothing, also in what was folded, and nothing hangs over the edge", () =>
    withPage(
      reports[name],
      async (page) => {
        await page.locator("details").evaluateAll((all) => {
          for (const details of all) details.setAttribute("open", "");
        });
        expect(await violations(page)).toEqual([]);
        expect(await overhanging(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      },
      { width, colourScheme },
    ));
});

test("axe would find a fault that was put there", () =>
  withPage(reports.empty.replace("<main>", '<main><img src="data:,"><p style="color:#bbb">pale</p>'), async (page) => {
    const found = (await violations(page)).map((violation) => violation.split(":")[0]);
    expect(found).toEqual(expect.arrayContaining(["image-alt"]));
  }));

test("nothing is loaded and nothing that a record brought is run", () =>
  withPage(reports.hostile, async (page) => {
    const requested: string[] = [];
    page.on("request", (request) => requested.push(request.url()));
    await page.reload();
    expect(requested.filter((url) => !url.startsWith("file:"))).toEqual([]);
    expect(await page.title()).not.toBe("owned");
    expect(await page.locator("script, img, iframe, svg[onload]").count()).toBe(0);
  }));

test("every link and fold is at least 24 pixels high, or stands in a line of text", () =>
  withPage(sample, async (page) => {
    const heights = await page
      .locator("nav a, summary")
      .evaluateAll((all) =>
        all.filter((element) => element.checkVisibility()).map((element) => element.getBoundingClientRect().height),
      );
    expect(heights.length).toBeGreaterThan(15);
    expect(heights.filter((height) => height < 24)).toEqual([]);
  }));

test("the keyboard reaches the way past the header, every link and every table that scrolls, and shows where it is", () =>
  withPage(sample, async (page) => {
    await page.keyboard.press("Tab");
    expect(await page.locator(":focus").textContent()).toContain("Skip to");
    const outline = await page.locator(":focus").evaluate((element) => getComputedStyle(element).outlineWidth);
    expect(Number.parseFloat(outline)).toBeGreaterThanOrEqual(2);
    await page.keyboard.press("Enter");
    expect(new URL(page.url()).hash).toBe("#now");
    expect(await page.locator(".scrolls:not([tabindex])").count()).toBe(0);
  }));

test("on paper what was folded is open, the colours are light and nothing is cut off", () =>
  withPage(
    sample,
    async (page) => {
      const failing = page.getByText("Z-88014", { exact: false }).first();
      expect(await failing.isVisible()).toBe(false);
      const onScreen = await background(page);
      await page.emulateMedia({ media: "print" });
      await page.setViewportSize({ width: 700, height: 1000 });
      expect(await failing.isVisible()).toBe(true);
      expect(onScreen).not.toBe("rgb(255, 255, 255)");
      expect(await background(page)).toBe("rgb(255, 255, 255)");
      expect(await page.locator("nav").isVisible()).toBe(false);
      expect(await overhanging(page)).toEqual([]);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? [];
      expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
      expect(pdf.toString("latin1")).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]/);
      expect(pages.length).toBeGreaterThan(3);
      expect(pages.length).toBeLessThan(30);
    },
    { colourScheme: "dark" },
  ));

test("each review is a section of its own; what presses is open, all else folded, and each opens by keyboard", () =>
  withPage(reviews, async (page) => {
    const all = page.locator("section.review");
    const shown = await all.evaluateAll((sections) => sections.map(({ id }) => id.replace("review-", "")));
    expect(shown).toEqual(
      "objectives core location selection business-case terms ramp invoices growth risks relationship".split(" "),
    );
    expect(await page.locator("section.review h3").count()).toBe(await all.count());
    const open = await page.locator("section.review > details[open]").count();
    expect(open).toBeGreaterThan(0);
    expect(open).toBeLessThan(await all.count());
    const folded = page.locator("section.review > details:not([open]) > summary").first();
    const title = await folded.textContent();
    await folded.focus();
    await page.keyboard.press("Enter");
    const opened = page.locator("section.review > details[open] > summary", { hasText: title ?? "" });
    expect(await opened.count()).toBe(1);
  }));

test("pictures have room: no text of a picture lies outside of it, wide or narrow", async () => {
  for (const width of [1280, 390])
    await withPage(
      reviews,
      async (page) => {
        await page.locator("section.review > details").evaluateAll((all) => {
          for (const one of all) one.setAttribute("open", "");
        });
        const outside = await page.locator("section.review .picture").evaluateAll((pictures) =>
          pictures.flatMap((picture) => {
            const frame = picture.getBoundingClientRect();
            return [...picture.querySelectorAll("text")]
              .filter((text) => text.checkVisibility())
              .filter((text) => {
                const box = text.getBoundingClientRect();
                return box.left < frame.left - 1 || box.right > frame.right + 1;
              })
              .map((text) => `${picture.querySelector("figcaption")?.textContent}: ${text.textContent}`);
          }),
        );
        expect(outside).toEqual([]);
      },
      { width },
    );
});

test("where colours are forced, states keep their words and icons, and charts their lines", () =>
  withPage(sample, async (page) => {
    await page.emulateMedia({ forcedColors: "active" });
    const strokes = await page
      .locator(".plot .values")
      .evaluateAll((all) => all.map((path) => getComputedStyle(path).stroke));
    expect(strokes.length).toBeGreaterThan(3);
    expect(new Set(strokes)).toEqual(new Set(["rgb(0, 0, 0)"]));
    expect(await page.locator(".badge:not(:has(svg))").count()).toBe(0);
  }));

test("the first screen holds a story with its answers; the rest is counted, folded, and opens by keyboard", () =>
  withPage(
    told,
    async (page) => {
      const first = page.locator(".decision").first();
      const box = await first.boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(900);
      for (const asked of [
        "Since when",
        "By how much",
        "How sure",
        "If it goes on",
        "Who owns it",
        "Which items show it",
      ])
        expect(await first.getByText(asked, { exact: true }).count(), asked).toBe(1);
      const rest = page.locator("#now > details > summary");
      expect(await rest.textContent()).toMatch(/^The rest: 1 watch$/);
      const row = page.locator("#now .rest tbody tr").first();
      expect(await row.isVisible()).toBe(false);
      await rest.focus();
      await page.keyboard.press("Enter");
      expect(await row.isVisible()).toBe(true);
    },
    { width: 1280, height: 900 },
  ));

/** The sample with its findings answered and grouped: two stories with an alarm, the first of two findings, and one on watch. */
function storiedVerdict(): Verdict {
  const sampled = sampleVerdict();
  const findings = sampled.findings.map((finding) => ({
    ...finding,
    answers: {
      ...{ changed: "First answers fell from 92.0 % to 81.6 %.", since: "4 May 2026, four chances in five" },
      ...{ howMuch: "10.4 points lower; the target is 90.0 %", howSure: "Chance alone gives this once in 40 years." },
      ...{ ifItGoesOn: "About 45 fewer a week, of about 430 counted.", costAMonth: null, items: "1,740 counted" },
      ...{ shownBy: { verb: "explain", figure: "first-answer@2026-06" }, owner: "Nobody yet; to be named by Ana" },
    },
  }));
  const of = (state: string) => findings.filter((finding) => finding.state === state).map(({ id }) => id);
  const [[lead = "", next = ""], [joined = "", alone = ""]] = [of("alarm"), of("watch")];
  const story = (ids: readonly string[], state: "alarm" | "watch") => ({
    ...{ lead: ids[0] ?? "", findings: [...ids], state, because: ["new" as const] },
    together: ids.length > 1 ? "Told together because they share First answers." : "",
  });
  const week = { from: "2026-06-29", raised: [lead], risen: [], eased: [], cleared: [] };
  const stories = [story([lead, joined], "alarm"), story([next], "alarm"), story([alone], "watch")];
  return { ...sampled, findings, stories, sinceLastWeek: week };
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const results: AxeResults = await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'], runOnly: ${JSON.stringify(rules)} })`,
  );
  expect(results.passes.length).toBeGreaterThan(10);
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}

/** Elements that reach beyond the right edge of the window and do not lie in a region that scrolls by itself. */
function overhanging(page: Page): Promise<string[]> {
  return page.locator("body *").evaluateAll((all) =>
    all
      .filter((element) => element.checkVisibility() && element.closest(".scrolls") === null)
      .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .map((element) => element.outerHTML.slice(0, 160)),
  );
}

function background(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}
