import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { factFolders } from "../../test/fact-folders.ts";

const { load, problemsOf } = factFolders();

const items =
  "item_id,opened_at,resolved_at,tier\n1,2026-03-02T09:00:00Z,2026-03-02T11:00:00+01:00,gold\n2,2026-03-02T10:00:00Z,,\n";

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

test("a title above the names of the columns is skipped where the source says so, and told where it does not", async () => {
  const titled = `Tickets of March\nmade on 2026-04-01 by "Ana", head\n\nTicket #;Opened\n1;2026-03-02T09:00:00Z\n2;2026-03-02T10:00:00Z\n`;
  const source = { file: "a.csv", kind: "work_items", mapping: { item_id: "Ticket #", opened_at: "Opened" } };
  expect(await problemsOf({ "a.csv": titled }, [source])).toEqual([
    {
      code: "header-further-down",
      at: { file: "a.csv", line: 4 },
      message: "The columns are named on line 4; above them stands something else.",
      hint: "Say `header_line: 4` in the source.",
    },
  ]);
  const { store, report } = await load({ "a.csv": titled }, [{ ...source, header_line: 4 }]);
  expect(report).toMatchObject({ read: 2, accepted: 2 });
  expect(await store.rows("SELECT item_id, line FROM work_items ORDER BY line")).toEqual([
    { item_id: "1", line: 5 },
    { item_id: "2", line: 6 },
  ]);
  const plain = await load({ "a.csv": titled.replace("\n\n", "\n") }, [{ ...source, header_line: 3 }]);
  expect(plain.report).toMatchObject({ read: 2, accepted: 2 });
  expect((await problemsOf({ "a.csv": titled }, [{ ...source, header_line: 9 }]))[0]?.code).toBe("no-header");
  const elsewhere = { ...source, mapping: { item_id: "Number", opened_at: "Opened" } };
  expect((await problemsOf({ "a.csv": titled }, [elsewhere]))[0]?.code).toBe("missing-column");
});

test("a JSON document says the same as lines of JSON: a list, a list in an API's wrapping, over lines or on one", async () => {
  const records = [
    { item_id: 1, opened_at: "2026-03-02T09:00:00Z", fields: { status: { name: "Done" } }, tags: [{ a: 1 }] },
    { item_id: 2, opened_at: "2026-03-02T10:00:00Z", fields: { status: { name: "Open" } }, tags: [] },
  ];
  const source = { kind: "work_items", mapping: { status: "fields.status.name" } };
  const shown = async (name: string, content: string | Buffer) => {
    const { store, report } = await load({ [name]: content }, [{ file: name, ...source }]);
    expect(report).toMatchObject({ read: 2, accepted: 2, notices: [] });
    return await store.rows("SELECT item_id, opened_at, status FROM work_items ORDER BY item_id");
  };
  const lines = records.map((record) => `${JSON.stringify(record)}\n`).join("");
  const plain = await shown("a.ndjson", lines);
  expect(plain).toMatchObject([
    { item_id: "1", status: "Done" },
    { item_id: "2", status: "Open" },
  ]);
  expect(await shown("a.json", lines)).toEqual(plain);
  expect(await shown("a.json", JSON.stringify(records))).toEqual(plain);
  expect(await shown("a.json.gz", gzipSync(JSON.stringify(records, null, 2)))).toEqual(plain);
  const wrapped = { count: 2, names: { x: ["a"] }, data: { issues: records } };
  expect(await shown("a.json", JSON.stringify(wrapped))).toEqual(plain);
  expect(await shown("a.json", `\ufeff${JSON.stringify(wrapped, null, 2)}`)).toEqual(plain);
  const alone = await load({ "a.json": JSON.stringify({ ...records[0], tags: [] }) }, [
    { file: "a.json", kind: "work_items" },
  ]);
  expect(alone.report).toMatchObject({ read: 1 });
});

test("a JSON document with no list, with several or cut off is refused with its line", async () => {
  const source = [{ file: "a.json", kind: "work_items" }];
  const codeOf = async (text: string) =>
    (await problemsOf({ "a.json": text }, source)).map(({ code, at }) => [code, at?.line]);
  expect(await codeOf('{\n"a": 1\n}')).toEqual([["no-json-list", 1]]);
  expect(await codeOf('{"a": [{"x": 1}],\n"b": [{"y": 1}]}')).toEqual([["several-json-lists", 2]]);
  expect(await codeOf('[{"item_id": 1},\n{"item_id"')).toEqual([["broken-json", 2]]);
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

test("stamps without offset stop the import until the source says its zone, with examples", async () => {
  const csv = "item_id,opened_at,resolved_at\n1,2026-03-02 09:00:00,2026-03-02 10:30:00\n";
  const source = { file: "a.csv", kind: "work_items" };
  expect(await problemsOf({ "a.csv": csv }, [source])).toMatchObject([
    {
      ...{ code: "zone-missing", at: { file: "a.csv", line: 1 } },
      message: "The moments in opened_at, resolved_at carry no offset: 2026-03-02 09:00:00, 2026-03-02 10:30:00.",
    },
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
