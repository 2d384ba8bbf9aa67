import { expect, test } from "vitest";
import { parse } from "yaml";
import { sampleVerdict } from "../../../test/sample-verdict.ts";
import type { ActionVerdict, Verdict } from "../../assessment/verdict.ts";
import { Action } from "../../governance/action/action.ts";
import { actionToWrite } from "../answering-actions.ts";
import { renderHtml } from "../html-report.tsx";
import { renderTerminal } from "../terminal/terminal-report.ts";

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
  expect(many.includes("The rest: 6 alarms")).toBe(true);
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

const callBack: ActionVerdict = {
  ...{ id: "call-back", title: "Call unhappy customers back", owner: "luis", due: "2026-06-12", doneOn: null },
  ...{ findings: [], state: "not-working", measure: "reopened", since: "2026-05-04" },
  effect: { value: 0.031, low: 0.01, high: 0.052, unit: "share" },
  ...{ outcome: "did-harm", statement: "Since 4 May 2026, reopens stand above the line they were on." },
};
const withActions = (id: string, actions: readonly ActionVerdict[]) => (verdict: Verdict) => ({
  pitfalls: verdict.pitfalls.map((pitfall) =>
    pitfall.id === id ? { ...pitfall, fix: { state: "not-working" as const, actions: [...actions] } } : pitfall,
  ),
});

test("an action stands beside the finding it answers and among all actions, with owner, date and reading", () => {
  const report = html(withActions("poor-customer-feedback", [callBack]));
  expect(occurrences(report, "Since 4 May 2026, reopens stand above the line they were on.")).toBe(2);
  expect(report).toContain("owner luis · due 12\u00a0June\u00a02026, late");
  const unanswered = sampleVerdict().findings.filter(({ pitfall }) => pitfall !== "poor-customer-feedback");
  expect(occurrences(report, "No action answers this finding.")).toBe(unanswered.length);
  expect(report).not.toContain("No action is on record.");
});

test("an action against another finding of the pitfall does not answer this one", () => {
  const report = html(withActions("poor-customer-feedback", [{ ...callBack, findings: ["another"] }]));
  expect(occurrences(report, "No action answers this finding.")).toBe(sampleVerdict().findings.length);
  expect(occurrences(report, "reopens stand above the line")).toBe(1);
});

test("a finding without an action prints the lines of an action that the record would take", () => {
  const verdict = sampleVerdict();
  expect(html(() => ({}))).toContain("No action is on record.");
  for (const finding of verdict.findings) {
    const [written, ...others] = parse(actionToWrite(finding, verdict)).actions;
    expect(others).toEqual([]);
    expect(Action.parse(written)).toMatchObject({ findings: [finding.id], started: verdict.asOf });
  }
});

test("the terminal counts the actions in one line, worst first, and the findings without one", () => {
  const verdict = sampleVerdict();
  const line = (changed: Verdict) =>
    renderTerminal(changed, { width: 100, colour: false })
      .split("\n")
      .flatMap((each) => /^Actions: .*?(?= {2}|$)/.exec(each)?.[0] ?? []);
  expect(line(verdict)).toEqual([`Actions: none; ${verdict.findings.length} findings without one`]);
  const open = { ...callBack, id: "coach", state: "open" as const, outcome: "too-early" as const };
  const some = { ...verdict, ...withActions("poor-customer-feedback", [open, callBack])(verdict) };
  const left = verdict.findings.filter(({ pitfall }) => pitfall !== "poor-customer-feedback").length;
  expect(line(some)).toEqual([`Actions: ✗ 1 not working, • 1 open; ${left} findings without one`]);
  expect(line({ ...verdict, findings: [] })).toEqual([]);
});

test("a running period says where it is expected to end, and one without a forecast does not", () => {
  const withRunning = (forecast: { readonly forecast?: Verdict["serviceLevels"][number]["forecast"] }) =>
    html(({ serviceLevels }) => ({
      serviceLevels: serviceLevels.flatMap((level) => {
        const july = { start: "2026-07-01", end: "2026-07-31" };
        return level.id === "satisfaction" ? [level, { ...level, period: july, complete: false, ...forecast }] : level;
      }),
    }));
  const forecast = { value: 0.871, interval: { low: 0.842, high: 0.9 }, rest: 120, burnRate: 1.26 };
  expect(withRunning({ forecast })).toMatch(
    /expected to end at 87\.1.%, four times in five between 84\.2.% and 90\.0.%; failures come 1\.3 times as fast as the target allows/,
  );
  expect(withRunning({})).not.toContain("expected to end at");
});
