import type { PartnershipRecord } from "../governance/partnership/partnership-record.ts";
import { unitOfMetric } from "../metrics/plan-metric.ts";
import { type ReadPartnership, readPartnership } from "../partnership-folder/read-partnership.ts";
import { pathText } from "../partnership-folder/written-document.ts";
import { pitfallIds } from "../pitfalls/pitfall-definition.ts";
import { serviceLevelProblems } from "../service-levels/service-level-problems.ts";
import type { Problem } from "../values/problem.ts";
import { standardMetricsOf } from "./standard-metrics-of.ts";

/**
 * Reads a record and holds its parts against each other: its form, its names, its metrics, its service levels.
 * All problems at once; a record with problems is not to be used.
 */
export async function readRecord(folder: string): Promise<ReadPartnership> {
  const read = await readPartnership(folder, { pitfalls: pitfallIds });
  if (read.record === null || read.problems.length > 0) return read;
  return { ...read, problems: levelProblems(read.record, read.placeOf) };
}

function levelProblems(record: PartnershipRecord, placeOf: ReadPartnership["placeOf"]): readonly Problem[] {
  const standard = standardMetricsOf(record);
  const knownMetric = (id: string) => {
    const definition = record.metrics[id]?.at(-1) ?? standard[id];
    return definition === undefined ? null : { unit: unitOfMetric(definition), better: definition.better ?? null };
  };
  return serviceLevelProblems(record.service_levels, knownMetric, record.contract ?? null).map(
    ({ code, path, message, hint }) => ({ code, at: placeOf(pathText(path)), message, hint }),
  );
}
