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
