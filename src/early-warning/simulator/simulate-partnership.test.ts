import { expect, test } from "vitest";
import { CalendarDefinition } from "../../calendar/calendar-definition.ts";
import { factKinds, factSchemas } from "../../facts/schema/fact-kinds.ts";
import { simulatePartnership } from "./simulate-partnership.ts";
import { plainRates, type World } from "./world.ts";

const healthy: World = {
  seed: 7,
  from: "2026-01-01",
  to: "2026-06-30",
  clientZone: "America/New_York",
  providerZone: "America/El_Salvador",
  supportHours: CalendarDefinition.parse({ zone: "America/New_York", week: { "mon-fri": ["08:00-20:00"] } }),
  teams: [{ id: "amber", site: "san-salvador", agents: 12 }],
  growth: [],
  weeklyItems: 120,
  channels: [{ id: "email", share: 1 }],
  categories: ["delivery"],
  answerLimitSeconds: 4 * 3600,
  resolveLimitSeconds: 20 * 3600,
  healthy: plainRates,
  agentHourPrice: "14.80",
  currency: "USD",
  noise: { weekly: 0.05, autocorrelation: 0.2, season: 0.1, shock: 0 },
  planted: [],
};

const calm = simulatePartnership(healthy);

test("the same seed gives the same records, another seed gives others", () => {
  expect(JSON.stringify(simulatePartnership(healthy))).toBe(JSON.stringify(calm));
  const other = simulatePartnership({ ...healthy, seed: 8 });
  expect(JSON.stringify(other.work_items)).not.toBe(JSON.stringify(calm.work_items));
});

test("every kind of record is made, with columns that its schema knows and required ones filled", () => {
  const facts = simulatePartnership({
    ...healthy,
    planted: [{ pitfall: "unmanaged-risk", from: "2026-01-01", size: 2, creepDays: 0 }],
  });
  for (const kind of factKinds) {
    const names = new Set(factSchemas[kind].columns.map(({ name }) => name));
    const required = factSchemas[kind].columns.filter((column) => column.required).map(({ name }) => name);
    expect(facts[kind].length, kind).toBeGreaterThan(0);
    expect(facts[kind].flatMap((row) => Object.keys(row).filter((name) => !names.has(name)))).toEqual([]);
    expect(facts[kind].flatMap((row) => required.filter((name) => (row[name] ?? null) === null))).toEqual([]);
  }
});

test("a planted trouble moves its own records and leaves the chance of the others alone", () => {
  const unhappy = simulatePartnership({
    ...healthy,
    planted: [{ pitfall: "poor-customer-feedback", from: "2026-04-01", size: 2, creepDays: 0 }],
  });
  expect(JSON.stringify(unhappy.work_items)).toBe(JSON.stringify(calm.work_items));
  expect(JSON.stringify(unhappy.messages)).toBe(JSON.stringify(calm.messages));
  expect(satisfiedShare(unhappy.survey_responses, "2026-04-15")).toBeLessThan(
    satisfiedShare(calm.survey_responses, "2026-04-15") - 0.1,
  );
  const before = (rows: typeof calm.survey_responses) => rows.filter((row) => String(row.sent_at) < "2026-03-30");
  expect(before(unhappy.survey_responses)).toEqual(before(calm.survey_responses));
});

test("nothing is stamped after the last day", () => {
  const stamps = calm.work_items.flatMap((row) => [row.opened_at, row.first_responded_at, row.resolved_at]);
  expect(stamps.filter((at) => at !== null && at !== undefined && String(at) >= "2026-07-01T04:00:00Z")).toEqual([]);
});

function satisfiedShare(rows: ReturnType<typeof simulatePartnership>["survey_responses"], from: string): number {
  const answered = rows.filter((row) => row.score !== null && row.score !== undefined && String(row.sent_at) >= from);
  return answered.filter((row) => Number(row.score) >= 4).length / answered.length;
}
