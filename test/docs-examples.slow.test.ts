import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

/**
 * Runs every `sh` block of the README and the docs, line by line, in a folder with the bundled examples.
 * A line may end in `# exits 2`; set-up lines that start with npm are checked against package.json instead.
 */
const run = promisify(execFile);
const pages = [
  "README.md",
  "CONTRIBUTING.md",
  ...(await readdir("docs")).filter((page) => page.endsWith(".md")).map((page) => join("docs", page)),
];

const lines = (await Promise.all(pages.map(async (page) => commandsOf(page, await readFile(page, "utf8"))))).flat();

test("the docs have commands to run", () => {
  expect(lines.length).toBeGreaterThan(5);
});

test.each(pages)("the commands of %s end as the page says", async (page) => {
  const folder = await mkdtemp(join(tmpdir(), "bellwether-docs-"));
  try {
    await cp("examples", join(folder, "examples"), { recursive: true });
    await symlink(resolve("test"), join(folder, "test"));
    for (const { line, exit } of lines.filter((each) => each.page === page)) {
      expect(await exitOf(line, folder), `${page}: ${line}`).toBe(exit);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test("every npm script that the docs name exists", async () => {
  const { scripts } = JSON.parse(await readFile("package.json", "utf8"));
  for (const page of pages) {
    for (const [, name] of (await readFile(page, "utf8")).matchAll(/npm run (?:-s )?([a-z:]+)/g)) {
      expect(Object.keys(scripts), `${page}: npm run ${name}`).toContain(name);
    }
  }
});

function commandsOf(page: string, text: string): { page: string; line: string; exit: number }[] {
  return [...text.matchAll(/```sh\n([\s\S]*?)```/g)]
    .flatMap(([, block]) => (block ?? "").split("\n"))
    .filter((line) => line.startsWith("bellwether ") || line.startsWith("npm run -s bellwether -- "))
    .map((line) => ({
      page,
      line: line.replace("npm run -s bellwether --", "bellwether").replace(/\s+#.*$/, ""),
      exit: Number(/# exits (\d)/.exec(line)?.[1] ?? 0),
    }));
}

async function exitOf(line: string, folder: string): Promise<number> {
  const command = line.replace(/\bbellwether\b/, `"${process.execPath}" "${resolve("bin/bellwether.js")}"`);
  try {
    await run("bash", ["-c", command], { cwd: folder, maxBuffer: 64 * 1024 * 1024 });
    return 0;
  } catch (error) {
    return typeof error === "object" && error !== null && "code" in error ? Number(error.code) : -1;
  }
}
