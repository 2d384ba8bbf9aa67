import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, expect, test } from "vitest";
import { BadInput } from "../values/problem.ts";
import { FactStore } from "./fact-store.ts";
import { findCanonicalSources } from "./find-fact-files.ts";
import { loadFacts } from "./load-facts.ts";
import type { LoadOptions, LoadReport } from "./load-report.ts";
import { quarantineCsv } from "./quarantine.ts";
import { SourceDefinition } from "./schema/source-definition.ts";

const root = mkdtempSync(join(tmpdir(), "bellwether-load-facts-"));
const stores: FactStore[] = [];
let folders = 0;
afterAll(() => rmSync(root, { recursive: true, force: true }));
afterEach(() => {
  for (const store of stores.splice(0)) store.close();
});

function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = join(root, String(folders++));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

async function load(
  files: Readonly<Record<string, string | Buffer>>,
  sources?: readonly unknown[],
  more: Partial<LoadOptions> = {},
): Promise<{ store: FactStore; report: LoadReport }> {
  const folder = folderWith(files);
  const store = await FactStore.open();
  stores.push(store);
  const chosen = sources?.map((source) => SourceDefinition.parse(source)) ?? findCanonicalSources(folder);
  return { store, report: await loadFacts(store, chosen, { folder, ...more }) };
}

async function problemsOf(files: Readonly<Record<string, string | Buffer>>, sources?: readonly unknown[]) {
  const error = await load(files, sources).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(BadInput);
  return error instanceof BadInput ? error.problems : [];
}

const items =
  "item_id,opened_at,resolved_at,tier\n1,2026-03-02T09:00:00Z,2026-03-02T11:00:00+01:00,gold\n2,2026-03-02T10:00:00Z,,\n";

test("a canonical file fills its table: moments in UTC, extra columns as attributes, source and line kept", async () => {
  const { store, report } = await load({ "facts/work_items.csv": items });
  expect(report).toMatchObject({ read: 2, accepted: 2, quarantined: 0, notices: [] });
  expect(
    await store.rows(
      `SELECT item_id, opened_at, resolved_at, status, attributes, "source", line FROM work_items ORDER BY item_id`,
    ),
  ).toEqual([
    {
      item_id: "1",
      opened_at: "2026-03-02 09:00:00",
      resolved_at: "2026-03-02 10:00:00",
      status: null,
      attributes: { tier: "gold" },
      source: "facts/work_items.csv",
      line: 2,
    },
    {
      item_id: "2",
      opened_at: "2026-03-02 10:00:00",
      resolved_at: null,
      status: null,
      attributes: { tier: null },
      source: "facts/work_items.csv",
      line: 3,
    },
  ]);
});

test("gzip and lines of JSON say the same as CSV", async () => {
  const json = `${JSON.stringify({ item_id: 1, opened_at: "2026-03-02T09:00:00Z", resolved_at: "2026-03-02T11:00:00+01:00", tier: "gold" })}\n${JSON.stringify({ item_id: "2", opened_at: "2026-03-02T10:00:00Z" })}\n`;
  const shown = async (name: string, content: string | Buffer) => {
    const { store } = await load({ [name]: content });
    return await store.rows(
      "SELECT item_id, opened_at, resolved_at, attributes['tier'] AS tier, line FROM work_items ORDER BY item_id",
    );
  };
  const plain = (await shown("facts/work_items.csv", items)).map((row) => ({ ...Object(row) }));
  expect(await shown("facts/work_items.csv.gz", gzipSync(items))).toEqual(plain);
  const fromJson = await shown("facts/work_items.ndjson", json);
  expect(fromJson).toEqual(plain.map((row) => ({ ...row, line: row.line - 1 })));
});

