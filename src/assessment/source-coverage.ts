import type { FileReport, LoadReport } from "../facts/load-report.ts";
import type { FactKind } from "../facts/schema/fact-kinds.ts";
import type { PlainDate } from "../values/time.ts";
import type { RecordDays } from "./known-records.ts";
import type { SourceCoverage } from "./verdict.ts";

/**
 * What each file gave of each kind. Quarantined rows belong to a file and not to a kind: they stand with its first.
 * `to` is the last day known by the date.
 * A file of which nothing was accepted stands with the rows that were refused.
 */
export function sourceCoverage(load: LoadReport, days: RecordDays, asOf: PlainDate): SourceCoverage[] {
  return load.files.flatMap(({ file, records, quarantined }): SourceCoverage[] => {
    const kinds = countsByKind(records);
    if (kinds.length === 0)
      return [{ source: file, fact: "", rows: 0, quarantined, duplicates: 0, restated: 0, from: null, to: null }];
    return kinds.map(([fact, counts], index) => ({
      source: file,
      fact,
      rows: counts.added + counts.restated + counts.replaced,
      quarantined: index === 0 ? quarantined : 0,
      duplicates: counts.repeated,
      restated: counts.restated,
      from: days.firstDay(fact),
      to: days.lastDay(fact, asOf),
    }));
  });
}

/** A kind of record that there is, and how many records of it. */
export type SourceOfKind = { readonly source: string; readonly fact: FactKind; readonly rows: number };

/** What the signals look at: each kind once, with how many records of it there are. */
export function knownSources(load: LoadReport): readonly SourceOfKind[] {
  const rows = new Map<FactKind, number>();
  for (const { records } of load.files) {
    for (const [kind, counts] of countsByKind(records)) rows.set(kind, (rows.get(kind) ?? 0) + counts.added);
  }
  return [...rows].map(([fact, count]) => ({ source: fact, fact, rows: count }));
}

/** The kinds of which there is at least one record. */
export function kindsPresent(load: LoadReport): ReadonlySet<FactKind> {
  return new Set(load.files.flatMap(({ records }) => countsByKind(records).map(([kind]) => kind)));
}

type KindCounts = FileReport["records"];

function countsByKind(records: KindCounts): readonly (readonly [FactKind, Required<KindCounts>[FactKind]])[] {
  // `Object.entries` forgets the type of the keys; these are kinds and nothing else.
  return Object.entries(records) as [FactKind, Required<KindCounts>[FactKind]][];
}
