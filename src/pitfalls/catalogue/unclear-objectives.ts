import type { Pitfall } from "../pitfall-definition.ts";

export const unclearObjectives: Pitfall = {
  id: "unclear-objectives",
  name: "Unclear objectives",
  description:
    "The partnership started from a list of tasks to hand over. Nobody wrote down which result should change, from what to what, by when, and who answers for it.",
  whyItHurts:
    "The provider delivers every task and the business still does not get what it hoped for; each review turns into an argument about what was meant.",
  howCommon: null,
  eyes: [
    { file: "partnership.yaml", shows: "objectives with metric, baseline, target, date and owner" },
    { file: "work_items", shows: "whether each objective is measured and on the way to its target" },
    { file: "survey_responses", shows: "objectives about what customers think" },
  ],
  playbook: {
    firstTalk:
      "The client's sponsor and the people who feel the trouble today: what is broken, what would success look like in 90 days, what improves if it works?",
    diagnosis: [
      "Take each objective: could a stranger tell from a number whether it was reached? If not, it is a task or a wish.",
      "Is the metric measured, and is its baseline from before the work moved?",
      "If the figure is behind: was the way there ever planned, or only the end?",
      "Has the target been moved after the fact? The record's earlier version tells.",
    ],
    options: [
      {
        carriedBy: "client",
        action: "Rewrite each task as the result that it serves, with metric, baseline, target, date and one owner.",
      },
      { carriedBy: "both", action: "Agree what is due after 90 days, and read it together on that day." },
      { carriedBy: "provider", action: "Say which objectives the work handed over cannot move, and what would." },
    ],
    judgedBy: {
      figures: ["clarification-share", "reopen-rate"],
      findings: ["off-trajectory"],
      measure: "the objectives' own metrics against the straight way from baseline to target",
      workedWhen: "every objective is measured, and none is behind its way for two months running",
    },
  },
};
