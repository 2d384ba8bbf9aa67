import { z } from "zod";
import { PartnershipRecord } from "./partnership-record.ts";

type Json = { readonly [key: string]: unknown };

/**
 * JSON Schema (draft 2020-12) of `partnership.yaml` as people write it, for editors that complete and check.
 * It knows keys, kinds of values and choices; what only reading finds out, such as names that nobody defined, it lets pass.
 */
export function recordJsonSchema(): Json {
  const schema = z.toJSONSchema(PartnershipRecord, { io: "input", unrepresentable: "any" });
  return { title: "Bellwether partnership record", ...asGroup(forEditors(schema)) };
}

/** An optional key may stand empty, which counts as absent; and what only our own cross-check reads is left out. */
function forEditors(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(forEditors);
  if (typeof node !== "object" || node === null) return node;
  const group = asGroup(node);
  const { refersTo: _, ...kept } = Object.fromEntries(
    Object.entries(group).map(([key, inner]) => [key, forEditors(inner)]),
  );
  if (typeof group.properties !== "object") return kept;
  const required = Array.isArray(group.required) ? group.required : [];
  const properties = Object.entries(asGroup(kept.properties)).map(([key, of]): [string, Json] => [
    key,
    described(key, asGroup(of)),
  ]);
  return {
    ...kept,
    properties: Object.fromEntries(properties.map(([key, of]) => [key, required.includes(key) ? of : orEmpty(of)])),
  };
}

/** Keys that mean the same wherever they stand. */
const everywhere: Readonly<Record<string, string>> = {
  id: "the short name by which the rest of the record calls it: lower-case words joined by hyphens",
  title: "its name for people",
  name: "its name in full",
  owner: "who answers for it: the id of a person",
  because: "the reason, in a sentence",
  on: "the day, YYYY-MM-DD",
  by: "who did it",
  from: "the first day, YYYY-MM-DD",
  to: "the last day that counts, YYYY-MM-DD",
  due: "the day by which it is to be done",
  done_on: "the day on which it was done",
  accepted_on: "the day on which it was accepted",
  reviewed_on: "the day of the last review",
  revisit_on: "the day on which it is looked at again",
  signed_on: "the day of the signatures",
  starts: "the first day",
  every: "how often, such as month or Tuesday 10:00",
  clause: "where the contract says it, such as SOW 4.2",
  deputy: "who answers when the holder is away: the id of a person",
  file: "where it lies",
  criteria: "what must be true",
  p10: "one in ten falls below this",
  p50: "half fall below this",
  p90: "nine in ten fall below this",
};

function described(key: string, schema: Json): Json {
  const description = everywhere[key];
  return schema.description !== undefined || description === undefined ? schema : { description, ...schema };
}

function orEmpty(schema: Json): Json {
  const { type, enum: choices, const: only, anyOf } = schema;
  if (Array.isArray(anyOf)) return { ...schema, anyOf: [...anyOf, { type: "null" }] };
  if (choices !== undefined || only !== undefined) {
    const { description, default: usual, ...of } = schema;
    return {
      ...(description === undefined ? {} : { description }),
      ...(usual === undefined ? {} : { default: usual }),
      anyOf: [of, { type: "null" }],
    };
  }
  if (type === undefined) return schema;
  return { ...schema, type: [...(Array.isArray(type) ? type : [type]), "null"] };
}

/** The schemas that Zod writes are groups of JSON values throughout. */
function asGroup(node: unknown): Json {
  return node as Json;
}
