import { expect, test } from "vitest";
import { sampleVerdict } from "../../test/sample-verdict.ts";
import type { Verdict } from "../assessment/verdict.ts";
import { renderHtml } from "./html-report.tsx";
import { rankFindings } from "./rank-verdict.ts";
import { renderTerminal } from "./terminal/terminal-report.ts";
import { storiesToTell, weekLines } from "./told-stories.ts";

const sample = sampleVerdict();
const ids = sample.findings.map(({ id }) => id);
const alone = (lead: string) => ({ lead, findings: [lead], state: "alarm" as const, together: "", because: [] });
/** The sample's findings turned around, the last two of them one story. */
const reversed: Verdict["stories"] = (() => {
  const [last = "", next = "", ...rest] = [...ids].reverse();
  const together = "Told together because they share a figure.";
  return [{ lead: last, findings: [last, next], state: "alarm", together, because: ["new"] }, ...rest.map(alone)];
})();
const told: Verdict = { ...sample, stories: reversed };

test("terminal and HTML tell the stories in the order of the verdict, and the findings in the order of their stories", () => {
  expect(rankFindings(told).map(({ id }) => id)).toEqual([...ids].reverse());
  const { first, rest } = storiesToTell(told);
  expect([...first, ...rest].map(({ lead }) => lead.id)).toEqual(reversed?.map(({ lead }) => lead));
  const names = [...first, ...rest].map(
    ({ lead }) => sample.pitfalls.find(({ id }) => id === lead.pitfall)?.name ?? "",
  );
  for (const text of [renderTerminal(told, { width: 140, colour: false }), renderHtml(told)]) {
    const now = text.slice(text.search(/WHAT MATTERS|What matters/));
    const places = [...new Set(names)].map((name) => now.indexOf(name));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(places).not.toContain(-1);
  }
});

test("what is folded is counted, and what tells one story is told once", () => {
  const html = renderHtml(told);
  expect(html).toMatch(/The same story: 1 (alarm|watch) more/);
  expect(html).toContain("Told together because they share a figure.");
  expect(html).toContain("something new this week");
});

test("what a week changed is told, nothing is said to be nothing, and an older verdict says neither", () => {
  const [first = ""] = ids;
  const since = { from: "2026-06-29", raised: [], risen: [], eased: [], cleared: [] };
  const lines = (week: Partial<typeof since> | { cleared: NonNullable<Verdict["sinceLastWeek"]>["cleared"] }) =>
    weekLines({ ...sample, sinceLastWeek: { ...since, ...week } }).join("\n");
  expect(lines({})).toMatch(/^Nothing has changed since 29.June.2026\.$/);
  expect(lines({ raised: [first] as never })).toMatch(/^New: /);
  const gone = { id: "x", pitfall: "slow-ramp", state: "watch" as const, statement: "It was so. And more." };
  expect(lines({ cleared: [{ ...gone, nowToldBy: null }] })).toBe("No longer told: It was so.");
  const ended = "Told on 23 June 2026 and no longer: “It was so”. CSAT: 84.0 % (84 of 100) over the last 4 weeks.";
  expect(lines({ cleared: [{ ...gone, statement: ended, nowToldBy: null }] })).toBe(ended);
  expect(lines({ cleared: [{ ...gone, nowToldBy: first }] })).toBe("1 finding of then is told under another one now.");
  expect(weekLines(sample)).toEqual([]);
});
