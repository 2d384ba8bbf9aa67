import { afterAll, beforeAll, expect, test } from "vitest";
import { FactStore } from "../facts/fact-store.ts";
import { lastRecordDay, readRecordDays } from "./known-records.ts";

let store: FactStore;
beforeAll(async () => {
  store = await FactStore.open();
  const days = ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"];
  await store.run(`CREATE OR REPLACE TABLE invoices AS
    SELECT unnest([${days.map((day) => `DATE '${day}'`).join(", ")}]) AS period_end`);
});
afterAll(() => store.close());

const present = new Set(["invoices"] as const);

test("the pauses of a young partnership tell its pace from the third on, those of an old one from the last twelve", async () => {
  const { usualGapDays } = await readRecordDays(store, present);
  expect(usualGapDays("invoices", "2026-03-31")).toBeNull();
  expect(usualGapDays("invoices", "2026-04-30")).toBe(31);
  expect(usualGapDays("messages", "2026-04-30")).toBeNull();
});

test("the last day on record is that up to the day asked about", async () => {
  expect(await lastRecordDay(store, present, "2026-04-29")).toBe("2026-03-31");
  expect(await lastRecordDay(store, present, "2030-01-01")).toBe("2026-05-31");
  expect(await lastRecordDay(store, present, "2025-01-01")).toBeNull();
  expect(await lastRecordDay(store, new Set(), "2030-01-01")).toBeNull();
});
