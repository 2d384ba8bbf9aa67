import type { Pitfall } from "../pitfall-definition.ts";

export const selectionRedFlags: Pitfall = {
  id: "selection-red-flags",
  name: "Red flags at selection",
  description:
    "The offer promised too much, dodged the questions about staff, agreed with everything, or had nobody to escalate to, and it was chosen all the same.",
  whyItHurts:
    "What was vague in the offer is missing in the work. It is known on the day of the award and paid for over years.",
  howCommon: null,
  eyes: [
    {
      file: "partnership.yaml",
      shows: "interviews, reference checks, unanswered questions and promises of each bidder",
    },
  ],
  playbook: {
    firstTalk: "The people who scored the bids: which answer did we want to believe?",
    diagnosis: [
      "Which questions got no concrete answer: who, how many, from when, at what pay?",
      "Call the references again and ask what was promised and what came.",
      "Which promise is outside what the others offered, and what would make it true?",
    ],
    options: [
      { carriedBy: "client", action: "Ask the open questions again in writing, with a date, before any growth." },
      { carriedBy: "provider", action: "Name the people, the escalation path and the limits of the offer." },
      { carriedBy: "both", action: "Turn each promise into a milestone with acceptance, or strike it." },
    ],
    judgedBy: {
      figures: ["on-time-share-first-promise"],
      findings: ["questions-unanswered"],
      measure: "open questions answered with evidence, and promises kept by their date",
      workedWhen: "no question is open and the first two promises are accepted",
    },
  },
};
