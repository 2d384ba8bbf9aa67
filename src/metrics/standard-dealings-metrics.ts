/** What a record says that the standard metrics go by; each may be left out. */
export type StandardAgreements = {
  /** calendar of the hours in which the client answers; without it the clock runs all the time */
  readonly client?: string;
  /** calendar of the hours in which the provider answers */
  readonly provider?: string;
  /** how soon each side answers, as a limit: `8h of office`; a day where it is not agreed */
  readonly clientReplies?: string;
  readonly providerReplies?: string;
  /** how soon the other side is told of an incident, as a limit; 24 hours where it is not agreed */
  readonly incidentsTold?: string;
  /** forums where the sponsor of a side must be there; without them every forum counts */
  readonly clientSponsorForums?: readonly string[];
  readonly providerSponsorForums?: readonly string[];
  /** processes that were handed over; without them nothing is said about work outside them */
  readonly handedOver?: readonly string[];
};

/** What passes between the two sides: promises, replies, meetings, ideas, incidents, and work that was never handed over. */
export function dealingsMetrics(agreed: StandardAgreements) {
  return {
    ...promises,
    ...forums(agreed),
    ...dialogue(agreed),
    ...ideas,
    ...incidents(agreed),
    ...pulses,
    ...handedOver(agreed),
  };
}

const onTime = {
  share_of: "commitments",
  to: "done_on",
  no_later_than: "due_on",
  better: "higher",
  role: "speed",
};

/** By month to be read; watched by week and by side, since each side's delays speak of another pitfall. */
const promises = {
  "on-time-share": { ...onTime, title: "Commitments done by their date", every: "month" },
  "on-time-share-first-promise": {
    ...onTime,
    title: "Commitments done by the date first promised",
    no_later_than: "first_due_on",
    every: "month",
  },
  "client-on-time-share": {
    ...onTime,
    title: "Commitments of the client done by their date",
    where: { owner_side: "client" },
    every: "week",
    watch_for: ["weak-ownership", "loss-of-control"],
  },
  "provider-on-time-share": {
    ...onTime,
    title: "Commitments of the provider done by their date",
    where: { owner_side: "provider" },
    every: "week",
    watch_for: ["missed-deadlines"],
  },
};

function forums({ clientSponsorForums, providerSponsorForums }: StandardAgreements) {
  const sponsorPresent = (side: "client" | "provider", where: readonly string[] | undefined) => ({
    title: `Meetings held with the ${side}'s sponsor there`,
    share_of: "meetings",
    where: { held: true, ...(where === undefined ? {} : { forum: [...where] }) },
    having: `${side}_sponsor_present`,
    better: "higher",
    role: "quality",
    watch_for: side === "client" ? ["vendor-not-partner", "weak-ownership"] : ["vendor-not-partner"],
  });
  return {
    "forums-held": {
      title: "Planned meetings that were held",
      share_of: "meetings",
      having: "held_at is present",
      better: "higher",
      role: "quality",
      watch_for: ["communication-breakdown", "vendor-not-partner", "weak-ownership"],
    },
    "client-sponsor-present": sponsorPresent("client", clientSponsorForums),
    "provider-sponsor-present": sponsorPresent("provider", providerSponsorForums),
    "escalation-topic-share": {
      title: "Meetings held about an escalation",
      share_of: "meetings",
      where: { held: true },
      having: "topic is escalation",
      better: "lower",
      role: "rework",
      watch_for: ["communication-breakdown"],
    },
    "minutes-sent-share": {
      title: "Meetings whose minutes were sent within three days",
      share_of: "meetings",
      where: { held: true },
      within: "3d",
      from: "held_at",
      to: "minutes_sent_at",
      better: "higher",
      role: "quality",
      watch_for: ["weak-ownership"],
    },
  };
}

