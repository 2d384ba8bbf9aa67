import type { Pitfall } from "../pitfall-definition.ts";

export const unrealisticExpectations: Pitfall = {
  id: "unrealistic-expectations",
  name: "Unrealistic expectations",
  description:
    "Savings or results were promised sooner, or larger, than a fair estimate allows, usually as one number instead of a range.",
  whyItHurts:
    "A partnership on a normal course looks like a failure, and is stopped or squeezed just before it would have paid off.",
  howCommon: null,
  eyes: [
    { file: "partnership.yaml", shows: "the business case: ramp, saving and break-even as a range" },
    { file: "invoices", shows: "cost so far against the case" },
    { file: "work_items", shows: "whether there is enough history to judge at all" },
  ],
  playbook: {
    firstTalk: "The sponsor who made the promise and finance: what would have to be true for it to hold?",
    diagnosis: [
      "How likely was the promised month by the case's own range?",
      "Which cost was left out: ramp, travel, double running, governance, rework?",
      "How many weeks of records are there? Too few to call it failed are too few to call it a success.",
    ],
    options: [
      {
        carriedBy: "client",
        action:
          "Restate the case as a range with a date for each checkpoint, and tell the people who were promised more.",
      },
      { carriedBy: "provider", action: "Say plainly what ramp other clients of this size had." },
      { carriedBy: "both", action: "Agree when enough will be known to judge, and judge then." },
    ],
    judgedBy: {
      figures: ["cost-per-resolved-item"],
      findings: ["promise-too-early"],
      measure: "saving to date inside the restated P10 to P90",
      workedWhen: "two checkpoints in a row fall inside the range",
    },
  },
};
