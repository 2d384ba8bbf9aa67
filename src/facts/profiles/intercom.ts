import { ImportProfile } from "../schema/import-profile.ts";

/** The CSV export of conversations; its headers name the zone of the stamps. */
export const intercom = ImportProfile.parse({
  name: "intercom",
  title: "Intercom, CSV export of conversations",
  signature: [
    "Conversation ID",
    "Conversation started at",
    "Updated at",
    "Teammate currently assigned",
    "Team currently assigned",
    "Current conversation state",
    "Started by",
    "Conversation source",
    "Conversation rating",
    "Conversation rating remark",
    "Last teammate rated",
    "Channel",
    "Ticket type",
  ],
  required: ["Conversation ID", "Conversation started at"],
  zone_in_header: {
    "Conversation started at": "^Conversation started at \\((.+)\\)$",
    "Updated at": "^Updated at \\((.+)\\)$",
  },
  records: {
    work_items: {
      item_id: "Conversation ID",
      opened_at: "Conversation started at",
      status: "Current conversation state",
      channel: "Channel",
      category: "Ticket type",
      team: "Team currently assigned",
      agent_id: "Teammate currently assigned",
    },
  },
  missing: ["Unassigned"],
  note: "The zone stands in the column's name. The export has no moment of the first reply or of closing.",
});
