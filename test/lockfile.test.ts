import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lockfileProblems } from "../scripts/check-lockfile.ts";

test("the lockfile holds every package for every platform and no address", () => {
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
  expect(lockfileProblems(lock.packages)).toEqual([]);
});

test("a lockfile without a platform's package, with an address, or without a hash is refused", () => {
  const problems = lockfileProblems({
    "": { dependencies: { tool: "1.0.0" } },
    "node_modules/tool": {
      version: "1.0.0",
      resolved: "https://registry.invalid/tool.tgz",
      optionalDependencies: { "tool-win32": "1.0.0" },
    },
  });
  expect(problems).toEqual([
    "node_modules/tool carries a download address",
    "node_modules/tool has no integrity hash",
    "node_modules/tool needs tool-win32, which is not locked",
  ]);
});

test("a dependency nested under its dependant counts as locked", () => {
  expect(
    lockfileProblems({
      "": { dependencies: { a: "1" } },
      "node_modules/a": { integrity: "sha512-x", dependencies: { b: "1" } },
      "node_modules/a/node_modules/b": { integrity: "sha512-x" },
    }),
  ).toEqual([]);
});
