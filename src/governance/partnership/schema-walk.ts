import { z } from "zod";
import { isGroup, type RecordPath, type WrittenValue } from "./record-problem.ts";

/**
 * The schemas that could read a value: wrappers such as optional and default are taken off,
 * and a union is each of its options. Of a schema that transforms, the written side counts.
 */
function readersOf(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) {
    return readersOf(schema.def.innerType);
  }
  if (schema instanceof z.ZodPipe) {
    return readersOf(schema.def.in instanceof z.ZodTransform ? schema.def.out : schema.def.in);
  }
  if (schema instanceof z.ZodUnion) return schema.def.options.flatMap(readersOf);
  return [schema];
}

/** The schemas that could read the value at `path`, the most general first; empty where the schema knows no such path. */
export function schemasAt(schema: z.core.$ZodType, path: RecordPath): readonly z.core.$ZodType[] {
  let met: readonly z.core.$ZodType[] = [schema];
  for (const step of path) met = met.flatMap(readersOf).flatMap((reader) => schemaBehind(reader, step) ?? []);
  return met;
}

/** What the field at `path` is for; `null` where the schema does not say. */
export function descriptionAt(schema: z.core.$ZodType, path: RecordPath): string | null {
  for (const found of schemasAt(schema, path)) {
    const description = z.globalRegistry.get(found)?.description ?? innerDescription(found);
    if (description !== undefined) return description;
  }
  return null;
}

/** The keys that a group at `path` may have. */
export function knownKeysAt(schema: z.core.$ZodType, path: RecordPath): readonly string[] {
  const readers = schemasAt(schema, path).flatMap(readersOf);
  return [...new Set(readers.flatMap((reader) => (reader instanceof z.ZodObject ? Object.keys(reader.shape) : [])))];
}

/** Every text of a value as written whose schema says what it refers to, with its path; each once. */
export function referencesIn(
  schema: z.core.$ZodType,
  from: WrittenValue,
): readonly (WrittenValue & { kind: string })[] {
  return readersOf(schema).flatMap((reader) => {
    const { path, value } = from;
    if (typeof value === "string") {
      const kind = z.globalRegistry.get(reader)?.refersTo;
      return typeof kind === "string" ? [{ path, value, kind }] : [];
    }
    const entries = Array.isArray(value) ? [...value.entries()] : isGroup(value) ? Object.entries(value) : [];
    return entries.flatMap(([step, inner]: readonly [string | number, unknown]) => {
      const behind = schemaBehind(reader, step);
      return behind === null ? [] : referencesIn(behind, { path: [...path, step], value: inner });
    });
  });
}

function schemaBehind(reader: z.core.$ZodType, step: string | number): z.core.$ZodType | null {
  if (typeof step === "number") {
    if (reader instanceof z.ZodArray) return reader.def.element;
    return reader instanceof z.ZodTuple ? (reader.def.items[step] ?? null) : null;
  }
  if (reader instanceof z.ZodObject) return Object.hasOwn(reader.shape, step) ? (reader.shape[step] ?? null) : null;
  return reader instanceof z.ZodRecord ? reader.def.valueType : null;
}

function innerDescription(schema: z.core.$ZodType): string | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) {
    return z.globalRegistry.get(schema.def.innerType)?.description ?? innerDescription(schema.def.innerType);
  }
  return undefined;
}
