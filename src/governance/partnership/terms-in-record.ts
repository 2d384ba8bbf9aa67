import type { FactKind } from "../../facts/schema/fact-kinds.ts";
import { factKinds } from "../../facts/schema/fact-kinds.ts";
import type { SourceDefinition } from "../../facts/schema/source-definition.ts";
import { type MetricDefinition, measureKey } from "../../metrics/metric-definition.ts";
import { repeatedDays } from "../../values/due-dates.ts";
import type { PlainDate } from "../../values/time.ts";
import type { ContractTermName } from "../contract/contract-terms.ts";
import type { BorneOut } from "../contract/review-term.ts";
import type { Contract, PartnershipRecord } from "./partnership-record.ts";
import { isThere, serviceLevelsInForce } from "./record-reading.ts";

/** Which terms of the contract the rest of the record bears out, and what it lacks where it should. */
export function borneOutBy(record: PartnershipRecord, asOf: PlainDate): BorneOut {
  const { contract } = record;
  if (contract === undefined) return {};
  return { ...pricesAndLevels(record, contract, asOf), ...arrangements(record, contract, asOf) };
}

function pricesAndLevels(record: PartnershipRecord, contract: Contract, asOf: PlainDate): BorneOut {
  const levels = serviceLevelsInForce(record, asOf).map(({ entry }) => entry);
  const binding = levels.filter(({ kpi }) => !kpi);
  const borrowed = levels.filter(({ metric }) => record.metrics[metric] === undefined).map(({ id }) => id);
  const { pricing, at_risk: atRisk } = contract;
  const hasPrice = (pricing?.rate_card.length ?? 0) > 0 || pricing?.cost_plus !== undefined;
  const hasCritical = binding.some(({ critical }) => critical !== undefined);
  const creditLack = hasCritical ? "no amount at risk is on record" : "no service level on record costs a credit";
  return {
    pricing: hasPrice || "no prices are on record under contract: pricing",
    service_levels: binding.length > 0 || "no service level that binds is on record",
    credits: (hasCritical && atRisk !== undefined) || creditLack,
    ...(levels.length === 0
      ? {}
      : { definitions: borrowed.length === 0 || `${borrowed.join(", ")}: the record does not define the metric` }),
  };
}

function arrangements(record: PartnershipRecord, contract: Contract, asOf: PlainDate): BorneOut {
  const { staffing, security, risks } = record;
  const { ends, notice, obligations } = contract;
  const isOwed = (kind: "report" | "data") =>
    obligations.some((one) => one.kind === kind && one.owed_by === "provider" && (one.every ?? one.due) !== undefined);
  const there: Readonly<Partial<Record<ContractTermName, boolean>>> = {
    reporting: isOwed("report"),
    data_access: isOwed("data"),
    key_people: (staffing?.key_people.length ?? 0) > 0,
    backfill: staffing?.backfill_within !== undefined,
    incident_disclosure: security?.incidents_told_within !== undefined,
    continuity: risks.some(({ fallback }) => fallback !== undefined),
  };
  const shown = Object.entries(there).flatMap(([term, is]) => (is ? [[term, true] as const] : []));
  return {
    ...Object.fromEntries(shown),
    notice:
      (ends !== undefined && notice !== undefined) || "the dates that it needs, ends and notice, are not on record",
    exit: exitLack(record, contract, asOf) ?? true,
  };
}

/** What keeps the way out from being open; null where nothing does. */
function exitLack(record: PartnershipRecord, { terms: { exit } }: Contract, asOf: PlainDate): string | null {
  if (exit?.plan === undefined) return "no exit plan is on record";
  if (!isThere(record, exit.owner, asOf)) return "nobody who is there answers for the exit plan";
  const { rehearsed, rehearse_every: every } = exit;
  if (rehearsed === undefined || rehearsed > asOf) return "the exit plan has never been rehearsed";
  const next = every === undefined ? undefined : repeatedDays(rehearsed, every, asOf)[1];
  return next === undefined ? null : `the exit plan was to be rehearsed again on ${next}`;
}

/** Where the records behind a metric come from, as the record's `sources` name it; null where they do not. */
export function sourceOf(sources: readonly SourceDefinition[], metric: MetricDefinition | null): string | null {
  const kind = metric === null ? null : subjectOf(metric);
  if (kind === null) return null;
  const source =
    sources.find((each) => each.kind === kind || (each.records !== undefined && kind in each.records)) ??
    (kind === "work_items" ? sources.find((each) => each.profile !== undefined && each.kind === undefined) : undefined);
  if (source === undefined) return null;
  const files = source.file ?? (Array.isArray(source.files) ? source.files.join(", ") : source.files);
  return [files, source.profile].filter((part) => part !== undefined).join(", ");
}

function subjectOf(metric: MetricDefinition): FactKind | null {
  const key = measureKey(metric);
  const subject = key === null ? undefined : metric[key];
  return factKinds.find((kind) => kind === subject) ?? null;
}
