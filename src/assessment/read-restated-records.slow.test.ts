import { expect, test } from "vitest";
import { factFolders } from "../../test/fact-folders.ts";
import { readRestated } from "./read-restated-records.ts";

const { load } = factFolders();

const source = (folder: string) => ({
  files: `${folder}/*.csv`,
  kind: "work_items",
  received_at: { file_name: "{yyyy-MM-dd}.csv" },
});
const rows = (...items: readonly string[]) =>
  `item_id,opened_at,first_responded_at,resolved_at,team,reopened_count\n${items.join("\n")}\n`;

test("a record that a later file tells otherwise is counted once, for or against; what is filled in or is no result is not", async () => {
  const day = (hour: string) => `2026-03-02T${hour}:00:00Z`;
  const before = rows(
    `kinder,${day("08")},${day("12")},${day("14")},amber,1`,
    `both,${day("08")},${day("12")},${day("14")},amber,0`,
    `worse,${day("08")},${day("12")},${day("14")},amber,0`,
    `filled,${day("08")},${day("12")},,amber,`,
    `moved,${day("08")},${day("12")},${day("14")},amber,0`,
  );
  const after = rows(
    `kinder,${day("08")},${day("09")},${day("13")},amber,0`,
    `both,${day("08")},${day("09")},${day("16")},amber,0`,
    `worse,${day("08")},${day("12")},${day("16")},amber,10`,
    `filled,${day("08")},${day("12")},${day("14")},amber,2`,
    `moved,${day("08")},${day("12")},${day("14")},birch,0`,
  );
  const { store } = await load({ "a/2026-03-05.csv": before, "b/2026-03-12.csv": after }, [source("a"), source("b")]);
  expect(await readRestated(store)).toEqual([
    { receivedOn: "2026-03-12", file: "b/2026-03-12.csv", inFavour: 1, against: 1, records: ["work_items kinder"] },
  ]);
});

test("without restatements there is nothing", async () => {
  const { store } = await load({ "a/2026-03-05.csv": rows("1,2026-03-02T08:00:00Z,,,amber,") }, [source("a")]);
  expect(await readRestated(store)).toEqual([]);
});
