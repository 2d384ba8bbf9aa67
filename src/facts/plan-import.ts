import { distance } from "fastest-levenshtein";
import type { Problem } from "../values/problem.ts";
import { repeatedNames } from "./csv-head.ts";
import { type Attribute, type CellReading, type ImportPlan, logColumns, type RecordReading } from "./import-plan.ts";
import { beyondHeader } from "./raw-table.ts";
import {
  importProfiles,
  leastLead,
  leastScore,
  normaliseHeader,
  profileName,
  recogniseProfile,
} from "./recognise-profile.ts";
import { type FactColumn, type FactKind, factKinds, factSchemas } from "./schema/fact-kinds.ts";
import type { ImportProfile } from "./schema/import-profile.ts";
import type { ColumnMapping, Mapping, SourceDefinition } from "./schema/source-definition.ts";
import { strptimeFormat } from "./schema/stamp-pattern.ts";

/** A plan, or what stands in its way; `note` tells how a profile was recognised. */
export type PlannedImport = {
  readonly plan: ImportPlan | null;
  readonly problems: readonly Problem[];
  readonly note: string | null;
};

type Draft = {
  readonly file: string;
  readonly line: number;
  readonly source: SourceDefinition;
  readonly problems: Problem[];
};

/**
 * How the rows under a header become facts: by the source's own mapping, its profile, the canonical columns of its kind, or
 * the system that the header belongs to. Pure: reads no file.
 * @param header the names in the file's first row
 */
export function planImport(
  header: readonly string[],
  source: SourceDefinition,
  file: string,
  line: number,
): PlannedImport {
  const draft: Draft = { file, line, source, problems: [] };
  const { profile, mappings, note } = chooseMappings(header, draft);
  if (mappings === null) return { plan: null, problems: draft.problems, note };
  const names = header.map((name) => (profile === null ? name : profileName(profile, name)));
  const cellsOf = new CellFinder(names, profile?.repeated ?? [], draft);
  const isLog = profile?.log_order !== undefined || source.profile === "event-log";
  const records = mappings.map(([kind, mapping]) => readingOf(kind, mapping, cellsOf, isLog, profile, draft));
  const problems = draft.problems;
  if (problems.length > 0) return { plan: null, problems, note };
  const meanings = new Map([...Object.entries(profile?.events ?? {}), ...Object.entries(source.events ?? {})]);
  const order = profile?.log_order ?? "time";
  const plan: ImportPlan = {
    profile: profile?.name ?? source.profile ?? null,
    header: profile?.ragged === true ? [...header, beyondHeader] : header,
    records,
    log: isLog
      ? { order, meanings: new Map([...meanings].map(([name, meaning]) => [name.toLowerCase(), meaning])) }
      : null,
    zone: source.zone ?? zoneInHeader(profile, header),
    isMonthFirst: source.day_order === undefined ? null : source.day_order === "month-first",
    ignoresOffsets: source.ignore_offsets ?? false,
    shiftsSkipped: source.skipped_times === "shift-forward",
    decimal: source.decimal ?? ".",
    ragged: profile?.ragged ?? false,
    footer: profile?.footer === undefined ? null : new RegExp(profile.footer),
    latestBy: profile?.latest_by ?? null,
    incomplete: Object.entries(profile?.incomplete_when ?? {}).flatMap(([name, value]) =>
      cellsOf.optional(name).map((cell) => ({ cell, value })),
    ),
  };
  return { plan, problems, note };
}

type Chosen = {
  readonly profile: ImportProfile | null;
  readonly mappings: readonly (readonly [FactKind, Mapping])[] | null;
  readonly note: string | null;
};

function chooseMappings(header: readonly string[], draft: Draft): Chosen {
  const { source } = draft;
  const nothing: Chosen = { profile: null, mappings: null, note: null };
  if (source.records !== undefined) return { ...nothing, mappings: kindsOf(source.records) };
  if (source.profile === "event-log") return { ...nothing, mappings: [["work_items", source.mapping ?? {}]] };
  if (source.kind !== undefined && (source.profile === undefined || source.profile === "canonical")) {
    const canonical = canonicalMapping(source.kind, header);
    return { ...nothing, mappings: [[source.kind, { ...canonical, ...source.mapping }]] };
  }
  const named = importProfiles.find((profile) => profile.name === source.profile);
  const { profile, scores } = named === undefined ? recogniseProfile(header) : { profile: named, scores: [] };
  const [best, next] = scores;
  if (profile === null) {
    const near = best === undefined || best.score === 0 ? "none comes near" : `${told(best)}, ${told(next)}`;
    const message = `The header belongs to no known system: ${near}; ${leastScore * 100} % and a lead of ${leastLead * 100} % are needed.`;
    const hint = "Say the `profile`, or the `kind` of records and a `mapping` of its columns.";
    draft.problems.push({ code: "unknown-export", at: { file: draft.file, line: draft.line }, message, hint });
    return nothing;
  }
  const mappings = kindsOf(profile.records).map(
    ([kind, mapping]) => [kind, { ...mapping, ...source.mapping }] as const,
  );
  return { profile, mappings, note: best === undefined ? null : `${told(best)}; next ${told(next)}` };
}

