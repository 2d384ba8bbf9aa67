import { z } from "zod";

/**
 * The verdict: what `bellwether check --json` prints. Published; may grow, may not break.
 * Every figure carries its working, and what is unknown says so.
 */

export const GuardState = z.enum(["in-place", "partial", "missing"]);
export type GuardState = z.infer<typeof GuardState>;

export const SignalState = z.enum(["clear", "watch", "alarm", "blind"]);
export type SignalState = z.infer<typeof SignalState>;

export const FixState = z.enum(["none-needed", "open", "working", "not-working", "resolved"]);
export type FixState = z.infer<typeof FixState>;

/** What a figure counts in; a share and a percent a year are fractions, money is in the contract's currency. */
export const FigureUnit = z.enum(["share", "seconds", "count", "score", "money", "ratio", "days", "percent-a-year"]);
export type FigureUnit = z.infer<typeof FigureUnit>;

/**
 * What a figure is, whatever it counts in: items of items, events over exposure, a bare count of a period, a mean of what is
 * behind it, or a sum.
 */
export const FigureKind = z.enum(["share", "rate", "count", "mean", "sum"]);
export type FigureKind = z.infer<typeof FigureKind>;

/** What followed an action, by its measure: `unknown` says why in its statement. */
export const ActionOutcome = z.enum(["worked", "no-effect-yet", "did-harm", "too-early", "unknown"]);
export type ActionOutcome = z.infer<typeof ActionOutcome>;

/** An action against a pitfall, and how its measure stands since against the line it was on before. */
export const ActionVerdict = z.object({
  id: z.string(),
  title: z.string(),
  owner: z.string().nullable(),
  due: z.string().nullable(),
  doneOn: z.string().nullable(),
  /** ids of the findings that it answers; none where it fights the pitfall as a whole */
  findings: z.array(z.string()),
  state: FixState,
  /** the metric that judges it */
  measure: z.string().nullable(),
  /** the day from which it could have an effect */
  since: z.string().nullable(),
  /** mean since minus what the line before would have given, with its 95 % interval, in the unit of the measure */
  effect: z.object({ value: z.number(), low: z.number(), high: z.number(), unit: FigureUnit }).nullable(),
  outcome: ActionOutcome,
  /** what the measure did, in plain words; it tells what followed, not what caused it */
  statement: z.string(),
});
export type ActionVerdict = z.infer<typeof ActionVerdict>;

/** One question asked of the record: is this prevention in place? */
export const GuardCheck = z.object({
  id: z.string(),
  state: GuardState,
  /** what is there or missing, in a sentence */
  message: z.string(),
  /** the shortest way to put it in place; absent when it is */
  remedy: z.string().optional(),
  /** where in partnership.yaml, as a path such as `objectives[0].target` */
  at: z.string().optional(),
});
export type GuardCheck = z.infer<typeof GuardCheck>;

/** What a finding is about: a metric, a service level, a source, an item, a person …, and the segment of it. */
const Subject = z.object({ kind: z.string(), id: z.string(), segment: z.record(z.string(), z.string()) });
export type Subject = z.infer<typeof Subject>;

/** Decimal text with its currency. */
export const MoneyText = z.object({ amount: z.string(), currency: z.string() });
export type MoneyText = z.infer<typeof MoneyText>;

/** What a reader of a finding asks, each answered in words; what the record does not say names what it would need. */
export const FindingAnswers = z.object({
  /** what changed or is wrong, in one short sentence */
  changed: z.string(),
  since: z.string(),
  howMuch: z.string(),
  howSure: z.string(),
  /** what it costs if it goes on: money or items, or `Not known: …` */
  ifItGoesOn: z.string(),
  /** money of a month at this pace; null where no price is on record */
  costAMonth: MoneyText.nullable(),
  /** which items show it */
  items: z.string(),
  /** the command that lists them: its verb, and the figure after the folder where it takes one */
  shownBy: z.object({ verb: z.string(), figure: z.string().nullable() }),
  /** who answers for it, and by which entry of the record; or who must name somebody */
  owner: z.string(),
});
export type FindingAnswers = z.infer<typeof FindingAnswers>;

/** How far back the day on which a finding was first said is looked for, in weeks. */
export const lookBackWeeks = 13;

/** Something that the facts show: one pitfall, its evidence, and how sure. */
export const Finding = z.object({
  /** stable while the finding lasts: the same trouble keeps its id from week to week */
  id: z.string(),
  pitfall: z.string(),
  detector: z.string(),
  state: z.enum(["watch", "alarm"]),
  /** the date on which it was first said, by the same rules on the same records */
  raisedAt: z.string(),
  /** it was said on the first of the weeks looked back at already, so that `raisedAt` is that week and it may be older */
  mayBeOlder: z.literal(true).optional(),
  /** the estimated date on which it began; null when it cannot be told */
  onset: z.string().nullable(),
  subject: Subject,
  /** what changed, since when, by how much, in plain words that a careful analyst would sign */
  statement: z.string(),
  /** numbers, series and item ids from which a reader can recompute the statement */
  evidence: z.record(z.string(), z.unknown()),
  /** first steps, in order */
  playbook: z.array(z.string()),
  /** the same in short answers; absent where findings are told week by week, as in a replay */
  answers: FindingAnswers.optional(),
});
export type Finding = z.infer<typeof Finding>;

