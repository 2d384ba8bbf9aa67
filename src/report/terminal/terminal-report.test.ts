import { expect, test } from "vitest";
import { hostileVerdict } from "../../../test/hostile-verdict.ts";
import { emptyVerdict, sampleVerdict } from "../../../test/sample-verdict.ts";
import { renderTerminal } from "./terminal-report.ts";
import { sparkText, textWidth, wrapped } from "./terminal-text.ts";

const verdicts = { sample: sampleVerdict(), hostile: hostileVerdict(), empty: emptyVerdict() };

test.each(Object.keys(verdicts))("no line of the %s verdict is wider than the terminal", (name) => {
  const verdict = verdicts[name as keyof typeof verdicts];
  for (let width = 60; width <= 160; width += 10)
    for (const colour of [true, false]) {
      const lines = renderTerminal(verdict, { width, colour }).split("\n");
      // A command stands whole: a part of one is none.
      const said = lines.filter((line) => !line.startsWith("bellwether "));
      expect(said.filter((line) => textWidth(line) > width)).toEqual([]);
    }
});

test("without colour no escape sequence is written, and none that a record brought is ever obeyed", () => {
  const hostile = hostileVerdict();
  expect(renderTerminal(hostile, { width: 100, colour: false })).not.toContain("\u001b");
  const ours = /\u001b\[(1|2|22|31|33|35|36|39)m/g;
  expect(renderTerminal(hostile, { width: 100, colour: true }).replace(ours, "")).not.toContain("\u001b");
  expect(renderTerminal(hostile, { width: 100, colour: false })).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u0007]/u);
});

test("colour adds nothing that plain text does not say", () => {
  const coloured = renderTerminal(verdicts.sample, { width: 100, colour: true });
  expect(coloured).toContain("\u001b[31m");
  expect(coloured.replace(/\u001b\[\d+m/g, "")).toBe(renderTerminal(verdicts.sample, { width: 100, colour: false }));
});

test("the essentials fit a screen of 50 lines, the worst first, with where to look next", () => {
  const lines = renderTerminal(verdicts.sample, { width: 100, colour: false, folder: "northwind" })
    .trimEnd()
    .split("\n");
  expect(lines.length).toBeLessThanOrEqual(50);
  const at = (text: string) => lines.findIndex((line) => line.includes(text));
  expect(at("2 alarm  ◆ 2 watch  ? 10 blind  ✓ 11 clear  of 25 pitfalls")).toBe(2);
  expect(at("▲ alarm  Communication breakdown  4,440.00 USD at stake")).toBeLessThan(at("▲ alarm  Lack of transp"));
  expect(at("▼ below minimum  First answer")).toBeLessThan(at("✗ missed"));
  expect(at("? unknown        QA score")).toBeLessThan(at("✓ met"));
  expect(at("bellwether explain northwind first-answer --as-of")).toBeGreaterThan(at("COVERAGE"));
});

test("a width outside 60 to 160 is brought inside", () => {
  const of = (width: number) => renderTerminal(verdicts.sample, { width, colour: false });
  expect(of(10)).toBe(of(60));
  expect(of(1000)).toBe(of(160));
});

test("words wrap, wide characters count twice, and gaps stay gaps", () => {
  expect(wrapped("one two three four", 9, 2)).toEqual(["one two", "three fo…"]);
  expect(textWidth("\u001b[31m日本\u001b[39m")).toBe(4);
  expect(sparkText([1, null, 8], 3)).toBe("▁ █");
  expect(sparkText([4, 4], 2)).toBe("▄▄");
  expect(sparkText([], 5)).toBe("");
});
