import type { Pitfall } from "../pitfall-definition.ts";

export const goalMisalignment: Pitfall = {
  id: "goal-misalignment",
  name: "Goals pull apart",
  description:
    "The two sides work for different things, such as lower cost here and more billed hours there, or rank the same goals differently without knowing it.",
  whyItHurts:
    "One figure is bought with another: speed with rework, savings with customers. Both sides meet their goals and the partnership fails.",
  howCommon: null,
  eyes: [
    { file: "goal_rankings", shows: "how each side ranks the shared goals" },
    { file: "partnership.yaml", shows: "goals signed by both sides and when they are looked at again" },
    { file: "work_items", shows: "one KPI rising while another falls" },
  ],
  playbook: {
    firstTalk: "Both sponsors rank the goals on their own, then lay the two lists side by side.",
    diagnosis: [
      "Where do the lists part most, and is it about words or about money?",
      "What does the pricing model reward? Ask what the provider earns when the client's goal is met.",
      "Which KPI improved while another got worse since the goals were set?",
    ],
    options: [
      { carriedBy: "both", action: "Sign three to five goals in one order, with a date to look again." },
      { carriedBy: "client", action: "Change the incentive that rewards the wrong thing; one is usually enough." },
      { carriedBy: "provider", action: "Pass the same goals on to team leads, and drop the ones that compete." },
      {
        carriedBy: "both",
        action: "Pair each speed target with a quality target, so that neither can be bought with the other.",
      },
    ],
    judgedBy: {
      figures: ["goal-rank-distance"],
      findings: ["ranks-apart"],
      measure: "distance between the two sides' rankings, and paired KPIs moving together",
      workedWhen: "the same goal comes first on both sides at the next two rankings",
    },
  },
};
