import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, expect } from "vitest";
import { FactStore } from "../src/facts/fact-store.ts";
import { findCanonicalSources } from "../src/facts/find-fact-files.ts";
import { loadFacts } from "../src/facts/load-facts.ts";
import type { LoadOptions, LoadReport } from "../src/facts/load-report.ts";
import { SourceDefinition } from "../src/facts/schema/source-definition.ts";
import { BadInput } from "../src/values/problem.ts";

type Files = Readonly<Record<string, string | Buffer>>;

/** Loads files written to folders of a test file's own; stores are closed after each test, folders removed after all. */
export function factFolders() {
  const root = mkdtempSync(join(tmpdir(), "bellwether-load-facts-"));
  const stores: FactStore[] = [];
  let folders = 0;
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  afterEach(() => {
    for (const store of stores.splice(0)) store.close();
  });

  function folderWith(files: Files): string {
    const folder = join(root, String(folders++));
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    return folder;
  }

  async function load(
    files: Files,
    sources?: readonly unknown[],
    more: Partial<LoadOptions> = {},
  ): Promise<{ store: FactStore; report: LoadReport }> {
    const folder = folderWith(files);
    const store = await FactStore.open();
    stores.push(store);
    const chosen = sources?.map((source) => SourceDefinition.parse(source)) ?? findCanonicalSources(folder);
    return { store, report: await loadFacts(store, chosen, { folder, ...more }) };
  }

  async function problemsOf(files: Files, sources?: readonly unknown[]) {
    const error = await load(files, sources).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(BadInput);
    return error instanceof BadInput ? error.problems : [];
  }

  return { folderWith, load, problemsOf };
}
