import type { FactKind } from "../facts/schema/fact-kinds.ts";
import type { MetricSubject } from "./metric-definition.ts";
import type { Known, StampType } from "./metric-plan.ts";

/** When the records of one kind, and their columns, become known, and which period holds them. */
export type SubjectTimes = {
  readonly stampType: StampType;
  /** columns that name a record */
  readonly id: readonly string[];
  /** from when the record exists for a reader */
  readonly begun: Known;
  readonly heldBy: string;
  /** columns that become known later than the record, with the moment */
  readonly late: Readonly<Record<string, Known>>;
};

const from = (...stamps: string[]): Known => ({ stamps, plusDays: 0 });
const withStamp = (known: Known, columns: readonly string[]) =>
  Object.fromEntries(columns.map((column) => [column, known]));
const itself = (...columns: string[]) => Object.fromEntries(columns.map((column) => [column, from(column)]));

const finished = from("closed_at", "resolved_at");

const kindTimes: Readonly<Record<FactKind | "replies", SubjectTimes>> = {
  work_items: {
    stampType: "instant",
    id: ["item_id"],
    begun: from("opened_at"),
    heldBy: "opened_at",
    late: {
      ...itself("first_responded_at", "resolved_at", "closed_at"),
      ...withStamp(finished, ["status", "reopened_count", "transferred_count", "escalated", "handle_seconds"]),
    },
  },
  item_events: { stampType: "instant", id: ["item_id", "at", "event"], begun: from("at"), heldBy: "at", late: {} },
  quality_reviews: {
    stampType: "instant",
    id: ["review_id"],
    begun: from("reviewed_at"),
    heldBy: "reviewed_at",
    late: {},
  },
  survey_responses: {
    stampType: "instant",
    id: ["response_id"],
    begun: from("sent_at"),
    heldBy: "sent_at",
    late: { ...itself("answered_at"), ...withStamp(from("answered_at"), ["score"]) },
  },
  complaints: {
    stampType: "instant",
    id: ["complaint_id"],
    begun: from("received_at"),
    heldBy: "received_at",
    late: {},
  },
  staff: {
    stampType: "date",
    id: ["agent_id", "hired_on"],
    begun: from("hired_on"),
    heldBy: "hired_on",
    late: { ...itself("production_on", "left_on"), ...withStamp(from("left_on"), ["leave_kind"]) },
  },
  staff_hours: {
    stampType: "date",
    id: ["agent_id", "date"],
    begun: { stamps: ["date"], plusDays: 1 },
    heldBy: "date",
    late: {},
  },
  access_grants: {
    stampType: "date",
    id: ["agent_id", "system", "granted_on"],
    begun: from("granted_on"),
    heldBy: "granted_on",
    late: itself("revoked_on"),
  },
  invoices: { stampType: "date", id: ["invoice_id"], begun: from("issued_on"), heldBy: "period_end", late: {} },
  invoice_lines: {
    stampType: "date",
    id: ["invoice_id", "line"],
    begun: from("issued_on"),
    heldBy: "period_end",
    late: {},
  },
  messages: { stampType: "instant", id: ["message_id"], begun: from("sent_at"), heldBy: "sent_at", late: {} },
  replies: {
    stampType: "instant",
    id: ["message_id"],
    begun: from("asked_at"),
    heldBy: "asked_at",
    late: itself("answered_at"),
  },
  meetings: {
    stampType: "instant",
    id: ["meeting_id"],
    begun: from("planned_at"),
    heldBy: "planned_at",
    late: {
      ...itself("held_at", "minutes_sent_at"),
      ...withStamp(from("held_at"), [
        "client_attendees",
        "provider_attendees",
        "client_sponsor_present",
        "provider_sponsor_present",
        "topic",
      ]),
    },
  },
  commitments: {
    stampType: "date",
    id: ["commitment_id"],
    begun: from("made_on"),
    heldBy: "due_on",
    late: itself("done_on", "accepted_on"),
  },
  reported_kpis: {
    stampType: "instant",
    id: ["kpi", "period_start", "period_end"],
    begun: from("received_at"),
    heldBy: "received_at",
    late: {},
  },
  pulse_answers: {
    stampType: "instant",
    id: ["survey", "side", "respondent", "question"],
    begun: from("answered_at"),
    heldBy: "answered_at",
    late: {},
  },
  goal_rankings: {
    stampType: "instant",
    id: ["side", "respondent", "answered_at", "goal"],
    begun: from("answered_at"),
    heldBy: "answered_at",
    late: {},
  },
  incidents: {
    stampType: "instant",
    id: ["incident_id"],
    begun: from("disclosed_at", "resolved_at"),
    heldBy: "occurred_at",
    late: itself("resolved_at"),
  },
  ideas: {
    stampType: "date",
    id: ["idea_id"],
    begun: from("submitted_at"),
    heldBy: "submitted_at",
    late: { ...itself("decided_at"), ...withStamp(from("decided_at"), ["decision", "value"]) },
  },
};

/** The reading rules "Known at" and "Periods" of the facts, as one table. */
export const subjectTimes: Readonly<Record<MetricSubject, SubjectTimes>> = {
  ...kindTimes,
  agent_items: kindTimes.work_items,
  agent_reviews: kindTimes.quality_reviews,
  leaver_grants: {
    stampType: "date",
    id: ["agent_id", "system", "granted_on"],
    begun: from("left_on"),
    heldBy: "left_on",
    late: itself("revoked_on"),
  },
};
