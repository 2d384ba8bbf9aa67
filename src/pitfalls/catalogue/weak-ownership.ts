import type { Pitfall } from "../pitfall-definition.ts";

export const weakOwnership: Pitfall = {
  id: "weak-ownership",
  name: "No owner on the client's side",
  description:
    "Nobody on the client's side is answerable, by name and with time for it, so that its own duties slip and decisions wait.",
  whyItHurts:
    "The provider waits for answers and is blamed for the delay. Problems that only the client can solve are carried from meeting to meeting.",
  howCommon: null,
  eyes: [
    { file: "partnership.yaml", shows: "an owner for each process, actions and duties with owner and date" },
    { file: "commitments", shows: "the client's own duties that are late" },
    { file: "meetings", shows: "forums to which nobody of the client came" },
  ],
  playbook: {
    firstTalk:
      "The client's sponsor and the head of the department: who owns this, and what do they stop doing to have the time?",
    diagnosis: [
      "Which of the client's duties are late, and whose are they?",
      "How many hours a week does the owner really have?",
      "Which decisions has the provider waited for more than a week?",
      "Who stands in when the owner is away?",
    ],
    options: [
      { carriedBy: "client", action: "Name one owner for each process, with hours set aside and a deputy." },
      { carriedBy: "client", action: "Clear the late duties in one afternoon, or drop them on record." },
      { carriedBy: "provider", action: "List what waits for the client each week, with what each wait costs." },
      { carriedBy: "both", action: "Give every action one name and one date before the meeting ends." },
    ],
    judgedBy: {
      figures: ["client-on-time-share"],
      findings: ["action-late"],
      measure: "the client's duties done on time, and actions without an owner",
      workedWhen: "nine in ten of the client's duties are on time for two months and no action lacks an owner",
    },
  },
};