function told(score: { profile: ImportProfile; score: number } | undefined): string {
  return score === undefined || score.score === 0
    ? "none"
    : `${score.profile.title} ${Math.round(score.score * 100)} %`;
}

function kindsOf(records: Partial<Record<FactKind, Mapping>>): readonly (readonly [FactKind, Mapping])[] {
  return factKinds.flatMap((kind) => {
    const mapping = records[kind];
    return mapping === undefined ? [] : [[kind, mapping] as const];
  });
}

function canonicalMapping(kind: FactKind, header: readonly string[]): Mapping {
  const present = new Map(header.map((name) => [normaliseHeader(name), name]));
  const columns = factSchemas[kind].columns.flatMap((column) => {
    const name = present.get(column.name);
    return name === undefined ? [] : [[column.name, name] as const];
  });
  return Object.fromEntries(columns);
}

function readingOf(
  kind: FactKind,
  mapping: Mapping,
  cellsOf: CellFinder,
  isLog: boolean,
  profile: ImportProfile | null,
  draft: Draft,
): RecordReading {
  const columns = isLog
    ? [
        ...factSchemas[kind].columns.map((column) => ({ ...column, required: column.name === "item_id" })),
        ...logColumns,
      ]
    : factSchemas[kind].columns;
  const readings: CellReading[] = [];
  for (const [name, from] of Object.entries(mapping)) {
    const column = columns.find((candidate) => candidate.name === name);
    if (column === undefined) report(draft, unknownColumn(kind, name, columns));
    else {
      const isOptional = profile?.records[kind]?.[name] === from && !column.required;
      const reading = cellReading(column, from, cellsOf, isOptional, profile, draft);
      if (reading !== null) readings.push(reading);
    }
  }
  for (const column of columns) {
    if (!column.required || readings.some((reading) => reading.column.name === column.name)) continue;
    if (draft.problems.some((problem) => problem.message.includes(`for ${column.name}`))) continue;
    report(draft, {
      code: "missing-column",
      message: `There is no column for ${column.name}, which every ${kind.replaceAll("_", " ").replace(/s$/, "")} needs.`,
      hint: `Map it: \`mapping: { ${column.name}: <column of the file> }\`, or add it to the export.`,
    });
  }
  const used = new Set(readings.flatMap((reading) => (reading.firstOf === null ? reading.cells : [])));
  return { kind, columns: readings, attributes: cellsOf.attributes(used) };
}

function cellReading(
  column: FactColumn,
  written: ColumnMapping,
  cellsOf: CellFinder,
  isOptional: boolean,
  profile: ImportProfile | null,
  draft: Draft,
): CellReading | null {
  const mapping = typeof written === "string" || Array.isArray(written) ? { from: written } : written;
  const from = mapping.from === undefined ? [] : [mapping.from].flat();
  const isChoice = mapping.joined_by === undefined && from.length > 1;
  const found = from.map((name) =>
    isOptional || isChoice ? cellsOf.optional(name) : cellsOf.needed(name, column.name),
  );
  const cells = found.flat();
  if (mapping.always === undefined && cells.length === 0) {
    if (isChoice && !isOptional) cellsOf.needed(from[0] ?? "", column.name);
    return null;
  }
  const plus =
    mapping.plus === undefined
      ? []
      : isOptional
        ? cellsOf.optional(mapping.plus)
        : cellsOf.needed(mapping.plus, column.name);
  if (mapping.plus !== undefined && plus.length === 0) return null;
  const format = mapping.pattern === undefined ? null : strptimeFormat(mapping.pattern);
  if (mapping.pattern !== undefined && format === null) report(draft, unknownPattern(mapping.pattern, column.name));
  const isRepeated = found.some((places) => places.length > 1);
  const values = mapping.values === undefined ? null : Object.entries(mapping.values);
  return {
    column,
    cells,
    joinedBy: mapping.joined_by ?? (isRepeated ? "; " : null),
    firstOf: mapping.first_of ?? null,
    always: mapping.always === undefined ? null : String(mapping.always),
    values:
      values && new Map(values.map(([text, value]) => [text.toLowerCase(), value === null ? null : String(value)])),
    format,
    plus: plus[0] ?? null,
    unit: mapping.unit ?? null,
    missing: [...(profile?.missing ?? []), ...(draft.source.missing ?? []), ...(mapping.missing ?? [])],
    isUnreadableUnknown: mapping.unreadable === "unknown",
  };
}

