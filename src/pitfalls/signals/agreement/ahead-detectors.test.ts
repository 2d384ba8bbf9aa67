import { expect, test } from "vitest";
import { completeAsOf, type Edits } from "../../../../test/pitfalls/complete-record.ts";
import { toldBy } from "../../../../test/pitfalls/judge-observed.ts";

test("a holiday of the provider on which the client needs cover is told 30 days ahead; on a day off, or shared, it is not", () => {
  const calendars = {
    "calendars.cover": { zone: "America/New_York", week: { "mon-fri": ["08:00-20:00"] } },
    "calendars.kept": {
      ...{ zone: "America/El_Salvador", week: { "mon-fri": ["07:00-19:00"] } },
      except: [
        { on: "2026-07-15", closed: true, because: "patron saint" },
        { on: "2026-07-18", closed: true, because: "a Saturday" },
      ],
    },
    "provider.calendar": "kept",
    "location.required": "cover",
  };
  const collisions = (edits: Edits, asOf = completeAsOf) => toldBy("holiday-collision", {}, edits, asOf);
  expect(collisions(calendars)).toEqual([
    {
      said: "watch wrong-location/holiday-collision/kept since 2026-06-15",
      statement: expect.stringMatching(
        /closed on a day on which cover is to be covered: 15 July 2026 \(patron saint, 12 h/,
      ),
    },
  ]);
  expect(collisions(calendars, "2026-05-31")).toEqual([]);
  expect(collisions(calendars, "2026-07-15")).toEqual([]);
  const shared = { on: "2026-07-15", closed: true, because: "both rest" };
  expect(collisions({ ...calendars, "calendars.cover.except": [shared] })).toEqual([]);
});

test("growth decided before a criterion's stretch of time was over is told; after it, held, or without a stretch, it is not", () => {
  const early = (over: string | undefined, decided = "go") =>
    toldBy(
      "judged-too-early",
      {},
      {
        "growth.phases.0.checkpoint.criteria.0.over": over,
        "growth.phases.0.checkpoint.decided": decided,
      },
    );
  // The phase began on 5 January and go was said on 2 June.
  expect(early("6 months")).toEqual([
    {
      said: "watch unrealistic-expectations/judged-too-early/first since 2026-06-02",
      statement: expect.stringMatching(/148 days after it began; 1 of its 1 criteria .* quality-score for 6 months\.$/),
    },
  ]);
  expect(early("4 months")).toEqual([]);
  expect(early("6 months", "hold")).toEqual([]);
  expect(early(undefined)).toEqual([]);
});
