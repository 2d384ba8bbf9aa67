import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

type Room = {
  readonly pure: boolean;
  readonly mayImport: readonly string[];
  /** of these only the types: `import type`, which leaves nothing at run time */
  readonly mayImportTypesOf?: readonly string[];
};

/** The import table of ARCHITECTURE.md. The longest matching room owns a file; a room may always import itself. */
const rooms: Readonly<Record<string, Room>> = {
  values: { pure: true, mayImport: [] },
  calendar: { pure: true, mayImport: ["values"] },
  "facts/schema": { pure: true, mayImport: ["values"] },
  metrics: { pure: true, mayImport: ["values", "calendar", "facts/schema"] },
  "service-levels": { pure: true, mayImport: ["values", "calendar", "metrics"] },
  "early-warning": { pure: true, mayImport: ["values"] },
  "early-warning/simulator": { pure: true, mayImport: ["values", "calendar", "facts/schema"] },
  "decision-analysis": { pure: true, mayImport: ["values"] },
  governance: { pure: true, mayImport: ["values", "calendar", "early-warning", "decision-analysis"] },
  "governance/contract": { pure: true, mayImport: ["values", "calendar"] },
  "governance/invoice": { pure: true, mayImport: ["values", "governance/contract"] },
  "governance/partnership": {
    pure: true,
    mayImport: ["values", "calendar", "metrics", "service-levels", "early-warning", "facts/schema", "governance"],
  },
  pitfalls: {
    pure: true,
    mayImport: [
      "values",
      "facts/schema",
      "metrics",
      "service-levels",
      "early-warning",
      "decision-analysis",
      "governance",
      "assessment/verdict.ts",
    ],
  },
  report: {
    pure: true,
    mayImport: ["values", "assessment/verdict.ts", "pitfalls"],
    mayImportTypesOf: ["governance", "service-levels", "assessment"],
  },
  platform: { pure: false, mayImport: ["values"] },
  facts: { pure: false, mayImport: ["values", "facts/schema", "platform"] },
  "partnership-folder": { pure: false, mayImport: ["values", "governance", "facts", "platform"] },
  "assessment/verdict.ts": { pure: true, mayImport: [] },
  assessment: {
    pure: false,
    mayImport: [
      "values",
      "calendar",
      "metrics",
      "service-levels",
      "early-warning",
      "governance",
      "pitfalls",
      "facts",
      "partnership-folder",
      "platform",
      "assessment/verdict.ts",
    ],
  },
  "entrypoints/cli": {
    pure: false,
    mayImport: ["values", "governance", "pitfalls", "facts", "partnership-folder", "assessment", "report", "platform"],
  },
};

