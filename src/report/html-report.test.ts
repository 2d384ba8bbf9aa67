import { expect, test } from "vitest";
import { hostileVerdict, hostileWords } from "../../test/hostile-verdict.ts";
import { emptyVerdict, sampleVerdict } from "../../test/sample-verdict.ts";
import { Verdict } from "../assessment/verdict.ts";
import { renderHtml } from "./html-report.tsx";
import { assuranceWords, reconciliationWords, serviceLevelWords, signalWords, variationWord } from "./state-word.ts";
import { renderTerminal } from "./terminal/terminal-report.ts";

test("the samples are verdicts as published", () => {
  for (const verdict of [sampleVerdict(), emptyVerdict(), hostileVerdict()])
    expect(Verdict.safeParse(verdict).error?.issues ?? []).toEqual([]);
});

test("one file, nothing to load and nothing to run", () => {
  const html = renderHtml(sampleVerdict());
  expect(html.startsWith("<!doctype html>")).toBe(true);
  expect(html.includes("Content-Security-Policy")).toBe(true);
  expect(
    html.match(/<script|<link|<img|<iframe|\ssrc=|url\(|@import|https?:|javascript:|\sstyle=|\son\w+=/i)?.[0],
  ).toBeUndefined();
});

test("the same verdict gives the same text", () => {
  const [once, again] = [renderHtml(sampleVerdict()), renderHtml(sampleVerdict())];
  expect(once === again).toBe(true);
});

test("every pitfall, service level, KPI, finding, guard and source is told", () => {
  const verdict = sampleVerdict();
  const html = renderHtml(verdict, { catalogue: [] });
  const told = [
    ...verdict.pitfalls.map(({ name }) => name),
    ...verdict.kpis.map(({ title }) => title),
    ...verdict.findings.flatMap(({ statement, playbook }) => [statement, ...playbook]),
    ...verdict.pitfalls.flatMap(({ guard }) => guard.checks.flatMap(({ remedy }) => remedy ?? [])),
    ...verdict.coverage.sources.map(({ source }) => source),
    ...verdict.coverage.blind.flatMap(({ opensWith }) => opensWith),
    ...verdict.reconciliations.map(({ because }) => because),
    "1,420 of 1,740",
    "4,440.00\u00a0USD",
  ];
  expect(told.filter((text) => !html.includes(escaped(text)))).toEqual([]);
});

test("hostile text from records is shown and never obeyed", () => {
  const html = renderHtml(hostileVerdict(), { folder: hostileWords.markup });
  expect(html.includes("<script")).toBe(false);
  expect(html.includes("<img")).toBe(false);
  expect(html.includes("&lt;script&gt;")).toBe(true);
  expect(html.match(/[\u202a-\u202e\u2066-\u2069\u0000-\u0008\u001b]/)?.[0]).toBeUndefined();
  expect(html.match(/x{3000}/)?.[0]).toBeUndefined();
});

test("an empty verdict says of each part that there is nothing, and claims nothing good", () => {
  const html = renderHtml(emptyVerdict());
  for (const text of ["No service level is on record", "No KPI could be computed", "No source was read", "No alarm."])
    expect(html.includes(text), text).toBe(true);
});

test("what is unknown never looks good, and blind never looks like clear", () => {
  const unknowns = [
    signalWords.blind,
    serviceLevelWords.unknown,
    assuranceWords.unknown,
    reconciliationWords["cannot-be-checked"],
    variationWord({ variation: "unknown", better: "higher" }),
  ];
  expect(unknowns.map(({ tone }) => tone)).toEqual(unknowns.map(() => "unknown"));
  for (const key of ["word", "tone", "shape", "glyph"] as const)
    expect(signalWords.blind[key]).not.toBe(signalWords.clear[key]);
});

test("clear in part is told apart from clear, in HTML by its word and icon, in the terminal by its word", () => {
  const verdict = sampleVerdict();
  const words = "No change of it would be told within a year, not even four times its usual swing: The spread.";
  const inPart = {
    ...verdict,
    pitfalls: verdict.pitfalls.map((pitfall) =>
      pitfall.signal.state === "clear"
        ? { ...pitfall, signal: { ...pitfall.signal, clearMeans: words, clearInPart: true } }
        : pitfall,
    ),
  };
  const html = renderHtml(inPart);
  expect(html).toContain("clear in part");
  expect(html).toContain(words);
  expect(renderHtml(verdict)).not.toContain("clear in part");
  expect(renderTerminal(inPart, { width: 120, colour: false })).toContain("(in part)");
  expect(renderTerminal(verdict, { width: 120, colour: false })).not.toContain("(in part)");
});

test("the arrow shows where the figures go, the tone whether that is good", () => {
  const told = (variation: "improving" | "worsening", better: "higher" | "lower") => {
    const { shape, tone } = variationWord({ variation, better });
    return `${shape} ${tone}`;
  };
  expect(told("improving", "higher")).toBe("rising good");
  expect(told("improving", "lower")).toBe("falling good");
  expect(told("worsening", "higher")).toBe("falling bad");
  expect(told("worsening", "lower")).toBe("rising bad");
});

test("the catalogue brings what each pitfall is and how common it is", () => {
  const html = renderHtml(sampleVerdict());
  expect(html.includes("What each pitfall is, and what it costs")).toBe(true);
  expect(html.includes("45.0\u00a0% of companies")).toBe(true);
});

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#x27;");
}
