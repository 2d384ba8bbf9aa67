import { afterAll, beforeAll, expect, test } from "vitest";
import { answeredIn4h, smallContext, smallRecords } from "../../test/small-records.ts";
import { FactStore } from "../facts/fact-store.ts";
import { endOfDay } from "../metrics/dates-table.ts";
import { MetricDefinition } from "../metrics/metric-definition.ts";
import { planMetric } from "../metrics/plan-metric.ts";
import { readClockedWork } from "./read-clocked-work.ts";
import { readAgentReviews } from "./read-compared-records.ts";
import { questionsAt, readQuestions } from "./read-questions.ts";

let store: FactStore;
beforeAll(async () => {
  store = await FactStore.open();
  await store.run(smallRecords);
});
afterAll(() => store.close());

const { zone } = smallContext;

function clocked(id: string, written: object) {
  const definition = MetricDefinition.parse(written);
  const plan = planMetric(id, definition, smallContext);
  const metric = { id, definition, plan, by: [], from: null, until: null, isStandard: false };
  return readClockedWork(store, { kpis: [metric], levels: [], reported: [] }, "2026-06-14");
}

test("how long answers ran, and where they were paused, is counted by week in steps of the records", async () => {
  const [work] = await clocked("answered", { ...answeredIn4h, pausing_on: ["waiting"] });
  expect(work).toMatchObject({ metric: "answered", limit: 4 * 3600, step: 60, hasPauses: true });
  expect(work?.weeks).toEqual([
    {
      week: "2026-06-01",
      // A ran 2 h and came back within 14 days; B ran 5 h but for 2.5 h; C used up 4 h to the second, by no one's doing.
      ends: [
        { ran: 7200, items: 1, reopened: 1 },
        { ran: 9000, items: 1, reopened: 0 },
      ],
      // B was paused after an hour, and late without it.
      pauses: [{ ran: 3600, pauses: 1, saved: 1 }],
      named: { inside: [], cameBack: [], paused: [] },
    },
    {
      week: "2026-06-08",
      // E ran 3 h 59; F 5 h but for 59 minutes, late all the same.
      ends: [
        { ran: 14_340, items: 1, reopened: 0 },
        { ran: 14_460, items: 1, reopened: 0 },
      ],
      pauses: [{ ran: 3600, pauses: 1, saved: 0 }],
      named: { inside: ["E"], cameBack: [], paused: [] },
    },
  ]);
});

test("a resolution is the first one, and comes back when it is opened again within 14 days", async () => {
  const [work] = await clocked("resolved", { ...answeredIn4h, within: "20h of office", to: "resolved_at" });
  expect(work).toMatchObject({ step: 3600, hasPauses: false });
  // A after 4 h and C after 8 h came back in days, B after 6 h in 18; E took 18 h over a weekend, F 6 h.
  expect(
    work?.weeks.map(({ week, ends }) => [week, ...ends.map(({ ran, reopened }) => [ran / 3600, reopened])]),
  ).toEqual([
    ["2026-06-01", [4, 1], [6, 0], [8, 1]],
    ["2026-06-08", [6, 0], [18, 0]],
  ]);
});

test("a metric that measures no work against hours has no clock to look at", async () => {
  expect(await clocked("open", { backlog_of: "work_items" })).toEqual([]);
  expect(
    await clocked("mean", { ...answeredIn4h, share_of: undefined, within: undefined, mean_of: "work_items" }),
  ).toEqual([]);
});

test("questions wait for the other side's next message, as it was known by the end of a day", async () => {
  const all = await readQuestions(store);
  // 23:00 UTC is midnight in Lisbon.
  expect(questionsAt(all, endOfDay("2026-06-02", zone), zone)).toEqual([
    { id: "1", owedBy: "provider", askedOn: "2026-06-01", days: 3 / 24, isAnswered: true },
    { id: "4", owedBy: "client", askedOn: "2026-06-02", days: 8 / 24, isAnswered: false },
  ]);
  expect(questionsAt(all, endOfDay("2026-06-03", zone), zone)).toMatchObject([
    { id: "1" },
    { id: "4", days: 18 / 24, isAnswered: true },
    { id: "6", owedBy: "provider", days: 14 / 24, isAnswered: false },
  ]);
  expect(questionsAt(all, endOfDay("2028-01-01", zone), zone)).toEqual([]);
});

test("reviews carry how long the person had been there; a second score of the same work is left out", async () => {
  expect(await readAgentReviews(store, zone)).toEqual([
    { agent: "1", reviewedOn: "2026-06-01", tenureDays: 151, score: 90, isCritical: false },
    { agent: "3", reviewedOn: "2026-06-02", tenureDays: 32, score: 70, isCritical: true },
    { agent: "1", reviewedOn: "2026-06-02", tenureDays: 152, score: 95, isCritical: null },
  ]);
});
