import { type Pitfall, surveyOfJune2024 } from "../pitfall-definition.ts";

export const lossOfControl: Pitfall = {
  id: "loss-of-control",
  name: "Too much handed over",
  description:
    "The client kept nobody who understands the work, no documents that describe it and no rehearsed way back, so that it can no longer steer or leave.",
  whyItHurts:
    "Every price and every change is the provider's to set, and a failing provider cannot be replaced in time.",
  howCommon: { share: 0.25, source: surveyOfJune2024 },
  eyes: [
    {
      file: "partnership.yaml",
      shows: "retained roles, process documents and who owns them, decision rights, exit plan and rehearsal",
    },
    { file: "work_items", shows: "work that only a few people of the provider ever handle" },
  ],
  playbook: {
    firstTalk:
      "The client's owner and the people who used to do the work: what could we still do ourselves next Monday?",
    diagnosis: [
      "For each process: who inside could judge a result, and who could do it?",
      "Are the process documents the client's, and do they describe today's work?",
      "When was the exit last rehearsed, and what would have failed?",
      "Which decisions are made by the provider because nobody on the client's side answers?",
    ],
    options: [
      { carriedBy: "client", action: "Fill the retained roles, starting with the one who judges quality." },
      { carriedBy: "provider", action: "Hand over current process documents into the client's own store, each month." },
      { carriedBy: "both", action: "Rehearse the exit of one process, with real cases, and mend what broke." },
      { carriedBy: "client", action: "Write down who decides what, and take the decisions back that slipped away." },
    ],
    judgedBy: {
      figures: ["client-on-time-share"],
      findings: ["retained-role-empty"],
      measure: "retained roles filled, documents owned and younger than a year, months since the exit was rehearsed",
      workedWhen: "all roles are filled and an exit rehearsal within the last year had no open fault",
    },
  },
};
