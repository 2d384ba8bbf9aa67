import { type BusinessClock, businessClock } from "../../src/calendar/business-clock.ts";
import { CalendarDefinition } from "../../src/calendar/calendar-definition.ts";
import type { Span } from "../../src/calendar/span.ts";

/** One step of a recorded script: something is made, changed or recomputed, or a figure of the ticket is expected. */
export type Step =
  | {
      readonly op: "create";
      readonly id: string;
      readonly kind: string;
      readonly traits: readonly string[];
      readonly attrs: Attributes;
    }
  | { readonly op: "update"; readonly on: string; readonly set: Attributes }
  | { readonly op: "escalation_calculation"; readonly on: string }
  | { readonly expect: string; readonly eq?: string | number; readonly be_nil?: boolean };
type Attributes = Readonly<Record<string, unknown>>;

type World = {
  readonly calendars: Map<string, CalendarDefinition>;
  readonly agreements: Map<string, Attributes>;
  ticket: Record<string, unknown>;
  readonly history: { readonly from: string; readonly to: string; readonly at: number }[];
  readonly figures: Map<string, number | null>;
};

/**
 * Plays one script with our clock and tells every expectation that is not met, as text.
 * Figures are in minutes or epoch seconds. A limit starts with the ticket or with the customer's last word, stops while the ticket is
 * pending, and is void once answered, closed, or while the ticket stands in a pending state.
 */
export function playScript(steps: readonly Step[]): string[] {
  const world: World = { calendars: new Map(), agreements: new Map(), ticket: {}, history: [], figures: new Map() };
  return steps.flatMap((step) => {
    if ("expect" in step) return unmet(world, step);
    if (step.op === "create") create(world, step.id, step.kind, step.traits, step.attrs);
    if (step.op === "update") Object.assign(world.ticket, step.set);
    recompute(world, step.op === "update" ? Object.keys(step.set) : []);
    return [];
  });
}

function unmet(world: World, step: Extract<Step, { expect: string }>): string[] {
  const recorded = world.ticket[step.expect];
  const actual = typeof recorded === "string" ? secondsOf(recorded) : (world.figures.get(step.expect) ?? null);
  const expected =
    step.be_nil === true ? null : typeof step.eq === "string" ? secondsOf(step.eq) : (step.eq ?? Number.NaN);
  return actual === expected ? [] : [`${step.expect} is ${actual}, not ${expected}`];
}

function create(world: World, id: string, kind: string, traits: readonly string[], attributes: Attributes): void {
  if (kind === "calendar") world.calendars.set(id, calendarOf(attributes));
  if (kind === "sla") world.agreements.set(id, attributes);
  if (kind === "ticket") world.ticket = { ...attributes };
  if (kind === "ticket/article") {
    const isCustomers = traits.some((trait) => trait.startsWith("inbound"));
    world.ticket[isCustomers ? "last_contact_customer_at" : "last_contact_agent_at"] = attributes.created_at;
    if (!isCustomers) world.ticket.first_response_at ??= attributes.created_at;
  }
  if (kind === "history" && attributes.history_attribute === "state") {
    const at = secondsOf(attributes.created_at);
    if (at !== null) world.history.push({ from: String(attributes.value_from), to: String(attributes.value_to), at });
  }
}

