import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { pitfallCatalogue, pitfalls } from "./pitfall-catalogue.ts";
import { Pitfall, pitfallIds } from "./pitfall-definition.ts";
import { detectors } from "./signals/detectors.ts";

const design = `${process.env.BELLWETHER_SHARED ?? "../shared"}/DESIGN.md`;

test("every pitfall stands in the catalogue once, under its own id, and is complete", () => {
  expect(pitfalls.map(({ id }) => id)).toEqual([...pitfallIds]);
  expect(new Set(pitfallIds).size).toBe(25);
  for (const [id, pitfall] of Object.entries(pitfallCatalogue)) {
    expect(pitfall.id).toBe(id);
    expect(Pitfall.parse(pitfall)).toEqual(pitfall);
  }
});

test("each entry has a file of its own, and every file is an entry", () => {
  expect(readdirSync("src/pitfalls/catalogue").sort()).toEqual([...pitfallIds].map((id) => `${id}.ts`).sort());
});

test("no two pitfalls share a name, a description or a first talk", () => {
  for (const told of [
    pitfalls.map(({ name }) => name),
    pitfalls.map(({ description }) => description),
    pitfalls.map(({ playbook }) => playbook.firstTalk),
  ])
    expect(new Set(told).size).toBe(pitfalls.length);
});

test("every playbook has a first talk, a diagnosis, ways out on both sides, and is judged by what is measured or found", () => {
  for (const { id, playbook } of pitfalls) {
    const { firstTalk, diagnosis, options, judgedBy } = playbook;
    expect(
      [firstTalk, ...diagnosis, ...options.map(({ action }) => action)].filter((text) => text.length < 20),
    ).toEqual([]);
    const sides = options.map(({ carriedBy }) => carriedBy);
    expect(sides.includes("both") || new Set(sides).size === 2, `${id}: one side alone carries the fix`).toBe(true);
    expect(judgedBy.figures.length, id).toBeGreaterThan(0);
    const known = detectors[id].map((detector) => detector.id);
    expect(judgedBy.findings.filter((finding) => !known.includes(finding))).toEqual([]);
  }
});

test("a fix cannot be judged by a figure that nothing measures", () => {
  const [first] = pitfalls;
  const judged = (figures: readonly string[]) => {
    const playbook = { ...first?.playbook, judgedBy: { ...first?.playbook.judgedBy, figures } };
    return Pitfall.safeParse({ ...first, playbook }).error?.issues.map(({ message }) => message) ?? [];
  };
  expect(judged(["csat", "pulse-gap", "forums-held"])).toEqual([]);
  expect(judged(["csta"])).toEqual(['no standard metric or derived figure is called "csta"']);
  expect(judged([])).toHaveLength(1);
});

test("the five shares of the June 2024 survey stand where they belong, and nowhere else", () => {
  expect(pitfalls.flatMap(({ id, howCommon }) => (howCommon === null ? [] : [[id, howCommon.share]]))).toEqual([
    ["price-over-quality", 0.45],
    ["communication-breakdown", 0.35],
    ["cultural-mismatch", 0.2],
    ["loss-of-control", 0.25],
    ["hollow-kpis", 0.3],
  ]);
});

test.skipIf(!existsSync(design))(`every id of the design's table exists once (skipped without ${design})`, () => {
  const table = readFileSync(design, "utf8").split("## 2.")[1]?.split("## 3.")[0] ?? "";
  const ids = [...table.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, id]) => id);
  expect(ids.length).toBeGreaterThan(0);
  expect(pitfalls.map(({ id }) => id)).toEqual(ids);
});
