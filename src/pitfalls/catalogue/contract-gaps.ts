import type { Pitfall } from "../pitfall-definition.ts";

export const contractGaps: Pitfall = {
  id: "contract-gaps",
  name: "Gaps in the contract",
  description:
    "The contract says nothing, or nothing usable, about things that come up in every partnership, or its dates pass without anyone acting.",
  whyItHurts: "What is not agreed is decided in the middle of a quarrel. A missed notice date can cost a year.",
  howCommon: null,
  eyes: [
    { file: "partnership.yaml", shows: "the terms and their clauses, notice dates, obligations of both sides" },
    { file: "commitments", shows: "obligations overdue on either side" },
    { file: "invoice_lines", shows: "work billed under no clause" },
  ],
  playbook: {
    firstTalk: "The contract owner and the lawyer, with the list of open terms and the next three dates.",
    diagnosis: [
      "Which missing term would hurt most if it were needed next month?",
      "When is the last day to give notice, and who decides before it?",
      "Which obligations are overdue, and does anyone miss them?",
      "Which service credits were due and never claimed?",
    ],
    options: [
      {
        carriedBy: "client",
        action: "Decide on renewal before the last day to act, in writing, also when the answer is to go on.",
      },
      { carriedBy: "both", action: "Close the worst gap by a short amendment now, rather than all gaps at renewal." },
      { carriedBy: "provider", action: "Say which obligations cannot be met as written, and propose wording." },
      { carriedBy: "client", action: "Give every obligation an owner and a date on both sides." },
    ],
    judgedBy: {
      figures: ["off-contract-lines"],
      findings: ["obligation-overdue", "notice-near"],
      measure: "terms without a clause, obligations overdue, days left to the next notice date",
      workedWhen: "no term of the checklist is open and no date passes without a decision on record",
    },
  },
};
