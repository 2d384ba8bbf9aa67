import { expect, test } from "vitest";
import { standingOf } from "./objective-standing.ts";

const weeks = (...shares: readonly number[]) =>
  shares.map((share, at) => ({
    ...{ on: `2026-06-${String(7 * at + 7).padStart(2, "0")}`, from: `2026-06-0${at + 1}`, value: share },
    ...{ numerator: share * 100, denominator: 100, low: share - 0.05, high: share + 0.05 },
  }));
const asked = { due: 0.87, better: "higher", isUp: false } as const;

test("four periods stand together: one bad week alone is not behind, four are", () => {
  expect(standingOf(weeks(0.9, 0.88, 0.9, 0.71), asked)).toMatchObject({ state: "unclear", periods: 4 });
  expect(standingOf(weeks(0.75, 0.73, 0.76, 0.71), asked)).toMatchObject({
    ...{ state: "behind", from: "2026-06-01", on: "2026-06-28" },
    ...{ numerator: 295, denominator: 400, value: 0.7375 },
  });
  expect(standingOf(weeks(0.95, 0.94, 0.95, 0.96), asked)?.state).toBe("ahead");
});

test("few items leave a share open however alike its weeks are", () => {
  const few = [1, 2, 3, 4].map((day) => ({ on: `2026-06-0${day}`, value: 1, numerator: 3, denominator: 3 }));
  expect(standingOf(few, asked)).toMatchObject({ value: 1, high: 1, state: "unclear" });
  const many = few.map((one) => ({ ...one, numerator: 30, denominator: 30 }));
  expect(standingOf(many, asked)?.state).toBe("ahead");
});

test("only the last four count, whatever their order; before there are four the last stands with its own interval", () => {
  const all = weeks(0.2, 0.9, 0.9, 0.9);
  const later = { ...weeks(0.9)[0], on: "2026-06-30", value: 0.9 };
  expect(standingOf([later, ...all].reverse(), asked)?.value).toBeCloseTo(0.9, 12);
  expect(standingOf(weeks(0.6, 0.84), asked)).toMatchObject({ periods: 1, value: 0.84, state: "unclear" });
  expect(standingOf([], asked)).toBeNull();
});

test("once the date has come the figure itself decides, and figures that are no shares are taken as their mean", () => {
  const near = weeks(0.84, 0.88, 0.87, 0.86);
  expect(standingOf(near, asked)?.state).toBe("unclear");
  expect(standingOf(near, { ...asked, isUp: true })?.state).toBe("behind");
  const hours = [10, 12, 11, 11].map((value, at) => ({ on: `2026-0${at + 1}-28`, value }));
  expect(standingOf(hours, { due: 4, better: "lower", isUp: false })).toMatchObject({ value: 11, state: "behind" });
});
