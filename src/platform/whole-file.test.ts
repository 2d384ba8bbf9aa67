import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { BadInput } from "../values/problem.ts";
import { writeWholeFile } from "./whole-file.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "bellwether-file-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("a file is replaced whole", async () => {
  const path = join(folder, "report.html");
  await writeFile(path, "old");
  await writeWholeFile(path, "new");
  expect(await readFile(path, "utf8")).toBe("new");
  expect(await readdir(folder)).toEqual(["report.html"]);
});

test("a folder that is not there gives the place and what to do, and leaves nothing behind", async () => {
  const problem = await writeWholeFile(join(folder, "nowhere", "report.html"), "new").catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(BadInput);
  expect(problem).toMatchObject({
    problems: [{ code: "cannot-write", hint: "Make the folder first, or name another." }],
  });
  expect(await readdir(folder)).toEqual([]);
});

test("a folder in the file's place is told, and the half-written file is gone", async () => {
  await expect(writeWholeFile(folder, "new")).rejects.toThrow(BadInput);
  expect(await readdir(folder)).toEqual([]);
});
