import type { Pitfall } from "../pitfall-definition.ts";

export const scalingTooFast: Pitfall = {
  id: "scaling-too-fast",
  name: "Growing too fast",
  description:
    "Volume or heads are added before the work already handed over is stable, because growth follows the calendar and not the results.",
  whyItHurts:
    "New staff dilute the experienced, supervisors are stretched, and quality falls for old and new work alike. Going back is slow and costly.",
  howCommon: null,
  eyes: [
    { file: "partnership.yaml", shows: "phases of growth, and the criteria of each checkpoint" },
    { file: "work_items", shows: "volume against the phase that was passed" },
    { file: "staff", shows: "heads, and how many are new" },
    { file: "quality_reviews", shows: "quality by time in the job" },
  ],
  playbook: {
    firstTalk: "The two people who own the growth plan: which checkpoint was really passed, on which figures?",
    diagnosis: [
      "Compare heads and volume with the last phase whose criteria were met.",
      "Is quality lower among new staff only, or also among the experienced? The second means supervision is short.",
      "How long does a new person take to reach the standard, and does the plan allow for it?",
    ],
    options: [
      {
        carriedBy: "both",
        action: "Hold at this size until the criteria of the last phase are met for the agreed weeks.",
      },
      { carriedBy: "provider", action: "Add supervisors and coaches before the next group starts." },
      { carriedBy: "client", action: "Take back the newest kind of work for a quarter." },
      { carriedBy: "both", action: "Make the next phase depend on results, never on a date alone." },
    ],
    judgedBy: {
      figures: ["new-staff-qa-score"],
      findings: ["ahead-of-checkpoint"],
      measure: "the checkpoint's own criteria, and quality of staff in their first 90 days",
      workedWhen: "the criteria of the current phase hold for their whole agreed time before the next starts",
    },
  },
};
