import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { explanationText } from "../entrypoints/cli/explanation-text.ts";
import { check } from "./check.ts";
import { explain } from "./explain.ts";
import { readFigureName } from "./figure-name.ts";
import { withPartnership } from "./open-partnership.ts";

const record = `
partnership: small
zone: America/New_York
client: { name: Northwind Outfitters, owner: ana, contacts: [{ id: ana, role: head of support }] }
provider: { name: Cedar Contact, owner: rosa, contacts: [{ id: rosa, role: account manager }] }
contract: { starts: 2026-01-01 }
calendars:
  support-hours: { zone: America/New_York, week: { mon-fri: [09:00-17:00] }, holidays: [US] }
metrics:
  quick: { share_of: work_items, within: 4h of support-hours, from: opened_at, to: resolved_at, better: higher }
  reopened: { share_of: work_items, reopened_within: 14d, better: lower }
  severe: { share_of: complaints, having: severity is high, better: lower }
service_levels:
  - { id: quick-answer, metric: quick, every: month, target: 90 % }
  - { id: no-reopens, metric: reopened, every: month, target: 5 % }
  - { id: few-severe, metric: severe, every: month, target: 5 % }
exclusions:
  - { from: 2026-05-05T09:00-04:00, to: 2026-05-05T10:00-04:00, cause: mail was down, responsible: client, accepted_by: [ana, rosa] }
`;
// 22 May 2026 is the Friday before Memorial Day: two hours on Friday, two on Tuesday.
const items = `item_id,opened_at,resolved_at
to-the-second,2026-05-22T15:00:00-04:00,2026-05-26T11:00:00-04:00
a-second-late,2026-05-22T15:00:00-04:00,2026-05-26T11:00:01-04:00
off-the-clock,2026-05-05T09:00:00-04:00,2026-05-05T14:00:00-04:00
still-open,2026-05-11T10:00:00-04:00,
in-june,2026-06-30T10:00:00-04:00,2026-06-30T11:00:00-04:00
`;
const events = `item_id,at,event
to-the-second,2026-05-26T11:00:00-04:00,resolved
to-the-second,2026-06-01T11:00:00-04:00,reopened
`;

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "bellwether-small-"));
  await mkdir(join(folder, "facts"));
  await writeFile(join(folder, "partnership.yaml"), record);
  await writeFile(join(folder, "facts", "work_items.csv"), items);
  await writeFile(join(folder, "facts", "item_events.csv"), events);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const levelsAsOf = (asOf: string) =>
  withPartnership(folder, {}, async (opened) => (await check(opened, asOf)).serviceLevels);

test("figures that can be counted by hand: over a weekend, a holiday and an exclusion, to the second", async () => {
  const may = (await levelsAsOf("2026-06-30")).filter(({ period }) => period.start === "2026-05-01");
  const told = may.map(({ id, numerator, denominator, failing }) => ({ id, numerator, denominator, failing }));
  expect(told).toContainEqual({
    ...{ id: "quick-answer", numerator: 2, denominator: 4 },
    failing: ["still-open", "a-second-late"],
  });
});

test("where lower is better, the failing items are those that were looked for", async () => {
  const levels = await levelsAsOf("2026-06-30");
  const may = levels.find(({ id, period }) => id === "no-reopens" && period.start === "2026-05-01");
  expect(may).toMatchObject({ numerator: 1, denominator: 3, failing: ["to-the-second"] });
});

test("a service level without any records is said to be unknown, and not passed over", async () => {
  const severe = (await levelsAsOf("2026-06-15")).filter(({ id }) => id === "few-severe");
  expect(severe).toMatchObject([
    {
      unit: "share",
      period: { start: "2026-05-01", end: "2026-05-31" },
      state: "unknown",
      unknownBecause: "there are no records",
    },
  ]);
});

test("a service level without any records is passed over before the contract starts", async () => {
  expect((await levelsAsOf("2025-12-15")).map(({ id }) => id)).toEqual([]);
});

test("the working of a figure tells times in the partnership's zone, and the cause of an exclusion", async () => {
  const name = readFigureName("quick-answer@2026-05");
  const text = await withPartnership(folder, {}, async (opened) =>
    explanationText(await explain(opened, name, "2026-06-30"), { hasColour: false }),
  );
  expect(text).toContain(
    "time off the clock: 2026-05-05 09:00:00 to 2026-05-05 10:00:00 in America/New_York, mail was down",
  );
  expect(text).toContain("2 failing items, times in America/New_York");
  expect(text).toContain("deadline 2026-05-26 11:00:00");
});
