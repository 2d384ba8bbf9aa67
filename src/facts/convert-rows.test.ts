import { expect, test } from "vitest";
import { attributeMap } from "./convert-rows.ts";
import { FactStore } from "./fact-store.ts";
import type { RecordReading } from "./import-plan.ts";

const reading = (names: readonly string[]): RecordReading => ({
  kind: "work_items",
  columns: [],
  attributes: names.map((name, cell) => ({ name, cells: [cell] })),
});

test("columns that no canonical one takes become attributes, empty ones too, whatever their names hold", async () => {
  const store = await FactStore.open({ threads: 1 });
  try {
    for (const names of [["Made SLA", 'quoted "so"', "it's"], ["State", "state", "STATE"], []]) {
      const [row] = await store.rows<{ attributes: object }>(
        `SELECT ${attributeMap(reading(names))} AS attributes FROM (SELECT 'true' AS c0, NULL::VARCHAR AS c1, '7' AS c2)`,
      );
      const values = ["true", null, "7"];
      expect(row?.attributes).toEqual(Object.fromEntries(names.map((name, cell) => [name, values[cell]])));
    }
  } finally {
    store.close();
  }
});
