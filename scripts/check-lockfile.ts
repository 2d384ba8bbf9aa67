import { readFileSync } from "node:fs";

/**
 * Holds package-lock.json to what `npm ci` needs on any machine: every dependency of every package is in it, the
 * optional ones for other platforms too; each has its integrity hash; none has a download address.
 */

type LockedPackage = {
  version?: string;
  resolved?: string;
  integrity?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
};

/** Everything wrong with a lockfile's `packages`, one line each. */
export function lockfileProblems(packages: Readonly<Record<string, LockedPackage>>): string[] {
  const problems: string[] = [];
  for (const [path, locked] of Object.entries(packages)) {
    const name = path === "" ? "the package itself" : path;
    if (locked.resolved !== undefined) problems.push(`${name} carries a download address`);
    if (path !== "" && locked.integrity === undefined) problems.push(`${name} has no integrity hash`);
    const wanted = { ...locked.dependencies, ...locked.optionalDependencies, ...locked.devDependencies };
    for (const dependency of Object.keys(wanted)) {
      if (!isLocked(packages, path, dependency)) problems.push(`${name} needs ${dependency}, which is not locked`);
    }
  }
  return problems;
}

/** Node looks for a dependency beside its dependant first, then one folder up, and so on. */
function isLocked(packages: Readonly<Record<string, LockedPackage>>, from: string, dependency: string): boolean {
  const folders = from
    .split("/node_modules/")
    .map((_, index, all) => all.slice(0, all.length - index).join("/node_modules/"));
  const places = [
    ...folders.filter((folder) => folder !== "").map((folder) => `${folder}/node_modules/`),
    "node_modules/",
  ];
  return places.some((place) => `${place}${dependency}` in packages);
}

if (process.argv[1]?.endsWith("check-lockfile.ts")) {
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
  const problems = lockfileProblems(lock.packages);
  for (const problem of problems) process.stderr.write(`package-lock.json: ${problem}\n`);
  process.stdout.write(
    `package-lock.json: ${Object.keys(lock.packages).length} packages, ${problems.length} problems\n`,
  );
  process.exitCode = problems.length === 0 ? 0 : 1;
}
