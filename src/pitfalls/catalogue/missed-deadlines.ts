import type { Pitfall } from "../pitfall-definition.ts";

export const missedDeadlines: Pitfall = {
  id: "missed-deadlines",
  name: "Deadlines missed",
  description:
    "Work, milestones or deliverables come late, or their dates are moved again and again until late looks like on time.",
  whyItHurts: "Customers wait, plans that build on the date slip too, and people stop believing any date.",
  howCommon: null,
  eyes: [
    { file: "work_items", shows: "share of work finished within its limit" },
    { file: "commitments", shows: "milestones, deliverables and reports against their first and their current date" },
    { file: "partnership.yaml", shows: "milestones with owner, date and acceptance" },
  ],
  playbook: {
    firstTalk: "The owner of the late work and its receiver: what is needed now to finish the oldest ones?",
    diagnosis: [
      "Is everything later, or one kind of work, team or day? Compare by category and by site.",
      "Where does the time go: waiting to start, waiting for the client, or being worked on?",
      "Did arrivals rise, or did hands fall? Set arrivals, finished work and staffed hours side by side.",
      "Count against the first date promised as well as the last.",
    ],
    options: [
      {
        carriedBy: "provider",
        action: "Finish what is started before starting more; put a limit on work in progress.",
      },
      {
        carriedBy: "client",
        action: "Answer and approve within the agreed time; late inputs move the date by as much.",
      },
      { carriedBy: "both", action: "Reset dates once, openly, and count every later move as a miss." },
      { carriedBy: "provider", action: "Move people to the queue that is late, for a stated time." },
    ],
    judgedBy: {
      figures: ["on-time-share-first-promise", "backlog-age"],
      findings: ["milestone-late"],
      measure: "share finished on time, against the first date promised",
      workedWhen: "it is back at its earlier level for eight weeks and the oldest open item is younger than a month",
    },
  },
};
