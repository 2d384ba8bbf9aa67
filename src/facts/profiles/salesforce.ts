import { ImportProfile } from "../schema/import-profile.ts";

/** Cases as the API and Data Loader give them. */
export const salesforce = ImportProfile.parse({
  name: "salesforce",
  title: "Salesforce, cases of the API or Data Loader",
  signature: [
    "Id",
    "CaseNumber",
    "Subject",
    "Status",
    "Priority",
    "Origin",
    "Type",
    "CreatedDate",
    "ClosedDate",
    "OwnerId",
  ],
  required: ["CaseNumber", "CreatedDate", "Status"],
  records: {
    work_items: {
      item_id: "CaseNumber",
      opened_at: "CreatedDate",
      resolved_at: "ClosedDate",
      closed_at: "ClosedDate",
      status: "Status",
      channel: "Origin",
      category: "Type",
      priority: "Priority",
      agent_id: "OwnerId",
      customer_id: "ContactId",
      escalated: "IsEscalated",
    },
  },
  note: "Stamps are UTC. A case has no moment of resolution of its own: closing resolves it.",
});

/** A report of cases as exported by a person: labels instead of names, a footer under the rows. */
export const salesforceReport = ImportProfile.parse({
  name: "salesforce-report",
  title: "Salesforce, exported report of cases",
  signature: ["Case Number", "Case Owner", "Subject", "Date/Time Opened", "Date/Time Closed", "Status", "Priority"],
  required: ["Case Number", "Date/Time Opened"],
  aliases: {
    "Case Number": ["Kundenvorgangsnummer", "Número del caso", "Numéro de la requête"],
    "Case Owner": ["Kundenvorgangsinhaber", "Propietario del caso", "Propriétaire de la requête"],
    "Date/Time Opened": ["Geöffnet: Datum/Uhrzeit", "Fecha/Hora de apertura", "Date/Heure d'ouverture"],
    "Date/Time Closed": ["Geschlossen: Datum/Uhrzeit", "Fecha/Hora de cierre", "Date/Heure de fermeture"],
    Subject: ["Betreff", "Asunto", "Objet"],
    Priority: ["Priorität", "Prioridad", "Priorité"],
    Status: ["Estado", "Statut"],
  },
  footer: '^("[^"]*"|[^,"]*)$',
  records: {
    work_items: {
      item_id: "Case Number",
      opened_at: "Date/Time Opened",
      resolved_at: "Date/Time Closed",
      closed_at: "Date/Time Closed",
      status: "Status",
      channel: "Case Origin",
      category: "Type",
      priority: "Priority",
      agent_id: "Case Owner",
    },
  },
  note: "Stamps are in the user's locale and zone: the source says both. Lines of a single cell under the rows (the report's name, the copyright) are no records.",
});
