import type { Pitfall } from "../pitfall-definition.ts";

export const wrongLocation: Pitfall = {
  id: "wrong-location",
  name: "Wrong location",
  description:
    "The work went to a place whose hours, holidays, languages, culture, costs or staffing market do not fit it, because the places were never compared on these.",
  whyItHurts:
    "Questions wait a night for each answer, hours that customers need are unstaffed, holidays surprise everyone, and the saving goes into travel, night pay and rehiring.",
  howCommon: null,
  eyes: [
    { file: "partnership.yaml", shows: "zones, calendars and holidays of both sides, and the comparison of places" },
    { file: "messages", shows: "how long replies take inside and outside the hours that both sides share" },
    { file: "staff_hours", shows: "whether the promised hours are staffed" },
    { file: "work_items", shows: "work that arrives when nobody is there" },
  ],
  playbook: {
    firstTalk: "The client's owner and the account manager, with the week's hours of both sides on one page.",
    diagnosis: [
      "Count the business hours that both sides share in a normal week and in the weeks when clocks change.",
      "Are replies slow only outside the shared hours? Then it is the place, not the people.",
      "Lay both holiday lists over the client's busiest weeks.",
      "Which hours of the day bring the late items?",
    ],
    options: [
      { carriedBy: "provider", action: "Shift the hours of the people who talk to the client, not of everyone." },
      {
        carriedBy: "both",
        action: "Move the work that needs talk into the shared hours; leave the rest to the night.",
      },
      { carriedBy: "client", action: "Put a small part of the work in a second place that covers the gap." },
      { carriedBy: "both", action: "Plan holidays a quarter ahead, with cover by name." },
    ],
    judgedBy: {
      figures: ["outside-overlap-share", "reply-time-client", "reply-time-provider"],
      findings: [],
      measure: "reply times outside the shared hours, and share of promised hours that were staffed",
      workedWhen: "both stay within what was agreed for eight weeks, a holiday week among them",
    },
  },
};
