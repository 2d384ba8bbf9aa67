import { expect, test } from "vitest";
import { inSimulatedFolder } from "../../test/simulated-folder.ts";
import type { Levers } from "../early-warning/simulator/planted-pitfall.ts";
import { judgeAtDates } from "./judge-at-dates.ts";
import { withPartnership } from "./open-partnership.ts";

const certain = [
  ...["leaver-has-access", "incident-told-late", "forum-missed", "sponsor-absent", "ideas-undecided"],
  ...["provider-promise-open", "client-promise-open", "lines-off-contract", "lines-disputed"],
  ...["new-hires-leave", "milder-reviews", "surveys-chosen"],
  ...["target-never-fails", "period-end-forecast", "budget-forecast", "credit-unclaimed"],
];
const dates = ["2025-12-31", "2026-03-31", "2026-06-30"];

/** What the certain detectors say on each of the dates. */
const saidIn = (levers: Partial<Levers>, seed: number) =>
  inSimulatedFolder({ levers, seed }, (folder) =>
    withPartnership(folder, {}, async (opened) =>
      (await judgeAtDates(opened, dates, { listsFailing: false })).map(({ pitfalls }) =>
        pitfalls.findings.filter(({ detector }) => certain.includes(detector)),
      ),
    ),
  );

test("what is wrong in the records is said from when it is so, and nothing of it in a healthy year", async () => {
  const ill = await saidIn(
    {
      accessKept: 3,
      incidents: 2.5,
      lateDisclosure: 3,
      forumMissed: 6,
      offContractLines: 1,
      billedHours: 0.1,
    },
    5,
  );
  expect(ill[0]).toEqual([]);
  const found = ill[2]?.map(({ id }) => id).sort() ?? [];
  expect(found).toEqual([
    "communication-breakdown/forum-missed/weekly-operations",
    "contract-gaps/lines-off-contract/invoices",
    "cost-overrun/lines-disputed/invoices",
    "weak-security/incident-told-late/incidents",
    "weak-security/leaver-has-access/leavers",
  ]);
  for (const { onset, evidence } of ill[2] ?? []) {
    expect(onset !== null && onset >= "2025-12-31", String(onset)).toBe(true);
    expect(Object.keys(evidence).length).toBeGreaterThan(1);
  }
  // A forum that is not held cannot show who stays away from it.
  const absent = await saidIn({ sponsorAbsent: 6 }, 5);
  expect(absent[2]?.map(({ id, state }) => `${state} ${id}`)).toEqual([
    "watch vendor-not-partner/sponsor-absent/client",
  ]);
  for (const seed of [5, 6, 7]) expect((await saidIn({}, seed)).flat().map(({ id }) => id)).toEqual([]);
}, 180_000);
