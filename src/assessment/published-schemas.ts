import { z } from "zod";
import { recordJsonSchema } from "../governance/partnership/record-json-schema.ts";
import { ReplayLine, Verdict } from "./verdict.ts";

/** The JSON Schemas that ship in `schemas/`, by file name: what people write, and what programs read. */
export function publishedSchemas(): Readonly<Record<string, unknown>> {
  return {
    "partnership.schema.json": recordJsonSchema(),
    "verdict.schema.json": { title: "Bellwether verdict", ...forReaders(Verdict) },
    "replay-line.schema.json": { title: "One line of a Bellwether replay", ...forReaders(ReplayLine) },
  };
}

/** The text of one schema file. */
export function schemaText(schema: unknown): string {
  return `${JSON.stringify(schema, null, 1)}\n`;
}

/** Later versions may add keys, so that readers must let unknown ones pass: the written side says just that. */
function forReaders(schema: z.ZodType): object {
  return z.toJSONSchema(schema, { io: "input" });
}
