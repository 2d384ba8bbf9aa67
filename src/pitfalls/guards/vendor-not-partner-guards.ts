import type { PartnershipRecord } from "../../governance/partnership/partnership-record.ts";
import { isOf, isThere, party } from "../../governance/partnership/record-reading.ts";
import { isSaid } from "../../values/filler.ts";
import type { Side } from "../../values/side.ts";
import type { PlainDate } from "../../values/time.ts";
import { askAll, type GuardAnswer, type GuardRule } from "./guard-rule.ts";

export const vendorNotPartnerGuards: readonly GuardRule[] = [
  { id: "sponsors-on-both-sides", ask: askSponsors },
  { id: "joint-planning", ask: askPlanning },
  { id: "goals-shared", ask: askGoals },
  { id: "idea-register", ask: askIdeas },
];

const sides: readonly Side[] = ["client", "provider"];

function askSponsors(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  return askAll(
    sides.map((side) => ({
      met: isOf(record, side, party(record, side).sponsor, asOf),
      lack: `no executive sponsor of the ${side}'s own`,
    })),
    {
      done: "Both sides have an executive sponsor.",
      remedy: "Name a sponsor: under client and another under provider.",
      at: "client.sponsor",
    },
  );
}

function askPlanning(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  const planning = record.forums.filter(({ topics }) => topics.includes("planning"));
  const regular = planning.filter(({ every }) => every !== undefined);
  const isWithSponsors = regular.some(({ attend }) =>
    sides.every((side) => attend.some((id) => id === party(record, side).sponsor && isOf(record, side, id, asOf))),
  );
  return askAll(
    [
      {
        met: regular.length > 0,
        lack: planning.length > 0 ? "planning has no cadence" : "no forum is for planning together",
      },
      { met: isWithSponsors, lack: "no planning to which both sponsors come" },
    ],
    {
      done: "Both sponsors plan together regularly.",
      remedy: "Give one forum a quarter topics: [planning] and both sponsors under attend:.",
      at: "forums",
    },
  );
}

function askGoals({ goals }: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  const said = (goals?.ranked ?? []).filter(({ goal }) => isSaid(goal, 2));
  return askAll(
    [
      { met: said.length > 0, lack: "no shared goal is on record" },
      { met: goals?.signed_on !== undefined && goals.signed_on <= asOf, lack: "shared goals are not signed" },
    ],
    {
      done: `${said.length} shared ${said.length === 1 ? "goal is" : "goals are"} signed.`,
      remedy: "Write three to five goals under goals: ranked and sign them together.",
      at: "goals",
    },
  );
}

function askIdeas(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  const { ideas } = record;
  return askAll(
    [
      { met: isThere(record, ideas?.owner, asOf), lack: "nobody keeps the idea register" },
      { met: ideas?.decided_within !== undefined, lack: "no time is agreed within which ideas are decided" },
      { met: record.forums.some(({ id }) => id === ideas?.decided_in), lack: "no forum decides on ideas" },
    ],
    {
      done: "Ideas have a keeper, a forum that decides and a time to decide in.",
      remedy:
        "Under ideas: name an owner:, decided_in: one of the forums, and decided_within:, such as 20 business days.",
      at: "ideas",
    },
  );
}
