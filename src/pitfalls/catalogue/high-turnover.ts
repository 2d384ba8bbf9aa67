import type { Pitfall } from "../pitfall-definition.ts";

export const highTurnover: Pitfall = {
  id: "high-turnover",
  name: "High turnover",
  description: "The people who know the work leave faster than new ones learn it; many go in their first 90 days.",
  whyItHurts:
    "Every leaver takes months of learning along. The client pays for training again, in money or in errors, and notices only when quality falls.",
  howCommon: null,
  eyes: [
    { file: "staff", shows: "who joined and left, when, and whether by choice" },
    { file: "partnership.yaml", shows: "key people, backfill and retention as agreed" },
  ],
  playbook: {
    firstTalk:
      "The account manager and the provider's people lead: who left, after how long, and what did they say on the way out?",
    diagnosis: [
      "Leaving early or leaving experienced? The first is hiring and training, the second is pay, shifts or boss.",
      "One team, one site, one shift or one hiring group?",
      "Did pay, shift plan, targets or local competition change at the onset?",
      "How many of those who are left have less than six months in the job?",
    ],
    options: [
      {
        carriedBy: "provider",
        action: "Hold stay talks with the key people this month; fix the one thing they name most.",
      },
      { carriedBy: "provider", action: "Hire for the real job: a day of listening in before the offer." },
      { carriedBy: "both", action: "Agree backfill before leaving, overlap days, and who pays for retraining." },
      { carriedBy: "client", action: "Steady the forecast and the shifts; ease a target that burns people out." },
    ],
    judgedBy: {
      figures: ["turnover-weekly", "early-turnover"],
      findings: [],
      measure: "annualised voluntary turnover, and the share of new staff still there after 90 days",
      workedWhen: "two quarters in a row are at or under the level agreed",
    },
  },
};