const impure = [
  [/from\s+"node:/, "imports node:*"],
  [/\bDate\.now\s*\(|\bnew Date\s*\(\s*\)|\bperformance\.now\s*\(|\bTemporal\.Now\b/, "reads the clock"],
  [/\bMath\.random\s*\(|\bcrypto\./, "uses randomness"],
  [/\bprocess\.|\bglobalThis\.|\bfetch\s*\(/, "reaches outside"],
  [/from\s+"@duckdb\//, "imports the database"],
] as const;

/** All violations of one source file, given as text so that a planted one can be shown to be caught. */
export function violations(path: string, source: string): string[] {
  const room = roomOf(path);
  if (room === undefined) return [`${path}: lies in no room of the import table`];
  const rules = rooms[room];
  if (rules === undefined) return [];
  const found: string[] = [];
  const typesOnly = new Set(
    [...source.matchAll(/^import type [^;]*?from\s+"(\.[^"]+)"/gm)].map(([, target]) => target),
  );
  for (const [, target] of source.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)) {
    const imported = relative("src", join("src", dirname(path), target ?? ""));
    const to = roomOf(imported);
    if (to === undefined || to === room) {
      const nouns = [path, imported].map((file) => /^governance\/([^/]+)\//.exec(file)?.[1]);
      if (room === "governance" && nouns[0] !== nouns[1]) found.push(`${path}: imports another noun, ${imported}`);
      continue;
    }
    const open = [...rules.mayImport, ...(typesOnly.has(target) ? (rules.mayImportTypesOf ?? []) : [])];
    const allowed = open.some((name) => name === to || (to.startsWith(`${name}/`) && !name.includes(".")));
    if (!allowed) found.push(`${path}: ${room} may not import ${to} (${imported})`);
  }
  if (rules.pure) {
    for (const [pattern, what] of impure) if (pattern.test(source)) found.push(`${path}: pure, but ${what}`);
  }
  return found;
}

function roomOf(path: string): string | undefined {
  return Object.keys(rooms)
    .filter((room) => path === room || path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];
}

const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path));

test("every source file keeps to the import table", () => {
  expect(sources.length).toBeGreaterThan(5);
  expect(sources.flatMap((path) => violations(path, readFileSync(join("src", path), "utf8")))).toEqual([]);
});

test("the page about the house and this table name the same rooms, and the same of them pure", () => {
  const rows = readFileSync("ARCHITECTURE.md", "utf8").matchAll(/^\| `([^`]+)`[^|]*\| (yes|no) \|/gm);
  const page = [...rows].map(([, room, isPure]) => `${room?.replace(/\/(<noun>\/)?$/, "")}: ${isPure}`);
  const table = Object.entries(rooms).map(([room, { pure }]) => `${room}: ${pure ? "yes" : "no"}`);
  // Rooms that the page tells of in the row of the room around them.
  const within = [
    "governance/contract: yes",
    "governance/invoice: yes",
    "governance/partnership: yes",
    "assessment/verdict.ts: yes",
  ];
  expect([...page, ...within].sort()).toEqual(table.sort());
});

test("what the page lets each room import is what this table lets it import", () => {
  const page = [
    ...readFileSync("ARCHITECTURE.md", "utf8").matchAll(/^\| `([^`]+)`[^|]*\| (?:yes|no) \| ([^|]+) \|$/gm),
  ];
  const told = page.map(([, room = "", may = ""]) => {
    const [all = "", ...more] = may.split("; ");
    const types = more.find((part) => part.startsWith("types alone of "))?.replace("types alone of ", "") ?? "";
    const listed = (text: string) =>
      text === "–"
        ? []
        : text
            .split(/, | and /)
            .filter((name) => name !== "")
            .sort();
    return [room.replace(/\/(<noun>\/)?$/, ""), listed(all), listed(types)] as const;
  });
  expect(told.length).toBeGreaterThan(10);
  for (const [room, may, types] of told) {
    const { mayImport = [], mayImportTypesOf = [] } = rooms[room] ?? {};
    expect(may, room).toEqual(mayImport.map((name) => name.replace(/\.ts$/, "")).sort());
    expect(types, room).toEqual([...mayImportTypesOf].sort());
  }
});

/** What the row of the nouns says of single nouns, each in a clause of its own: the room, and all that it may import. */
function clausesOfNouns(page: string): ReadonlyMap<string, readonly string[]> {
  const row = /^\| `governance\/<noun>\/`[^|]*\| yes \| [^;|]+; ([^|]+) \|$/m.exec(page)?.[1] ?? "";
  const clauses = row.split("; ").map((clause) => /^`([^`]+)\/` may import (.+)$/.exec(clause));
  return new Map(clauses.map((clause) => [clause?.[1] ?? "", (clause?.[2] ?? "").split(", ").sort()]));
}

test("what the page says of single nouns is what this table says of them", () => {
  const nouns = Object.entries(rooms).filter(([room]) => room.startsWith("governance/"));
  expect(clausesOfNouns(readFileSync("ARCHITECTURE.md", "utf8"))).toEqual(
    new Map(nouns.map(([room, { mayImport }]) => [room, [...mayImport].sort()])),
  );
});

test("a clause of a noun that is left out, or says less or more, is seen", () => {
  const page =
    "| `governance/<noun>/` one folder a noun | yes | values; `governance/invoice/` may import values, metrics |";
  expect(clausesOfNouns(page)).toEqual(new Map([["governance/invoice", ["metrics", "values"]]]));
  expect(clausesOfNouns(page.replace(", metrics", ""))).toEqual(new Map([["governance/invoice", ["values"]]]));
});

test.each([
  ["calendar/planted.ts", 'import { readFileSync } from "node:fs";', "imports node:*"],
  ["metrics/planted.ts", "const now = Date.now();", "reads the clock"],
  ["early-warning/planted.ts", "const chance = Math.random();", "uses randomness"],
  ["calendar/planted.ts", 'import { Measure } from "../metrics/measure.ts";', "calendar may not import metrics"],
  [
    "report/planted.tsx",
    'import { reviewRisks } from "../governance/partnership/review-risks.ts";',
    "report may not import governance/partnership",
  ],
  ["report/planted.tsx", 'import type { FactStore } from "../facts/fact-store.ts";', "report may not import facts"],
  ["governance/risk/planted.ts", 'import { Forum } from "../forum/forum.ts";', "another noun"],
  ["metrics/planted.ts", 'import { FactStore } from "../facts/fact-store.ts";', "metrics may not import facts"],
  ["utils/planted.ts", "", "lies in no room"],
])("a planted violation in %s is caught", (path, source, message) => {
  expect(violations(path, source).join("\n")).toContain(message);
});

/** What the rooms of the signals may use of each other, beside what lies next to them. */
const roomsOfSigns: Readonly<Record<string, readonly string[]>> = {
  figures: [],
  levels: ["figures"],
  "clocked-work": [],
  people: [],
  reporting: [],
  dealings: [],
  money: ["levels"],
  agreement: ["figures"],
};
const aboveTheRooms = ["detectors.ts", "told-only-if.ts"];

/** Where a file of a room of the signals reaches into another that it may not use, or up. */
function signViolations(path: string, source: string): string[] {
  const [room = "", file] = path.replace("pitfalls/signals/", "").split("/");
  if (file === undefined) return [];
  const may = roomsOfSigns[room];
  if (may === undefined) return [`${path}: lies in no room of the signals`];
  return [...source.matchAll(/from\s+"(\.[^"]+)"/g)].flatMap(([, target = ""]) => {
    const imported = join("pitfalls/signals", room, target).replaceAll("\\", "/");
    if (!imported.startsWith("pitfalls/signals/")) return [];
    const [to = "", within] = imported.replace("pitfalls/signals/", "").split("/");
    const isOpen = within === undefined ? !aboveTheRooms.includes(to) : to === room || may.includes(to);
    return isOpen ? [] : [`${path}: ${room} may not use ${to}`];
  });
}

test("the rooms of the signals use each other as the page about the house says", () => {
  const signs = sources.filter((path) => path.startsWith("pitfalls/signals/"));
  expect(signs.length).toBeGreaterThan(40);
  expect(signs.flatMap((path) => signViolations(path, readFileSync(join("src", path), "utf8")))).toEqual([]);
  const [, page = ""] = readFileSync("ARCHITECTURE.md", "utf8").split("## Where a sign is looked for");
  const rows = [...page.matchAll(/^\| `([^`]+)\/` \| [^|]+ \| ([^|]+) \|$/gm)];
  const told = rows.map(([, room = "", may = ""]) => [room, may === "–" ? [] : may.split(", ")]);
  expect(Object.fromEntries(told)).toEqual(roomsOfSigns);
});

test.each([
  ["pitfalls/signals/figures/planted.ts", 'import { levelsById } from "../levels/service-level-detectors.ts";', 1],
  ["pitfalls/signals/money/planted.ts", 'import { detectors } from "../detectors.ts";', 1],
  ["pitfalls/signals/odds/planted.ts", "", 1],
  ["pitfalls/signals/levels/planted.ts", 'import { stretchOf } from "../figures/stretch.ts";', 0],
  ["pitfalls/signals/planted.ts", 'import { stretchOf } from "./figures/stretch.ts";', 0],
])("a planted use by %s of a room of the signals is judged: %s", (path, source, count) => {
  expect(signViolations(path, source)).toHaveLength(count);
});
