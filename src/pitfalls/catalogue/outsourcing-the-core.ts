import type { Pitfall } from "../pitfall-definition.ts";

export const outsourcingTheCore: Pitfall = {
  id: "outsourcing-the-core",
  name: "The core was outsourced",
  description:
    "Work that makes the company different, or that it learns its business from, was handed over without asking whether it should be.",
  whyItHurts:
    "What the company was good at is slowly learned by someone else, and buying it back is dear or impossible.",
  howCommon: null,
  eyes: [
    { file: "partnership.yaml", shows: "the core or non-core assessment of each process" },
    { file: "work_items", shows: "core work found in what the provider handles" },
  ],
  playbook: {
    firstTalk:
      "The executives who own the product and the customers: which of this work would we never let a rival do for us?",
    diagnosis: [
      "Score each process for strategic weight, difference to rivals, customer knowledge and cost to take back.",
      "Which categories of work did nobody mean to hand over, and how did they get there?",
      "Who in the company can still do or judge this work?",
    ],
    options: [
      { carriedBy: "client", action: "Take the core steps back and leave the steps around them outside." },
      { carriedBy: "client", action: "Keep the decisions and the knowledge inside, even where the hands are outside." },
      {
        carriedBy: "provider",
        action: "Hand back documents and cases for the core work, and route it to the client from a date.",
      },
      { carriedBy: "both", action: "Write the border into the scope, with examples of both sides of it." },
    ],
    judgedBy: {
      figures: ["core-work-share"],
      findings: [],
      measure: "share of items handled by the provider that belong to a process assessed as core",
      workedWhen: "it is nil for a month after the border was moved",
    },
  },
};