/** Findings that are one trouble: the same figures, records or subject. Stories come in the order in which to read them. */
export const Story = z.object({
  /** the id of the finding that tells it best, and the story's own */
  lead: z.string(),
  /** ids of all its findings, the leading one first */
  findings: z.array(z.string()),
  state: z.enum(["watch", "alarm"]),
  /** why these findings are told together; empty where there is one */
  together: z.string(),
  /** why it stands where it stands: `new`, `risen`, `ends soon`, `money`, `getting worse` */
  because: z.array(z.enum(["new", "risen", "ends-soon", "money", "getting-worse"])),
});
export type Story = z.infer<typeof Story>;

/** What a week changed in what is said, by the same rules on what was known a week before. */
export const SinceLastWeek = z.object({
  /** the day a week before */
  from: z.string(),
  /** ids of findings that were not said then */
  raised: z.array(z.string()),
  /** ids of findings that were a watch then and are an alarm now */
  risen: z.array(z.string()),
  /** ids of findings that were an alarm then and are a watch now */
  eased: z.array(z.string()),
  /** what was said then and is no more; `nowToldBy` is the finding that tells the same trouble now, null where none does */
  cleared: z.array(
    Finding.pick({ id: true, pitfall: true, state: true, statement: true }).extend({
      nowToldBy: z.string().nullable(),
    }),
  ),
});
export type SinceLastWeek = z.infer<typeof SinceLastWeek>;

export const PitfallVerdict = z.object({
  id: z.string(),
  name: z.string(),
  guard: z.object({ state: GuardState, checks: z.array(GuardCheck) }),
  signal: z.object({
    state: SignalState,
    findings: z.array(z.string()),
    blindBecause: z.string().nullable(),
    /** where it is clear: the smallest lasting changes of its KPIs that would have been told, in words */
    clearMeans: z.string().nullable().optional(),
    /** where it is clear: of some of its clearest KPIs no realistic change would have been told by now */
    clearInPart: z.boolean().optional(),
  }),
  fix: z.object({
    state: FixState,
    /** what is done about it, in the order of the record; absent where nothing is */
    actions: z.array(ActionVerdict).optional(),
  }),
});
export type PitfallVerdict = z.infer<typeof PitfallVerdict>;

export const PeriodDates = z.object({ start: z.string(), end: z.string() });
export type PeriodDates = z.infer<typeof PeriodDates>;

/** How one service level stood in one period. */
export const ServiceLevelVerdict = z.object({
  id: z.string(),
  metric: z.string(),
  /** the metric's unit; where it is absent, that of the metric's chart, or else a share */
  unit: FigureUnit.optional(),
  clause: z.string().nullable(),
  period: PeriodDates,
  /** the period has ended by the date of asking, and records reach its end */
  complete: z.boolean(),
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number(),
  excluded: z.number(),
  pending: z.number(),
  /** the same figure with nothing excluded */
  valueWithoutExclusions: z.number().nullable(),
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
  target: z.number(),
  minimum: z.number().nullable(),
  state: z.enum(["met", "missed", "below-minimum", "unknown"]),
  /** why the state is unknown; null otherwise */
  unknownBecause: z.string().nullable(),
  /** amount owed for the period; null where no credit is agreed or the amount at risk is unknown */
  credit: z.object({ owed: MoneyText, working: z.array(z.string()) }).nullable(),
  /** share of the allowed failures that is used up, 1 is all; null where the level allows none or is unknown */
  budgetSpent: z.number().nullable(),
  /** where a running share is expected to end; absent where the period is over, or too few periods say what is usual */
  forecast: z
    .object({
      value: z.number(),
      /** holds the end four times in five */
      interval: z.object({ low: z.number(), high: z.number() }),
      /** items still to come, as the periods before had them */
      rest: z.number(),
      /** speed at which the allowed failures are used up: 1 spends them exactly by the end; null where none is allowed */
      burnRate: z.number().nullable(),
      /** what it is worked out from */
      workedFrom: z
        .object({
          /** part of the period that is over, 0–1 */
          gone: z.number(),
          /** figure at which the items still to come are expected */
          restValue: z.number(),
          /** failures so far, and those that all items of the period may have; the latter not rounded */
          failed: z.number(),
          allowed: z.number(),
          /** the last complete periods, latest first: they say what is usual */
          usual: z.array(z.object({ period: PeriodDates, numerator: z.number(), denominator: z.number() })),
        })
        .optional(),
    })
    .optional(),
  /** ids of failing items, oldest first, at most 50; `explain` lists all */
  failing: z.array(z.string()),
});
export type ServiceLevelVerdict = z.infer<typeof ServiceLevelVerdict>;

