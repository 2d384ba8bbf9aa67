import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BadInput } from "../values/problem.ts";
import { FactStore } from "./fact-store.ts";
import { loadFacts } from "./load-facts.ts";
import { quotedLine } from "./raw-table.ts";
import type { SourceDefinition } from "./schema/source-definition.ts";

const root = mkdtempSync(join(tmpdir(), "bellwether-load-properties-"));
let store: FactStore;
let folders = 0;
beforeAll(async () => {
  store = await FactStore.open();
});
afterAll(() => {
  store.close();
  rmSync(root, { recursive: true, force: true });
});

type Item = {
  readonly id: string;
  readonly opened: number;
  readonly resolvedAfter: number | null;
  readonly team: string;
};
const text = fc.string({
  unit: fc.constantFrom("a", "B", "é", "漢", " ", ",", ";", '"', "\n", "\r\n", "'", "=", "\t", "0"),
  maxLength: 6,
});
const item: fc.Arbitrary<Item> = fc.record({
  id: fc.integer({ min: 1, max: 10_000 }).map((number) => `T${number}`),
  opened: fc.integer({ min: 1_700_000_000, max: 1_790_000_000 }),
  resolvedAfter: fc.option(fc.integer({ min: 0, max: 10_000_000 })),
  team: text,
});
const items = fc.uniqueArray(item, { selector: ({ id }) => id, minLength: 1, maxLength: 40 });

const stamp = (seconds: number) => new Date(seconds * 1000).toISOString();
const header = quotedLine(["item_id", "opened_at", "resolved_at", "team"]);
const csvOf = (list: readonly Item[]) =>
  header +
  list
    .map(({ id, opened, resolvedAfter, team }) =>
      quotedLine([id, stamp(opened), resolvedAfter === null ? "" : stamp(opened + resolvedAfter), team]),
    )
    .join("");

async function load(files: Readonly<Record<string, string>>) {
  const folder = join(root, String(folders++));
  mkdirSync(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  await store.clear();
  const sources: SourceDefinition[] = [{ files: "*.csv", kind: "work_items", delimiter: "," }];
  return await loadFacts(store, sources, { folder, keepOpen: true });
}

const tableNow = async () =>
  await store.rows("SELECT item_id, opened_at, resolved_at, team FROM work_items_versions ORDER BY ALL");

test("what is written comes back: every cell of every row, whatever it holds", async () => {
  await fc.assert(
    fc.asyncProperty(items, async (list) => {
      const report = await load({ "a.csv": csvOf(list) });
      expect(report).toMatchObject({ read: list.length, accepted: list.length });
      const rows = await store.rows<{ item_id: string; opened: number; after: number | null; team: string | null }>(
        `SELECT item_id, epoch(opened_at) AS opened, epoch(resolved_at) - epoch(opened_at) AS after, team FROM work_items`,
      );
      const back = new Map(rows.map((row) => [row.item_id, row]));
      for (const { id, opened, resolvedAfter, team } of list) {
        expect(back.get(id)).toEqual({ item_id: id, opened, after: resolvedAfter, team: team === "" ? null : team });
      }
    }),
    { numRuns: 40 },
  );
});

test("the same file again, its halves, overlapping parts and any order of rows give the same tables", async () => {
  await fc.assert(
    fc.asyncProperty(items, fc.nat(), fc.integer({ min: 0, max: 3 }), async (list, seed, overlap) => {
      await load({ "a.csv": csvOf(list) });
      const once = await tableNow();
      const middle = seed % list.length;
      const shuffled = [...list].sort((a, b) => ((a.opened * 31 + seed) % 97) - ((b.opened * 31 + seed) % 97));
      const others: Readonly<Record<string, string>>[] = [
        { "a.csv": csvOf(list), "b.csv": csvOf(list) },
        { "a.csv": csvOf(list.slice(0, middle + overlap)), "b.csv": csvOf(list.slice(middle)) },
        { "a.csv": csvOf(shuffled) },
        { "a.csv": csvOf([...list, ...shuffled]) },
      ];
      for (const files of others) {
        const report = await load(files);
        expect(report.restated).toBe(0);
        expect(await tableNow()).toEqual(once);
      }
    }),
    { numRuns: 15 },
  );
});

test("accepted and quarantined rows add up to the rows read, whatever the file holds", async () => {
  const cell = fc.oneof(text, fc.constantFrom("T1", "T2", "2026-03-02T09:00:00Z", "2026-03-02", "-1", "NaN", "", "\0"));
  const line = fc.oneof(
    fc.array(cell, { minLength: 1, maxLength: 6 }).map((cells) => quotedLine(cells)),
    fc.array(cell, { minLength: 4, maxLength: 4 }).map((cells) => `${cells.join(",")}\n`),
    items.map((list) => csvOf(list).slice(header.length)),
  );
  let accepted = 0;
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 12 }), async (lines) => {
      const report = await load({ "a.csv": header + lines.join("") }).catch((error: unknown) => {
        if (!(error instanceof BadInput)) throw error;
        refused++;
        return null;
      });
      if (report === null) return;
      accepted += report.accepted;
      const [counted] = await store.rows<{ n: number }>("SELECT count(*) AS n FROM quarantine");
      expect(report.accepted + (counted?.n ?? 0)).toBe(report.read);
      const held = report.files[0]?.records.work_items;
      const { added, repeated, restated, replaced } = held ?? { added: 0, repeated: 0, restated: 0, replaced: 0 };
      expect(added + repeated + restated + replaced).toBe(report.accepted);
    }),
    { numRuns: 80 },
  );
  expect(accepted).toBeGreaterThan(0);
  expect(refused).toBeLessThan(75);
});

