import type { BusinessCaseForecast, WorkedOutCase } from "../../governance/business-case/business-case-forecast.ts";
import { formatShare } from "../format-figure.ts";
import { estimateText } from "./review-figures.ts";
import type { ReviewPage } from "./review-page.ts";

/** What it will cost: the saving as a range, how likely it is, when it has paid for the move, and what matters most. */
export function businessCasePage(forecast: BusinessCaseForecast): ReviewPage {
  if (forecast.kind === "unknown")
    return { headline: `The case cannot be worked out: ${forecast.because}`, tone: "bad", parts: [] };
  const { total, findings, tornado, promises, inputs, working, byMonth, currency, months, seed, draws } = forecast;
  const money = (value: number) => estimateText(value, currency);
  const yearly = byMonth.filter(({ month }) => month % 12 === 0 || month === months);
  return {
    headline: `Outsourcing saves ${money(total.saving.p50)} over ${months} months, ${money(total.saving.p10)} to ${money(total.saving.p90)} in 8 of 10 cases; it is ${formatShare(total.likelyToSave.value)} likely to save anything.`,
    tone: findings.some(({ state }) => state === "alarm") ? "bad" : total.likelyToSave.value < 0.9 ? "worry" : "good",
    lines: [breakEvenText(forecast)],
    parts: [
      {
        title: "Saving so far",
        table: {
          columns: [
            { title: "by month", isNumber: true },
            { title: "P10", isNumber: true },
            { title: "P50", isNumber: true },
            { title: "P90", isNumber: true },
            { title: "paid back by then", isNumber: true },
          ],
          rows: yearly.map(({ month, savingSoFar, likelyPaidBack }) => [
            String(month),
            money(savingSoFar.p10),
            money(savingSoFar.p50),
            money(savingSoFar.p90),
            formatShare(likelyPaidBack),
          ]),
        },
      },
      {
        title: "Promises",
        lines: promises.map(
          ({ what, saidBy, statement }) => `${what}${saidBy === null ? "" : ` (${saidBy})`}: ${statement}`,
        ),
      },
      {
        title: "Worth hearing",
        lines: findings
          .map(({ statement }) => statement)
          .filter((said) => !promises.some(({ what, statement }) => said === `${what}: ${statement}`)),
      },
      {
        title: "What matters most",
        table: {
          columns: [
            { title: "input", mayShrink: true },
            { title: "saving at its P10", isNumber: true },
            { title: "at its P90", isNumber: true },
            { title: "swing", isNumber: true },
          ],
          rows: tornado
            .slice(0, 8)
            .map(({ input, savingAtP10, savingAtP90, swing }) => [
              input,
              money(savingAtP10),
              money(savingAtP90),
              money(swing),
            ]),
        },
      },
      {
        title: "What outsourcing is made up of",
        table: {
          columns: [
            { title: "part", mayShrink: true },
            { title: "P10", isNumber: true },
            { title: "P50", isNumber: true },
            { title: "P90", isNumber: true },
          ],
          rows: total.parts.map(({ part, p10, p50, p90 }) => [part, money(p10), money(p50), money(p90)]),
        },
      },
      {
        title: "Working",
        lines: [
          ...working,
          `${inputs.length} inputs, ${draws.toLocaleString("en")} draws, seed ${seed}: the same seed gives the same figures.`,
        ],
      },
    ],
  };
}

function breakEvenText({ breakEven, months }: WorkedOutCase): string {
  const said = (month: number | null) => (month === null ? `later than month ${months}` : `month ${month}`);
  const never = breakEven.notWithin.value;
  return `It has paid for the move in ${said(breakEven.p50)} (P10 ${said(breakEven.p10)}, P90 ${said(breakEven.p90)})${never > 0 ? `; in ${formatShare(never)} of the cases not within ${months} months` : ""}.`;
}
