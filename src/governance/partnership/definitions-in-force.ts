import type { CalendarDefinition } from "../../calendar/calendar-definition.ts";
import type { MetricDefinition } from "../../metrics/metric-definition.ts";
import { levelInForce, type ServiceLevelDefinition } from "../../service-levels/service-level-definition.ts";
import { definitionInForce, type Effective } from "../../values/effective.ts";
import { groupedBy } from "../../values/grouped.ts";
import type { PlainDate } from "../../values/time.ts";
import type { Objective } from "../objective/objective.ts";
import type { PartnershipRecord } from "./partnership-record.ts";

/** The one version of each definition that holds on a date; what had not begun by then is absent. */
export type DefinitionsInForce = {
  readonly calendars: Readonly<Record<string, CalendarDefinition>>;
  readonly metrics: Readonly<Record<string, MetricDefinition>>;
  readonly serviceLevels: readonly ServiceLevelDefinition[];
  readonly objectives: readonly Objective[];
};

/** The definitions that hold on `date`, in the order in which they were written. */
export function definitionsInForce(record: PartnershipRecord, date: PlainDate): DefinitionsInForce {
  return {
    calendars: eachInForce(record.calendars, date),
    metrics: eachInForce(record.metrics, date),
    serviceLevels: versionsById(record.service_levels).flatMap((versions) => levelInForce(versions, date) ?? []),
    objectives: versionsById(record.objectives).flatMap((versions) => definitionInForce(versions, date) ?? []),
  };
}

/** Definitions of a list, those of one id together, in the order of first mention. */
function versionsById<T extends { readonly id: string }>(definitions: readonly T[]): readonly (readonly T[])[] {
  return [...groupedBy(definitions, ({ id }) => id).values()];
}

function eachInForce<T extends Effective>(versions: Readonly<Record<string, readonly T[]>>, date: PlainDate) {
  const inForce: [string, T][] = [];
  for (const [id, ofOne] of Object.entries(versions)) {
    const version = definitionInForce(ofOne, date);
    if (version !== null) inForce.push([id, version]);
  }
  return Object.fromEntries(inForce);
}