test("flipped bytes never crash, hang or lose a row of a text or Parquet file", async () => {
  const folder = join(root, "flipped");
  mkdirSync(folder);
  const sound = csvOf(
    Array.from({ length: 50 }, (_, nth) => ({
      id: `T${nth}`,
      opened: 1_760_000_000 + nth,
      resolvedAfter: nth,
      team: "é",
    })),
  );
  writeFileSync(join(folder, "sound.csv"), sound);
  await store.run(
    `COPY (SELECT * FROM read_csv('${join(folder, "sound.csv")}', all_varchar = true)) TO '${join(folder, "sound.parquet")}'`,
  );
  const { readFileSync } = await import("node:fs");
  let refused = 0;
  for (const name of ["sound.csv", "sound.parquet"]) {
    const bytes = readFileSync(join(folder, name));
    for (let nth = 0; nth < 150; nth++) {
      const flipped = Buffer.from(bytes);
      for (let time = 0; time < 3; time++)
        flipped[(nth * 7919 + time * 104_729) % bytes.length] = (nth * 37 + time * 101) % 256;
      const file = `flipped-${name}`;
      writeFileSync(join(folder, file), flipped);
      await store.clear();
      const source: SourceDefinition = { file, kind: "work_items" };
      const report = await loadFacts(store, [source], { folder, keepOpen: true }).catch((error: unknown) => {
        if (error instanceof BadInput) refused++;
        else throw error;
        return null;
      });
      if (report !== null) expect(report.accepted + report.quarantined).toBe(report.read);
    }
  }
  expect(refused).toBeGreaterThan(0);
});

test("a cell of 100 MB costs its row alone and little memory", async () => {
  const folder = join(root, "huge");
  mkdirSync(folder);
  const huge = Buffer.concat([
    Buffer.from("item_id,opened_at,team\n1,2026-03-02T09:00:00Z,"),
    Buffer.alloc(100_000_000, "x"),
    Buffer.from("\n2,2026-03-02T09:00:00Z,a\n"),
  ]);
  writeFileSync(join(folder, "items.csv"), huge);
  await store.clear();
  const before = process.memoryUsage().rss;
  const report = await loadFacts(store, [{ file: "items.csv", kind: "work_items" }], { folder, keepOpen: true });
  expect(report).toMatchObject({
    read: 2,
    accepted: 1,
    quarantine: [{ line: 2, reason: "the row is longer than 2000000 characters" }],
  });
  expect(process.memoryUsage().rss - before).toBeLessThan(600_000_000);
});
