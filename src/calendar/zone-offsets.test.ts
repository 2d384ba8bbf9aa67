import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { zoneOffsets } from "./zone-offsets.ts";

const zones = [
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "America/Sao_Paulo",
  "Asia/Tehran",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "Africa/Cairo",
  "Africa/Casablanca",
  "Pacific/Apia",
];
const range = { start: Date.parse("2005-01-01") / 1000, end: Date.parse("2028-01-01") / 1000 };
const offsets = zones.map((zone) => ({ zone, ...zoneOffsets(zone, range) }));

/** Moments of all kinds, and many within a day of a change of the clocks. */
const moment = fc.constantFrom(...offsets).chain((known) => {
  const changes: number[] = [];
  let next = Temporal.Instant.fromEpochMilliseconds(range.start * 1000)
    .toZonedDateTimeISO(known.zone)
    .getTimeZoneTransition("next");
  for (; next !== null && next.epochMilliseconds < range.end * 1000; next = next.getTimeZoneTransition("next")) {
    changes.push(next.epochMilliseconds / 1000);
  }
  const anywhere = fc.integer({ min: range.start, max: range.end });
  const nearChange = fc
    .tuple(fc.constantFrom(range.start, ...changes), fc.integer({ min: 0, max: 100_000 }))
    .map(([at, more]) => at + more - 50_000 + 86_400 * 2 * Number(at === range.start));
  return fc.tuple(fc.constant(known), fc.oneof(anywhere, nearChange));
});

test("an instant shows the time that Temporal shows", () =>
  fc.assert(
    fc.property(moment, ([{ zone, wallAt }, at]) => {
      const local = Temporal.Instant.fromEpochMilliseconds(at * 1000).toZonedDateTimeISO(zone);
      expect(wallAt(at)).toBe(local.toPlainDateTime().toZonedDateTime("UTC").epochMilliseconds / 1000);
    }),
    { numRuns: 300 },
  ));

test("a time on the wall is the instant that Temporal reads, through skipped and doubled hours", () =>
  fc.assert(
    fc.property(moment, ([{ zone, instantOf }, wall]) => {
      const local = Temporal.Instant.fromEpochMilliseconds(wall * 1000)
        .toZonedDateTimeISO("UTC")
        .toPlainDateTime();
      expect(instantOf(wall)).toBe(
        local.toZonedDateTime(zone, { disambiguation: "compatible" }).epochMilliseconds / 1000,
      );
    }),
    { numRuns: 300 },
  ));
