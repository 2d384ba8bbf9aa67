import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { placeText } from "../values/problem.ts";
import { readPartnership } from "./read-partnership.ts";

const golden = join(import.meta.dirname, "golden");
const folders = readdirSync(golden);

test("there are bad records to read", () => {
  expect(folders.length).toBeGreaterThan(20);
});

test.each(folders)("all that is wrong with %s is said at once, each with its place and what to do", async (name) => {
  const folder = join(golden, name);
  const { problems } = await readPartnership(folder, { pitfalls: ["slow-ramp", "unclear-objectives"] });
  const told = problems.map(({ code, at, message, hint }) => {
    const place = placeText(at === null ? null : { ...at, file: relative(folder, at.file) });
    return `${place} ${code}\n  ${message}\n  → ${hint}\n`;
  });
  const expected = join(folder, "problems.txt");
  if (process.env.BELLWETHER_GOLDEN === "write") writeFileSync(expected, told.join(""));
  expect(problems.length).toBeGreaterThan(0);
  expect(existsSync(expected) ? readFileSync(expected, "utf8") : "").toBe(told.join(""));
});
