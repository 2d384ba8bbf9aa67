import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { Verdict } from "../src/assessment/verdict.ts";
import { bellwether } from "./bellwether-process.ts";

const isHere = existsSync("../shared/data");
const skipped = isHere ? "" : " (skipped: no shared records here)";

/** What stands at a date: the signal of late work, and each change that is told with its state and onset. */
async function standingOf(folder: string, asOf: string) {
  const { stdout } = await bellwether(["check", `test/real/${folder}`, "--as-of", asOf, "--json"]);
  const { findings, pitfalls } = Verdict.parse(JSON.parse(stdout));
  return {
    late: pitfalls.find(({ id }) => id === "missed-deadlines")?.signal.state,
    told: findings
      .filter(({ id }) => id.includes("/worsening/"))
      .map(({ id, state, onset }) => `${state} ${id} since ${onset}`),
    levels: findings.filter(({ id }) => id.includes("/service-level-missed/")).map(({ id }) => id.split("/").at(-1)),
    words: findings.map(({ statement }) => statement).join("\n"),
    blind: pitfalls.map(({ signal }) => signal.blindBecause ?? "").join("\n"),
  };
}

const lateSince = (state: string, month: string, day = "01") => [
  `${state} missed-deadlines/worsening/kpis since ${month}-${day}`,
];

describe.skipIf(!isHere)(`stories of real records${skipped}`, () => {
  test.each([
    ["accident-and-emergency", "2017-02-05", "alarm", lateSince("watch", "2016-12"), ["four-hour-standard"]],
    ["accident-and-emergency", "2017-06-05", "alarm", [], ["four-hour-standard"]],
    ["accident-and-emergency", "2017-12-05", "alarm", [], ["four-hour-standard"]],
    ["accident-and-emergency", "2018-02-05", "alarm", [], ["four-hour-standard"]],
    ["accident-and-emergency", "2018-03-05", "alarm", lateSince("watch", "2017-12"), ["four-hour-standard"]],
    ["accident-and-emergency", "2018-04-05", "alarm", lateSince("alarm", "2017-12"), ["four-hour-standard"]],
    ["accident-and-emergency", "2018-07-05", "alarm", lateSince("watch", "2017-12"), ["four-hour-standard"]],
    ["accident-and-emergency", "2018-10-05", "alarm", lateSince("alarm", "2017-12"), ["four-hour-standard"]],
    ["accident-and-emergency", "2018-12-05", "alarm", lateSince("watch", "2017-12"), ["four-hour-standard"]],
    ["accident-and-emergency", "2019-01-05", "alarm", lateSince("watch", "2018-02"), ["four-hour-standard"]],
    ["accident-and-emergency", "2019-04-05", "alarm", lateSince("watch", "2018-07"), ["four-hour-standard"]],
    ["servicenow", "2016-03-21", "blind", [], []],
    ["servicenow", "2016-04-04", "alarm", [], ["published-service-level", "resolution"]],
    ["servicenow", "2016-05-09", "clear", [], []],
    ["help-desk", "2012-08-06", "watch", [], ["resolution"]],
    ["help-desk", "2012-10-05", "alarm", lateSince("alarm", "2012-08", "20"), ["resolution"]],
    ["help-desk", "2012-11-05", "alarm", lateSince("alarm", "2012-08", "20"), ["resolution"]],
    [
      "help-desk",
      "2013-07-08",
      "alarm",
      [...lateSince("alarm", "2012-08", "20"), "alarm price-over-quality/worsening/kpis since 2012-11-19"],
      ["resolution"],
    ],
  ] as const)("%s as of %s: late work is %s", async (folder, asOf, late, told, levels) => {
    const standing = await standingOf(folder, asOf);
    expect(standing).toMatchObject({ late, told, levels });
    expect(standing.words).not.toMatch(/NaN|undefined|Infinity|-0\.0|between (.+) and \1 /);
  });

  test("each line that the page quotes is what its command gives", async () => {
    const page = await readFile("docs/early-warning.md", "utf8");
    const blocks = [...page.matchAll(/```console\n([\s\S]*?)```/g)].map(([, block]) => block ?? "");
    const quoted = blocks.join("").split("$ bellwether ").slice(1);
    expect(quoted.length).toBeGreaterThanOrEqual(6);
    for (const each of quoted) {
      const [command = "", ...lines] = each.trimEnd().split("\n");
      const [, folder = "", asOf = ""] = /^check test\/real\/(\S+) --as-of (\S+)$/.exec(command) ?? [];
      const { words, blind } = await standingOf(folder, asOf);
      for (const line of lines) expect(`${words}\n${blind}`, command).toContain(line);
    }
  });
});
