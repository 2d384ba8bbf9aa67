import { expect, test } from "vitest";
import { endOfWeeks, type Week, weeklyKpi, weeksOf } from "../../../test/pitfalls/kpi-worlds.ts";
import { readKpiShift } from "./kpi-shift.ts";

const stateAt = (weeks: readonly Week[], count: number) => {
  const shift = readKpiShift(weeklyKpi(weeks.slice(0, count)), endOfWeeks(count));
  return shift.kind === "worse" ? shift.state : "steady";
};

test("a healthy KPI raises a watch less than once, and an alarm less than 0.2 times, a year", () => {
  const [worlds, first, last] = [60, 26, 130];
  let [watches, alarms] = [0, 0];
  for (let seed = 1; seed <= worlds; seed += 1) {
    const weeks = weeksOf(last, () => 0.93, seed);
    let before = "steady";
    for (let count = first; count <= last; count += 1) {
      const now = stateAt(weeks, count);
      if (before === "steady" && now !== "steady") watches += 1;
      if (before !== "alarm" && now === "alarm") alarms += 1;
      before = now;
    }
  }
  const years = (worlds * (last - first)) / 52;
  console.log(
    `healthy, a KPI and year: ${(watches / years).toFixed(2)} watches, ${(alarms / years).toFixed(3)} alarms`,
  );
  expect(watches / years).toBeLessThan(1);
  expect(alarms / years).toBeLessThan(0.2);
});

test.each([
  [0.03, 10, 20],
  [0.05, 5, 8],
])(
  "a sudden fall by %d of 120 items a week is watch after a median of at most %d weeks, alarm of %d",
  (size, watch, alarm) => {
    const delays = Array.from({ length: 40 }, (_, world) => {
      const weeks = weeksOf(92, (week) => 0.93 - (week >= 52 ? size : 0), 1000 + world);
      const states = Array.from({ length: 40 }, (__, step) => stateAt(weeks, 53 + step));
      const delayTo = (isSaid: (state: string) => boolean) => states.findIndex(isSaid) + 1 || 99;
      return { watch: delayTo((state) => state !== "steady"), alarm: delayTo((state) => state === "alarm") };
    });
    const median = (values: readonly number[]) => values.toSorted((one, other) => one - other)[20] ?? 99;
    const [toWatch, toAlarm] = [median(delays.map((one) => one.watch)), median(delays.map((one) => one.alarm))];
    console.log(`fall of ${size}: median weeks to watch ${toWatch}, to alarm ${toAlarm}`);
    expect(toWatch).toBeLessThanOrEqual(watch);
    expect(toAlarm).toBeLessThanOrEqual(alarm);
  },
);
