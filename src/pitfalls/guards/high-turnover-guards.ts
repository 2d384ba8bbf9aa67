import type { PartnershipRecord } from "../../governance/partnership/partnership-record.ts";
import { isClause, placed } from "../../governance/partnership/record-reading.ts";
import { isFiller, isSaid, isSamePerson } from "../../values/filler.ts";
import { askAll, askEach, type GuardAnswer, type GuardRule, inPlace, missing } from "./guard-rule.ts";

export const highTurnoverGuards: readonly GuardRule[] = [
  { id: "roster-visible", ask: askRoster },
  { id: "key-people", ask: askKeyPeople },
  { id: "backfill-agreed", ask: askBackfill },
  { id: "retention-agreed", ask: askRetention },
];

function askRoster({ staffing }: PartnershipRecord): GuardAnswer {
  const at = "staffing.roster_shared_every";
  return staffing?.roster_shared_every === undefined
    ? missing(
        "The client does not get the roster.",
        "Agree roster_shared_every: month, with pseudonyms, joining and leaving dates.",
        at,
      )
    : inPlace("The client gets the roster regularly.", at);
}

function askKeyPeople({ staffing }: PartnershipRecord): GuardAnswer {
  return askEach({
    entries: placed(staffing?.key_people ?? []),
    noun: ["key person", "key people"],
    nameOf: ({ entry }) => entry.agent,
    at: ({ index }) => `staffing.key_people[${index}]`,
    fault: ({ entry }) => {
      if (isFiller(entry.agent)) return "is nobody";
      if (isFiller(entry.successor)) return "has no successor";
      return isSamePerson(entry.agent, entry.successor) ? "is named as the own successor" : null;
    },
    done: "Every key person has a successor.",
    remedy: "Under staffing: key_people, name those without whom the work would suffer, and a successor: for each.",
    none: { message: "No key people are named.", at: "staffing.key_people" },
  });
}

function askBackfill({ staffing, contract }: PartnershipRecord): GuardAnswer {
  return askAll(
    [
      { met: staffing?.backfill_within !== undefined, lack: "no time agreed within which a leaver is replaced" },
      { met: isClause(contract?.terms.backfill?.clause), lack: "no clause on replacing leavers and who pays" },
    ],
    {
      done: "Leavers are replaced within an agreed time.",
      remedy:
        "Set staffing: backfill_within:, such as 15 business days, and name the clause under contract: terms: backfill.",
      at: "staffing.backfill_within",
    },
  );
}

function askRetention({ staffing }: PartnershipRecord): GuardAnswer {
  const most = staffing?.turnover_at_most;
  return askAll(
    [
      { met: isSaid(staffing?.retention, 4), lack: "nothing says what the provider does so that people stay" },
      {
        met: most !== undefined && most < 1,
        lack: most === undefined ? "no ceiling for turnover" : "the ceiling for turnover is everybody",
      },
    ],
    {
      done: "Retention and a ceiling for turnover are agreed.",
      remedy: "Say retention: in a sentence, and turnover_at_most:, such as 30 %.",
      at: "staffing.retention",
    },
  );
}
