import type { Pitfall } from "../pitfall-definition.ts";

export const qualityDecline: Pitfall = {
  id: "quality-decline",
  name: "Quality declines",
  description:
    "The work is done less well than it was: review scores fall, critical errors, rework and reopened items rise.",
  whyItHurts: "Errors reach customers first. Each one is paid for twice, and trust that took a year goes in a month.",
  howCommon: null,
  eyes: [
    { file: "quality_reviews", shows: "scores and critical errors by the client's and the provider's reviewers" },
    { file: "work_items", shows: "items reopened or passed on" },
    { file: "item_events", shows: "items reopened after they were counted as resolved" },
    { file: "complaints", shows: "what customers say went wrong" },
  ],
  playbook: {
    firstTalk:
      "The client's owner and the provider's quality lead, listening together to ten failed items from after the change.",
    diagnosis: [
      "Which error on the form grew? One error in one category is a knowledge gap; all of them is load or people.",
      "New staff or everyone? Compare by weeks in the job.",
      "What changed at the onset: product, tool, script, shift plan, team lead, reviewer?",
      "Do both sides' reviewers score the same items alike? If not, settle the form first.",
    ],
    options: [
      {
        carriedBy: "provider",
        action: "Coach on the one or two errors that make up most of the fall, and review those every day.",
      },
      { carriedBy: "client", action: "Correct the article, rule or system that the errors come from." },
      { carriedBy: "both", action: "Score 20 items together each week until both sides agree on them." },
      { carriedBy: "provider", action: "Free reviewers' and team leads' time, if load is the cause." },
    ],
    judgedBy: {
      figures: ["qa-score-client", "reopen-rate"],
      findings: [],
      measure: "quality score and reopen rate, by the client's reviews",
      workedWhen: "both are back inside their earlier limits for eight weeks",
    },
  },
};
