import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { type WallSpan, wallSpans } from "./zone-offsets.ts";

const offsetAt = (spans: readonly WallSpan[], wall: string): number | null => {
  const seconds = Temporal.Instant.from(`${wall}Z`).epochMilliseconds / 1000;
  return spans.findLast((span) => span.fromWallSeconds <= seconds)?.offsetSeconds ?? null;
};

test.each([
  ["Europe/Lisbon", "2026-03-29T00:59:59", 0],
  ["Europe/Lisbon", "2026-03-29T01:00:00", null],
  ["Europe/Lisbon", "2026-03-29T01:59:59", null],
  ["Europe/Lisbon", "2026-03-29T02:00:00", 3600],
  ["America/New_York", "2026-11-01T01:30:00", -4 * 3600],
  ["America/New_York", "2026-11-01T02:00:00", -5 * 3600],
  ["America/El_Salvador", "2026-07-01T12:00:00", -6 * 3600],
  ["UTC", "2026-07-01T12:00:00", 0],
])("in %s the wall time %s is %s seconds ahead of UTC", (zone, wall, offset) => {
  expect(offsetAt(wallSpans(zone), wall)).toBe(offset);
});

test("every wall time that exists is read as Temporal reads it, the earlier of two", () => {
  const zones = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "America/Sao_Paulo"];
  const spansOf = new Map(zones.map((zone) => [zone, wallSpans(zone)]));
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: 315_532_800, max: 2_840_000_000 }), (zone, seconds) => {
      const wall = Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
        .toString()
        .slice(0, 19);
      const offset = offsetAt(spansOf.get(zone) ?? [], wall);
      const plain = Temporal.PlainDateTime.from(wall);
      const zoned = plain.toZonedDateTime(zone, { disambiguation: "earlier" });
      const exists = zoned.toPlainDateTime().equals(plain);
      expect(offset).toBe(exists ? zoned.offsetNanoseconds / 1e9 : null);
    }),
    { numRuns: 2000 },
  );
});
