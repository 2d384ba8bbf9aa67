import type { LoadReport } from "../facts/load-report.ts";
import type { FactKind } from "../facts/schema/fact-kinds.ts";
import type { PartnershipRecord } from "../governance/partnership/partnership-record.ts";
import { definitionInForce } from "../values/effective.ts";
import type { Problem } from "../values/problem.ts";
import { factKindsOf } from "./metric-kinds.ts";
import { knownSources } from "./source-coverage.ts";
import { standardMetricsOf } from "./standard-metrics-of.ts";

/** Files with rows of which every one was refused. */
export function filesWithNothingRead(load: LoadReport): LoadReport["files"] {
  return load.files.filter(({ read, quarantined }) => read > 0 && quarantined >= read);
}

/**
 * Files whose rows were all refused while records that a service level rests on are missing: a verdict that calls the level
 * unknown would look like an answer. Empty where every level has its records, or where no file was lost.
 */
export function lostForLevels(record: PartnershipRecord, load: LoadReport, folder: string): readonly Problem[] {
  const lost = filesWithNothingRead(load);
  const missing = new Set(record.service_levels.flatMap(({ metric }) => kindsOf(record, metric)));
  for (const { fact, rows } of knownSources(load)) if (rows > 0) missing.delete(fact);
  if (missing.size === 0) return [];
  return lost.map(({ file, read }) => {
    const first = load.quarantine.find((row) => row.file === file);
    const because = first === undefined ? "" : `; the first, on line ${first.line}: ${first.column}, ${first.reason}`;
    return {
      code: "nothing-read",
      at: { file },
      message: `not one of its ${read} rows could be read${because}. The service levels need ${[...missing].join(", ")}`,
      hint: `\`bellwether import ${folder} --quarantine bad-rows.csv\` writes each row with what is wrong with it`,
    };
  });
}

function kindsOf(record: PartnershipRecord, metric: string): readonly FactKind[] {
  const standard = standardMetricsOf(record);
  const versions = record.metrics[metric] ?? (standard[metric] === undefined ? [] : [standard[metric]]);
  const definition = definitionInForce(versions, "9999-12-31") ?? versions[0];
  const last = Object.entries(record.metrics).flatMap(([id, each]) => {
    const inForce = definitionInForce(each, "9999-12-31");
    return inForce === null ? [] : [[id, inForce] as const];
  });
  return definition === undefined ? [] : factKindsOf(definition, { ...standard, ...Object.fromEntries(last) });
}
