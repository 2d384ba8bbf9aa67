import { noticeDates } from "../../governance/contract/notice-dates.ts";
import { reviewLegally, reviewTermChecklist } from "../../governance/contract/review-term.ts";
import type { PartnershipRecord } from "../../governance/partnership/partnership-record.ts";
import { isThere } from "../../governance/partnership/record-reading.ts";
import { borneOutBy } from "../../governance/partnership/terms-in-record.ts";
import type { Presence } from "../../values/presence.ts";
import type { Side } from "../../values/side.ts";
import type { PlainDate } from "../../values/time.ts";
import { askAll, type GuardAnswer, type GuardRule, inPlace, missing, partial } from "./guard-rule.ts";

export const contractGapsGuards: readonly GuardRule[] = [
  { id: "terms-checklist", ask: askTerms },
  { id: "legal-review", ask: askReview },
  { id: "obligations-of-both-sides", ask: askObligations },
  { id: "notice-date-known", ask: askNotice },
];

function askTerms(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  const at = "contract.terms";
  const remedy =
    "Name the clause for each term and say in a sentence what it says; where there is none, agree one by amendment.";
  const terms = reviewTermChecklist(record.contract ?? null, borneOutBy(record, asOf), asOf);
  const named = (state: Presence) => terms.filter((term) => term.state === state).map(({ name }) => name.toLowerCase());
  const [open, half] = [named("missing"), named("partial")];
  const of = `of ${terms.length} terms`;
  if (open.length + half.length === 0) return inPlace(`All ${terms.length} terms of the checklist are settled.`, at);
  if (open.length === terms.length) return missing(`None ${of} has a clause.`, remedy, at);
  const lacks = [
    ...(open.length === 0 ? [] : [`${open.length} ${of} have no clause: ${open.join(", ")}`]),
    ...(half.length === 0 ? [] : [`${half.length} settle too little: ${half.join(", ")}`]),
  ];
  return partial(`${lacks.join("; ")}.`, remedy, at);
}

function askReview({ contract }: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  const at = "contract.legal_review";
  const remedy = "Have a lawyer read the contract, and write down the day and who it was.";
  const { state, by, on, reasons } = reviewLegally(contract ?? null, asOf);
  if (state === "in-place") return inPlace(`${by} reviewed the contract on ${on}.`, at);
  const message = `The contract's legal review is not done: ${reasons.join("; ")}.`;
  return state === "missing"
    ? missing(message, remedy, at)
    : partial(message.replace("is not done", "falls short"), remedy, at);
}

function askObligations(record: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  const obligations = record.contract?.obligations ?? [];
  const isClear = (side: Side) =>
    obligations.some(({ owed_by: by }) => by === side) &&
    obligations.every(
      (one) => one.owed_by !== side || (isThere(record, one.owner, asOf) && (one.due ?? one.every) !== undefined),
    );
  const lackOf = (side: Side) =>
    obligations.some(({ owed_by: by }) => by === side)
      ? `an obligation of the ${side} lacks its owner or its date`
      : `no obligations of the ${side} are listed`;
  return askAll(
    [
      { met: isClear("client"), lack: lackOf("client") },
      { met: isClear("provider"), lack: lackOf("provider") },
    ],
    {
      done: "Obligations of both sides have an owner and a date.",
      remedy: "List what each side owes under contract: obligations with owed_by:, owner: and due: or every:.",
      at: "contract.obligations",
    },
  );
}

function askNotice({ contract }: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  const at = "contract.ends";
  const remedy = "Write ends: and notice: as the contract says, and put the last day to act into the calendar.";
  const { dates, runsUntil, unknown } = noticeDates(contract ?? null, asOf, 0);
  if (runsUntil !== null && runsUntil < asOf)
    return missing(`The contract on record ended on ${runsUntil}.`, "Write down the contract that holds now.", at);
  const last = dates.find(({ kind }) => kind !== "end");
  if (last !== undefined)
    return inPlace(
      `The last day to ${last.kind === "notice" ? "give notice" : "agree on going on"} is ${last.on}.`,
      at,
    );
  const isBare = contract?.ends === undefined && contract?.notice === undefined;
  return (isBare ? missing : partial)(`The last day to act cannot be told: ${unknown.join("; ")}.`, remedy, at);
}
