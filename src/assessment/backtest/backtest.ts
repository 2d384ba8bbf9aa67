import { pitfallCatalogue } from "../../pitfalls/pitfall-catalogue.ts";
import { keptWeeks } from "../../pitfalls/standing-findings.ts";
import { type Frequency, perYear } from "../../values/cadence.ts";
import { addDays, daysBetween, type PlainDate } from "../../values/time.ts";
import type { Judgement } from "../judge-figures.ts";
import type { OpenPartnership } from "../open-partnership.ts";
import { datesBack } from "../replay.ts";
import { type SaidFindings, standAtDates } from "../stand-at-dates.ts";
import type { KnownEvent } from "./known-event.ts";
import { type MatchedEvent, matchEvents, type Warning } from "./match-events.ts";

/** The past replayed week by week: what would have been said, what that would have cost, and what it was worth. */
export type Backtest = {
  readonly schema: "bellwether/backtest/1";
  readonly partnership: string;
  readonly title: string;
  readonly zone: string;
  /** the first and the last date asked */
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly dates: number;
  readonly warnings: readonly Warning[];
  readonly history: History;
  readonly cost: AlarmCost;
  readonly hasEvents: boolean;
  readonly events: readonly MatchedEvent[];
  /** ids of warnings that tell of no known event; of all where no events are known */
  readonly unmatched: readonly string[];
  readonly names: Readonly<Record<string, string>>;
};

/** Since when there was enough to judge by; before that, silence says nothing. */
export type History = {
  /** the first date on which a KPI had a chart; null where none ever had */
  readonly enoughFrom: PlainDate | null;
  readonly kpis: readonly { readonly metric: string; readonly title: string; readonly from: PlainDate | null }[];
  /** dates of the replay on which no KPI had a chart */
  readonly datesWithout: number;
};

/**
 * Alarms beside the budget for false ones. Those that stood on the first date are counted apart, since their beginning is
 * unknown, and so are those that rest on no figures that chance moves: a date that passed is no false alarm.
 */
export type AlarmCost = {
  readonly budget: Frequency;
  readonly budgetAQuarter: number;
  readonly alarms: number;
  readonly standingAtStart: number;
  /** alarms besides that chance cannot have raised */
  readonly withoutChance: number;
  readonly alarmsAQuarter: number | null;
  /** alarms that match no known event; null where no events are known */
  readonly unmatchedAlarms: number | null;
  readonly unmatchedAQuarter: number | null;
  /** the length over which they are counted: from the first date with enough history, days */
  readonly days: number;
};

const daysAQuarter = 365.25 / 4;

/** Replays a stretch of the past by weeks and holds what would have been said against what is known to have happened. */
export async function backtest(
  opened: OpenPartnership,
  {
    from,
    to,
    events,
  }: { readonly from: PlainDate; readonly to: PlainDate; readonly events: readonly KnownEvent[] | null },
): Promise<Backtest> {
  const dates = datesBack(from, to, "week");
  const first = dates[0] ?? to;
  const said = await standAtDates(opened, dates, { since: addDays(first, -7 * keptWeeks), listsFailing: false });
  const warnings = warningsOf(said);
  const matched = matchEvents(warnings, events ?? [], { from: first, to });
  const history = historyOf(said);
  const { record } = opened;
  return {
    schema: "bellwether/backtest/1",
    partnership: record.partnership,
    title: record.title ?? record.partnership,
    zone: record.zone,
    from: first,
    to,
    dates: said.length,
    warnings,
    history,
    cost: costOf(
      warnings,
      events === null ? null : matched.unmatched,
      record.alarm_budget,
      history.enoughFrom ?? first,
      to,
    ),
    hasEvents: events !== null,
    events: matched.events,
    unmatched: matched.unmatched.map(({ id }) => id),
    names: Object.fromEntries(Object.values(pitfallCatalogue).map(({ id, name }) => [id, name])),
  };
}

/** Each unbroken run of dates on which a finding was said; one that comes back is a warning of its own. */
export function warningsOf(said: readonly SaidFindings[]): readonly Warning[] {
  const ended: Warning[] = [];
  let open = new Map<string, Warning>();
  const runs = new Map<string, number>();
  for (const [index, { asOf, pitfalls }] of said.entries()) {
    const now = new Map<string, Warning>();
    for (const { id, pitfall, detector, state, statement, evidence } of pitfalls.findings) {
      const before = open.get(id);
      const run = before === undefined ? (runs.get(id) ?? 0) + 1 : (runs.get(id) ?? 1);
      runs.set(id, run);
      const begun = before ?? {
        id: run === 1 ? id : `${id} (${run})`,
        pitfall,
        detector,
        from: asOf,
        alarmAt: null,
        clearedAt: null,
        isFromBefore: index === 0,
        isByChance: "chance" in evidence,
        statement,
      };
      now.set(id, state === "alarm" && begun.alarmAt === null ? { ...begun, alarmAt: asOf, statement } : begun);
    }
    for (const [id, warning] of open) if (!now.has(id)) ended.push({ ...warning, clearedAt: asOf });
    open = now;
  }
  return [...ended, ...open.values()].toSorted((a, b) => a.from.localeCompare(b.from) || a.id.localeCompare(b.id));
}

export function historyOf(said: readonly Pick<Judgement, "asOf" | "kpis">[]): History {
  const kpis = new Map<string, { metric: string; title: string; from: PlainDate | null }>();
  for (const { asOf, kpis: readings } of said) {
    for (const { metric, title, chart } of readings) {
      const known = kpis.get(metric) ?? { metric, title, from: null };
      kpis.set(metric, { ...known, from: known.from ?? (chart === null ? null : asOf) });
    }
  }
  const all = [...kpis.values()];
  const enoughFrom = all.flatMap(({ from }) => from ?? []).toSorted()[0] ?? null;
  return {
    enoughFrom,
    kpis: all,
    datesWithout: said.filter(({ asOf }) => enoughFrom === null || asOf < enoughFrom).length,
  };
}

export function costOf(
  warnings: readonly Warning[],
  unmatched: readonly Warning[] | null,
  budget: Frequency,
  from: PlainDate,
  to: PlainDate,
): AlarmCost {
  const isRaised = ({ alarmAt, isFromBefore, from: begun }: Warning) =>
    alarmAt !== null && !(isFromBefore && alarmAt === begun);
  const isCounted = (warning: Warning) => warning.isByChance && isRaised(warning);
  const alarms = warnings.filter(isCounted).length;
  const days = daysBetween(from, to);
  const quarters = days / daysAQuarter;
  const unmatchedAlarms = unmatched === null ? null : unmatched.filter(isCounted).length;
  const aQuarter = (count: number | null) => (count === null || days < 28 ? null : count / quarters);
  return {
    budget,
    budgetAQuarter: perYear(budget) / 4,
    alarms,
    standingAtStart: warnings.filter(({ alarmAt, isFromBefore, from: begun }) => isFromBefore && alarmAt === begun)
      .length,
    withoutChance: warnings.filter((warning) => !warning.isByChance && isRaised(warning)).length,
    alarmsAQuarter: aQuarter(alarms),
    unmatchedAlarms,
    unmatchedAQuarter: aQuarter(unmatchedAlarms),
    days,
  };
}
