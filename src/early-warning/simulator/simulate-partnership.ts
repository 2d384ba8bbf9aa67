import { businessClock } from "../../calendar/business-clock.ts";
import { seededChance } from "../../values/seeded-chance.ts";
import { addDays, startOfDay } from "../../values/time.ts";
import type { FactRows } from "./fact-rows.ts";
import { reportedRows, simulateInvoices } from "./simulate-billing.ts";
import { simulateDealings } from "./simulate-dealings.ts";
import { simulateOpinion } from "./simulate-opinion.ts";
import { accessRows, hourRows, simulateStaff, staffRow } from "./simulate-staff.ts";
import { eventRows, itemRow, simulateItems } from "./simulate-work.ts";
import type { World } from "./world.ts";

/**
 * A whole partnership as raw records of every kind, from a seed: the same world gives the same rows everywhere.
 * Each part draws from its own stream, so planting a pitfall in one part leaves the chance of the others as it was.
 */
export function simulatePartnership(world: World): FactRows {
  const chance = seededChance(world.seed);
  const end = startOfDay(addDays(world.to, 1), world.clientZone) - 1;
  const clock = businessClock(world.supportHours);
  const agents = simulateStaff(world, chance.split("staff"));
  const items = simulateItems(world, chance.split("items"), agents, clock);
  const opinion = simulateOpinion(world, chance.split("opinion"), items, end);
  const dealings = simulateDealings(world, chance.split("dealings"), end);
  const hours = hourRows(world, chance.split("hours"), agents);
  const billing = simulateInvoices(world, chance.split("invoices"), hours);
  return {
    work_items: items.map((item) => itemRow(item, end)),
    item_events: items.flatMap((item) => eventRows(item, end)),
    quality_reviews: opinion.reviews,
    survey_responses: opinion.surveys,
    complaints: opinion.complaints,
    staff: agents.map(staffRow),
    staff_hours: hours,
    access_grants: accessRows(world, chance.split("access"), agents),
    invoices: billing.invoices,
    invoice_lines: billing.lines,
    messages: dealings.messages,
    meetings: dealings.meetings,
    commitments: dealings.commitments,
    reported_kpis: reportedRows(world, opinion.surveys),
    pulse_answers: dealings.pulses,
    goal_rankings: dealings.rankings,
    incidents: dealings.incidents,
    ideas: dealings.ideas,
  };
}
