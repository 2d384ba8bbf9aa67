import type { Pitfall } from "../pitfall-definition.ts";

export const lackOfTransparency: Pitfall = {
  id: "lack-of-transparency",
  name: "Lack of transparency",
  description:
    "The client sees summaries and not records: figures that cannot be recomputed, data that comes late or changes afterwards, lines that nobody can explain.",
  whyItHurts:
    "Decisions rest on figures that may be kinder than the truth, and the first honest number arrives with the crisis.",
  howCommon: null,
  eyes: [
    { file: "reported_kpis", shows: "what the provider reports, beside the same figure recomputed" },
    { file: "work_items", shows: "the records from which reported figures can be recomputed" },
    { file: "invoice_lines", shows: "lines that no record explains" },
    { file: "incidents", shows: "how long incidents took to be told" },
    { file: "item_events", shows: "clocks stopped to save a limit" },
  ],
  playbook: {
    firstTalk: "The two people who make the figures, with one period and one figure, down to the list of items.",
    diagnosis: [
      "Do the two sides use the same definition? Compare start, stop, pauses, exclusions and which items count.",
      "Is the difference always in one direction?",
      "Is data late because of a broken export, or because someone edits it first?",
      "Which records changed after the period was closed, and who gained by it?",
    ],
    options: [
      { carriedBy: "both", action: "Sign one definition for each figure, with an example worked by hand." },
      { carriedBy: "provider", action: "Send raw records on a fixed day, by machine, unedited." },
      {
        carriedBy: "client",
        action: "Use the data-access and audit rights in the contract; add them if they are missing.",
      },
      { carriedBy: "both", action: "Report from one set of figures that both sides can open." },
    ],
    judgedBy: {
      figures: ["reported-gap"],
      findings: ["reported-differs", "stale-data"],
      measure: "reported minus recomputed for each figure, and days between the end of a period and its data",
      workedWhen: "three reports in a row agree with the records and come on the day agreed",
    },
  },
};
