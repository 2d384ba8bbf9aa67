import type { PartnershipRecord } from "../../governance/partnership/partnership-record.ts";
import { hasHappened, isAhead, peopleThere } from "../../governance/partnership/record-reading.ts";
import { isSaid } from "../../values/filler.ts";
import type { Side } from "../../values/side.ts";
import type { PlainDate } from "../../values/time.ts";
import { askAll, type GuardAnswer, type GuardRule, inPlace, missing, partial } from "./guard-rule.ts";

export const goalMisalignmentGuards: readonly GuardRule[] = [
  { id: "goals-signed-by-both-sides", ask: askSigned },
  { id: "goals-ranked-by-both-sides", ask: askRanked },
  { id: "goals-revisited", ask: askRevisited },
];

function askSigned(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  const { goals } = record;
  const isSigned = hasHappened(goals?.signed_on, asOf) && goals?.ranked.some(({ goal }) => isSaid(goal, 2)) === true;
  const signs = (side: Side) => isSigned && peopleThere(record, side, goals?.signed_by ?? [], asOf).length > 0;
  return askAll(
    [
      { met: signs("client"), lack: "goals are not signed by the client's own people" },
      { met: signs("provider"), lack: "goals are not signed by the provider's own people" },
    ],
    {
      done: `Both sides signed the goals on ${goals?.signed_on}.`,
      remedy: "Write the goals down, and put signed_on: and signed_by: with a person of each side.",
      at: "goals.signed_by",
    },
  );
}

function askRanked({ goals }: PartnershipRecord): GuardAnswer {
  const ranked = goals?.ranked ?? [];
  const isRankedBy = (side: Side) => {
    const ranks = ranked.flatMap((goal) => goal[side] ?? []);
    return ranked.length >= 2 && ranks.length === ranked.length && new Set(ranks).size === ranks.length;
  };
  return askAll(
    [
      { met: isRankedBy("client"), lack: "the client has not ranked the goals, each with a rank of its own" },
      { met: isRankedBy("provider"), lack: "the provider has not ranked the goals, each with a rank of its own" },
    ],
    {
      done: `Both sides ranked ${ranked.length} goals.`,
      remedy: "Have each side rank at least two goals on its own: client: 1, provider: 2, no rank twice.",
      at: "goals.ranked",
    },
  );
}

function askRevisited({ goals }: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  const at = "goals.revisit_on";
  const remedy = "Set revisit_on: to a day within the year, and put it on a forum's agenda.";
  if (goals?.revisit_on === undefined) return missing("No day is set to look at the goals again.", remedy, at);
  if (!isAhead(goals.revisit_on, asOf))
    return partial(`The goals were to be looked at again on ${goals.revisit_on}; that day has passed.`, remedy, at);
  return inPlace(`The goals are looked at again on ${goals.revisit_on}.`, at);
}
