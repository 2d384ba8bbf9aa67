/** Keys and list indexes from the top of the record, as written, to a value. */
export type RecordPath = readonly (string | number)[];

/** Something in the record that does not fit together; its place in the file is found by its path. */
export type RecordProblem = {
  readonly code: string;
  readonly path: RecordPath;
  /** the key is wrong, not the value behind it */
  readonly isKey?: boolean;
  readonly message: string;
  readonly hint: string;
};

/** A value of the record as written, before any schema has looked at it, with its path. */
export type WrittenValue = { readonly path: RecordPath; readonly value: unknown };

/**
 * The values that a pattern meets in a record as written, however incomplete that is.
 * `[]` is each element of a list and `.*` each entry of a group: `milestones[].due`, `metrics.*.within`.
 * A group of versions is met whether it is written alone or as a list.
 */
export function select(written: unknown, pattern: string): readonly WrittenValue[] {
  const steps = pattern.replaceAll("[]", ".[]").split(".");
  let met: readonly WrittenValue[] = [{ path: [], value: written }];
  for (const step of steps) met = met.flatMap((from) => stepInto(from, step));
  return met;
}

/** A text of the record; null when something else, or nothing, stands there. */
export function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

/** A group's value under a key, and its path. */
export function under(from: WrittenValue, key: string): WrittenValue {
  const path = [...from.path, key];
  return { path, value: isGroup(from.value) && Object.hasOwn(from.value, key) ? from.value[key] : undefined };
}

export function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function stepInto(from: WrittenValue, step: string): readonly WrittenValue[] {
  const { path, value } = from;
  if (step === "[]") {
    return Array.isArray(value) ? value.map((element, index) => ({ path: [...path, index], value: element })) : [];
  }
  if (step === "*") {
    if (!isGroup(value)) return [];
    return Object.entries(value).flatMap(([key, entry]) => stepInto({ path: [...path, key], value: entry }, "version"));
  }
  if (step === "version") return Array.isArray(value) ? stepInto(from, "[]") : [from];
  const found = under(from, step);
  return found.value === undefined ? [] : [found];
}
