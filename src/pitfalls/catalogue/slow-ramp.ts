import type { Pitfall } from "../pitfall-definition.ts";

export const slowRamp: Pitfall = {
  id: "slow-ramp",
  name: "Slow ramp",
  description:
    "The start takes longer than planned: people are hired late, learn slower, or wait for access, documents and training.",
  whyItHurts:
    "Both sides pay for two crews, the old one leaves before the new one can carry the work, and customers are in between.",
  howCommon: null,
  eyes: [
    { file: "partnership.yaml", shows: "the transition plan, its owner, and the milestones of the launch" },
    { file: "staff", shows: "productive heads against the plan" },
    { file: "work_items", shows: "handle time by week in the job" },
    { file: "quality_reviews", shows: "quality by week in the job" },
  ],
  playbook: {
    firstTalk: "The two transition leads: what does the next person who starts wait for?",
    diagnosis: [
      "Where is the queue: hiring, background checks, access, training, nesting, or reaching the standard?",
      "Is each group slower than the one before, or are they all as slow?",
      "Are the process documents complete enough to learn from?",
      "Who takes the trainer's questions on the client's side, and how fast?",
    ],
    options: [
      { carriedBy: "client", action: "Give access and documents before the first day, checked by a dry run." },
      { carriedBy: "provider", action: "Start with the simplest work and add kinds of work week by week." },
      { carriedBy: "both", action: "Keep the old crew for one more month, on the hard cases." },
      { carriedBy: "provider", action: "Put one experienced person beside every five new ones." },
    ],
    judgedBy: {
      figures: ["new-staff-handle-time", "new-staff-qa-score"],
      findings: [],
      measure: "productive heads and quality by week in the job, against the plan",
      workedWhen: "two groups in a row reach the standard in the week planned",
    },
  },
};
