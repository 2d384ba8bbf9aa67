import type { PlainDate } from "../values/time.ts";
import { readDerivedRecords } from "./derived-figures.ts";
import { readFailingItems } from "./failing-items.ts";
import { type Judgement, judgeFigures, type KnownRecords } from "./judge-figures.ts";
import { readInvoices, readRecordDays, readReported } from "./known-records.ts";
import { measureFigures } from "./measured-figures.ts";
import { readObserved } from "./observed-records.ts";
import type { OpenPartnership } from "./open-partnership.ts";
import { planFigures } from "./planned-figures.ts";
import { knownSources } from "./source-coverage.ts";
import { standardMetricsOf } from "./standard-metrics-of.ts";

/** Failing items that a verdict lists for each period; `explain` lists all. */
const mostFailing = 50;

/**
 * What each of the dates gives by itself. Definitions and exclusions are those agreed by the last of them.
 * @param dates rising, each once
 */
export async function judgeAtDates(
  opened: OpenPartnership,
  dates: readonly PlainDate[],
  { listsFailing }: { readonly listsFailing: boolean },
): Promise<readonly Judgement[]> {
  const last = dates.at(-1);
  if (last === undefined) return [];
  const { record, store, present } = opened;
  const reported = await readReported(store, record.zone);
  const planned = planFigures(record, present, reported, last);
  const known: KnownRecords = {
    record,
    days: await readRecordDays(store, present),
    invoices: await readInvoices(store),
    reported,
    observed: await readObserved(store, record, planned, present, last),
    derived: await readDerivedRecords(store, record, planned, present, dates),
    sources: knownSources(opened.load),
    metrics: {
      ...standardMetricsOf(record),
      ...Object.fromEntries(planned.kpis.map(({ id, definition }) => [id, definition])),
    },
  };
  const failing = listsFailing ? await readFailingItems(store, planned, last, mostFailing) : () => [];
  const figures = await measureFigures(store, planned, dates);
  return figures.map((each) => judgeFigures(known, each, each.asOf === last ? failing : () => []));
}
