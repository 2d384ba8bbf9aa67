import type { Side } from "../../values/side.ts";
import { peopleOf } from "../party/party.ts";
import type { PartnershipRecord } from "./partnership-record.ts";

/** The side that names a person, or null for one whom neither knows; someone on both sides counts as the client's. */
export function sideOfPerson(record: PartnershipRecord, person: string): Side | null {
  if (peopleOf(record.client).includes(person)) return "client";
  return peopleOf(record.provider).includes(person) ? "provider" : null;
}
