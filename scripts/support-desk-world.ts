import { CalendarDefinition } from "../src/calendar/calendar-definition.ts";
import type { World } from "../src/early-warning/simulator/world.ts";
import { plainRates } from "../src/early-warning/simulator/world.ts";

/**
 * The story of `examples/support-desk`: two teams in San Salvador answer the customers of Northwind Outfitters.
 * 2025 is healthy but for a late December. In January 2026 the second team doubles at once. From March the service levels stay green while customers
 * come back, complain and score lower; in spring people leave, dates slip, and the reported satisfaction parts from the records.
 */
export const supportDeskWorld: World = {
  seed: 20_260_635,
  from: "2025-01-01",
  to: "2026-06-30",
  clientZone: "America/New_York",
  providerZone: "America/El_Salvador",
  supportHours: CalendarDefinition.parse({
    zone: "America/New_York",
    week: { "mon-fri": ["08:00-12:30", "13:00-20:00"], sat: ["09:00-13:00"] },
    holidays: ["US-NY"],
    except: [{ on: "2025-12-24", open: ["08:00-12:00"], because: "half day" }],
  }),
  teams: [
    { id: "amber", site: "san-salvador", agents: 14 },
    { id: "birch", site: "san-salvador", agents: 12 },
  ],
  growth: [{ on: "2026-01-12", team: "birch", agents: 12 }],
  weeklyItems: 260,
  channels: [
    { id: "email", share: 0.55 },
    { id: "chat", share: 0.35 },
    { id: "phone", share: 0.1 },
  ],
  categories: ["delivery", "returns", "sizes", "payment", "account"],
  answerLimitSeconds: 4 * 3600,
  resolveLimitSeconds: 23 * 3600,
  healthy: { ...plainRates, resolvedInTime: 0.985, answeredInTime: 0.955, satisfied: 0.89 },
  agentHourPrice: "14.80",
  currency: "USD",
  noise: { weekly: 0.08, autocorrelation: 0.2, season: 0.12, shock: 0.01 },
  planted: [
    // The peak before the holidays: answers are late for a month, which costs a credit that is earned back by March.
    { pitfall: "peak", from: "2025-12-01", until: "2025-12-31", size: 1, creepDays: 0, levers: { answerInTime: -1.5 } },
    { pitfall: "hollow-kpis", from: "2026-03-09", size: 1.1, creepDays: 21 },
    { pitfall: "quality-decline", from: "2026-03-09", size: 0.8, creepDays: 28, team: "birch" },
    { pitfall: "high-turnover", from: "2026-02-16", size: 1.2, creepDays: 14 },
    { pitfall: "lack-of-transparency", from: "2026-04-01", size: 1.3, creepDays: 0 },
    { pitfall: "missed-deadlines", from: "2026-04-13", size: 1.1, creepDays: 21 },
    { pitfall: "communication-breakdown", from: "2026-04-27", size: 0.9, creepDays: 14 },
  ],
};
