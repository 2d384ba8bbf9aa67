import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runProgram } from "./program.ts";

const record = `
partnership: small
zone: UTC
client: { name: Client }
provider: { name: Provider }
`;

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "bellwether-day-"));
  await mkdir(join(folder, "facts"));
  writeFileSync(join(folder, "partnership.yaml"), record);
  writeFileSync(join(folder, "facts/invoices.csv"), "no,column,of,an,invoice\n1,2,3,4,5\n");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...words: readonly string[]) {
  const said = { out: "", told: "" };
  const code = await runProgram(words, {
    write: (text) => {
      said.out += text;
    },
    tell: (text) => {
      said.told += text;
    },
    ...{ isTerminal: false, width: 100, hasColour: false, signal: new AbortController().signal },
    now: () => Date.UTC(2026, 5, 30),
  });
  return { code, ...said };
}

test("a day too far ahead is said before any fact is read", async () => {
  const { code, told } = await run("check", folder, "--as-of", "2200-01-01");
  expect(code).toBe(2);
  expect(told).toBe(
    "✗ 2200-01-01 lies more than 10 years after today, 2026-06-30 [date-too-far]\n  Ask about a day up to today.\n",
  );
});

test("a day after today is told first and asked all the same", async () => {
  const { told } = await run("check", folder, "--as-of", "2026-07-01");
  expect(told).toMatch(/^2026-07-01 lies after today, 2026-06-30: what is not yet on record is not known\.\n/);
  expect((await run("check", folder, "--as-of", "2026-06-30")).told).not.toContain("lies after today");
});

test.each([
  [
    ["check", "--fail-on", "amber"],
    "--fail-on amber: there is no such choice",
    "Write --fail-on watch or --fail-on alarm",
  ],
  [
    ["ramp", "--seed", "-1"],
    "--seed -1: a seed is a whole number from 0 to 4294967295",
    "bellwether ramp --help tells more.",
  ],
  [["ramp", "--seed", "1.5"], "--seed 1.5: a seed is a whole number", "bellwether ramp --help tells more."],
  [["ramp", "--seed", "many"], "--seed many: a seed is a whole number", "bellwether ramp --help tells more."],
  [
    ["freeze"],
    "--through is missing",
    "Write --through with the last day of the last closed period, YYYY-MM-DD; bellwether freeze --help",
  ],
  [["check", "--as-off", "May"], "unknown option '--as-off'", "See bellwether check --help."],
  [["check", "--fail-on"], "option '--fail-on <watch|alarm>' argument missing", "See bellwether check --help."],
  [["check", "--as-of", "May"], "--as-of May: a date is written YYYY-MM-DD", "bellwether check --help tells more."],
])("%j says what was written, what is wrong with it and what to write", async ([verb = "", ...more], message, hint) => {
  const { code, told } = await run(verb, folder, ...more);
  expect(code).toBe(2);
  expect(told).toContain(message);
  expect(told).toContain(hint);
});

test("a seed of 32 bits is taken, and so is a level that there is", async () => {
  expect((await run("ramp", folder, "--seed", "4294967295", "--as-of", "2026-06-30")).told).not.toContain("bad-option");
  expect((await run("check", folder, "--fail-on", "alarm", "--as-of", "2026-06-30")).told).not.toContain("bad-option");
});

test("a shell that cannot be completed is answered with those that can", async () => {
  const { told } = await run("completion", "basic");
  expect(told).toContain("basic: there is no such shell");
  expect(told).toContain("Write bash or zsh or fish; bellwether completion --help tells more.");
});

test("a folder without records says where to put them, and one with records what each file gave", async () => {
  const bare = mkdtempSync(join(tmpdir(), "bellwether-bare-"));
  writeFileSync(join(bare, "partnership.yaml"), record);
  expect((await run("import", bare)).out).toContain("No file of records is here: say under sources");
  await mkdir(join(bare, "facts"));
  writeFileSync(join(bare, "facts/ideas.csv"), "idea_id,submitted_at,by_side\nI-1,2026-01-05,client\n");
  expect((await run("import", bare)).out).toContain("1 rows read = 1 accepted");
  rmSync(bare, { recursive: true });
});
