import type { Pitfall } from "../pitfall-definition.ts";

export const poorCustomerFeedback: Pitfall = {
  id: "poor-customer-feedback",
  name: "Poor customer feedback",
  description:
    "Customers who were served by the provider are less content than before, complain more, or stop answering when asked.",
  whyItHurts:
    "Customers do not know that the work is outsourced. They blame the brand, and they leave without a ticket.",
  howCommon: null,
  eyes: [
    { file: "survey_responses", shows: "CSAT, NPS and effort, and how many of those asked answered" },
    { file: "complaints", shows: "complaints for each hundred items, and what about" },
  ],
  playbook: {
    firstTalk:
      "The client's customer-experience lead and the provider's operations lead, with the comments, not only the scores.",
    diagnosis: [
      "Read 30 low answers since the onset: is it the waiting, the answer, the tone or the policy?",
      "Did the mix change? Compare by channel, category and language before blaming anyone.",
      "Was the same kind of customer asked in the same way? A fall in response rate can move the score by itself.",
      "Do low scores come from items that met their service level? Then the level measures the wrong thing.",
    ],
    options: [
      { carriedBy: "provider", action: "Call back every unhappy customer within two days, and log the cause." },
      { carriedBy: "client", action: "Change the policy or product fault behind the largest group of comments." },
      { carriedBy: "provider", action: "Coach the part of the talk that the comments name." },
      { carriedBy: "both", action: "Send the survey to everyone, from the client's system." },
    ],
    judgedBy: {
      figures: ["csat", "complaints-rate", "response-rate"],
      findings: [],
      measure: "CSAT and complaints for each hundred items, at the same response rate",
      workedWhen: "both are back inside their earlier limits for eight weeks",
    },
  },
};
