import { forecastPeriodEnd } from "../src/early-warning/period-end-share.ts";
import { seededChance } from "../src/values/seeded-chance.ts";
import { allOf, type Straying, strayingMonths } from "../test/straying-months.ts";

/**
 * How often the end of a period lies in the interval that is to hold it four times in five: `node bench/forecast-bench.ts [runs]`.
 * From fixed seeds, over months that stray in five ways, three or six known ones, one to three weeks gone, few items and many.
 */
const runs = Number(process.argv[2] ?? 1000);
const ways: readonly Straying[] = [
  { month: 0, week: 0, memory: 0 },
  { month: 0.2, week: 0, memory: 0 },
  { month: 0, week: 0.2, memory: 0 },
  { month: 0, week: 0.3, memory: 0.4 },
  { month: 0.3, week: 0.2, memory: 0.2 },
];
const held: number[] = [];
for (const straying of ways)
  for (const known of [3, 6])
    for (const gone of [1, 2, 3]) for (const items of [40, 300]) held.push(heldIn(straying, known, gone, items));
held.sort((one, other) => one - other);
const percent = (at: number) => `${(100 * (held[at] ?? 0)).toFixed(1)} %`;
console.log(
  `ends within their interval, ${held.length} settings of ${runs} months: ${percent(0)} to ${percent(held.length - 1)}, median ${percent(held.length >> 1)}`,
);

function heldIn(straying: Straying, known: number, gone: number, items: number): number {
  const chance = seededChance(100 * known + 10 * gone + items);
  const within = Array.from({ length: runs }, () => {
    const months = strayingMonths(chance, known + 1, straying, items);
    const running = months.at(-1) ?? [];
    const forecast = forecastPeriodEnd(allOf(running.slice(0, gone)), months.slice(0, -1).map(allOf), gone / 4);
    if (forecast.kind !== "period-end") throw new Error("every period has items");
    const { good, of } = allOf(running);
    const { low, high } = forecast.interval;
    return good / of >= low - 1e-9 && good / of <= high + 1e-9;
  });
  return within.filter(Boolean).length / runs;
}
