/**
 * The kinds of raw records and their columns, as every file, table and metric knows them.
 * One declaration serves the import, the tables of the fact store, the metric definitions and the docs.
 */

/** How a column is written and stored. `instant` is a UTC timestamp in the store, `money` is DECIMAL(38,10). */
export type ColumnType = "text" | "instant" | "date" | "number" | "integer" | "money" | "boolean" | "one-of";

export type FactColumn = {
  readonly name: string;
  readonly type: ColumnType;
  /** without it a row says nothing and goes to quarantine */
  readonly required: boolean;
  /** the values allowed, where `type` is `one-of` */
  readonly values?: readonly string[];
  /** bounds, inclusive, beyond which a row goes to quarantine */
  readonly least?: number;
  readonly most?: number;
};

/** One kind of record: its columns, and the columns that make a row the same record when it comes again. */
export type FactKindSchema = {
  readonly kind: FactKind;
  readonly summary: string;
  readonly key: readonly string[];
  readonly columns: readonly FactColumn[];
};

export const factKinds = [
  "work_items",
  "item_events",
  "quality_reviews",
  "survey_responses",
  "complaints",
  "staff",
  "staff_hours",
  "access_grants",
  "invoices",
  "invoice_lines",
  "messages",
  "meetings",
  "commitments",
  "reported_kpis",
  "pulse_answers",
  "goal_rankings",
  "incidents",
  "ideas",
] as const;
export type FactKind = (typeof factKinds)[number];

/** What can happen to a work item. */
export const itemEvents = [
  ...(["assigned", "responded", "paused", "resumed", "resolved"] as const),
  ...(["reopened", "closed", "escalated", "transferred"] as const),
] as const;

const column = (name: string, type: ColumnType, more: Partial<FactColumn> = {}): FactColumn => {
  const required = name.endsWith("*");
  return { name: required ? name.slice(0, -1) : name, type, required, ...more };
};
const text = (name: string) => column(name, "text");
const instant = (name: string) => column(name, "instant");
const date = (name: string) => column(name, "date");
const number = (name: string, more: Partial<FactColumn> = {}) => column(name, "number", more);
const count = (name: string) => column(name, "integer", { least: 0 });
const money = (name: string) => column(name, "money");
const boolean = (name: string) => column(name, "boolean");
const oneOf = (name: string, values: readonly string[]) => column(name, "one-of", { values });
const parties = ["client", "provider"];
const actors = ["client", "provider", "customer"];