/** @param changed what the step has set: a figure is written down when the moment that it is about is */
function recompute(world: World, changed: readonly string[]): void {
  const { ticket, figures } = world;
  const agreement = [...world.agreements.values()].find(({ condition }) => holds(condition, ticket));
  const calendar = world.calendars.get(String(agreement?.calendar));
  for (const name of ["first_response", "update", "close"]) figures.set(`${name}_escalation_at`, null);
  figures.set("escalation_at", null);
  if (agreement === undefined || calendar === undefined) return;
  const clock = businessClock(calendar);
  const pauses = pausesOf(world);
  const times = timesOf(ticket);
  const isDisabled = isPending(String(ticket.state ?? "").replace(/^state:/, ""));
  const hasAnswered = times.agent !== null && times.customer !== null && times.agent >= times.customer;

  const first = minutesOf(agreement.first_response_time);
  const update = minutesOf(agreement.response_time);
  const close = minutesOf(agreement.solution_time);
  const set = (name: string, limit: number | null, start: number | null, isVoid: boolean) => {
    if (limit === null || start === null || isVoid || isDisabled) return;
    figures.set(`${name}_escalation_at`, clock.addSeconds(start, limit * 60, pauses));
  };
  set("first_response", first, times.created, times.response !== null);
  set("update", update, times.customer, hasAnswered);
  set("close", close, times.created, times.closed !== null);
  const next = ["first_response", "update", "close"].map(
    (name) => figures.get(`${name}_escalation_at`) ?? Number.POSITIVE_INFINITY,
  );
  const soonest = Math.min(...next);
  figures.set("escalation_at", Number.isFinite(soonest) ? soonest : null);

  const ran = (from: number | null, to: number | null) => minutesRun(clock, from, to, times, pauses);
  if (changed.includes("first_response_at")) keep(figures, "first_response", first, ran(times.created, times.response));
  if (changed.includes("close_at")) keep(figures, "close", close, ran(times.created, times.closed));
  const answered = hasAnswered ? ran(times.customer, times.agent) : null;
  if (answered !== null && answered > (figures.get("update_in_min") ?? -1)) keep(figures, "update", update, answered);
}

function keep(figures: World["figures"], name: string, limit: number | null, minutes: number | null): void {
  if (limit === null || minutes === null) return;
  figures.set(`${name}_in_min`, minutes);
  figures.set(`${name}_diff_in_min`, limit - minutes);
}

function minutesRun(
  clock: BusinessClock,
  from: number | null,
  to: number | null,
  { created, closed }: ReturnType<typeof timesOf>,
  pauses: readonly Span[],
): number | null {
  if (from === null || to === null) return null;
  const start = Math.max(from, created ?? from);
  const end = Math.min(to, closed ?? to);
  return Math.floor(clock.secondsBetween(start, end, pauses) / 60);
}

/** Stretches in a pending state that have ended, by whole minutes. */
function pausesOf({ ticket, history }: World): Span[] {
  const states = history.map(({ to, at }) => ({ state: to, at }));
  const created = secondsOf(ticket.created_at);
  const [first] = history;
  if (first !== undefined && created !== null && first.at !== created)
    states.unshift({ state: first.from, at: created });
  const minute = (at: number) => Math.floor(at / 60) * 60;
  return states.flatMap(({ state, at }, index) => {
    const next = states[index + 1];
    return next !== undefined && isPending(state) ? [{ start: minute(at), end: minute(next.at) }] : [];
  });
}

function isPending(state: string): boolean {
  return state.startsWith("pending");
}

function holds(condition: unknown, ticket: Attributes): boolean {
  return Object.entries(Object(condition)).every(([field, test]) => {
    const name = field.replace(/^ticket\./, "").replace(/_id$/, "");
    return Object(test).operator === "is" && ticket[name] === Object(test).value;
  });
}

function timesOf(ticket: Attributes) {
  return {
    created: secondsOf(ticket.created_at),
    response: secondsOf(ticket.first_response_at),
    customer: secondsOf(ticket.last_contact_customer_at),
    agent: secondsOf(ticket.last_contact_agent_at),
    closed: secondsOf(ticket.close_at),
  };
}

function minutesOf(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}

/** Epoch seconds of `2013-03-21 09:30:00 UTC`. */
function secondsOf(value: unknown): number | null {
  return typeof value === "string" ? Date.parse(value.replace(" UTC", "Z").replace(" ", "T")) / 1000 : null;
}

function calendarOf(attributes: Attributes): CalendarDefinition {
  const days: Record<string, { active: boolean; timeframes: string[][] }> = Object(attributes.business_hours);
  const week = Object.entries(days).map(([day, { active, timeframes }]) => [
    day,
    active ? timeframes.map((frame) => frame.join("-")) : "closed",
  ]);
  return CalendarDefinition.parse({ zone: attributes.timezone ?? "Europe/Berlin", week: Object.fromEntries(week) });
}
