import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { pitfalls } from "./pitfall-catalogue.ts";
import { pitfallPage } from "./pitfall-page.ts";

test("docs/pitfalls.md is written from the catalogue as it is now", () => {
  const page = pitfallPage(pitfalls);
  if (process.env.BELLWETHER_GOLDEN === "write") writeFileSync("docs/pitfalls.md", page);
  expect(readFileSync("docs/pitfalls.md", "utf8")).toBe(page);
});
