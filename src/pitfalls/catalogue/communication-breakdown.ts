import { type Pitfall, surveyOfJune2024 } from "../pitfall-definition.ts";

export const communicationBreakdown: Pitfall = {
  id: "communication-breakdown",
  name: "Communication breaks down",
  description:
    "Questions wait, meetings are skipped, the same thing is asked again, and nobody is sure whom to call when it matters.",
  whyItHurts:
    "Small misunderstandings are built into the work for weeks before anyone notices, and trouble reaches the people who could help when it is late.",
  howCommon: { share: 0.35, source: surveyOfJune2024 },
  eyes: [
    { file: "partnership.yaml", shows: "contacts, escalation path, forums and the reply time agreed" },
    { file: "work_items", shows: "how long first answers take" },
    { file: "messages", shows: "reply times of both sides, questions without an answer, rounds of clarification" },
    { file: "meetings", shows: "forums held, skipped or without the other side" },
  ],
  playbook: {
    firstTalk: "The two people who run the work day to day, with the ten oldest open questions in front of them.",
    diagnosis: [
      "Which side waits for which? Read reply times on each side's own business clock.",
      "Is it one person, one topic or everyone?",
      "Did replies slow when volume rose, when someone left, or when a channel changed?",
      "How many questions come back as another question? Those are unclear briefs, not slow replies.",
    ],
    options: [
      { carriedBy: "both", action: "Agree a reply time for each kind of question, and one channel for each." },
      { carriedBy: "provider", action: "Name a deputy for each contact, and publish who is away." },
      {
        carriedBy: "client",
        action: "Answer the questions that block work within a day; give one person the right to decide them.",
      },
      { carriedBy: "both", action: "Put the weekly forum back, short, with a fixed list and minutes the same day." },
    ],
    judgedBy: {
      figures: ["questions-answered", "replied-in-time-client", "replied-in-time-provider"],
      findings: [],
      measure: "share of questions answered within the agreed time, each side on its own clock",
      workedWhen: "it is back at the level before the trouble for eight weeks, and no question is older than two weeks",
    },
  },
};
