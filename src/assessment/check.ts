import { endedWords } from "../pitfalls/ended-words.ts";
import { pitfallVerdicts } from "../pitfalls/judge-pitfalls.ts";
import { PitfallId } from "../pitfalls/pitfall-definition.ts";
import { clearWords } from "../pitfalls/power/clear-words.ts";
import { answersOf } from "../pitfalls/stories/finding-answers.ts";
import { storiesOf } from "../pitfalls/stories/finding-stories.ts";
import { addDays, type PlainDate } from "../values/time.ts";
import type { Judgement } from "./judge-figures.ts";
import { readRecordDays } from "./known-records.ts";
import type { OpenPartnership } from "./open-partnership.ts";
import { sinceLastWeek } from "./since-last-week.ts";
import { sourceCoverage } from "./source-coverage.ts";
import { standAtDates, withFirstDay } from "./stand-at-dates.ts";
import { type AlarmBudgetVerdict, type Finding, lookBackWeeks, type PitfallVerdict, type Verdict } from "./verdict.ts";

/** The whole verdict as of the end of a day in the partnership's zone, from what was known by then. */
export async function check(opened: OpenPartnership, asOf: PlainDate): Promise<Verdict> {
  const weeks = Array.from({ length: lookBackWeeks }, (_, index) => addDays(asOf, -7 * (lookBackWeeks - index)));
  const said = await standAtDates(opened, [...weeks, asOf], { since: weeks[0] ?? asOf, listsFailing: true });
  const last = said.at(-1);
  if (last === undefined) throw new Error("a judgement was asked for one date at least, and none came");
  const findings = last.pitfalls.findings.map((finding) => {
    const dated = withFirstDay(said, finding);
    return { ...dated, answers: answersOf(dated, { record: opened.record, kpis: last.kpis, asOf }) };
  });
  const before = said.at(-2);
  const changes = sinceLastWeek(before?.asOf ?? asOf, toldBefore(said), findings, (pitfall) => {
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

/** What was told a week before; of what is told no longer, that it ended and where its figure stands now. */
function toldBefore(said: readonly Judgement[]): readonly Finding[] {
  const [earlier, before, last] = [said.slice(0, -1), said.at(-2), said.at(-1)];
  if (before === undefined || last === undefined) return [];
  const { findings } = last.pitfalls;
  return before.pitfalls.findings.map((finding) =>
    findings.some(({ id }) => id === finding.id)
      ? finding
      : {
          ...finding,
          statement: endedWords(withFirstDay(earlier, finding), before.asOf, { ...last.input, findings }),
        },
  );
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
