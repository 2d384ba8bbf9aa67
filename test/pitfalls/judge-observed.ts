import type { Finding } from "../../src/assessment/verdict.ts";
import type { ObservedRecords } from "../../src/pitfalls/observed-records.ts";
import { addDays } from "../../src/values/time.ts";
import { completeAsOf, type Edits, recordWith } from "./complete-record.ts";
import { judgePitfalls } from "./judge-pitfalls.ts";
import { nothingObserved } from "./nothing-observed.ts";

/** A day so many days before the one on which the complete record is asked about. */
export const daysAgo = (days: number) => addDays(completeAsOf, -days);

/** What is said of a complete record with some edits and of nothing but these records. */
export const judgeObserved = (observed: Partial<ObservedRecords>, edits: Edits = {}, asOf = completeAsOf) =>
  judgePitfalls({
    ...{ record: recordWith(edits), asOf, kpis: [], serviceLevels: [], reconciliations: [], sources: [] },
    observed: { ...nothingObserved, ...observed },
  });

/** Its findings as `watch <id>`. */
export const saidOf = (observed: Partial<ObservedRecords>, edits: Edits = {}) =>
  judgeObserved(observed, edits).findings.map(({ id, state }) => `${state} ${id}`);

/** Its findings as `watch <id> since <day>`. */
export const saidSince = (observed: Partial<ObservedRecords>, edits: Edits = {}) =>
  judgeObserved(observed, edits).findings.map(sinceWords);

/** The findings of one detector, with what they state. */
export const toldBy = (detector: string, observed: Partial<ObservedRecords>, edits: Edits = {}, asOf = completeAsOf) =>
  judgeObserved(observed, edits, asOf)
    .findings.filter((one) => one.detector === detector)
    .map((one) => ({ said: sinceWords(one), statement: one.statement }));

/** Why a pitfall cannot be seen by these records. */
export const blindTo = (pitfall: string, observed: Partial<ObservedRecords>) =>
  judgeObserved(observed).blind.find((one) => one.pitfall === pitfall)?.because ?? "";

function sinceWords({ id, state, onset }: Finding): string {
  return `${state} ${id} since ${onset}`;
}
