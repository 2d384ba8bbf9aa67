import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, expect, test } from "vitest";
import { parse } from "yaml";
import { recordJsonSchema } from "../governance/partnership/record-json-schema.ts";
import { starterRecord } from "../governance/partnership/starter-record.ts";
import { BadInput } from "../values/problem.ts";
import { partnershipOfText, readPartnership } from "./read-partnership.ts";
import { writeStarter } from "./write-starter.ts";

const folder = mkdtempSync(join(tmpdir(), "bellwether-starter-"));
afterAll(() => rmSync(folder, { recursive: true }));

const today = "2026-01-05";
const starter = starterRecord({}, "./partnership.schema.json", today);
/** The starter with all of its examples in use: the same text, shorter by its `#`. */
const inFull = (text: string) => text.replace(/^(sources|exclusions): \[\]\n/gm, "").replace(/^#(?=[a-z]| {2})/gm, "");
const full = inFull(starter);
const isValid = new Ajv2020({ strictTypes: false, validateFormats: false }).compile(recordJsonSchema());

test.each([
  ["as it stands", starter],
  ["with every example in use", full],
])("the starter reads without a problem %s, by the record's own rules and by the JSON Schema", (_, text) => {
  expect(partnershipOfText("partnership.yaml", text, { pitfalls: ["quality-decline"] }).problems).toEqual([]);
  isValid(parse(text));
  expect(isValid.errors ?? []).toEqual([]);
});

test("the starter's examples show every part that a record can have", () => {
  const { record } = partnershipOfText("partnership.yaml", full);
  const unused = Object.entries(record ?? {}).filter(
    ([, part]) => part === undefined || Object.keys(Object(part)).length === 0,
  );
  expect(unused.filter(([key]) => !["partnership", "title", "zone"].includes(key))).toEqual([]);
  expect(Object.keys(record ?? {}).length).toBeGreaterThan(25);
});

test("the JSON Schema refuses what the record's own rules refuse: unknown keys, other kinds of values, other choices", () => {
  const record = parse(starter);
  expect(isValid({ ...record, objektives: [] })).toBe(false);
  expect(isValid({ ...record, objectives: "faster" })).toBe(false);
  expect(isValid({ ...record, forums: [{ id: "weekly", level: "operationel" }] })).toBe(false);
});

test("a starter is written with the names given, and its folder made", async () => {
  const target = join(folder, "new", "deep");
  const file = await writeStarter(
    target,
    {
      partnership: "juniper-returns",
      client: 'Juniper "J" Shoes: Ltd',
      provider: "Maple Desk",
    },
    today,
  );
  const { record, problems } = await readPartnership(target);
  expect(problems).toEqual([]);
  expect(record?.client.name).toBe('Juniper "J" Shoes: Ltd');
  expect(readFileSync(file, "utf8")).toMatch(/^# yaml-language-server: \$schema=\.\/partnership\.schema\.json\n/);
  expect(readdirSync(target).sort()).toEqual(["partnership.schema.json", "partnership.yaml"]);
});

test("a record that is there is never written over", async () => {
  writeFileSync(join(folder, "partnership.yaml"), "mine");
  await expect(writeStarter(folder, {}, today)).rejects.toThrow(BadInput);
  expect(readFileSync(join(folder, "partnership.yaml"), "utf8")).toBe("mine");
  expect(readdirSync(folder)).not.toContain("partnership.schema.json");
});

test("names that do not fit, and a file in the folder's place, are refused before anything is written", async () => {
  await expect(writeStarter(join(folder, "bad"), { partnership: "Not An Id" }, today)).rejects.toThrow(
    "lower-case words",
  );
  await expect(writeStarter(join(folder, "bad"), { partnership: "a\nrisks: []" }, today)).rejects.toThrow(
    "lower-case words",
  );
  await expect(writeStarter(join(folder, "bad"), { zone: "Europe/Lissabon" }, today)).rejects.toThrow("IANA");
  expect(readdirSync(folder)).not.toContain("bad");
  await expect(writeStarter(join(folder, "partnership.yaml"), {}, today)).rejects.toThrow("in the way");
});

test.each([
  ["2026-01-01", "2026-09-30", "2026-01-01"],
  ["2026-06-30", "2026-09-30", "2026-01-01"],
  ["2026-07-01", "2027-09-30", "2027-01-01"],
  ["2031-12-31", "2032-09-30", "2032-01-01"],
])("a starter made on %s has its objective ahead of it, due on %s in a contract from %s on", (day, due, starts) => {
  const { record, problems } = partnershipOfText("partnership.yaml", inFull(starterRecord({}, "./s.json", day)), {
    pitfalls: ["quality-decline"],
  });
  expect(problems).toEqual([]);
  expect(record?.objectives[0]?.target?.by).toBe(due);
  expect(record?.contract?.starts).toBe(starts);
});
