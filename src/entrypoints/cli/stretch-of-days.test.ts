import { expect, test } from "vitest";
import { BadInput } from "../../values/problem.ts";
import { firstDayOr } from "./stretch-of-days.ts";

const last = "2026-06-30";

test("a walk begins on the day that is named, and a year before the last without one", () => {
  expect(firstDayOr("2026-06-30", last)).toBe("2026-06-30");
  expect(firstDayOr("1976-06-30", last)).toBe("1976-06-30");
  expect(firstDayOr(undefined, last)).toBe("2025-07-01");
});

test.each([
  ["2026-07-01", "dates-crossed", "Swap --from and --to."],
  ["1976-06-29", "date-too-far", "Write --from 1976-06-30 or a later day."],
  ["1800-01-01", "date-too-far", "Write --from 1976-06-30 or a later day."],
])("a first day of %s is refused with what to write", (from, code, hint) => {
  const refused = (() => {
    try {
      return firstDayOr(from, last);
    } catch (error) {
      return error;
    }
  })();
  expect(refused).toBeInstanceOf(BadInput);
  expect(refused).toMatchObject({ problems: [{ code, hint }] });
});
