import { expect, test } from "vitest";
import type { MeasureSeries } from "../metrics/measure.ts";
import { reconcileReported } from "./reconcile-reported.ts";

const may = { start: "2026-05-01", end: "2026-05-31" };
const recomputed: MeasureSeries = {
  metric: "csat",
  every: "month",
  segment: {},
  measures: [
    {
      metric: "csat",
      period: may,
      segment: {},
      value: 0.8126,
      numerator: 347,
      denominator: 427,
      excluded: 0,
      pending: 0,
      deviation: null,
    },
  ],
};
const reported = (value: number, period = may) => ({ kpi: "csat", period, value, receivedOn: "2026-06-04" });

test.each([
  [0.8126, "agrees", "all digits"],
  [0.813, "agrees", "rounded to a tenth of a percent"],
  [0.81, "agrees", "rounded to a percent"],
  [0.82, "differs", "a percent more than rounding allows"],
  [0.8, "differs", "0.8 is read as 0.80: nobody reports tens of percents"],
])("%s as reported %s: %s", (value, state) => {
  const [line] = reconcileReported([reported(value)], () => recomputed);
  expect(line?.state).toBe(state);
  expect(line).toMatchObject({ recomputed: 0.8126, numerator: 347, denominator: 427 });
});

test("a name or a period that is not measured cannot be checked, and is not called wrong", () => {
  expect(reconcileReported([reported(0.9)], () => null)[0]).toMatchObject({
    state: "cannot-be-checked",
    recomputed: null,
  });
  const april = { start: "2026-04-01", end: "2026-04-30" };
  expect(reconcileReported([reported(0.9, april)], () => recomputed)[0]?.state).toBe("cannot-be-checked");
});
