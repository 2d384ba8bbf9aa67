import { closest, distance } from "fastest-levenshtein";
import { type ColumnType, type FactKind, factSchemas } from "../facts/schema/fact-kinds.ts";
import { subjectTimes } from "./fact-times.ts";
import { derivedSubjects, type MetricSubject } from "./metric-definition.ts";
import type { ColumnTest, MetricFilter } from "./metric-filter.ts";
import type { ColumnReference, Known } from "./metric-plan.ts";

type SubjectColumn = { readonly name: string; readonly type: ColumnType };

/** Columns of records that are derived from others, beside those of their own file. */
const derivedColumns: Partial<Record<MetricSubject, readonly SubjectColumn[]>> = {
  agent_items: [...ownColumns("work_items"), { name: "tenure_days", type: "integer" }],
  agent_reviews: [...ownColumns("quality_reviews"), { name: "tenure_days", type: "integer" }],
  leaver_grants: [
    ...ownColumns("access_grants"),
    { name: "left_on", type: "date" },
    { name: "team", type: "text" },
    { name: "site", type: "text" },
  ],
  replies: [
    { name: "message_id", type: "text" },
    { name: "thread_id", type: "text" },
    { name: "kind", type: "one-of" },
    { name: "asked_by", type: "one-of" },
    { name: "owed_by", type: "one-of" },
    { name: "asked_at", type: "instant" },
    { name: "answered_at", type: "instant" },
  ],
  invoice_lines: [
    { name: "issued_on", type: "date" },
    { name: "period_start", type: "date" },
    { name: "period_end", type: "date" },
    { name: "currency", type: "text" },
  ],
};

/** All columns that a metric about `subject` may name. */
export function columnsOf(subject: MetricSubject): readonly SubjectColumn[] {
  return [...(subject in derivedSubjects ? [] : ownColumns(subject as FactKind)), ...(derivedColumns[subject] ?? [])];
}

function ownColumns(kind: FactKind): readonly SubjectColumn[] {
  return factSchemas[kind].columns.map(({ name, type }) => ({ name, type }));
}

/** The column of that name, else the extra column: facts keep every column that they do not know as an attribute. */
export function referenceTo(subject: MetricSubject, name: string): ColumnReference {
  const column = columnsOf(subject).find((known) => known.name === name);
  return column === undefined ? { kind: "attribute", name } : { kind: "column", ...column };
}

/** A column of the subject's own stamp type; null when there is none of that name. */
export function stampOf(subject: MetricSubject, name: string): string | null {
  const column = columnsOf(subject).find((known) => known.name === name);
  return column?.type === subjectTimes[subject].stampType ? name : null;
}

/** The stamps of a subject, for hints. */
export function stampsOf(subject: MetricSubject): readonly string[] {
  const { stampType } = subjectTimes[subject];
  return columnsOf(subject)
    .filter((column) => column.type === stampType)
    .map((column) => column.name);
}

/** A known column that was probably meant; null when none is near. */
export function nearestColumn(subject: MetricSubject, name: string): string | null {
  const names = columnsOf(subject).map((column) => column.name);
  const near = closest(name, names);
  return distance(name, near) <= 2 ? near : null;
}

/** `answered: true` asks whether the stamp `answered_at` is there; other entries stay as they are. */
export function spellOutPresence(subject: MetricSubject, filter: MetricFilter): MetricFilter {
  const names = new Set(columnsOf(subject).map((column) => column.name));
  const entries = Object.entries(filter).map(([name, test]): [string, MetricFilter[string]] => {
    const stamp = [`${name}_at`, `${name}_on`].find((column) => names.has(column));
    if (names.has(name) || stamp === undefined || typeof test !== "boolean") return [name, test];
    return [stamp, { is: test ? "present" : "absent" }];
  });
  return Object.fromEntries(entries);
}

/** When the tested columns are known beyond the record's own beginning. */
export function lateKnown(subject: MetricSubject, tests: readonly ColumnTest[]): readonly Known[] {
  const names = tests.flatMap((test) => (test.kind === "compare-columns" ? [test.column, test.with] : [test.column]));
  return lateColumns(subject, names);
}

/** When these columns are known beyond the record's own beginning; each moment once. */
export function lateColumns(subject: MetricSubject, names: readonly string[]): readonly Known[] {
  const found = names.flatMap((name) => subjectTimes[subject].late[name] ?? []);
  return found.filter((known, at) => found.findIndex((other) => sameKnown(known, other)) === at);
}

/** `all` without what `already` says. */
export function knownBeyond(already: readonly Known[], all: readonly Known[]): readonly Known[] {
  return all.filter((known) => !already.some((other) => sameKnown(known, other)));
}

function sameKnown(one: Known, other: Known): boolean {
  return one.plusDays === other.plusDays && one.stamps.join() === other.stamps.join();
}
