import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { PercentileRange } from "../governance/business-case/percentile-range.ts";
import { workOutBusinessCase } from "../governance/business-case/work-out-business-case.ts";
import { partnershipOfText } from "./read-partnership.ts";

const page = join(import.meta.dirname, "../../docs/business-case.md");
const least = `partnership: northwind-support
zone: America/New_York
client: { name: Northwind Outfitters }
provider: { name: Cedar Contact }
`;

const amount = (value: number) => value.toLocaleString("en");
const row = (...cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
const ranged = (name: string, { p10, p50, p90 }: PercentileRange) => row(name, amount(p10), amount(p50), amount(p90));

/** The page's own example, worked out, as the tables of the page. */
function forecastOf(yaml: string): string {
  const { record, problems } = partnershipOfText("partnership.yaml", least + yaml);
  expect(problems).toEqual([]);
  const made = record?.business_case;
  if (made === undefined) throw new Error("the page has no case");
  const forecast = workOutBusinessCase(made, { seed: 1, draws: 20_000 });
  if (forecast.kind !== "forecast") throw new Error(forecast.because);
  const { total, byMonth, breakEven, tornado, promises, findings, currency } = forecast;
  const month = (value: number | null) => value ?? `after ${forecast.months}`;
  return [
    `With seed ${forecast.seed} and ${amount(forecast.draws)} draws, over ${forecast.months} months, in ${currency}:`,
    "",
    row("over all months", "P10", "P50", "P90"),
    row("---", "---:", "---:", "---:"),
    ranged("staying in-house", total.stayingInHouse),
    ranged("outsourcing", total.outsourcing),
    ranged("saving", total.saving),
    row("break-even month", month(breakEven.p10), month(breakEven.p50), month(breakEven.p90)),
    "",
    row("saved so far, by the end of month", "P10", "P50", "P90", "paid back"),
    row("---:", "---:", "---:", "---:", "---:"),
    ...byMonth
      .filter((each) => each.month % 6 === 0 || each.month === 3)
      .map((each) => `${ranged(String(each.month), each.savingSoFar)} ${Math.round(each.likelyPaidBack * 100)} % |`),
    "",
    row("what outsourcing is made up of", "P10", "P50", "P90"),
    row("---", "---:", "---:", "---:"),
    ...total.parts.map(({ part, ...range }) => ranged(part, range)),
    "",
    row("what matters most", "saving at its P10", "saving at its P90", "rank correlation"),
    row("---", "---:", "---:", "---:"),
    ...tornado
      .slice(0, 5)
      .map((bar) =>
        row(`\`${bar.input}\``, amount(bar.savingAtP10), amount(bar.savingAtP90), bar.rankCorrelation.toFixed(2)),
      ),
    "",
    ...promises.map(({ what, saidBy, statement }) => `- “${what}” (${saidBy}): ${statement}`),
    ...findings.map(({ state, code, statement }) => `- **${state}** \`${code}\`: ${statement}`),
  ].join("\n");
}

test("the page of the business case shows what its own example comes to", () => {
  const text = readFileSync(page, "utf8");
  const [, yaml = ""] = /```yaml\n([\s\S]*?)```/.exec(text) ?? [];
  const shown = /(<!-- forecast: .*-->\n)[\s\S]*?(\n<!-- end of forecast -->)/;
  const expected = text.replace(shown, (_, begin, end) => `${begin}${forecastOf(yaml)}${end}`);
  if (process.env.BELLWETHER_GOLDEN === "write") writeFileSync(page, expected);
  expect(shown.test(text)).toBe(true);
  expect(readFileSync(page, "utf8")).toBe(expected);
});