/** Every kind of record, in the order of the documentation. A `*` ends the name of a required column. */
export const factSchemas: Readonly<Record<FactKind, FactKindSchema>> = {
  work_items: {
    kind: "work_items",
    summary: "one piece of work: a ticket, a contact, a case, an order",
    key: ["item_id"],
    columns: [
      text("item_id*"),
      text("process"),
      instant("opened_at*"),
      instant("first_responded_at"),
      instant("resolved_at"),
      instant("closed_at"),
      instant("due_at"),
      text("status"),
      text("channel"),
      text("category"),
      text("priority"),
      text("team"),
      text("site"),
      text("agent_id"),
      text("customer_id"),
      text("language"),
      number("handle_seconds", { least: 0 }),
      count("reopened_count"),
      count("transferred_count"),
      boolean("escalated"),
    ],
  },
  item_events: {
    kind: "item_events",
    summary: "something that happened to a work item",
    key: ["item_id", "at", "event"],
    columns: [
      text("item_id*"),
      instant("at*"),
      oneOf("event*", itemEvents),
      oneOf("by_side", actors),
      text("agent_id"),
      text("reason"),
    ],
  },
  quality_reviews: {
    kind: "quality_reviews",
    summary: "one scored look at one piece of work",
    key: ["review_id"],
    columns: [
      text("review_id*"),
      text("item_id"),
      instant("reviewed_at*"),
      oneOf("reviewer_side*", parties),
      text("reviewer_id"),
      text("agent_id"),
      text("team"),
      number("score*", { least: 0, most: 100 }),
      count("critical_errors"),
      text("form"),
      text("double_of"),
    ],
  },
  survey_responses: {
    kind: "survey_responses",
    summary: "one question asked of a customer, answered or not",
    key: ["response_id"],
    columns: [
      text("response_id*"),
      text("item_id"),
      oneOf("kind*", ["csat", "nps", "ces"]),
      instant("sent_at*"),
      instant("answered_at"),
      number("score"),
      number("scale_max", { least: 1 }),
      text("team"),
      text("agent_id"),
    ],
  },
  complaints: {
    kind: "complaints",
    summary: "a customer's complaint",
    key: ["complaint_id"],
    columns: [
      text("complaint_id*"),
      text("item_id"),
      instant("received_at*"),
      text("category"),
      text("severity"),
      text("team"),
    ],
  },
  staff: {
    kind: "staff",
    summary: "one person's time with the provider, by pseudonym",
    key: ["agent_id", "hired_on"],
    columns: [
      text("agent_id*"),
      text("team"),
      text("site"),
      text("role"),
      date("hired_on*"),
      date("production_on"),
      date("left_on"),
      oneOf("leave_kind", ["voluntary", "involuntary", "transfer"]),
      boolean("key_person"),
    ],
  },
  staff_hours: {
    kind: "staff_hours",
    summary: "one person's hours of one day",
    key: ["agent_id", "date"],
    columns: [
      text("agent_id*"),
      date("date*"),
      number("scheduled_hours", { least: 0, most: 25 }),
      number("worked_hours", { least: 0, most: 25 }),
      number("billable_hours", { least: 0, most: 25 }),
    ],
  },
  access_grants: {
    kind: "access_grants",
    summary: "one person's access to one system",
    key: ["agent_id", "system", "granted_on"],
    columns: [text("agent_id*"), text("system*"), date("granted_on*"), date("revoked_on")],
  },
  invoices: {
    kind: "invoices",
    summary: "an invoice of the provider",
    key: ["invoice_id"],
    columns: [
      text("invoice_id*"),
      date("period_start*"),
      date("period_end*"),
      date("issued_on*"),
      date("due_on"),
      text("currency*"),
      money("total*"),
    ],
  },
  invoice_lines: {
    kind: "invoice_lines",
    summary: "a line of an invoice",
    key: ["invoice_id", "line"],
    columns: [
      text("invoice_id*"),
      text("line*"),
      text("rate_item"),
      text("description"),
      money("quantity*"),
      text("unit"),
      money("unit_price*"),
      money("amount*"),
    ],
  },
  messages: {
    kind: "messages",
    summary: "a message between the parties",
    key: ["message_id"],
    columns: [
      text("message_id*"),
      text("thread_id*"),
      instant("sent_at*"),
      oneOf("from_side*", actors),
      text("from_person"),
      oneOf("kind", ["question", "request", "answer", "update", "escalation", "clarification"]),
      text("in_reply_to"),
    ],
  },
  meetings: {
    kind: "meetings",
    summary: "a planned meeting of a forum, held or not",
    key: ["meeting_id"],
    columns: [
      text("meeting_id*"),
      text("forum*"),
      instant("planned_at*"),
      instant("held_at"),
      count("client_attendees"),
      count("provider_attendees"),
      boolean("client_sponsor_present"),
      boolean("provider_sponsor_present"),
      instant("minutes_sent_at"),
      oneOf("topic", ["operations", "improvement", "planning", "escalation"]),
    ],
  },
  commitments: {
    kind: "commitments",
    summary: "something that one side promised by a date",
    key: ["commitment_id"],
    columns: [
      text("commitment_id*"),
      oneOf("kind*", ["milestone", "deliverable", "action", "obligation", "report"]),
      text("title"),
      oneOf("owner_side*", parties),
      text("owner"),
      date("made_on*"),
      date("first_due_on"),
      date("due_on*"),
      date("done_on"),
      date("accepted_on"),
    ],
  },
  reported_kpis: {
    kind: "reported_kpis",
    summary: "a figure as the provider reported it",
    key: ["kpi", "period_start", "period_end"],
    columns: [text("kpi*"), date("period_start*"), date("period_end*"), number("value*"), instant("received_at*")],
  },
  pulse_answers: {
    kind: "pulse_answers",
    summary: "one answer of one person to a relationship pulse",
    key: ["survey", "side", "respondent", "question"],
    columns: [
      text("survey*"),
      oneOf("side*", parties),
      text("respondent*"),
      text("question*"),
      instant("answered_at*"),
      number("score*", { least: 1, most: 5 }),
    ],
  },
  goal_rankings: {
    kind: "goal_rankings",
    summary: "where one person ranks one goal",
    key: ["side", "respondent", "answered_at", "goal"],
    columns: [
      oneOf("side*", parties),
      text("respondent*"),
      instant("answered_at*"),
      text("goal*"),
      column("rank*", "integer", { least: 1 }),
    ],
  },
  incidents: {
    kind: "incidents",
    summary: "something that went wrong and had to be told",
    key: ["incident_id"],
    columns: [
      text("incident_id*"),
      oneOf("kind*", ["security", "privacy", "outage", "process"]),
      text("severity"),
      instant("occurred_at*"),
      instant("detected_at"),
      instant("disclosed_at"),
      instant("resolved_at"),
      oneOf("detected_by_side", actors),
    ],
  },
  ideas: {
    kind: "ideas",
    summary: "an idea for improvement",
    key: ["idea_id"],
    columns: [
      text("idea_id*"),
      date("submitted_at*"),
      oneOf("by_side*", actors),
      text("title"),
      date("decided_at"),
      oneOf("decision", ["accepted", "declined"]),
      money("value"),
    ],
  },
};
