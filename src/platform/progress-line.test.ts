import { expect, test } from "vitest";
import { progressLine, progressText } from "./progress-line.ts";

test("progress says step, count, rate and time left", () => {
  const progress = { step: "reading tickets.csv", done: 1_200_000, total: 5_000_000, unit: "rows" };
  expect(progressText(progress, 2)).toBe("reading tickets.csv  1,200,000 of 5,000,000 rows  600,000 rows/s  7 s left");
  expect(progressText({ ...progress, total: null }, 2)).toBe("reading tickets.csv  1,200,000 rows  600,000 rows/s");
  expect(progressText({ ...progress, done: 0 }, 0)).toBe("reading tickets.csv");
});

test("quick work draws nothing; long work draws one line and wipes it", () => {
  let now = 0;
  const drawn: string[] = [];
  const line = progressLine({ write: (text) => void drawn.push(text), now: () => now, width: 80 });
  const progress = { step: "reading", done: 10, total: 100, unit: "rows" };
  line.show(progress);
  now = 400;
  line.show(progress);
  line.wipe();
  expect(drawn).toEqual([]);
  now = 1000;
  line.show(progress);
  now = 1050;
  line.show(progress);
  line.wipe();
  expect(drawn).toHaveLength(2);
  expect(drawn[0]).toContain("reading  10 of 100 rows");
  expect(drawn[1]).toBe("\r\u001b[2K");
});
