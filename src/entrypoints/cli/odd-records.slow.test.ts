import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { runProgram } from "./program.ts";

const root = await mkdtemp(join(tmpdir(), "bellwether-odd-records-"));
afterAll(() => rm(root, { recursive: true, force: true }));

const record = `
partnership: odd
zone: America/New_York
client: { name: Northwind Outfitters, owner: ana, contacts: [{ id: ana, role: head of support }] }
provider: { name: Cedar Contact, owner: rosa, contacts: [{ id: rosa, role: account manager }] }
contract: { starts: 2026-03-01 }
metrics:
  quick: { share_of: work_items, within: 4h, from: opened_at, to: resolved_at, better: higher }
service_levels:
  - { id: quick-answer, metric: quick, every: month, target: 90 % }
`;
const header = "item_id,opened_at,resolved_at\n";
const row = (id: string, day: string) => `${id},${day}T10:00:00-04:00,${day}T11:00:00-04:00\n`;
const good = `${header}${row("a", "2026-01-12")}${row("b", "2026-02-12")}${row("c", "2026-03-12")}${row("d", "2026-04-13")}`;
let folders = 0;

async function ran(files: Readonly<Record<string, string>>, words: readonly string[], today = "2026-05-10") {
  const folder = join(root, String(folders++));
  await mkdir(join(folder, "facts"), { recursive: true });
  for (const [name, text] of Object.entries({ "partnership.yaml": record, ...files }))
    await writeFile(join(folder, name), text);
  const [written, told]: [string[], string[]] = [[], []];
  const exit = await runProgram([words[0] ?? "check", folder, ...words.slice(1)], {
    write: (text) => void written.push(text),
    tell: (text) => void told.push(text),
    isTerminal: false,
    width: 60,
    hasColour: false,
    signal: new AbortController().signal,
    now: () => Date.parse(`${today}T12:00:00Z`),
  });
  return { exit, folder, written: written.join(""), told: told.join("") };
}

test("a file of which no row could be read is refused where a service level needs its records", async () => {
  const lost = `${header}a,never,\nb,never,\n`;
  const { exit, told } = await ran({ "facts/work_items.csv": lost }, ["check"]);
  expect(exit).toBe(2);
  expect(told).toMatch(/work_items\.csv.*not one of its 2 rows could be read.*line 2.*opened_at[\s\S]*--quarantine/);
});

test("all rows in quarantine are counted by column and fault, and the file of them has every one", async () => {
  const bad = Array.from({ length: 1_500 }, (_, index) => `b${index},${45_000 + index}%,\n`).join("");
  const file = join(root, "bad-rows.csv");
  const files = { "facts/work_items.csv": `${good}${bad},2026-03-12T10:00:00-04:00,\n` };
  const { exit, written, told } = await ran(files, ["import", "--quarantine", file]);
  expect(exit).toBe(0);
  expect(written).toContain("1,505 rows read = 4 accepted + 1,501 in quarantine");
  expect(written).toContain("1,500 × opened_at: not a moment, such as 45000% (facts/work_items.csv:6)");
  expect(written).toContain("1 × item_id: it is empty, and every record needs it, such as facts/work_items.csv:1506");
  expect(told).toContain(`1,501 rows are in ${file}`);
  expect((await readFile(file, "utf8")).trimEnd().split("\n")).toHaveLength(1_502);
});

test("where other files have the records, a lost file is told and the check goes on", async () => {
  const complaints = "complaint_id,received_at\nx,never\n";
  const { exit, told } = await ran({ "facts/work_items.csv": good, "facts/complaints.csv": complaints }, ["check"]);
  expect(exit).toBe(0);
  expect(told).toContain("Not one of the 1 rows of facts/complaints.csv could be read.");
});

test("a file with a header and no rows is told by its name", async () => {
  const { told } = await ran({ "facts/work_items.csv": good, "facts/complaints.csv": "complaint_id,received_at\n" }, [
    "check",
  ]);
  expect(told).toMatch(/facts\/complaints\.csv {2}The file has a header and no rows\./);
});

test("a day after today is told, so is a last record long ago, and a day centuries ahead is refused at once", async () => {
  const after = await ran({ "facts/work_items.csv": good }, ["check", "--as-of", "2026-08-01"]);
  expect(after.exit).toBe(0);
  expect(after.told).toContain("2026-08-01 lies after today, 2026-05-10");
  expect(after.told).toContain("The last record is of 2026-04-13, 110 days before 2026-08-01.");
  const far = await ran({ "facts/work_items.csv": good }, ["check", "--as-of", "2200-01-01"]);
  expect(far.exit).toBe(2);
  expect(far.told).toContain("more than 10 years after today");
  const usual = await ran({ "facts/work_items.csv": good }, ["check", "--as-of", "2026-05-01"]);
  expect(usual.told).toBe("");
});

test("a report that cannot be written is refused before the records are read", async () => {
  const { exit, written, told } = await ran({ "facts/work_items.csv": "nonsense" }, [
    "check",
    "--report",
    join(root, "not-there", "report.html"),
  ]);
  expect([exit, written]).toEqual([2, ""]);
  expect(told).toContain("the folder does not exist");
  expect(told).not.toContain("nonsense");
  await expect(stat(join(root, "not-there"))).rejects.toThrow();
});

test("an id of blanks is refused, and a stamp is told as the file has it", async () => {
  const odd = `${good}   ,2026-04-14T10:00:00-04:00,\n\u00a0,2026-04-14T10:00:00-04:00,\nz,2026-04-14T10:00:00-04:00,2026-04-13T10:00:00-04:00\n`;
  const { folder, exit } = await ran({ "facts/work_items.csv": odd }, ["check"]);
  expect(exit).toBe(0);
  const imported = await ran({ "facts/work_items.csv": odd }, ["import", "--json"]);
  const { quarantine } = JSON.parse(imported.written) as { quarantine: { line: number; reason: string }[] };
  expect(quarantine.map(({ line, reason }) => [line, reason.split(":")[0]])).toEqual([
    [6, "it is empty, and every record needs it"],
    [7, "it is empty, and every record needs it"],
    [8, "before opened_at"],
  ]);
  expect(quarantine[2]?.reason).toContain("2026-04-13T10:00:00-04:00");
  expect(folder).not.toBe("");
});

test("commands are never cut, however narrow the terminal", async () => {
  const { written, folder } = await ran({ "facts/work_items.csv": good }, ["check", "--as-of", "2026-05-01"]);
  expect(written).toContain(`bellwether explain ${folder} quick-answer --as-of 2026-05-01\n`);
  expect(written).toContain(`bellwether check ${folder} --as-of 2026-05-01 --report report.html\n`);
});

test("a level that does not say since when it holds is judged from the contract's start on", async () => {
  const { written } = await ran({ "facts/work_items.csv": good }, ["check", "--as-of", "2026-04-30", "--json"]);
  const verdict = JSON.parse(written) as {
    serviceLevels: { period: { start: string } }[];
    coverage: { sources: { to: string }[] };
  };
  expect(verdict.serviceLevels.map(({ period }) => period.start)).toEqual(["2026-03-01", "2026-04-01"]);
  const early = await ran({ "facts/work_items.csv": good }, ["check", "--as-of", "2026-02-20", "--json"]);
  const before = JSON.parse(early.written) as typeof verdict;
  expect(before.serviceLevels).toEqual([]);
  expect(before.coverage.sources[0]?.to).toBe("2026-02-12");
});
