import type { FactKind } from "../facts/schema/fact-kinds.ts";
import {
  type DerivedSubject,
  derivedSubjects,
  type MetricDefinition,
  type MetricSubject,
  measureKey,
  readPer,
} from "../metrics/metric-definition.ts";

/** The kinds of records that a metric is made from, each once. */
export function factKindsOf(
  definition: MetricDefinition,
  metrics: Readonly<Record<string, MetricDefinition>>,
): readonly FactKind[] {
  const key = measureKey(definition);
  if (key === null) return [];
  if (key !== "ratio" && key !== "rate") return subjectKinds(definition[key]);
  const parts = definition.ratio ?? [definition.rate ?? "", readPer(definition.per ?? "")?.metric ?? ""];
  // A metric made of itself is refused when the record is read, so this ends.
  const kinds = parts.flatMap((part) => {
    const inner = metrics[part];
    return inner === undefined || inner === definition ? [] : factKindsOf(inner, metrics);
  });
  return [...new Set(kinds)];
}

function subjectKinds(subject: MetricSubject | undefined): readonly FactKind[] {
  if (subject === undefined) return [];
  return isDerived(subject) ? derivedSubjects[subject] : [subject];
}

function isDerived(subject: MetricSubject): subject is DerivedSubject {
  return subject in derivedSubjects;
}
