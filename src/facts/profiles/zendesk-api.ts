import { ImportProfile } from "../schema/import-profile.ts";

/** Tickets as the incremental export of the API gives them, one JSON object a line. */
export const zendeskApi = ImportProfile.parse({
  name: "zendesk-api",
  title: "Zendesk, tickets of the API",
  signature: [
    "id",
    "url",
    "created_at",
    "updated_at",
    "type",
    "subject",
    "priority",
    "status",
    "requester_id",
    "assignee_id",
    "organization_id",
    "group_id",
    "tags",
    "custom_fields",
    "satisfaction_rating",
  ],
  required: ["id", "created_at", "updated_at", "status", "requester_id"],
  latest_by: "updated_at",
  records: {
    work_items: {
      item_id: "id",
      opened_at: "created_at",
      resolved_at: "metric_set.solved_at",
      first_responded_at: {
        from: "created_at",
        plus: "metric_set.reply_time_in_minutes.calendar",
        unit: "minutes",
      },
      due_at: "due_at",
      status: "status",
      channel: "via.channel",
      category: "type",
      priority: "priority",
      team: "group_id",
      agent_id: "assignee_id",
      customer_id: "requester_id",
      reopened_count: "metric_set.reopens",
    },
  },
  note: "Stamps are UTC. Pages of the incremental export overlap: the same ticket again counts once, a later state replaces it.",
});
