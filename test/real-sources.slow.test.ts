import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { FactStore } from "../src/facts/fact-store.ts";
import { loadFacts } from "../src/facts/load-facts.ts";
import { SourceDefinition } from "../src/facts/schema/source-definition.ts";

const shared = resolve(process.env.BELLWETHER_SHARED ?? "../shared");
const isHere = existsSync(join(shared, "data"));
const skipped = isHere ? "" : " (skipped: no shared records here)";

/** Published counts: incidents, tickets, order lines, providers. */
const published = [
  ["servicenow", 141_712, "SELECT count(*) AS n FROM work_items", 24_918],
  ["volvo", 65_533, "SELECT count(*) AS n FROM work_items", 7_554],
  ["help-desk", 21_348, "SELECT count(*) AS n FROM work_items", 4_580],
  ["supplier-deliveries", 10_324, "SELECT count(*) AS n FROM commitments", 10_324],
  ["supplier-deliveries", 10_324, "SELECT count(DISTINCT owner) AS n FROM commitments", 73],
  ["accident-and-emergency", 12_765, "SELECT count(DISTINCT team) AS n FROM work_items", 274],
] as const;

describe.skipIf(!isHere)(`real records${skipped}`, () => {
  test.each(published)(
    "%s: all %i rows are accepted, and %s gives the published %i",
    async (name, rows, sql, count) => {
      const folder = join("test/real", name);
      const record: unknown = parse(readFileSync(join(folder, "partnership.yaml"), "utf8"));
      const sources = sourcesOf(record).map((source) => SourceDefinition.parse(atShared(source)));
      const store = await FactStore.open();
      try {
        const report = await loadFacts(store, sources, { folder });
        expect(report).toMatchObject({ read: rows, accepted: rows, quarantined: 0, notices: [] });
        expect(await store.rows(sql)).toEqual([{ n: count }]);
      } finally {
        store.close();
      }
    },
  );
});

function sourcesOf(record: unknown): readonly unknown[] {
  const sources = Object(record).sources;
  return Array.isArray(sources) ? sources : [];
}

/** The records' paths are those of the main checkout; elsewhere the folder is told by BELLWETHER_SHARED. */
function atShared(source: unknown): unknown {
  return { ...Object(source), file: String(Object(source).file).replace("../../../../shared", shared) };
}
