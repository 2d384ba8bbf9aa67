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
  const properties = Object.entries(asGroup(kept.properties));
  return {
    ...kept,
    properties: Object.fromEntries(
      properties.map(([key, of]) => [key, required.includes(key) ? of : orEmpty(asGroup(of))]),
    ),
  };
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
