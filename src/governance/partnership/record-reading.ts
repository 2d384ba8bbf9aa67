import type { MetricDefinition } from "../../metrics/metric-definition.ts";
import { standardMetrics } from "../../metrics/standard-metrics.ts";
import type { ServiceLevelDefinition } from "../../service-levels/service-level-definition.ts";
import { definitionInForce } from "../../values/effective.ts";
import { isNamed, isSamePerson } from "../../values/filler.ts";
import type { Side } from "../../values/side.ts";
import type { PlainDate } from "../../values/time.ts";
import { isPlaceInContract } from "../contract/review-term.ts";
import type { Objective } from "../objective/objective.ts";
import { type Client, type Contact, type Provider, peopleOf } from "../party/party.ts";
import type { PartnershipRecord } from "./partnership-record.ts";

/** An entry of a list in the record, with its place in it. */
export type Placed<T> = { readonly entry: T; readonly index: number };

/** Entries with their places. */
export function placed<T>(entries: readonly T[]): readonly Placed<T>[] {
  return entries.map((entry, index) => ({ entry, index }));
}

/** The version of each objective that holds on `asOf`. */
export function objectivesInForce(record: PartnershipRecord, asOf: PlainDate): readonly Placed<Objective>[] {
  return latestById(record.objectives, asOf);
}

/** The version of each service level that binds on `asOf`. */
export function serviceLevelsInForce(
  record: PartnershipRecord,
  asOf: PlainDate,
): readonly Placed<ServiceLevelDefinition>[] {
  return latestById(record.service_levels, asOf).filter(
    ({ entry }) => entry.effective_until === undefined || entry.effective_until >= asOf,
  );
}

const standard: Readonly<Record<string, MetricDefinition>> = standardMetrics();

/** The definition of a metric on `asOf`: the record's own, else the standard one; null where neither exists by then. */
export function metricInForce(record: PartnershipRecord, id: string, asOf: PlainDate): MetricDefinition | null {
  return definitionInForce(record.metrics[id] ?? [], asOf) ?? standard[id] ?? null;
}

/** A party of the record by its side. */
export function party(record: PartnershipRecord, side: Side): Client | Provider {
  return side === "client" ? record.client : record.provider;
}

/** Everybody whom the record knows under this id, on either side. */
export function contactsNamed(record: PartnershipRecord, id: string): readonly Contact[] {
  return [...record.client.contacts, ...record.provider.contacts].filter((contact) => isSamePerson(contact.id, id));
}

/** Whether a person is named, is not a stopgap under a real-looking id, and has not left by `asOf`. */
export function isThere(record: PartnershipRecord, id: string | undefined, asOf: PlainDate): id is string {
  if (!isNamed(id)) return false;
  return contactsNamed(record, id).every(
    ({ name, left_on }) => (name === undefined || isNamed(name)) && (left_on === undefined || left_on >= asOf),
  );
}

/** The sides that name a person: a person on both sides answers to neither. */
export function sidesOf(record: PartnershipRecord, id: string): readonly Side[] {
  return (["client", "provider"] as const).filter((side) =>
    peopleOf(party(record, side)).some((other) => isSamePerson(other, id)),
  );
}

/** Whether a person is there and stands on this side alone. */
export function isOf(record: PartnershipRecord, side: Side, id: string | undefined, asOf: PlainDate): id is string {
  if (!isThere(record, id, asOf)) return false;
  const sides = sidesOf(record, id);
  return sides.length === 1 && sides[0] === side;
}

/** The people of `ids` that are there and of one side alone. */
export function peopleThere(
  record: PartnershipRecord,
  side: Side,
  ids: readonly string[],
  asOf: PlainDate,
): readonly string[] {
  return ids.filter(
    (id, at) => isOf(record, side, id, asOf) && ids.findIndex((other) => isSamePerson(other, id)) === at,
  );
}

/** Whether a clause points to a place in the contract: "MSA 14", not "TBD" or "in the contract". */
export const isClause: (clause: string | undefined) => clause is string = isPlaceInContract;

/** Whether a day was given and had come by `asOf`: what lies ahead has not happened. */
export function hasHappened(on: PlainDate | undefined, asOf: PlainDate): on is PlainDate {
  return on !== undefined && on <= asOf;
}

/** Whether a day was given and is still ahead, today included. */
export function isAhead(on: PlainDate | undefined, asOf: PlainDate): on is PlainDate {
  return on !== undefined && on >= asOf;
}

function latestById<T extends { readonly id: string; readonly effective_from?: PlainDate | undefined }>(
  versions: readonly T[],
  asOf: PlainDate,
): readonly Placed<T>[] {
  const ids = [...new Set(versions.map(({ id }) => id))];
  return ids.flatMap((id) => {
    const entry = definitionInForce(
      versions.filter((version) => version.id === id),
      asOf,
    );
    return entry === null ? [] : [{ entry, index: versions.indexOf(entry) }];
  });
}
