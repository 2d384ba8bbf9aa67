import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { publishedSchemas, schemaText } from "./published-schemas.ts";

const folder = join(import.meta.dirname, "..", "..", "schemas");
const schemas = Object.entries(publishedSchemas());

test.each(schemas)("schemas/%s is what the code says now; `npm run golden` writes it anew", (name, schema) => {
  if (process.env.BELLWETHER_GOLDEN === "write") writeFileSync(join(folder, name), schemaText(schema));
  expect(readFileSync(join(folder, name), "utf8")).toBe(schemaText(schema));
});

test("no schema lies there that nothing writes", () => {
  expect(readdirSync(folder).sort()).toEqual(schemas.map(([name]) => name).sort());
});

test.each(schemas)("schemas/%s is a valid JSON Schema", (_, schema) => {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, validateFormats: false });
  expect(() => ajv.compile(Object(schema))).not.toThrow();
});

/** Parts whose schemas belong to other rooms, where a description is that room's to give. */
const ofOtherRooms =
  /^(sources|calendars|metrics|service_levels|exclusions)\b|^contract\.(caps|chronic_failure|earn_back)/;

test("every key of the record says what it is for, so that an editor can show it", () => {
  const silent = keysWithoutDescription(publishedSchemas()["partnership.schema.json"], "");
  expect(silent.filter((key) => !ofOtherRooms.test(key))).toEqual([]);
});

test("a key without a description is found however deep it lies", () => {
  const planted = { properties: { a: {}, b: { description: "b", items: { anyOf: [{ properties: { c: {} } }] } } } };
  expect(keysWithoutDescription(planted, "")).toEqual(["a", "b.c"]);
});

function keysWithoutDescription(schema: unknown, path: string): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const { properties = {}, items, anyOf = [], additionalProperties } = Object(schema);
  const own = Object.entries<object>(properties).flatMap(([key, of]) => {
    const name = path === "" ? key : `${path}.${key}`;
    return [...("description" in of ? [] : [name]), ...keysWithoutDescription(of, name)];
  });
  return [...own, ...[items, additionalProperties, ...anyOf].flatMap((of) => keysWithoutDescription(of, path))];
}
