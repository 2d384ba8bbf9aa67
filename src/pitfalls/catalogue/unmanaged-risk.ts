import type { Pitfall } from "../pitfall-definition.ts";

export const unmanagedRisk: Pitfall = {
  id: "unmanaged-risk",
  name: "Risks unmanaged",
  description:
    "Nobody keeps a list of what could stop the work, or the list exists and is not looked at; fallbacks were never tried.",
  whyItHurts:
    "The outage, the strike or the lost site comes anyway. Without a tested fallback the client's customers wait while the plan is read for the first time.",
  howCommon: null,
  eyes: [
    { file: "partnership.yaml", shows: "risks with owner and review date, fallbacks with their last test" },
    { file: "incidents", shows: "what happened that was on no list" },
  ],
  playbook: {
    firstTalk: "The risk owners of both sides, one hour: what would stop us tomorrow, and what would we do by noon?",
    diagnosis: [
      "Which risks passed their review date, and did anything change in them?",
      "Which fallback was tried within a year, with real work?",
      "Which incidents of the last year had no risk behind them?",
      "What hangs on one site, one system or one person?",
    ],
    options: [
      {
        carriedBy: "both",
        action: "Review the overdue risks this week; close, keep or treat each one, with a name and a date.",
      },
      { carriedBy: "provider", action: "Run the fallback for half a day and report what did not work." },
      { carriedBy: "client", action: "Keep the means to take the most critical work back for a week." },
      { carriedBy: "both", action: "Split what hangs on a single point: second site, second person, second line." },
    ],
    judgedBy: {
      figures: ["incidents"],
      findings: ["review-overdue", "fallback-untested"],
      measure: "risks past review, fallbacks tested within a year, incidents without a risk",
      workedWhen: "no review is overdue and each critical fallback has passed a test within a year",
    },
  },
};