function dialogue({ client, provider, clientReplies = "1d", providerReplies = "1d" }: StandardAgreements) {
  const replyTime = (side: "client" | "provider", calendar: string | undefined) => ({
    title: `Median time in which the ${side} answers the other party`,
    median_of: "replies",
    where: { owed_by: side },
    from: "asked_at",
    to: "answered_at",
    ...(calendar === undefined ? {} : { on: calendar }),
    better: "lower",
    role: "speed",
    watch_for: ["communication-breakdown", "wrong-location"],
  });
  const repliedInTime = (side: "client" | "provider", within: string) => ({
    title: `Questions that the ${side} answered within ${within.replace(/^1d$/, "a day").replaceAll("-", " ")}`,
    share_of: "replies",
    where: { owed_by: side },
    within,
    from: "asked_at",
    to: "answered_at",
    better: "higher",
    role: "speed",
    watch_for: ["communication-breakdown"],
  });
  return {
    "reply-time-client": replyTime("client", client),
    "reply-time-provider": replyTime("provider", provider),
    "replied-in-time-client": repliedInTime("client", clientReplies),
    "replied-in-time-provider": repliedInTime("provider", providerReplies),
    "questions-answered": {
      title: "Questions of either side answered within five days",
      share_of: "replies",
      within: "5d",
      from: "asked_at",
      to: "answered_at",
      better: "higher",
      role: "speed",
      watch_for: ["communication-breakdown"],
    },
    clarifications: {
      title: "Messages that ask what was meant",
      count_of: "messages",
      where: { kind: "clarification" },
      better: "lower",
      role: "rework",
    },
    "clarification-share": {
      title: "Messages that ask what was meant, of all that ask something",
      share_of: "messages",
      where: { kind: ["question", "request", "clarification"] },
      having: "kind is clarification",
      better: "lower",
      role: "rework",
      watch_for: ["communication-breakdown", "unclear-objectives", "cultural-mismatch", "loss-of-control"],
    },
  };
}

const ideas = {
  "ideas-submitted": {
    title: "Ideas for doing better",
    count_of: "ideas",
    better: "higher",
    role: "quality",
    watch_for: ["vendor-not-partner"],
  },
  "ideas-decided": {
    title: "Ideas decided within 30 days",
    share_of: "ideas",
    within: "30d",
    from: "submitted_at",
    to: "decided_at",
    better: "higher",
    role: "speed",
    watch_for: ["vendor-not-partner"],
  },
};

/** An incident is known once it is disclosed or resolved, so that the newest weeks may still grow. */
function incidents({ incidentsTold = "24h" }: StandardAgreements) {
  return {
    incidents: {
      title: "Incidents, by when they happened",
      count_of: "incidents",
      better: "lower",
      role: "quality",
      watch_for: ["unmanaged-risk"],
    },
    "incidents-told-in-time": {
      title: `Incidents told to the client within ${incidentsTold} of being found`,
      share_of: "incidents",
      within: incidentsTold,
      from: "detected_at",
      to: "disclosed_at",
      better: "higher",
      role: "quality",
      watch_for: ["weak-security", "lack-of-transparency"],
    },
  };
}

const pulses = { "pulse-client": pulse("client"), "pulse-provider": pulse("provider") };

function pulse(side: "client" | "provider") {
  return {
    title: `Relationship pulse, ${side}'s answers (1–5)`,
    mean_of: "pulse_answers",
    where: { side },
    value: "score",
    every: "quarter",
    better: "higher",
    role: "satisfaction",
    watch_for: ["cultural-mismatch", "vendor-not-partner"],
  };
}

function handedOver({ handedOver: processes = [] }: StandardAgreements) {
  if (processes.length === 0) return {};
  return {
    "core-work-share": {
      title: "Items of processes that were not handed over",
      share_of: "work_items",
      having: `process is not one of ${processes.join(", ")}`,
      better: "lower",
      role: "volume",
      watch_for: ["outsourcing-the-core"],
    },
  };
}
