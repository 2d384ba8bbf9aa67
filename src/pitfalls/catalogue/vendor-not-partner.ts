import type { Pitfall } from "../pitfall-definition.ts";

export const vendorNotPartner: Pitfall = {
  id: "vendor-not-partner",
  name: "Treated as a vendor, not a partner",
  description:
    "The provider is managed by ticket and penalty. It is told nothing of plans, asked for no ideas, and sees the client's leaders only in escalations.",
  whyItHurts:
    "The people closest to the customers stop thinking along. Improvements never reach anyone who could decide them, and goodwill is missing on the day it is needed.",
  howCommon: null,
  eyes: [
    { file: "partnership.yaml", shows: "sponsors, joint planning, shared goals, the idea register" },
    { file: "ideas", shows: "ideas drying up, or never decided" },
    { file: "meetings", shows: "what forums are about and whether sponsors come" },
    { file: "pulse_answers", shows: "how each side feels about working with the other" },
  ],
  playbook: {
    firstTalk: "Sponsor to sponsor: what would each side need from the other to do its best work next year?",
    diagnosis: [
      "How many ideas came in this quarter, from whom, and how many were decided within a month?",
      "Of the last ten meetings, how many were about improvement or plans rather than faults?",
      "What did the provider learn late that the client knew early: campaigns, launches, price changes?",
    ],
    options: [
      {
        carriedBy: "client",
        action: "Decide every open idea this month, with a reason; pay for one and say what came of it.",
      },
      { carriedBy: "both", action: "Hold one planning session a quarter with both sponsors, and no fault list." },
      { carriedBy: "provider", action: "Bring one improvement a month, costed, from the people who do the work." },
      { carriedBy: "client", action: "Share forecasts and launches when they are planned, not when they happen." },
    ],
    judgedBy: {
      figures: ["ideas-submitted", "ideas-decided", "client-sponsor-present", "pulse-client", "pulse-provider"],
      findings: ["ideas-undecided"],
      measure: "ideas a quarter and days until decided; share of forums with both sponsors; relationship pulse",
      workedWhen: "ideas are decided within 30 days, and the pulse of both sides rises twice running",
    },
  },
};
