import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { starterRecord } from "../governance/partnership/starter-record.ts";
import { BadInput } from "../values/problem.ts";
import { freezeDefinitions } from "./freeze-definitions.ts";
import { readPartnership } from "./read-partnership.ts";

let folder = "";
const starter = starterRecord({}, "./partnership.schema.json", "2026-01-05");
const write = (text: string, name = "partnership.yaml") => writeFileSync(join(folder, name), text);
const problemsNow = async () => (await readPartnership(folder)).problems;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bellwether-freeze-"));
  write(starter);
});
afterEach(() => rmSync(folder, { recursive: true }));

test("after a freeze the record still reads well, and a changed target is told at its line", async () => {
  const { file, lock } = await freezeDefinitions(folder, "2026-03-31");
  expect(lock.definitions.length).toBeGreaterThan(5);
  expect(readFileSync(file, "utf8")).toMatch(/^# Written by `bellwether freeze`/);
  expect(await problemsNow()).toEqual([]);

  write(starter.replace("    minimum: 85 %", "    minimum: 80 %"));
  const line = starter.split("\n").findIndex((text) => text.includes("id: first-answer")) + 1;
  expect(await problemsNow()).toMatchObject([{ code: "frozen-definition-changed", at: { line } }]);
  await expect(freezeDefinitions(folder, "2026-04-30")).rejects.toThrow(BadInput);
});

test("a restatement that both sides agreed to is frozen in its turn", async () => {
  await freezeDefinitions(folder, "2026-03-31");
  const restates = "restates: { because: the clause was misread, on: 2026-04-15, agreed_by: [ana, rosa] }";
  write(starter.replace("    minimum: 85 %", `    minimum: 80 %\n    ${restates}`));
  expect(await problemsNow()).toEqual([]);
  const { lock } = await freezeDefinitions(folder, "2026-04-30");
  expect(lock).toMatchObject({ frozen_through: "2026-04-30" });
  expect(await problemsNow()).toEqual([]);
});

test.each([
  ["frozen_through: soon\ndefinitions: []\n", "unreadable-value"],
  ["frozen_through: 2026-03-31\n", "missing-key"],
  ["frozen_through: [", "yaml-syntax"],
])("a lock that somebody edited is told: %j", async (text, code) => {
  write(text, "definitions.lock.yaml");
  expect((await problemsNow()).map((problem) => problem.code)).toContain(code);
});

test("a day that is none is refused before anything is read", async () => {
  await expect(freezeDefinitions(folder, "31.03.2026")).rejects.toThrow("YYYY-MM-DD");
});
