import { pitfallVerdicts } from "../pitfalls/judge-pitfalls.ts";
import { PitfallId } from "../pitfalls/pitfall-definition.ts";
import { clearWords } from "../pitfalls/power/clear-words.ts";
import { answersOf } from "../pitfalls/stories/finding-answers.ts";
import { storiesOf } from "../pitfalls/stories/finding-stories.ts";
import { addDays, type PlainDate } from "../values/time.ts";
import { readDerivedRecords } from "./derived-figures.ts";
import { readFailingItems } from "./failing-items.ts";
import { type Judgement, judgeFigures, type KnownRecords } from "./judge-figures.ts";
import { readInvoices, readRecordDays, readReported } from "./known-records.ts";
import { measureFigures } from "./measured-figures.ts";
import { readObserved } from "./observed-records.ts";
import type { OpenPartnership } from "./open-partnership.ts";
import { planFigures } from "./planned-figures.ts";
import { sinceLastWeek } from "./since-last-week.ts";
import { knownSources, sourceCoverage } from "./source-coverage.ts";
import { standardMetricsOf } from "./standard-metrics-of.ts";
import { type AlarmBudgetVerdict, type Finding, lookBackWeeks, type PitfallVerdict, type Verdict } from "./verdict.ts";

/** Failing items that a verdict lists for each period; `explain` lists all. */
const mostFailing = 50;

/** The whole verdict as of the end of a day in the partnership's zone, from what was known by then. */
export async function check(opened: OpenPartnership, asOf: PlainDate): Promise<Verdict> {
  const weeks = Array.from({ length: lookBackWeeks }, (_, index) => addDays(asOf, -7 * (lookBackWeeks - index)));
  const said = await judgeAtDates(opened, [...weeks, asOf], { listsFailing: true });
  const last = said.at(-1);
  if (last === undefined) throw new Error("a judgement was asked for one date at least, and none came");
  const findings = last.pitfalls.findings.map((finding) => {
    const dated = { ...finding, raisedAt: firstSaid(said, finding) };
    return { ...dated, answers: answersOf(dated, { record: opened.record, kpis: last.kpis, asOf }) };
  });
  const before = said.at(-2);
  const changes = sinceLastWeek(before?.asOf ?? asOf, before?.pitfalls.findings ?? [], findings, (pitfall) => {
    const id = PitfallId.safeParse(pitfall).data;
    return id === undefined ? [] : last.pitfalls.signals[id].toldUnder;
  });
  const pitfalls = pitfallVerdicts(last.pitfalls, last.input).map((pitfall) => withClearWords(pitfall, last));
  return {
    schema: "bellwether/verdict/1",
    partnership: opened.record.partnership,
    title: opened.record.title ?? opened.record.partnership,
    asOf,
    zone: opened.record.zone,
    pitfalls,
    findings,
    stories: [...storiesOf(findings, { asOf, kpis: last.kpis, sinceLastWeek: changes })],
    sinceLastWeek: changes,
    alarmBudget: budgetOf(last, findings, asOf),
    serviceLevels: [...last.serviceLevels],
    kpis: [...last.kpis],
    reconciliations: [...last.reconciliations],
    coverage: {
      blind: [...last.pitfalls.blind, ...blindBesides(pitfalls, last.pitfalls.blind)],
      sources: sourceCoverage(opened.load, await readRecordDays(opened.store, opened.present), asOf),
    },
  };
}

/**
 * A clear signal says how large a change it would have told. One that rests on figures of which no change would have been told
 * is blind, and says so.
 */
function withClearWords(pitfall: PitfallVerdict, { input, pitfalls }: Judgement): PitfallVerdict {
  const id = PitfallId.safeParse(pitfall.id).data;
  if (pitfall.signal.state !== "clear" || id === undefined) return pitfall;
  const { within, byFiguresAlone } = pitfalls.signals[id];
  const { words, isPartial, showsNothing } = clearWords([id, input, pitfalls.heights], {
    within: within(),
    byFiguresAlone,
  });
  if (!showsNothing) return { ...pitfall, signal: { ...pitfall.signal, clearMeans: words, clearInPart: isPartial } };
  return { ...pitfall, signal: { ...pitfall.signal, state: "blind", blindBecause: words } };
}

/** Pitfalls that turned out blind when it was asked what their silence is worth. */
function blindBesides(pitfalls: readonly PitfallVerdict[], known: Verdict["coverage"]["blind"]) {
  const named = new Set(known.map(({ pitfall }) => pitfall));
  return pitfalls.flatMap(({ id, signal: { state, blindBecause } }) =>
    state === "blind" && !named.has(id) ? [{ pitfall: id, because: blindBecause ?? "", opensWith: [] }] : [],
  );
}

/** The budget of false alarms as it stands: an alarm by chance figures counts when it was raised in the last 13 weeks. */
function budgetOf({ pitfalls }: Judgement, findings: readonly Finding[], asOf: PlainDate): AlarmBudgetVerdict {
  const { weeksBetweenFalseAlarms, lookers, alarm, watch } = pitfalls.heights;
  const since = addDays(asOf, -7 * lookBackWeeks);
  const raised = findings.filter((one) => one.state === "alarm" && "chance" in one.evidence && one.raisedAt > since);
  return { weeksBetweenFalseAlarms, lookers, alarmAt: alarm, watchAt: watch, raisedInLastQuarter: raised.length };
}

/**
 * What would have been said at each of the dates. Definitions and exclusions are those agreed by the last of them.
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

/** The day of the unbroken run of weeks in which a finding was said, up to the last. */
export function firstSaid(said: readonly Judgement[], finding: Finding): PlainDate {
  const without = said.findLastIndex(({ pitfalls }) => !pitfalls.findings.some(({ id }) => id === finding.id));
  return said[without + 1]?.asOf ?? finding.raisedAt;
}