/** Finds the cells of named columns; a name that two columns have is a problem where it is asked for. */
class CellFinder {
  readonly #names: readonly string[];
  readonly #places = new Map<string, readonly number[]>();
  readonly #mayRepeat: ReadonlySet<string>;
  readonly #draft: Draft;

  constructor(names: readonly string[], mayRepeat: readonly string[], draft: Draft) {
    this.#names = names;
    this.#mayRepeat = new Set(mayRepeat.map(normaliseHeader));
    this.#draft = draft;
    for (const [index, name] of names.entries()) {
      const key = normaliseHeader(name);
      this.#places.set(key, [...(this.#places.get(key) ?? []), index]);
    }
  }

  optional(name: string): readonly number[] {
    const places = this.#places.get(normaliseHeader(name)) ?? [];
    if (places.length > 1 && !this.#mayRepeat.has(normaliseHeader(name))) {
      report(this.#draft, {
        code: "duplicate-column",
        message: `The header has ${places.length} columns named ${name}, in places ${places.map((place) => place + 1).join(" and ")}.`,
        hint: "Rename or leave out one of them in the export, so that it is clear which one counts.",
        column: (places[1] ?? 0) + 1,
      });
    }
    return places;
  }

  needed(name: string, forColumn: string): readonly number[] {
    const places = this.optional(name);
    if (places.length > 0) return places;
    const near = [...this.#names].sort(
      (a, b) => distance(a.toLowerCase(), name.toLowerCase()) - distance(b.toLowerCase(), name.toLowerCase()),
    )[0];
    report(this.#draft, {
      code: "missing-column",
      message: `The file has no column ${name}, which the mapping names for ${forColumn}.`,
      hint: near === undefined ? "Check the mapping." : `Did you mean ${near}?`,
    });
    return [];
  }

  /** The columns that no canonical one takes, under names that are each used once. */
  attributes(used: ReadonlySet<number>): readonly Attribute[] {
    const taken: Attribute[] = [];
    const repeated = repeatedNames(this.#names);
    for (const [index, name] of this.#names.entries()) {
      if (used.has(index)) continue;
      const places = repeated.get(name) ?? [index];
      if (places.length > 1 && this.#mayRepeat.has(normaliseHeader(name))) {
        if (places[0] === index) taken.push({ name, cells: places });
      } else {
        const which = places.indexOf(index);
        taken.push({
          name: name === "" ? `column ${index + 1}` : which > 0 ? `${name} (${which + 1})` : name,
          cells: [index],
        });
      }
    }
    return taken;
  }
}

function report(draft: Draft, found: { code: string; message: string; hint: string; column?: number }): void {
  const { code, message, hint, column } = found;
  const at = { file: draft.file, line: draft.line, ...(column === undefined ? {} : { column }) };
  if (draft.problems.some((problem) => problem.message === message)) return;
  draft.problems.push({ code, at, message, hint });
}

function zoneInHeader(profile: ImportProfile | null, header: readonly string[]): string | null {
  for (const pattern of Object.values(profile?.zone_in_header ?? {})) {
    const zone = header
      .map((name) => new RegExp(pattern, "i").exec(name.trim())?.[1])
      .find((found) => found !== undefined);
    if (zone !== undefined) return zone;
  }
  return null;
}

function unknownColumn(kind: FactKind, name: string, columns: readonly FactColumn[]) {
  const near = columns.map((column) => column.name).sort((a, b) => distance(a, name) - distance(b, name))[0];
  return { code: "unknown-column", message: `${kind} has no column ${name}.`, hint: `Did you mean ${near}?` };
}

function unknownPattern(pattern: string, column: string) {
  const message = `The pattern ${pattern} for ${column} cannot be read.`;
  return { code: "unknown-pattern", message, hint: "Write it such as d/M/yyyy HH:mm, dd-MMM-yy or MM/dd/yy h:mm a." };
}
