import { type Pitfall, surveyOfJune2024 } from "../pitfall-definition.ts";

export const culturalMismatch: Pitfall = {
  id: "cultural-mismatch",
  name: "Cultural differences ignored",
  description:
    "The two sides mean different things by yes, urgent, done or a problem, because how each works was never compared or talked about.",
  whyItHurts:
    "Bad news comes after the breach, politeness is taken for agreement, and each side ends up thinking that the other does not care.",
  howCommon: { share: 0.2, source: surveyOfJune2024 },
  eyes: [
    { file: "partnership.yaml", shows: "the fit as assessed by both sides, shared holidays, training planned" },
    { file: "pulse_answers", shows: "where the two sides see the same thing differently" },
    { file: "messages", shows: "whether problems are raised before or after a breach" },
  ],
  playbook: {
    firstTalk: "Both sponsors, in person if at all possible, with the pulse results of both sides next to each other.",
    diagnosis: [
      "On which dimension do the sides differ most: trust, candour, urgency, fairness?",
      "Take three surprises of the last quarter: who knew, since when, and what kept them from saying so?",
      "Is the gap everywhere, or between two teams or two people?",
    ],
    options: [
      {
        carriedBy: "both",
        action: "Write one page together: what done, urgent and at risk mean here, and how bad news is told.",
      },
      {
        carriedBy: "client",
        action: "Thank the first early warning in public; ask what could go wrong, not whether all is well.",
      },
      {
        carriedBy: "provider",
        action: "Give team leads the explicit right, and the duty, to raise a risk straight to the client's owner.",
      },
      {
        carriedBy: "both",
        action: "Send two people each way for a week, and put both calendars of holidays in one place.",
      },
    ],
    judgedBy: {
      figures: ["pulse-gap"],
      findings: [],
      measure: "gap between the sides' pulse by dimension, and share of problems raised before the breach",
      workedWhen: "the widest gap is halved at the next two pulses",
    },
  },
};
