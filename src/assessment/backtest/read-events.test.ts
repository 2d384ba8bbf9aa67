import { expect, test } from "vitest";
import { BadInput, placeText } from "../../values/problem.ts";
import { eventsOfText } from "./read-events.ts";

const pitfalls = ["high-turnover", "quality-decline"];

async function problemsOf(file: string, text: string): Promise<readonly string[]> {
  const thrown = await eventsOfText(file, text, pitfalls).then(
    () => null,
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(BadInput);
  const { problems } = thrown instanceof BadInput ? thrown : { problems: [] };
  expect(problems.every(({ hint }) => hint.length > 5)).toBe(true);
  return problems.map(({ code, at }) => `${placeText(at)} ${code}`);
}

const written = [
  { pitfall: "high-turnover", from: "2026-03-01", until: "2026-04-15", what: "a second employer opened, next door" },
  { from: "2026-05-04", what: "the release of May" },
];

test("events are read from a list in YAML and from a table alike", async () => {
  const yaml = `- { pitfall: high-turnover, from: 2026-03-01, until: 2026-04-15, what: "a second employer opened, next door" }
- from: 2026-05-04
  what: the release of May
`;
  const csv = `\ufefffrom,until,pitfall,what\r\n2026-03-01,2026-04-15,high-turnover,"a second employer opened, next door"\r\n2026-05-04,,,the release of May\r\n`;
  expect(await eventsOfText("events.yaml", yaml, pitfalls)).toEqual(written);
  expect(await eventsOfText("events.csv", csv, pitfalls)).toEqual(written);
});

test.each<[string, string, string[]]>([
  ["events.yaml", "from: 2026-03-01", ["events.yaml:1:1 not-a-list"]],
  ["events.yaml", "- { from: 2026-03-01, what: x, pitfall: high-turnovr }", ["events.yaml:1:41 unknown-pitfall"]],
  ["events.yaml", "- { from: 2026-03-09, until: 2026-03-01, what: x }", ["events.yaml:1:30 dates-crossed"]],
  ["events.csv", "from,what,until\n2026-03-01,one\n2026-03-09,two,2026-03-01\n", ["events.csv:3 dates-crossed"]],
  ["events.csv", "from,wat\n", ["events.csv:1 column-missing", "events.csv:1 unknown-column"]],
  ["events.csv", 'from,what\n2026-03-01,"open\n', ["events.csv:2 open-quote"]],
  ["events.csv", "from,what\n2026-03-01,one,two\n", ["events.csv:2 bad-row"]],
  ["events.csv", "", ["events.csv file-empty"]],
])("%s: %j is refused with its place and what to do", async (file, text, codes) => {
  expect(await problemsOf(file, text)).toEqual(codes);
});

test("a day that is none, a text that is empty and a key that nobody knows are told, each at its place", async () => {
  const told = await problemsOf("events.yaml", '- { from: March, what: "", untill: 2026-03-01 }\n- { what: x }\n');
  expect(told.map((line) => line.split(" ")[0])).toEqual(
    expect.arrayContaining(["events.yaml:1:11", "events.yaml:1:24", "events.yaml:1:28"]),
  );
  expect(told.length).toBe(4);
  expect((await problemsOf("events.csv", "from,what\nMarch,x\n"))[0]).toMatch(/^events\.csv:2 /);
});
