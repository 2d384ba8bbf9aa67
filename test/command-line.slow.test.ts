import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ReplayLine, Verdict } from "../src/assessment/verdict.ts";
import { verbNames } from "../src/entrypoints/cli/verbs.ts";
import { bellwether } from "./bellwether-process.ts";

const example = "examples/support-desk";
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "bellwether-cli-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The same words end the same way: what several tests look at is run once. */
const checked = bellwether(["check", example, "--as-of", "2026-06-30", "--json"]);

test("check prints one JSON document on stdout that the published schema accepts, and nothing on stderr", async () => {
  const { code, stdout, stderr } = await checked;
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const verdict = Verdict.parse(JSON.parse(stdout));
  expect(verdict.pitfalls).toHaveLength(25);
  expect(verdict.findings.length).toBeGreaterThan(0);
});

test("--fail-on turns findings into exit code 1", async () => {
  const { code } = await bellwether(["check", example, "--as-of", "2026-06-30", "--fail-on", "alarm"]);
  expect(code).toBe(1);
});

test("what replay says last is what check says on that day", async () => {
  const verdict = Verdict.parse(JSON.parse((await checked).stdout));
  const { stdout } = await bellwether(["replay", example, "--from", "2026-03-31", "--to", "2026-06-30", "--json"]);
  const standing = new Map<string, string>();
  for (const line of stdout.trim().split("\n")) {
    const { change, finding } = ReplayLine.parse(JSON.parse(line));
    if (change === "cleared") standing.delete(finding.id);
    else standing.set(finding.id, finding.state);
  }
  const said = new Map(verdict.findings.map(({ id, state }) => [id, state]));
  expect([...standing.keys()].sort()).toEqual([...said.keys()].sort());
});

test("as of a date, nothing that came later is used", async () => {
  const early = await mkdtemp(join(tmpdir(), "bellwether-early-"));
  try {
    await cp(example, early, { recursive: true });
    const path = join(early, "facts", "complaints.csv");
    const lines = (await readFile(path, "utf8")).split("\n");
    const known = lines.filter((line, index) => index === 0 || (line.split(",")[2] ?? "") < "2026-03-01");
    await writeFile(path, `${known.join("\n")}\n`);
    const asOf = ["--as-of", "2026-02-28", "--json"];
    const [cut, whole] = await Promise.all([
      bellwether(["check", early, ...asOf]),
      bellwether(["check", example, ...asOf]),
    ]);
    const figures = (text: string) =>
      Verdict.parse(JSON.parse(text)).kpis.filter(({ metric }) => metric.startsWith("complaints"));
    expect(figures(cut.stdout)).toEqual(figures(whole.stdout));
    expect(figures(cut.stdout).length).toBeGreaterThan(0);
  } finally {
    await rm(early, { recursive: true, force: true });
  }
});

test("explain tells the same figure as check, and its rows add up to it", async () => {
  const { stdout } = await bellwether(["explain", example, "first-answer@2025-12", "--as-of", "2026-06-30", "--json"]);
  const { measure, items } = JSON.parse(stdout);
  const states = (state: string) => items.filter((item: { state: string }) => item.state === state).length;
  expect(measure.numerator).toBe(states("passed"));
  expect(measure.denominator).toBe(states("passed") + states("failed"));
  const verdict = Verdict.parse(JSON.parse((await checked).stdout));
  const level = verdict.serviceLevels.find(({ id, period }) => id === "first-answer" && period.start === "2025-12-01");
  expect(level).toMatchObject({
    numerator: measure.numerator,
    denominator: measure.denominator,
    state: "below-minimum",
  });
});

test.each([
  ["first-answer@2025-12", "80.2 % (845 of 1,054)"],
  ["billed-hours-ratio@2026-05", "1.04 (4,752.93 of 4,574.52)"],
])("explain %s writes what it is made of as people write figures", async (figure, text) => {
  const { stdout } = await bellwether(["explain", example, figure, "--as-of", "2026-06-30"]);
  expect(stdout.split("\n")[1]?.trim().replaceAll("\u00a0", " ")).toBe(text);
});

test("explain --csv gives the rows and nothing else", async () => {
  const { stdout } = await bellwether(["explain", example, "first-answer@2025-12", "--as-of", "2026-06-30", "--csv"]);
  expect(stdout.split("\n")[0]).toContain("record_id,period_start");
});

test("the report is one whole file, and the terminal text goes to stdout", async () => {
  const report = join(folder, "report.html");
  const { code, stdout } = await bellwether(["check", example, "--as-of", "2026-06-30", "--report", report]);
  expect(code).toBe(0);
  expect(stdout).toContain("WHAT MATTERS THIS WEEK");
  expect(await readFile(report, "utf8")).toMatch(/^<!doctype html>[\s\S]*<\/html>\s*$/i);
  expect(await readdir(folder)).toEqual(["report.html"]);
});

test("a starter validates and checks as it stands", async () => {
  const fresh = join(folder, "fresh");
  expect((await bellwether(["init", fresh])).code).toBe(0);
  expect((await bellwether(["validate", fresh])).code).toBe(0);
  const checked = await bellwether(["check", fresh, "--json"]);
  expect(checked.code).toBe(0);
  const again = await bellwether(["init", fresh]);
  expect(again.code).toBe(2);
  expect(again.stderr).toContain("here already");
});

test.each([
  [["chek"], "Did you mean check?"],
  [["check"], "missing required argument"],
  [["check", "nowhere"], "nowhere"],
  [["check", example, "--as-of", "yesterday"], "YYYY-MM-DD"],
  [["check", example, "--asof", "2026-06-30"], "--asof"],
  [["explain", example, "first-anser@2026-05"], "Did you mean first-answer?"],
  [["explain", example, "first-answer@May"], "names no figure"],
  [["explain", example, "first-answer@2019-05"], "no record"],
  [["replay", example, "--from", "2026-06-30", "--to", "2026-01-01"], "lies after the last"],
  [["check", example, "--as-of", "2026-06-30", "--report", "/nowhere/report.html"], "the folder does not exist"],
  [["pitfalls", "quality-declin"], "Did you mean quality-decline?"],
  [["completion", "tcsh"], "bash"],
])("%j ends with 2, says what is wrong on stderr, and writes nothing to stdout but data", async (words, message) => {
  const { code, stderr } = await bellwether(words);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
  expect(stderr).not.toContain("    at ");
});

test.each(verbNames)("bellwether %s --help shows an example", async (verb) => {
  const { code, stdout } = await bellwether([verb, "--help"]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/Examples:\n {2}\S/);
});
