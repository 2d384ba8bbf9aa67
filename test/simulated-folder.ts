import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { factsAsCsv } from "../scripts/facts-as-csv.ts";
import { CalendarDefinition } from "../src/calendar/calendar-definition.ts";
import type { FactRows } from "../src/early-warning/simulator/fact-rows.ts";
import type { Levers } from "../src/early-warning/simulator/planted-pitfall.ts";
import { simulatePartnership } from "../src/early-warning/simulator/simulate-partnership.ts";
import { plainRates, type World } from "../src/early-warning/simulator/world.ts";

/** A year of two teams of ten; what is moved begins halfway. */
function world(levers: Partial<Levers>, seed: number): World {
  return {
    ...{ seed, from: "2025-07-07", to: "2026-06-30", clientZone: "America/New_York", providerZone: "America/New_York" },
    supportHours: CalendarDefinition.parse({ zone: "America/New_York", week: { "mon-fri": ["08:00-20:00"] } }),
    teams: [
      { id: "amber", site: "san-salvador", agents: 10 },
      { id: "birch", site: "san-salvador", agents: 10 },
    ],
    growth: [],
    weeklyItems: 200,
    channels: [{ id: "email", share: 1 }],
    categories: ["delivery"],
    ...{ answerLimitSeconds: 4 * 3600, resolveLimitSeconds: 20 * 3600, healthy: plainRates },
    ...{ agentHourPrice: "14.80", currency: "USD" },
    noise: { weekly: 0.05, autocorrelation: 0.2, season: 0.1, shock: 0 },
    planted: [{ pitfall: "all-at-once", from: "2026-01-05", size: 1, creepDays: 0, levers }],
  };
}

const record = `
partnership: small
zone: America/New_York
client: { name: Northwind Outfitters, calendar: support-hours, sponsor: joel, contacts: [{ id: joel, role: COO }] }
provider: { name: Cedar Contact, sponsor: coo, contacts: [{ id: coo, role: COO }] }
calendars:
  support-hours: { zone: America/New_York, week: { mon-fri: [08:00-20:00] } }
processes: [{ id: customer-support, owner: joel }]
metrics:
  answered: { share_of: work_items, within: 4h of support-hours, from: opened_at, to: first_responded_at, better: higher }
  resolved: { share_of: work_items, within: 20h of support-hours, from: opened_at, to: resolved_at, pausing_on: any, better: higher }
forums:
  - { id: weekly-operations, level: operational, every: "Tuesday 10:00" }
  - { id: quarterly-review, level: strategic, every: quarter, attend: [joel, coo] }
security: { incidents_told_within: 36h }
contract:
  starts: 2025-07-01
  pricing: { model: per-hour, rate_card: [{ item: agent-hour, unit: hour, price: 14.80 USD }] }
`;

type SimulatedYear = {
  readonly levers?: Partial<Levers>;
  readonly seed?: number;
  /** changes the records before they are written */
  readonly edit?: (facts: FactRows) => FactRows;
};

/** A folder with a small record and a simulated year in which some levers are moved; removed again after use. */
export async function inSimulatedFolder<Result>(
  { levers = {}, seed = 11, edit = (facts) => facts }: SimulatedYear,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "bellwether-simulated-"));
  try {
    await mkdir(join(folder, "facts"));
    await writeFile(join(folder, "partnership.yaml"), record);
    for (const [kind, text] of factsAsCsv(edit(simulatePartnership(world(levers, seed)))))
      await writeFile(join(folder, "facts", `${kind}.csv`), text);
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
