import type { Pitfall } from "../pitfall-definition.ts";

export const costOverrun: Pitfall = {
  id: "cost-overrun",
  name: "Costs overrun",
  description:
    "The partnership costs more than agreed: more is billed than was measured, at other rates, for work outside the scope, or with costs that nobody listed.",
  whyItHurts:
    "The saving that justified the move is gone before anyone adds it up, and each disputed line costs goodwill.",
  howCommon: null,
  eyes: [
    { file: "invoices", shows: "what was billed against the budget" },
    { file: "invoice_lines", shows: "quantities, rates and lines outside the contract" },
    { file: "staff_hours", shows: "hours worked, to set against hours billed" },
    { file: "work_items", shows: "results, to set the cost against" },
    { file: "partnership.yaml", shows: "budget, rate card and change control" },
  ],
  playbook: {
    firstTalk:
      "The client's owner and finance partner with the account manager, over the three largest lines that do not match.",
    diagnosis: [
      "Is it price, quantity or scope? Split the difference to budget into these three.",
      "Which lines name no item of the rate card?",
      "Do billed hours agree with hours worked, after the paid breaks and training agreed?",
      "Who asked for the work outside the scope, and was there a change order?",
    ],
    options: [
      { carriedBy: "client", action: "Dispute lines in writing within the term, with the working." },
      { carriedBy: "provider", action: "Credit what does not match, and send the records with each invoice." },
      { carriedBy: "both", action: "Put a price and an approval before every piece of work outside the scope." },
      { carriedBy: "both", action: "Agree a forecast to the end of the budget each month." },
    ],
    judgedBy: {
      figures: ["billed-hours-ratio"],
      findings: ["budget-forecast", "lines-disputed"],
      measure: "forecast cost at completion against budget, and disputed share of each invoice",
      workedWhen: "the forecast is inside the budget and three invoices in a row match",
    },
  },
};
