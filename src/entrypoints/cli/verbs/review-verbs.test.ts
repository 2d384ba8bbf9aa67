import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runProgram } from "../program.ts";

const record = `
partnership: small
zone: UTC
client: { name: Client, owner: ana, contacts: [{ id: ana, name: Ana Quill }] }
provider: { name: Provider, owner: luis, contacts: [{ id: luis, name: Luis Ferro }] }
contract:
  starts: 2026-01-01
  ends: 2026-12-31
  notice: 90 days
  pricing: { rate_card: [{ item: agent-hour, unit: hour, price: 20.00 USD }] }
growth:
  phases:
    - { id: first, heads: 2, checkpoint: { on: 2026-03-31, criteria: [{ metric: csat, at_least: 80 % }] } }
    - { id: second, heads: 4 }
`;
const invoices =
  "invoice_id,period_start,period_end,issued_on,currency,total\nI-1,2026-03-01,2026-03-31,2026-04-02,USD,300.00\n";
const lines =
  "invoice_id,line,rate_item,description,quantity,unit,unit_price,amount\nI-1,1,agent-hour,Hours,10,hour,20.00,200.00\nI-1,2,coffee,Coffee,10,cup,10.00,100.00\n";

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "bellwether-reviews-"));
  await mkdir(join(folder, "facts"));
  writeFileSync(join(folder, "partnership.yaml"), record);
  writeFileSync(join(folder, "facts/invoices.csv"), invoices);
  writeFileSync(join(folder, "facts/invoice_lines.csv"), `${lines}I-1,3,agent-hour,Broken,many,hour,20.00,1.00\n`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...words: readonly string[]) {
  const said = { out: "", told: "" };
  const code = await runProgram([...words, "--as-of", "2026-06-30"], {
    write: (text) => {
      said.out += text;
    },
    tell: (text) => {
      said.told += text;
    },
    ...{
      isTerminal: false,
      width: 100,
      hasColour: false,
      signal: new AbortController().signal,
      now: () => Date.UTC(2027, 0, 1),
    },
  });
  return { code, ...said };
}

test("invoice answers in its first line, tells of rows in quarantine, and stops a payment run when asked to", async () => {
  const plain = await run("invoice", folder);
  expect(plain.code).toBe(0);
  expect(plain.out).toMatch(/^Dispute 100\.00 USD: 1 of 2 lines on 1 invoice; 1 line cannot be told, 200\.00 USD\./);
  expect(plain.out).toContain("NOT SEEN");
  expect(plain.told).toContain("1 of 4 rows are in quarantine");
  expect((await run("invoice", folder, "--fail-on", "dispute")).code).toBe(1);
});

test("--json holds the whole review, and what it could not see", async () => {
  const { out, code } = await run("invoice", folder, "--json");
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    asOf: "2026-06-30",
    totals: [{ disputed: { amount: "100.00", currency: "USD" } }],
    unseen: [{ what: "hours and people at work", opensWith: ["staff_hours"] }],
  });
});

test("a gate that is due and not proven fails a run that asks for it, and only then", async () => {
  expect(await run("checkpoint", folder)).toMatchObject({ code: 0, out: expect.stringMatching(/^first: hold\./) });
  expect((await run("checkpoint", folder, "--fail-on", "hold")).code).toBe(1);
  expect((await run("checkpoint", folder, "--fail-on", "back")).code).toBe(0);
});

test("a register that a supervisor would send back is not written, and each block is told with its remedy", async () => {
  const file = join(folder, "register.csv");
  const { code, told } = await run("risks", folder, "--register", file);
  expect(code).toBe(2);
  expect(told).toContain("register: client_lei");
  expect(() => readFileSync(file)).toThrow("ENOENT");
});

const bids = (...written: readonly string[]) => `
selection:
  evaluators: [ana]
  quality_scored_on: 2026-01-10
  price_opened_on: 2026-01-12
  criteria: [{ id: skill, weight: 60 % }, { id: price, kind: price, weight: 40 % }]
  bids: [${written.join(", ")}]
`;
const bid = (id: string) => `{ id: ${id}, price: 100 USD, scores: { ana: { skill: 70 } } }`;

test.each([
  ["one bidder alone", bids(bid("one")), "single-bidder"],
  ["two bids that are the same", bids(bid("one"), bid("two")), "identical-bids"],
])("%s: evaluate ends as bad input with the place, validate only mentions it", async (_, selection, code) => {
  const other = mkdtempSync(join(tmpdir(), "bellwether-bids-"));
  try {
    writeFileSync(join(other, "partnership.yaml"), record + selection);
    const evaluated = await run("evaluate", other);
    expect(evaluated.code).toBe(2);
    expect(evaluated.told).toMatch(new RegExp(`partnership\\.yaml:\\d+:\\d+ .*\\[${code}\\]`));
    expect(evaluated.out).toMatch(/^The bids are not ranked: /);
    const told: string[] = [];
    const tell = (text: string) => told.push(text);
    const quiet = {
      isTerminal: false,
      width: 100,
      hasColour: false,
      signal: new AbortController().signal,
      now: () => Date.UTC(2027, 0, 1),
    };
    expect(await runProgram(["validate", other], { ...quiet, write: tell, tell })).toBe(0);
    expect(told.join("")).toContain(`[${code}]`);
  } finally {
    rmSync(other, { recursive: true, force: true });
  }
});

test.each(["ramp", "core", "location", "evaluate", "business-case"])(
  "%s says what the record lacks, and that is no error",
  async (verb) => {
    const { code, out } = await run(verb, folder);
    expect(code).toBe(0);
    expect(out).toContain("To begin: ");
    expect(JSON.parse((await run(verb, folder, "--json")).out)).toMatchObject({ notOnRecord: expect.any(String) });
  },
);

test.each(["objectives", "terms", "relationship"])("%s is read from a bare record too", async (verb) => {
  expect(await run(verb, folder)).toMatchObject({ code: 0, out: expect.stringContaining("NEXT\nbellwether ") });
});
