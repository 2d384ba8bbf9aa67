import { lastDayForNotice } from "../../governance/contract/contract.ts";
import type { ContractTermName } from "../../governance/contract/contract-terms.ts";
import type { PartnershipRecord } from "../../governance/partnership/partnership-record.ts";
import { hasHappened, isClause, isThere } from "../../governance/partnership/record-reading.ts";
import { isNamed } from "../../values/filler.ts";
import type { Side } from "../../values/side.ts";
import type { PlainDate } from "../../values/time.ts";
import { askAll, type GuardAnswer, type GuardRule, inPlace, missing, partial } from "./guard-rule.ts";

export const contractGapsGuards: readonly GuardRule[] = [
  { id: "terms-checklist", ask: askTerms },
  { id: "legal-review", ask: askReview },
  { id: "obligations-of-both-sides", ask: askObligations },
  { id: "notice-date-known", ask: askNotice },
];

/** What every contract of this kind must settle, with the words for it. */
const checklist: Readonly<Partial<Record<ContractTermName, string>>> = {
  scope: "scope",
  deliverables: "deliverables",
  pricing: "pricing",
  service_levels: "service levels",
  disputes: "disputes",
  data_protection: "data protection",
  intellectual_property: "intellectual property",
  audit: "audit",
  subcontractors: "subcontractors",
  change_control: "change control",
  termination: "termination",
  exit: "exit",
};

function askTerms({ contract }: PartnershipRecord): GuardAnswer {
  const terms: Readonly<Partial<Record<string, { readonly clause: string }>>> = contract?.terms ?? {};
  const asked = Object.entries(checklist);
  const open = asked.filter(([name]) => !isClause(terms[name]?.clause)).map(([, words]) => words);
  const at = "contract.terms";
  if (open.length === 0) return inPlace(`All ${asked.length} terms of the checklist have their clause.`, at);
  const remedy = "Name the clause for each term; where there is none, agree one by amendment.";
  const message = `${open.length} of ${asked.length} terms have no clause: ${open.join(", ")}.`;
  return open.length === asked.length ? missing(message, remedy, at) : partial(message, remedy, at);
}

function askReview({ contract }: PartnershipRecord, asOf: PlainDate): GuardAnswer {
  const at = "contract.legal_review";
  const remedy = "Have a lawyer read the contract, and write down the day and who it was.";
  const review = contract?.legal_review;
  if (review === undefined || !isNamed(review.by))
    return missing("No legal review by a named person is on record.", remedy, at);
  if (!hasHappened(review.on, asOf)) return missing(`The legal review is only planned, for ${review.on}.`, remedy, at);
  if (contract?.signed !== undefined && review.on > contract.signed)
    return partial(`The legal review of ${review.on} came after the signing on ${contract.signed}.`, remedy, at);
  return inPlace(`${review.by} reviewed the contract on ${review.on}.`, at);
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
  const last = contract === undefined ? null : lastDayForNotice(contract);
  if (contract?.ends !== undefined && contract.ends < asOf)
    return missing(`The contract on record ended on ${contract.ends}.`, "Write down the contract that holds now.", at);
  if (last !== null) return inPlace(`The last day to give notice is ${last}.`, at);
  if (contract?.ends === undefined && contract?.notice === undefined)
    return missing("Neither the end of the contract nor the notice period is on record.", remedy, at);
  return partial(
    `The ${contract.ends === undefined ? "end of the contract" : "notice period"} is not on record.`,
    remedy,
    at,
  );
}
