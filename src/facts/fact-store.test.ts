import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { expect, test } from "vitest";
import { FactStore } from "./fact-store.ts";
import { factKinds } from "./schema/fact-kinds.ts";

test("a new store has an empty table and its versions for every kind of record", async () => {
  const store = await FactStore.open();
  for (const kind of factKinds) {
    expect(await store.rows(`SELECT count(*) AS rows FROM ${kind}`)).toEqual([{ rows: 0 }]);
    expect(await store.rows(`SELECT count(received_at) AS rows FROM ${kind}_versions`)).toEqual([{ rows: 0 }]);
  }
  store.close();
});

test("rows come as plain values: moments and money as text, attributes as an object", async () => {
  const store = await FactStore.open();
  const rows = await store.rows(
    `SELECT TIMESTAMP '2026-03-01 09:00:00' AS at, DATE '2026-03-01' AS day, 1.5::DECIMAL(38, 10) AS money,
       MAP {'tier': 'gold'} AS attributes, 7::BIGINT AS count, $name AS name, [1, 2] AS list`,
    { name: "Cedar Contact" },
  );
  expect(rows).toEqual([
    {
      at: "2026-03-01 09:00:00",
      day: "2026-03-01",
      money: "1.5000000000",
      attributes: { tier: "gold" },
      count: 7,
      name: "Cedar Contact",
      list: [1, 2],
    },
  ]);
  store.close();
});

test("a locked store reaches no file and keeps its settings", async () => {
  const store = await FactStore.open();
  await store.lock();
  await expect(store.rows("FROM read_text('package.json')")).rejects.toThrow(/disabled/);
  await expect(store.run("COPY staff TO 'staff.csv'")).rejects.toThrow(/disabled/);
  await expect(store.run("SET enable_external_access = true")).rejects.toThrow();
  store.close();
});

test("closing removes the scratch folder", async () => {
  const store = await FactStore.open();
  expect(existsSync(store.scratchFolder)).toBe(true);
  store.close();
  expect(existsSync(store.scratchFolder)).toBe(false);
});

test("a store works with one thread until it is told to use every core", async () => {
  const store = await FactStore.open();
  const threads = async () =>
    (await store.rows<{ threads: number }>("SELECT current_setting('threads') AS threads"))[0]?.threads;
  expect(await threads()).toBe(1);
  await store.useEveryCore();
  expect(await threads()).toBeGreaterThanOrEqual(Math.min(2, availableParallelism()));
  store.close();
});

test("what is asked again is asked once, but only when loading is over", async () => {
  const store = await FactStore.open();
  const count = "SELECT count(*) AS items FROM work_items";
  const insert = "INSERT INTO work_items (item_id, opened_at) VALUES ('A', TIMESTAMP '2026-01-01')";
  expect(await store.rowsOnce(count)).toEqual([{ items: 0 }]);
  await store.run(insert);
  expect(await store.rowsOnce(count)).toEqual([{ items: 1 }]);
  await store.lock();
  const once = await store.rowsOnce(count);
  expect(once).toEqual([{ items: 1 }]);
  expect(await store.rowsOnce(count)).toBe(once);
  store.close();
});
