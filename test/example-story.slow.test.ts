import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { factsAsCsv } from "../scripts/facts-as-csv.ts";
import { supportDeskWorld } from "../scripts/support-desk-world.ts";
import { Verdict } from "../src/assessment/verdict.ts";
import { simulatePartnership } from "../src/early-warning/simulator/simulate-partnership.ts";
import { bellwether } from "./bellwether-process.ts";

const example = "examples/support-desk";

test("the bundled records are what the seed gives", async () => {
  const made = factsAsCsv(simulatePartnership(supportDeskWorld));
  const files = await readdir(join(example, "facts"));
  expect(files.map((file) => file.split(".")[0]).sort()).toEqual([...made.keys()].sort());
  for (const file of files) {
    const bytes = await readFile(join(example, "facts", file));
    const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
    expect(text === made.get(file.split(".")[0] ?? ""), `${file} differs: npm run example`).toBe(true);
  }
});

test("the verdict on the bundled example is the one that was reviewed", async () => {
  const { stdout } = await bellwether(["check", example, "--as-of", "2026-06-30", "--json"]);
  const verdict = Verdict.parse(JSON.parse(stdout));
  const told = {
    pitfalls: Object.fromEntries(
      verdict.pitfalls.map(({ id, guard, signal }) => [id, `${guard.state}, ${signal.state}`]),
    ),
    findings: verdict.findings.map(({ id, state, onset }) => `${state} ${id} since ${onset}`).sort(),
    stories: (verdict.stories ?? []).map(
      ({ state, because, findings }) => `${state} (${because.join(", ")}): ${findings.join(" + ")}`,
    ),
    serviceLevels: verdict.serviceLevels.map(
      ({ id, period, numerator, denominator, state, credit }) =>
        `${id} ${period.start}: ${numerator} of ${denominator}, ${state}${credit === null ? "" : `, ${credit.owed.amount} ${credit.owed.currency}`}`,
    ),
    reconciliations: verdict.reconciliations
      .filter(({ state }) => state !== "agrees")
      .map(({ kpi, period, state }) => `${kpi} ${period.start}: ${state}`),
  };
  await expect(`${JSON.stringify(told, null, 2)}\n`).toMatchFileSnapshot(`../${example}/expected-verdict.json`);
});
