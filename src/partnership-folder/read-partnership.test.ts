import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { partnershipOfText, readPartnership } from "./read-partnership.ts";
import { unreadable } from "./record-file.ts";

const least = `partnership: northwind-support
zone: America/New_York
client: { name: Northwind Outfitters, owner: ana }
provider:
  name: Cedar Contact
  sponsor:
`;

const folder = mkdtempSync(join(tmpdir(), "bellwether-record-"));
afterAll(() => rmSync(folder, { recursive: true }));
let folders = 0;

function folderWith(content: string | Uint8Array): string {
  folders += 1;
  const path = join(folder, String(folders));
  mkdirSync(path);
  writeFileSync(join(path, "partnership.yaml"), content);
  return path;
}

test("a small record is read without a problem, and an empty key counts as absent", async () => {
  const { record, problems } = await readPartnership(folderWith(least));
  expect(problems).toEqual([]);
  expect(record?.provider).toMatchObject({ name: "Cedar Contact" });
  expect(record?.provider.sponsor).toBeUndefined();
});

test("a byte order mark and Windows line ends do no harm", async () => {
  const { problems } = await readPartnership(folderWith(`\uFEFF${least.replaceAll("\n", "\r\n")}`));
  expect(problems).toEqual([]);
});

test("every path has a place: its own, or that of the nearest thing around it", () => {
  const { placeOf } = partnershipOfText("partnership.yaml", `${least}metrics:\n  csat: { count_of: staff }\n`);
  expect(placeOf("client.owner")).toEqual({ file: "partnership.yaml", line: 3, column: 46 });
  expect(placeOf("client.sponsor")).toEqual({ file: "partnership.yaml", line: 3, column: 9 });
  expect(placeOf("metrics.csat[0].count_of")).toEqual({ file: "partnership.yaml", line: 8, column: 21 });
  expect(placeOf("objectives[2].target")).toMatchObject({ line: 1 });
});

test("names from elsewhere hold: standard metrics and the pitfalls of the catalogue", () => {
  const text = `${least}actions: [{ id: train, title: Train, measure: reopen-rate, pitfall: slow-ramp }]\n`;
  const codes = (elsewhere: object) => partnershipOfText("", text, elsewhere).problems.map(({ code }) => code);
  expect(codes({})).toEqual([]);
  expect(codes({ pitfalls: ["slow-ramp"] })).toEqual([]);
  expect(codes({ pitfalls: ["weak-security"] })).toEqual(["unknown-pitfall"]);
});

test.each([
  ["UTF-16", new Uint8Array([0xff, 0xfe, 0x61, 0x00]), { code: "not-utf-8", line: undefined }],
  ["cp1252", Buffer.from("title: Kundendienst\nowner: J\xf6rg\n", "latin1"), { code: "not-utf-8", line: 2 }],
  ["over a megabyte", " ".repeat(1_000_001), { code: "file-too-big", line: undefined }],
  ["nothing at all", "", { code: "file-empty", line: 1 }],
])("a record of %s is refused", async (_, content, { code, line }) => {
  const { record, problems } = await readPartnership(folderWith(content));
  expect(record).toBeNull();
  expect(problems.map((problem) => [problem.code, problem.at?.line])).toEqual([[code, line]]);
});

test("a folder without a record, no folder, and a file in its place are told apart", async () => {
  const codeOf = async (path: string) => (await readPartnership(path)).problems.map(({ code }) => code);
  expect(await codeOf(folder)).toEqual(["file-missing"]);
  expect(await codeOf(join(folder, "nowhere"))).toEqual(["file-missing"]);
  expect(await codeOf(join(folderWith(least), "partnership.yaml"))).toEqual(["not-a-folder"]);
});

test.each([
  ["EACCES", "file-unreadable", "may not be read"],
  ["EIO", "file-unreadable", "cannot be read (EIO)"],
])("the operating system's %s is said in words", (osCode, code, words) => {
  const problem = unreadable("folder", "folder/partnership.yaml", osCode);
  expect(problem.code).toBe(code);
  expect(problem.message).toContain(words);
});

test("brackets without end are refused before they exhaust the machine", () => {
  const { problems } = partnershipOfText("partnership.yaml", `partnership: ${"[".repeat(30_000)}`);
  expect(problems.map(({ code }) => code)).toEqual(["yaml-too-deep"]);
});

test("thirty thousand keys are refused in a moment", () => {
  const text = Array.from({ length: 30_000 }, (_, index) => `key${index}: 1`).join("\n");
  expect(partnershipOfText("partnership.yaml", text).problems.map(({ code }) => code)).toEqual([
    "yaml-too-many-values",
  ]);
});
