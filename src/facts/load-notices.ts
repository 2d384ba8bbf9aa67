import { BadInput, type Problem } from "../values/problem.ts";
import type { FactStore } from "./fact-store.ts";
import { type FactKind, factSchemas } from "./schema/fact-kinds.ts";

/** Ids of a kind that are the same but for capitals: kept apart, and worth a look. */
export async function idsThatDifferInCase(store: FactStore, kind: FactKind): Promise<readonly Problem[]> {
  const [key, ...others] = factSchemas[kind].key;
  // A table taken over as it stood was found to have no two ids that are alike.
  if (key === undefined || others.length > 0 || store.impliedLines.has(kind)) return [];
  const found = await store.rows<{ ids: readonly string[] }>(
    `SELECT list(DISTINCT "${key}")[1:3] AS ids FROM ${kind} GROUP BY lower("${key}")
     HAVING count(*) > 1 AND count(DISTINCT "${key}") > 1 ORDER BY ALL LIMIT 3`,
  );
  if (found.length === 0) return [];
  const examples = found.map((row) => [...row.ids].sort().join(" and ")).join("; ");
  const message = `Some ids in ${kind} differ only in capitals: ${examples}. They were kept as different records.`;
  return [
    { code: "ids-differ-in-case", at: null, message, hint: "If they are the same, make the export write them alike." },
  ];
}

/** A header with nothing under it. */
export function noRows(file: string): Problem {
  return {
    code: "no-rows",
    at: { file },
    message: "The file has a header and no rows.",
    hint: "If that is not meant, export it again.",
  };
}

/** A full disk or the end of the memory, as something that a person can act upon; null for every other failure. */
export function outOfSpace(error: unknown): BadInput | null {
  const message = error instanceof Error ? error.message : "";
  const isDisk = /ENOSPC|No space left/i.test(message);
  if (!isDisk && !/Out of Memory|failed to offload/i.test(message)) return null;
  const code = isDisk ? "no-space" : "out-of-memory";
  const told = isDisk
    ? "The disk of the temporary folder is full."
    : "The import does not fit into the memory that it may use.";
  const hint = isDisk ? "Free space, or point TMPDIR to a larger disk." : "Allow it more memory, or split the files.";
  return new BadInput([{ code, at: null, message: told, hint }]);
}
