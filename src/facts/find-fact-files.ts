import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
import type { Problem } from "../values/problem.ts";
import { factKinds } from "./schema/fact-kinds.ts";
import type { SourceDefinition } from "./schema/source-definition.ts";
import { dateInFileName } from "./schema/stamp-pattern.ts";
import { unreadable } from "./unusable-file.ts";

/** A file of a source; `name` is how it is shown, `receivedAt` an SQL timestamp in UTC or null. */
export type FoundFile = { readonly path: string; readonly name: string; readonly receivedAt: string | null };

/** The endings of files in the canonical form. */
const canonicalEndings = [".csv", ".csv.gz", ".ndjson", ".ndjson.gz", ".json", ".json.gz", ".parquet"] as const;

/** The sources that need no entry in the record: `facts/<kind>.csv`, `.csv.gz`, `.ndjson`, `.json` (both also `.gz`), `.parquet`. */
export function findCanonicalSources(folder: string): readonly SourceDefinition[] {
  return factKinds.flatMap((kind) =>
    canonicalEndings
      .map((ending) => `facts/${kind}${ending}`)
      .filter((file) => existsSync(join(folder, file)))
      .map((file) => ({ file, kind, profile: "canonical" as const })),
  );
}

/**
 * The files that a source names, in the order in which they are read: by the moment they were received, then by name.
 * Patterns may hold `*` and `?` in any part of the path. Paths are relative to the partnership's folder.
 */
export function findSourceFiles(
  folder: string,
  source: SourceDefinition,
): { files: readonly FoundFile[]; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const files = [source.file ?? source.files ?? []].flat().flatMap((pattern) => {
    const isPattern = /[*?]/.test(pattern);
    try {
      const paths = isPattern ? expand(folder, pattern) : [resolve(folder, pattern)];
      if (paths.length === 0) problems.push(noneFits(pattern));
      for (const path of isPattern ? [] : paths) statSync(path);
      return paths;
    } catch (error) {
      problems.push(unreadable(pattern, error));
      return [];
    }
  });
  const found = files.map((path) => foundFile(folder, path, source, problems));
  return { files: found.sort(byReceipt), problems };
}

function foundFile(folder: string, path: string, source: SourceDefinition, problems: Problem[]): FoundFile {
  const name = relative(folder, path).split(sep).join("/");
  const stated = source.received_at;
  if (stated === undefined) return { path, name, receivedAt: null };
  const text = typeof stated === "string" ? stated : dateInFileName(stated.file_name, basename(path));
  const parsed = text === null ? Number.NaN : Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text);
  if (Number.isNaN(parsed)) {
    const message =
      text === null
        ? "The file's name holds no date by the pattern of `received_at`."
        : `received_at is no moment: ${text}.`;
    const hint =
      "Write a date or a moment with its offset, or the pattern of the file's name such as export-{yyyy-MM-dd}.csv.";
    problems.push({ code: "unknown-receipt", at: { file: name }, message, hint });
    return { path, name, receivedAt: null };
  }
  return { path, name, receivedAt: new Date(parsed).toISOString().slice(0, 23).replace("T", " ") };
}

function byReceipt(a: FoundFile, b: FoundFile): number {
  const [left, right] = [a.receivedAt ?? "", b.receivedAt ?? ""];
  if (left !== right) return left < right ? -1 : 1;
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

function expand(folder: string, pattern: string): readonly string[] {
  const isAbsolute = pattern.startsWith("/");
  let places: readonly string[] = [isAbsolute ? "/" : folder];
  for (const part of pattern.split("/").filter((piece) => piece !== "")) {
    if (!/[*?]/.test(part)) places = places.map((place) => join(place, part));
    else {
      const source = part
        .replaceAll(/[.+^${}()|[\]\\]/g, "\\$&")
        .replaceAll("*", ".*")
        .replaceAll("?", ".");
      const fits = new RegExp(`^${source}$`);
      places = places.flatMap((place) =>
        readdirSync(place)
          .filter((name) => fits.test(name))
          .map((name) => join(place, name)),
      );
    }
  }
  return places.filter((place) => existsSync(place) && statSync(place).isFile());
}

function noneFits(pattern: string): Problem {
  const hint = "Check the pattern; it is read from the partnership's folder.";
  return { code: "no-files", at: null, message: `No file fits ${pattern}.`, hint };
}