export const ChartPoint = z.object({
  period: PeriodDates,
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  centre: z.number().nullable(),
  /** the rule that marks this point as special cause; null for common cause */
  special: z.string().nullable(),
});
export type ChartPoint = z.infer<typeof ChartPoint>;

/** A KPI over time: its chart, whether it varies for a special cause, and whether it can be relied on to meet its target. */
export const KpiReading = z.object({
  metric: z.string(),
  title: z.string(),
  unit: FigureUnit,
  /** absent in verdicts of before it was said */
  kind: FigureKind.optional(),
  /** of money figures: ISO 4217, the contract's; absent where no price says one */
  currency: z.string().optional(),
  better: z.enum(["higher", "lower"]).nullable(),
  every: z.enum(["day", "week", "month", "quarter"]),
  segment: z.record(z.string(), z.string()),
  chart: z.enum(["p", "p-laney", "u", "u-laney", "xmr", "xbar-s"]).nullable(),
  /** why there is no chart; null when there is one */
  noChartBecause: z.string().nullable(),
  points: z.array(ChartPoint),
  variation: z.enum(["common-cause", "improving", "worsening", "special-cause", "unknown"]),
  assurance: z.enum(["passes", "fails", "hit-or-miss", "no-target", "unknown"]),
  target: z.number().nullable(),
  pitfalls: z.array(z.string()),
});
export type KpiReading = z.infer<typeof KpiReading>;

/** A figure as the provider reported it beside the same figure recomputed from records. */
export const Reconciliation = z.object({
  kpi: z.string(),
  period: PeriodDates,
  reported: z.number(),
  recomputed: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number(),
  receivedAt: z.string(),
  state: z.enum(["agrees", "differs", "cannot-be-checked"]),
  because: z.string(),
});
export type Reconciliation = z.infer<typeof Reconciliation>;

/** What one source gave: accepted + quarantined = read, always. */
export const SourceCoverage = z.object({
  source: z.string(),
  fact: z.string(),
  rows: z.number(),
  quarantined: z.number(),
  duplicates: z.number(),
  restated: z.number(),
  from: z.string().nullable(),
  to: z.string().nullable(),
});
export type SourceCoverage = z.infer<typeof SourceCoverage>;

/** How the bearable number of false alarms is shared among all that look, and what of it the last quarter took. */
export const AlarmBudgetVerdict = z.object({
  /** weeks between two false alarms of the whole partnership, as agreed */
  weeksBetweenFalseAlarms: z.number(),
  /** pitfalls that look at figures which vary by chance; each has an equal share */
  lookers: z.number(),
  /** evidence, in weeks between two times that chance alone gives it, from which on there is an alarm or a watch */
  alarmAt: z.number(),
  watchAt: z.number(),
  /** alarms by such figures that were raised in the last 13 weeks, whether true or false */
  raisedInLastQuarter: z.number(),
});
export type AlarmBudgetVerdict = z.infer<typeof AlarmBudgetVerdict>;

export const Verdict = z.object({
  schema: z.literal("bellwether/verdict/1"),
  partnership: z.string(),
  title: z.string(),
  asOf: z.string(),
  zone: z.string(),
  pitfalls: z.array(PitfallVerdict),
  findings: z.array(Finding),
  /** the findings grouped; absent in verdicts of before they were */
  stories: z.array(Story).optional(),
  sinceLastWeek: SinceLastWeek.optional(),
  alarmBudget: AlarmBudgetVerdict.optional(),
  serviceLevels: z.array(ServiceLevelVerdict),
  kpis: z.array(KpiReading),
  reconciliations: z.array(Reconciliation),
  coverage: z.object({
    blind: z.array(z.object({ pitfall: z.string(), because: z.string(), opensWith: z.array(z.string()) })),
    sources: z.array(SourceCoverage),
  }),
});
export type Verdict = z.infer<typeof Verdict>;

/** One line of `bellwether replay`: what would have been said, when. */
export const ReplayLine = z.object({
  at: z.string(),
  change: z.enum(["raised", "escalated", "cleared"]),
  /** of a change `cleared` as it was last told, but for its statement, which says that it ended and where its figure stands now */
  finding: Finding,
  /** raised before the first date of the replay, on `raisedAt` or earlier; absent where it was raised on the date itself */
  stoodBefore: z.boolean().optional(),
});
export type ReplayLine = z.infer<typeof ReplayLine>;
