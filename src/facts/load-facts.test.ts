import { expect, test } from "vitest";
import { factFolders } from "../../test/fact-folders.ts";
import type { LoadOptions } from "./load-report.ts";
import { quarantineCsv } from "./quarantine.ts";

const { load } = factFolders();

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
    [2, "resolved_at", "before opened_at: 2026-03-01T09:00:00Z"],
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

test("one moment is one moment, however a system writes it", async () => {
  const written = [
    "2024-03-01T08:00:30Z",
    "2024-03-01 09:00:30 GMT+0100",
    '"Fri, 01 Mar 2024 08:00:30 +0000"',
    "Fri Mar 01 2024 09:00:30 GMT+0100 (Central European Standard Time)",
    '"Friday, March 1, 2024 at 8:00:30 AM"',
    "vendredi 1 mars 2024 08:00:30",
    "01-Mar-2024 08h00:30",
    "1709280030",
    "1709280030.0",
    "1709280030000",
    "1709280030000.0",
    "1709280030000000",
    "45352.33368055556",
  ];
  const csv = ["item_id,opened_at", ...written.map((text, index) => `${index},${text}`)].join("\n");
  const { store, report } = await load({ "a.csv": csv }, [{ file: "a.csv", kind: "work_items", zone: "UTC" }]);
  expect(report.quarantine).toEqual([]);
  expect(await store.rows("SELECT DISTINCT opened_at FROM work_items")).toEqual([{ opened_at: "2024-03-01 08:00:30" }]);
  expect(report.notices.map(({ code }) => code)).toEqual(["spreadsheet-days"]);
});

test("a day whose time stands in another column is told, unless the two are joined or there is no such column", async () => {
  const csv = "id,day,time\n1,2024-03-01,09:12:58\n";
  const mapped = async (opened_at: unknown, from = csv) => {
    const mapping = { item_id: "id", opened_at };
    return await load({ "a.csv": from }, [{ file: "a.csv", kind: "work_items", zone: "UTC", mapping }]);
  };
  const alone = await mapped("day");
  expect(alone.report.notices.map(({ code }) => code)).toEqual(["day-without-time"]);
  expect(alone.report.notices[0]?.hint).toContain('opened_at: { from: [day, time], joined_by: " " }');
  const joined = await mapped({ from: ["day", "time"], joined_by: " " });
  expect(joined.report.notices).toEqual([]);
  expect(await joined.store.rows("SELECT opened_at FROM work_items")).toEqual([{ opened_at: "2024-03-01 09:12:58" }]);
  expect((await mapped("day", "id,day,time\n1,2024-03-01,12.5\n")).report.notices).toEqual([]);
});

test("of a row with records of two kinds the one is kept that is whole; a row with neither, or a wrong cell, is not", async () => {
  const csv = [
    "id,opened,rated,score",
    "1,2026-03-02T09:00:00Z,2026-03-03T09:00:00Z,5",
    "2,2026-03-02T09:00:00Z,,",
    ",2026-03-02T09:00:00Z,2026-03-03T09:00:00Z,4",
    "4,2026-03-02T09:00:00Z,never,4",
  ].join("\n");
  const records = {
    work_items: { item_id: "id", opened_at: "opened" },
    survey_responses: { response_id: "id", kind: { always: "csat" }, sent_at: "rated", score: "score" },
  };
  const { store, report } = await load({ "a.csv": csv }, [{ file: "a.csv", records }]);
  expect(report).toMatchObject({ read: 4, accepted: 2, quarantined: 2 });
  expect(report.reasons.map(({ column, reason }) => [column, reason])).toEqual([
    ["id", "it is empty, and every record needs it"],
    ["rated", "not a moment"],
  ]);
  expect(await store.rows("SELECT item_id FROM work_items ORDER BY 1")).toEqual([{ item_id: "1" }, { item_id: "2" }]);
  expect(await store.rows("SELECT response_id FROM survey_responses")).toEqual([{ response_id: "1" }]);
  expect(report.notices.map(({ message }) => message)).toEqual([
    "1 row gave no record of survey_responses: rated is empty.",
  ]);
});
