import type { Pitfall } from "../pitfall-definition.ts";

export const inconsistentPerformance: Pitfall = {
  id: "inconsistent-performance",
  name: "Inconsistent performance",
  description:
    "The average looks fine, but results swing from week to week, or from team to team, site to site and shift to shift.",
  whyItHurts:
    "What a customer gets depends on luck. Targets are met and missed by chance, so that neither praise nor penalty teaches anything.",
  howCommon: null,
  eyes: [
    { file: "work_items", shows: "results by week, team, site and shift" },
    { file: "quality_reviews", shows: "quality by team" },
    { file: "partnership.yaml", shows: "the target and the limits of each KPI" },
  ],
  playbook: {
    firstTalk: "The provider's operations lead and the leads of the best and the weakest unit, together.",
    diagnosis: [
      "Is a unit outside what its numbers allow by chance? If not, do not explain it.",
      "Do good and bad weeks follow load, days of the week, or who is on shift?",
      "Do the units do the same kind of work? Compare like with like.",
      "Does everyone follow the same written procedure?",
    ],
    options: [
      { carriedBy: "provider", action: "Write down how the best unit does it, and train the others on that." },
      { carriedBy: "provider", action: "Level the load: staff to the hour, not to the day." },
      {
        carriedBy: "both",
        action: "Change the process, not the target: a target inside the usual swing is met by luck.",
      },
      { carriedBy: "client", action: "Smooth what you send: announce campaigns and batches ahead." },
    ],
    judgedBy: {
      figures: ["spread"],
      findings: ["hit-or-miss", "spread-grown", "outside-funnel"],
      measure: "spread of the KPI from week to week and between units",
      workedWhen: "the limits of the chart lie on the good side of the target for twelve weeks",
    },
  },
};