test("the same file again changes nothing; a later file that changes a record keeps both versions and says what changed", async () => {
  const changed = items.replace("2026-03-02T11:00:00+01:00,gold", "2026-03-03T11:00:00+01:00,gold");
  const { store, report } = await load(
    { "a/2026-03-05.csv": items, "b/2026-03-05.csv": items, "c/2026-03-12.csv": changed },
    ["a", "b", "c"].map((folder) => ({
      files: `${folder}/*.csv`,
      kind: "work_items",
      received_at: { file_name: "{yyyy-MM-dd}.csv" },
    })),
  );
  expect(report.files.map((file) => file.records.work_items)).toEqual([
    { added: 2, repeated: 0, restated: 0, replaced: 0 },
    { added: 0, repeated: 2, restated: 0, replaced: 0 },
    { added: 0, repeated: 1, restated: 1, replaced: 0 },
  ]);
  expect(report.restatements).toEqual([
    {
      kind: "work_items",
      record: "1",
      column: "resolved_at",
      oldValue: "2026-03-02 10:00:00",
      newValue: "2026-03-03 10:00:00",
      source: "c/*.csv",
      file: "c/2026-03-12.csv",
      line: 2,
      receivedAt: "2026-03-12 00:00:00",
    },
  ]);
  expect(
    await store.rows("SELECT received_at, resolved_at FROM work_items_versions WHERE item_id = '1' ORDER BY 1"),
  ).toEqual([
    { received_at: "2026-03-05 00:00:00", resolved_at: "2026-03-02 10:00:00" },
    { received_at: "2026-03-12 00:00:00", resolved_at: "2026-03-03 10:00:00" },
  ]);
});

test("bad rows go to quarantine with line, column, reason and text, and the quarantine comes as CSV", async () => {
  const csv = [
    "item_id,opened_at,resolved_at,handle_seconds,reopened_count,escalated",
    "1,2026-03-02T09:00:00Z,2026-03-01T09:00:00Z,,,",
    "2,soon,,,,",
    ",2026-03-02T09:00:00Z,,,,",
    "4,2026-03-02T09:00:00Z,,-5,,",
    "5,2026-03-02T09:00:00Z,,NaN,,",
    "6,2026-03-02T09:00:00Z,,1e308,,",
    "7,2026-03-02T09:00:00Z,,1,1.5,",
    "8,2026-03-02T09:00:00Z,,1,1,perhaps",
    "9,2026-03-02T09:00:00Z,,1,1,yes",
    "10,2026-03-02T09:00:00Z",
    '11,"2026-03-02T09:00:00Z"x,,,,',
    "=12,2026-02-30T09:00:00Z,,,,",
  ].join("\n");
  const { store, report } = await load({ "facts/work_items.csv": csv });
  expect(report).toMatchObject({ read: 12, accepted: 1, quarantined: 11 });
  expect(
    report.quarantine.map((row) => [row.line, row.column, row.reason]).sort((a, b) => Number(a[0]) - Number(b[0])),
  ).toEqual([
    [2, "resolved_at", "before opened_at: 2026-03-01 09:00:00"],
    [3, "opened_at", "not a moment: soon"],
    [4, "item_id", "it is empty, and every record needs it"],
    [5, "handle_seconds", "not between 0 and 10^15: -5"],
    [6, "handle_seconds", "not between 0 and 10^15: NaN"],
    [7, "handle_seconds", "not between 0 and 10^15: 1e308"],
    [8, "reopened_count", "not a whole number of 0 or more: 1.5"],
    [9, "escalated", "not yes or no: perhaps"],
    [11, "", "the row has 2 cells, the header 6"],
    [12, "", "text after the closing quote of cell 2"],
    [13, "opened_at", "not a moment: 2026-02-30T09:00:00Z"],
  ]);
  expect(await store.rows("SELECT item_id FROM work_items")).toEqual([{ item_id: "9" }]);
  let text = "";
  for await (const piece of quarantineCsv(store)) text += piece;
  expect(text.split("\n")[0]).toBe("source,file,line,column,reason,raw");
  expect(text).toContain(`"'=12,2026-02-30T09:00:00Z,,,,"`);
});

test("stamps without offset stop the import until the source says its zone, with examples", async () => {
  const csv = "item_id,opened_at\n1,2026-03-02 09:00:00\n";
  const source = { file: "a.csv", kind: "work_items" };
  expect(await problemsOf({ "a.csv": csv }, [source])).toMatchObject([
    { code: "zone-missing", at: { file: "a.csv", line: 1 }, message: expect.stringContaining("2026-03-02 09:00:00") },
  ]);
  const { store } = await load({ "a.csv": csv }, [{ ...source, zone: "America/New_York" }]);
  expect(await store.rows("SELECT opened_at FROM work_items")).toEqual([{ opened_at: "2026-03-02 14:00:00" }]);
});

