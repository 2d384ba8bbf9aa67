import type { Pitfall } from "../pitfall-definition.ts";

export const weakSecurity: Pitfall = {
  id: "weak-security",
  name: "Weak security",
  description: "Who may see what, how data is handled and whether the certificates still hold is taken on trust.",
  whyItHurts: "A breach at the provider is the client's breach, before the regulator and the customer alike.",
  howCommon: null,
  eyes: [
    { file: "partnership.yaml", shows: "certificates with scope and period covered, access controls, data handling" },
    { file: "access_grants", shows: "who can reach which system" },
    { file: "staff", shows: "who has left, to set against who can still reach a system" },
    { file: "incidents", shows: "how long incidents took to be told" },
  ],
  playbook: {
    firstTalk: "Both security leads, the same day: which access is open that should not be, and who closes it?",
    diagnosis: [
      "Which people who left can still reach which system, and did anyone use it after?",
      "Does each certificate cover this site, this service and today?",
      "How long from an incident to the client knowing, and what does the contract say?",
      "Where does customer data rest, and who can copy it?",
    ],
    options: [
      { carriedBy: "provider", action: "Close the open access today, and say what it was used for." },
      { carriedBy: "provider", action: "Send the current report or a letter that bridges the gap." },
      { carriedBy: "client", action: "Own the accounts for your systems, so that leavers are closed by you." },
      { carriedBy: "both", action: "Review all access each month from the roster." },
    ],
    judgedBy: {
      figures: ["leaver-access-open", "incidents-told-in-time"],
      findings: ["leaver-has-access", "evidence-out-of-date"],
      measure: "leavers with open access, days of evidence gap, hours from incident to disclosure",
      workedWhen: "no leaver has access a day after leaving and no evidence is out of date for three months",
    },
  },
};
