import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { BadInput, type Problem } from "../values/problem.ts";
import { FactStore } from "./fact-store.ts";
import { loadFacts } from "./load-facts.ts";
import type { LoadReport } from "./load-report.ts";
import { factKinds } from "./schema/fact-kinds.ts";
import { SourceDefinition } from "./schema/source-definition.ts";

const root = mkdtempSync(join(tmpdir(), "bellwether-bad-files-"));
let folders = 0;
afterAll(() => rmSync(root, { recursive: true, force: true }));

type Outcome = {
  readonly problems: readonly Problem[];
  readonly report: LoadReport | null;
  readonly items: readonly unknown[];
};

/** Loads one file as work items and says what came of it; after a refusal every table must be empty. */
async function outcomeOf(content: string | Buffer | null, more: object = {}, name = "items.csv"): Promise<Outcome> {
  const folder = join(root, String(folders++));
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  if (content !== null) writeFileSync(join(folder, name), content);
  const store = await FactStore.open();
  try {
    const source = SourceDefinition.parse({ file: name, kind: "work_items", ...more });
    const report = await loadFacts(store, [source], { folder });
    const items = await store.rows("SELECT item_id, team, attributes FROM work_items ORDER BY line");
    return { problems: [], report, items };
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    for (const kind of factKinds)
      expect(await store.rows(`SELECT count(*) AS n FROM ${kind}_versions`)).toEqual([{ n: 0 }]);
    expect(await store.rows("SELECT count(*) AS n FROM quarantine")).toEqual([{ n: 0 }]);
    return { problems: error.problems, report: null, items: [] };
  } finally {
    store.close();
  }
}

const header = "item_id,opened_at,team\n";
const row = "1,2026-03-02T09:00:00Z,Zürich\n";

test.each<[string, string | Buffer | null, string, number | undefined, string?]>([
  ["a file that is not there", null, "file-missing", undefined],
  ["an empty file", "", "empty-file", 1],
  ["a file of blank lines", "\n\n  \n", "empty-file", 1],
  ["a header without a needed column", "item_id,team\n1,a\n", "missing-column", 1],
  [
    "a column that comes twice",
    "item_id,opened_at,opened_at\n1,2026-03-02T09:00:00Z,2026-03-02T09:00:00Z\n",
    "duplicate-column",
    1,
  ],
  ["a quote in the header that is never closed", '"item_id,opened_at\n1,2\n', "unclosed-quote", 1],
  ["a quote in a row that is never closed", `${header}${row}2,"2026-03-02T09:00:00Z,x\n${row}`, "unclosed-quote", 3],
  ["windows-1252 read as UTF-8", Buffer.from(header + row, "latin1"), "wrong-encoding", 2],
  ["UTF-16 without a mark", Buffer.from(header + row, "utf16le"), "not-text", 1],
  ["a million columns", `${"a,".repeat(1_000_000)}b\n1\n`, "too-many-columns", 1],
  ["a header with no known system", "a,b,c\n1,2,3\n", "missing-column", 1],
  ["a spreadsheet", Buffer.from("PK\u0003\u0004 not text"), "not-a-table", undefined],
  [
    "a gzip file that is cut off",
    gzipSync(header + row.repeat(5000)).subarray(0, 60),
    "broken-archive",
    undefined,
    "items.csv.gz",
  ],
  [
    "a Parquet file that is cut off",
    Buffer.from(`PAR1${"x".repeat(100)}`),
    "broken-parquet",
    undefined,
    "items.parquet",
  ],
  [
    "a Parquet file with the right ends and nothing between",
    Buffer.from(`PAR1${"\0".repeat(40)}PAR1`),
    "broken-parquet",
    undefined,
    "items.parquet",
  ],
  ["text that calls itself Parquet", header + row, "broken-parquet", undefined, "items.parquet"],
])("%s is refused with its place and what to do", async (_, content, code, line, name) => {
  const { problems } = await outcomeOf(content, {}, name);
  expect(problems[0]).toMatchObject({ code });
  expect(problems[0]?.at?.file).toContain("items");
  expect(problems[0]?.at?.line).toBe(line);
  expect(problems[0]?.hint).not.toBe("");
});

