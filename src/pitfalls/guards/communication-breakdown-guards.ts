import type { PartnershipRecord } from "../../governance/partnership/partnership-record.ts";
import { party, peopleThere, placed } from "../../governance/partnership/record-reading.ts";
import { peopleOf } from "../../governance/party/party.ts";
import type { Side } from "../../values/side.ts";
import type { PlainDate } from "../../values/time.ts";
import { askAll, askEach, type GuardAnswer, type GuardRule } from "./guard-rule.ts";

export const communicationBreakdownGuards: readonly GuardRule[] = [
  { id: "contacts-on-both-sides", ask: askContacts },
  { id: "escalation-path", ask: askEscalation },
  { id: "forums-with-a-cadence", ask: askForums },
  { id: "reply-time-agreed", ask: askReplies },
];

const sides: readonly Side[] = ["client", "provider"];

function askContacts(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  return askAll(
    sides.map((side) => ({
      met: peopleThere(record, side, peopleOf(party(record, side)), asOf).length > 0,
      lack: `nobody to turn to on the ${side}'s side`,
    })),
    {
      done: "Both sides name somebody to turn to.",
      remedy: "Name an owner: under client and an account_manager: under provider, two different people.",
      at: "client.contacts",
    },
  );
}

function askEscalation(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  return askAll(
    sides.map((side) => {
      const { escalation, sponsor } = party(record, side);
      const steps = peopleThere(record, side, sponsor === undefined ? escalation : [...escalation, sponsor], asOf);
      const lack =
        steps.length === 1 ? `only one step to escalate to at the ${side}` : `no escalation path at the ${side}`;
      return { met: steps.length >= 2, lack };
    }),
    {
      done: "Both sides have an escalation path of at least two people.",
      remedy:
        "List whom to turn to, one after the other, under escalation: on both sides: at least two different people.",
      at: "provider.escalation",
    },
  );
}

function askForums(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  return askEach({
    entries: placed(record.forums),
    noun: ["forum", "forums"],
    nameOf: ({ entry }) => entry.id,
    at: ({ index }) => `forums[${index}]`,
    fault: ({ entry }) => {
      if (entry.every === undefined) return "has no cadence";
      const absent = sides.filter((side) => peopleThere(record, side, entry.attend, asOf).length === 0);
      return absent.length === 0 ? null : `names nobody of the ${absent.join(" or the ")} to attend`;
    },
    done: "Every forum has a cadence and people of both sides.",
    remedy: "Give each forum every: and attend: with people of both sides; a short weekly one comes first.",
    none: { message: "No forum is on record.", at: "forums" },
  });
}

function askReplies(record: PartnershipRecord): GuardAnswer {
  return askAll(
    sides.map((side) => ({
      met: isLengthOfTime(party(record, side).replies_within),
      lack: `no reply time agreed for the ${side}`,
    })),
    {
      done: "Both sides agreed how soon they reply.",
      remedy: "Write replies_within: under client and provider, such as 4h or 1 business day.",
      at: "client.replies_within",
    },
  );
}

function isLengthOfTime(
  duration: { kind: "seconds"; seconds: number } | { kind: "business-days"; days: number } | undefined,
) {
  if (duration === undefined) return false;
  return duration.kind === "seconds" ? duration.seconds > 0 : duration.days > 0;
}
