import { type Pitfall, surveyOfJune2024 } from "../pitfall-definition.ts";

export const hollowKpis: Pitfall = {
  id: "hollow-kpis",
  name: "Hollow KPIs",
  description:
    "The figures that are watched are green while what matters gets worse: they are too few, too easy, or about the wrong thing.",
  whyItHurts:
    "Everyone works for the number. The report stays green until a customer, or the board, asks why it does not feel green.",
  howCommon: { share: 0.3, source: surveyOfJune2024 },
  eyes: [
    { file: "work_items", shows: "service levels and how often work came back" },
    { file: "survey_responses", shows: "what customers think while service levels are met" },
    { file: "quality_reviews", shows: "quality while service levels are met" },
    { file: "partnership.yaml", shows: "which sides of the work the KPIs cover" },
  ],
  playbook: {
    firstTalk:
      "Both operations leads: take the worst outcome and follow one real case through every figure that called it a success.",
    diagnosis: [
      "Which outcome worsens while which level is met? Read ten items that count as met and went badly.",
      "Do results crowd just inside a limit?",
      "Was a target ever missed? One that cannot fail tells nothing.",
      "What would a sensible person do to meet this figure without helping the customer?",
    ],
    options: [
      { carriedBy: "both", action: "Tie each service level to an outcome, and drop those that serve none." },
      { carriedBy: "client", action: "Add the missing side: quality, speed, satisfaction or rework." },
      { carriedBy: "both", action: "Measure to the customer's end: solved and not back within 14 days." },
      { carriedBy: "provider", action: "Name the figures that make people do foolish things, without blame." },
    ],
    judgedBy: {
      figures: ["csat", "reopen-rate", "complaints-rate"],
      findings: ["green-while-outcomes-worsen"],
      measure: "outcome KPIs in the periods in which all service levels are met",
      workedWhen: "outcomes and service levels move the same way for twelve weeks",
    },
  },
};
