import { ImportProfile } from "../schema/import-profile.ts";

/** The call log report: one row for each leg of a call. */
export const five9 = ImportProfile.parse({
  name: "five9",
  title: "Five9, call log",
  signature: ["CALL ID", "TIMESTAMP", "CAMPAIGN", "CALL TYPE", "AGENT", "DISPOSITION", "ANI", "DNIS", "SESSION ID"],
  required: ["CALL ID", "TIMESTAMP", "SESSION ID"],
  aliases: { "TALK TIME": ["TALK_TIME"], "HANDLE TIME": ["HANDLE_TIME"] },
  log_order: "time",
  records: {
    work_items: {
      item_id: { from: ["SESSION ID", "CALL ID"] },
      at: "TIMESTAMP",
      activity: { from: ["DISPOSITION", "CALL TYPE"] },
      status: "DISPOSITION",
      channel: { always: "phone" },
      category: "CALL TYPE",
      team: "CAMPAIGN",
      agent_id: "AGENT",
      customer_id: "ANI",
      handle_seconds: { from: "HANDLE TIME", unit: "clock" },
    },
  },
  events: { "*": "ignored" },
  missing: ["[None]"],
  note: "Stamps are in the domain's zone. A transferred call has several rows with one SESSION ID: one item, its handle times added up.",
});
