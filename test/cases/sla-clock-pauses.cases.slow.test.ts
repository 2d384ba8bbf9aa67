import { expect, test } from "vitest";
import { playScript, type Step } from "./escalation-script.ts";
import { readSharedText } from "./shared-cases.ts";

const text = readSharedText("cases/sla_clock_pauses.json");
const scripts: { example: string; steps: Step[] }[] = JSON.parse(text ?? "[]");

test.skipIf(text === null)("every script of sla_clock_pauses.json escalates when the peer does", () => {
  const wrong = scripts.flatMap(({ example, steps }) => {
    const unmet = playScript(steps);
    return unmet.length === 0 ? [] : [`${example}: ${unmet.join("; ")}`];
  });
  const expectations = scripts.flatMap(({ steps }) => steps.filter((step) => "expect" in step)).length;
  console.info(
    `sla_clock_pauses.json ${scripts.length - wrong.length}/${scripts.length} (${expectations} expectations)`,
  );
  expect(expectations).toBeGreaterThan(0);
  expect(wrong).toEqual([]);
});
