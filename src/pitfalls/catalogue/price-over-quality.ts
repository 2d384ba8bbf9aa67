import { type Pitfall, surveyOfJune2024 } from "../pitfall-definition.ts";

export const priceOverQuality: Pitfall = {
  id: "price-over-quality",
  name: "Price chosen over quality",
  description:
    "The provider was chosen because it was the cheapest, or price was known before anyone judged the quality of the offers.",
  whyItHurts:
    "A low price is paid for with junior staff, thin supervision and rework. The cost of a result that was done right the first time ends higher than the dearer offer.",
  howCommon: { share: 0.45, source: surveyOfJune2024 },
  eyes: [
    {
      file: "partnership.yaml",
      shows: "the bids, the scores of each evaluator, the weights and when price was opened",
    },
    { file: "invoices", shows: "what was paid" },
    { file: "quality_reviews", shows: "how much of the work was done right, so that cost can be set against it" },
  ],
  playbook: {
    firstTalk:
      "The client's owner and whoever signed the award: what did we expect to give up for this price, and did we tell the provider?",
    diagnosis: [
      "Set the cost against results that were right the first time, month by month, not against hours or contacts.",
      "At which weight of price would another bidder have won? If a small change turns the ranking, price decided.",
      "Was the winning bid far below the others? Ask what it leaves out: supervision, training, night cover, tools.",
      "Do the references describe work of this kind and size?",
    ],
    options: [
      {
        carriedBy: "client",
        action: "Pay for what was left out, by a change order tied to a quality target, rather than squeeze for it.",
      },
      {
        carriedBy: "provider",
        action: "Show the staffing behind the price: seniority, span of supervision, training days.",
      },
      { carriedBy: "both", action: "Move part of the price to a rate for each result that passes review." },
      {
        carriedBy: "client",
        action: "Next time, have several people score quality on their own before price is opened.",
      },
    ],
    judgedBy: {
      figures: ["cost-per-resolved-item", "reopen-rate", "qa-score-client"],
      findings: [],
      measure: "cost for each item resolved that was not reopened and passed review",
      workedWhen: "it falls, or holds while quality rises, for three months",
    },
  },
};
