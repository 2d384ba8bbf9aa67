import type { Finding } from "../../assessment/verdict.ts";
import type { PartnershipRecord } from "../../governance/partnership/partnership-record.ts";
import { contactsNamed } from "../../governance/partnership/record-reading.ts";
import type { PlainDate } from "../../values/time.ts";

/**
 * Who answers for a finding: the owner of an open action against it, else of what it is about, else nobody yet, and who of
 * either side must name somebody.
 */
export function ownerOf(finding: Finding, record: PartnershipRecord, asOf: PlainDate): string {
  const action = record.actions.find(
    ({ findings, pitfall, done_on: done, owner }) =>
      owner !== undefined &&
      (done === undefined || done > asOf) &&
      (findings.length > 0 ? findings.includes(finding.id) : pitfall === finding.pitfall),
  );
  if (action?.owner !== undefined) return `${nameOf(action.owner, record)}, by the action “${action.title}”`;
  const entry = entryOwner(finding, record);
  if (entry?.owner !== undefined) return `${nameOf(entry.owner, record)}, ${entry.as}`;
  const { client, provider } = record;
  const theirs = provider.owner ?? provider.account_manager;
  const named = [
    client.owner === undefined ? null : `${nameOf(client.owner, record)} for the client`,
    theirs === undefined ? null : `${nameOf(theirs, record)} for the provider`,
  ].filter((one) => one !== null);
  return named.length === 0
    ? "Nobody: the record names no owner on either side"
    : `Nobody yet; to be named by ${named.join(" and ")}`;
}

type EntryOwner = { readonly owner: string | undefined; readonly as: string };

/** The owner of the entry of the record that a finding is about; null where such entries have none. */
function entryOwner({ subject: { kind, id } }: Finding, record: PartnershipRecord): EntryOwner | null {
  const { contract, growth, security, risks, objectives, client, transition } = record;
  switch (kind) {
    case "risk":
      return { owner: risks.find((risk) => risk.id === id)?.owner, as: "who owns the risk" };
    case "obligation":
      return {
        owner: contract?.obligations.find((duty) => duty.id === id)?.owner,
        as: "who owes it by the contract",
      };
    case "objective":
      return { owner: objectives.findLast((one) => one.id === id)?.owner, as: "who owns the objective" };
    case "growth-phase":
      return { owner: growth?.owner, as: "who owns the growth plan" };
    case "evidence":
    case "access":
      return { owner: security?.owner, as: "who owns security" };
    case "milestone":
    case "launch-gate":
      return { owner: transition?.owner, as: "who owns the transition" };
    case "retained-role":
    case "budget":
    case "credits":
    case "invoices":
    case "contract":
      return { owner: client.owner, as: "who owns the partnership for the client" };
    default:
      return null;
  }
}

function nameOf(id: string, record: PartnershipRecord): string {
  const [contact] = contactsNamed(record, id);
  return contact?.name === undefined ? id : `${contact.name} (${id})`;
}
