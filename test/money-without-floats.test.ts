import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/** Rooms that decide what somebody owes. `Money` itself refuses numbers by type; this closes the ways around it. */
const rooms = ["src/governance/contract", "src/governance/invoice", "src/service-levels", "src/values/money.ts"];

const floats = [
  // A whole number, such as a count of cents, loses nothing.
  [/(?<!\.round\(\))\.toNumber\s*\(/, "turns a decimal into a float"],
  [/\b(?:parseFloat|Number)\s*\(/, "reads a float"],
  [/\.(?:times|plus|minus|dividedBy|mul|add|sub|div)\(\s*-?\d*\.\d/, "reckons with a float that stands in the code"],
  [/\bamount\s*[*/+-]\s*[\w(]/, "reckons with an amount outside of Money"],
] as const;

/** All floats in a file that reckons with money; a file that does not is left alone. */
function floatsIn(path: string, source: string): readonly string[] {
  const reckonsWithMoney = /import (?:type )?\{[^}]*\bMoney\b[^}]*\} from "[^"]*money\.ts"/.test(source);
  if (!reckonsWithMoney && !path.endsWith("values/money.ts")) return [];
  const code = source.replace(/`[^`]*`|\/\/.*|\/\*[\s\S]*?\*\//g, "");
  return floats.flatMap(([pattern, what]) => (pattern.test(code) ? [`${path}: ${what}`] : []));
}

function sourcesOf(room: string): readonly string[] {
  if (room.endsWith(".ts")) return [room];
  try {
    return readdirSync(room, { recursive: true, encoding: "utf8" }).map((path) => join(room, path));
  } catch {
    return [];
  }
}

const sources = rooms.flatMap(sourcesOf).filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"));

test("no file that reckons with money uses a float", () => {
  const reckoning = sources.filter((path) => readFileSync(path, "utf8").includes("money.ts"));
  expect(reckoning.length).toBeGreaterThan(8);
  expect(sources.flatMap((path) => floatsIn(path, readFileSync(path, "utf8")))).toEqual([]);
});

test.each([
  "const due = price.amount.toNumber() * hours;",
  "const due = new Money(String(Number(text)), currency);",
  "const due = price.times(share).amount.times(0.1);",
  "const due = line.amount * 2;",
])("a planted float is caught: %s", (line) => {
  const source = `import { Money } from "../../values/money.ts";\n${line}`;
  expect(floatsIn("src/governance/contract/planted.ts", source)).not.toEqual([]);
});