test.each<[string, Buffer, object]>([
  ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${header}${row}`), {}],
  ["UTF-16 with a byte order mark", Buffer.from(`\ufeff${header}${row}`, "utf16le"), {}],
  ["UTF-16 without one, when the source says so", Buffer.from(header + row, "utf16le"), { encoding: "utf-16le" }],
  ["windows-1252, when the source says so", Buffer.from(header + row, "latin1"), { encoding: "windows-1252" }],
  ["Windows line ends", Buffer.from((header + row).replaceAll("\n", "\r\n")), {}],
  ["old Macintosh line ends", Buffer.from((header + row).replaceAll("\n", "\r")), {}],
  ["semicolons", Buffer.from((header + row).replaceAll(",", ";")), {}],
  ["tabs", Buffer.from((header + row).replaceAll(",", "\t")), {}],
  ["Excel's sep= line", Buffer.from(`sep=;\n${(header + row).replaceAll(",", ";")}`), {}],
  ["quotes around everything", Buffer.from((header + row).replaceAll(/[^,\n]+/g, '"$&"')), {}],
  ["blank lines between", Buffer.from(`${header}\n${row}\n\n`), {}],
])("%s is read like plain UTF-8 with commas", async (_, content, more) => {
  const { items, report } = await outcomeOf(content, more);
  expect(report).toMatchObject({ read: 1, accepted: 1 });
  expect(items).toEqual([{ item_id: "1", team: "Zürich", attributes: {} }]);
});

test("a header alone is no mistake, and is told", async () => {
  const { report } = await outcomeOf(header);
  expect(report).toMatchObject({ read: 0, accepted: 0, notices: [{ code: "no-rows" }] });
});

test("an encoding that nobody knows is refused", async () => {
  expect((await outcomeOf(header + row, { encoding: "klingon" })).problems[0]).toMatchObject({
    code: "unknown-encoding",
  });
});

test("keys that JavaScript gives a meaning to are names like any other, and huge numbers as ids stay text", async () => {
  const { items } = await outcomeOf(
    "item_id,opened_at,__proto__,constructor\n9007199254740993,2026-03-02T09:00:00Z,a,b\n",
  );
  expect(JSON.stringify(items)).toBe(
    '[{"item_id":"9007199254740993","team":null,"attributes":{"__proto__":"a","constructor":"b"}}]',
  );
  const json = '{"item_id":9007199254740993,"opened_at":"2026-03-02T09:00:00Z","__proto__":{"x":1}}\n';
  expect(JSON.stringify((await outcomeOf(json, {}, "items.ndjson")).items)).toContain("9007199254740993");
});

test("lines of JSON that are none go to quarantine, however deep they nest", async () => {
  const good = '{"item_id":"1","opened_at":"2026-03-02T09:00:00Z"}';
  const deep = `{"item_id":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
  const { report } = await outcomeOf(`${good}\n{"item_id":\n[1,2]\n${deep}\n`, {}, "items.ndjson");
  expect(report).toMatchObject({ read: 4, accepted: 1, quarantined: 3 });
});

test("a folder in place of a file, and one that may not be read, are told", async () => {
  const folder = join(root, "closed");
  mkdirSync(join(folder, "inner"), { recursive: true });
  const store = await FactStore.open();
  const problemsOf = (file: string) =>
    loadFacts(store, [{ file, kind: "work_items" }], { folder }).then(
      () => [],
      (error: unknown) => (error instanceof BadInput ? error.problems : Promise.reject(error)),
    );
  expect(await problemsOf("inner")).toMatchObject([{ code: "file-is-a-folder" }]);
  expect(await problemsOf("nowhere/*.csv")).toMatchObject([{ code: "file-missing" }]);
  expect(await problemsOf("inner/*.csv")).toMatchObject([{ code: "no-files" }]);
  chmodSync(join(folder, "inner"), 0o000);
  const isRoot = process.getuid?.() === 0;
  if (!isRoot) expect(await problemsOf("inner/*.csv")).toMatchObject([{ code: "file-not-readable" }]);
  chmodSync(join(folder, "inner"), 0o700);
  store.close();
});

test("all problems of all files come at once", async () => {
  const folder = join(root, "several");
  mkdirSync(folder);
  writeFileSync(join(folder, "a.csv"), "item_id\n1\n");
  writeFileSync(join(folder, "b.csv"), `${header}1,2026-03-02 09:00:00,x\n`);
  const store = await FactStore.open();
  const sources = ["a.csv", "b.csv", "c.csv"].map((file) => ({ file, kind: "work_items" as const }));
  const error: unknown = await loadFacts(store, sources, { folder }).catch((thrown: unknown) => thrown);
  store.close();
  const codes = error instanceof BadInput ? error.problems.map((problem) => problem.code) : [];
  expect(codes.sort()).toEqual(["file-missing", "missing-column", "zone-missing"]);
});

test("an import that is called off stops, leaves nothing in the store and nothing on the disk", async () => {
  const folder = join(root, "stopped");
  mkdirSync(folder);
  const rows = Array.from({ length: 200_000 }, (_, index) => `${index},2026-03-02T09:00:00Z,"a ""b"""`).join("\n");
  writeFileSync(join(folder, "items.csv"), `${header}${rows}\n`);
  const store = await FactStore.open();
  const abort = new AbortController();
  const started = performance.now();
  const loading = loadFacts(store, [{ file: "items.csv", kind: "work_items" }], {
    folder,
    signal: abort.signal,
    progress: ({ step }) => {
      if (step === "read") setTimeout(() => abort.abort(new Error("called off")), 5);
    },
  });
  await expect(loading).rejects.toThrow("called off");
  expect(performance.now() - started).toBeLessThan(10_000);
  expect(await store.rows("SELECT count(*) AS n FROM work_items")).toEqual([{ n: 0 }]);
  const { scratchFolder } = store;
  store.close();
  expect(readdirSync(tmpdir()).map((name) => join(tmpdir(), name))).not.toContain(scratchFolder);
});