test("the order of day and month is proved by the rows, or asked once", async () => {
  const rows = (...dates: readonly string[]) =>
    `item_id,opened_at\n${dates.map((date, index) => `${index},${date} 09:00`).join("\n")}\n`;
  const source = { file: "a.csv", kind: "work_items", zone: "UTC" };
  expect(await problemsOf({ "a.csv": rows("3/4/2026", "5/5/2026") }, [source])).toMatchObject([
    { code: "ambiguous-day-order", message: expect.stringContaining("3/4/2026") },
  ]);
  expect(await problemsOf({ "a.csv": rows("13/4/2026", "4/13/2026") }, [source])).toMatchObject([
    { code: "mixed-day-order" },
  ]);
  const opened = async (text: string, more = {}) => {
    const { store } = await load({ "a.csv": text }, [{ ...source, ...more }]);
    return (await store.rows<{ opened_at: string }>("SELECT opened_at FROM work_items ORDER BY item_id")).map(
      (row) => row.opened_at,
    );
  };
  expect(await opened(rows("3/4/2026", "13/4/2026"))).toEqual(["2026-04-03 09:00:00", "2026-04-13 09:00:00"]);
  expect(await opened(rows("3/4/2026", "4/13/2026"))).toEqual(["2026-03-04 09:00:00", "2026-04-13 09:00:00"]);
  expect(await opened(rows("3/4/2026"), { day_order: "day-first" })).toEqual(["2026-04-03 09:00:00"]);
  expect(await opened(rows("3/4/2026"), { day_order: "month-first" })).toEqual(["2026-03-04 09:00:00"]);
});

test("a time that the clocks skip goes to quarantine unless the source shifts it; a doubled hour means the first", async () => {
  const csv = "item_id,opened_at\n1,2026-03-29 01:30:00\n2,2026-10-25 01:30:00\n";
  const source = { file: "a.csv", kind: "work_items", zone: "Europe/Lisbon" };
  const { store, report } = await load({ "a.csv": csv }, [source]);
  expect(report.quarantine).toMatchObject([
    { line: 2, column: "opened_at", reason: "the clocks in Europe/Lisbon skip this time: 2026-03-29 01:30:00" },
  ]);
  expect(await store.rows("SELECT opened_at FROM work_items")).toEqual([{ opened_at: "2026-10-25 00:30:00" }]);
  const shifted = await load({ "a.csv": csv }, [{ ...source, skipped_times: "shift-forward" }]);
  expect(await shifted.store.rows("SELECT opened_at FROM work_items ORDER BY 1")).toEqual([
    { opened_at: "2026-03-29 01:30:00" },
    { opened_at: "2026-10-25 00:30:00" },
  ]);
});

test("ids that differ only in capitals stay two records and are told", async () => {
  const { report } = await load({
    "facts/work_items.csv": "item_id,opened_at\nab1,2026-03-02T09:00:00Z\nAB1,2026-03-02T09:00:00Z\n",
  });
  expect(report.accepted).toBe(2);
  expect(report.notices).toMatchObject([
    { code: "ids-differ-in-case", message: expect.stringContaining("AB1 and ab1") },
  ]);
});

test("large plain files are converted while they are read, with the same result as row by row", async () => {
  const csv = [
    "item_id,opened_at,resolved_at,handle_seconds,tier",
    "1,2026-03-02T09:00:00Z,2026-03-02T10:00:00Z,5,gold",
    "2,2026-03-02T09:00:00Z,2026-03-01T10:00:00Z,5,",
    "3,2026-03-02T09:00:00Z,,x,silver",
    "4,2026-03-02T09:00:00Z,,7,silver",
    "",
  ].join("\n");
  const everything = async (directFromBytes: number) => {
    const { store, report } = await load({ "facts/work_items.csv": csv }, undefined, { directFromBytes });
    const rows = await store.rows("SELECT * FROM work_items ORDER BY item_id");
    return { rows, quarantine: report.quarantine, files: report.files, direct: store.impliedLines.has("work_items") };
  };
  const [direct, careful] = [await everything(0), await everything(1e9)];
  expect(direct.direct).toBe(true);
  expect(careful.direct).toBe(false);
  expect({ ...direct, direct: false }).toEqual(careful);
  expect(direct.rows).toHaveLength(2);
});

test("progress tells each step of each file, with the rows that it will come to", async () => {
  const told: string[] = [];
  const progress: LoadOptions["progress"] = ({ step, file, rows, totalRows }) => {
    const line = `${step} ${file} ${rows}/${totalRows}`;
    if (told.at(-1) !== line) told.push(line);
  };
  await load({ "facts/work_items.csv": items }, undefined, { progress });
  expect(told).toEqual([
    "survey facts/work_items.csv 0/null",
    "read facts/work_items.csv 0/null",
    "convert facts/work_items.csv 0/2",
    "merge facts/work_items.csv 2/2",
    "done  2/2",
  ]);
});
