import { z } from "zod";
import { type FactKind, factKinds } from "../facts/schema/fact-kinds.ts";
import { readDuration, type WrittenDuration } from "../values/duration.ts";
import { effectiveKeys } from "../values/effective.ts";
import { Identifier } from "../values/identifier.ts";
import { MetricFilter, readCondition } from "./metric-filter.ts";

/** Records that are made from records, and the kinds of which they are made. */
export const derivedSubjects = {
  /** questions with the other party's next message in the thread */
  replies: ["messages"],
  /** items with the days since their agent was hired */
  agent_items: ["work_items", "staff"],
  /** reviews with the days since the reviewed agent was hired */
  agent_reviews: ["quality_reviews", "staff"],
  /** grants of access to people who have left */
  leaver_grants: ["access_grants", "staff"],
} as const satisfies Readonly<Record<string, readonly FactKind[]>>;
export type DerivedSubject = keyof typeof derivedSubjects;

/** What a metric may be about: a kind of record, or one that is derived from records. */
export type MetricSubject = FactKind | DerivedSubject;
// `Object.keys` forgets the type of the keys; these are the derived subjects and nothing else.
const metricSubjects = [...factKinds, ...(Object.keys(derivedSubjects) as DerivedSubject[])] as const;
const Subject = z.enum(metricSubjects);

/** A length of time on a calendar's clock; without a calendar it is 24 hours a day. */
export type Limit = { readonly duration: WrittenDuration; readonly calendar: string | null };

/** Reads `4h of support-hours`, `2 business days of support-hours`, `14d`; `null` when the text is none. */
export function readLimit(text: string): Limit | null {
  const [length = "", calendar, ...more] = text.split(/\s+of\s+/);
  const duration = readDuration(length);
  if (duration === null || more.length > 0) return null;
  if (calendar === undefined) return duration.kind === "seconds" ? { duration, calendar: null } : null;
  return Identifier.safeParse(calendar.trim()).success ? { duration, calendar: calendar.trim() } : null;
}

/** Reads `1000 opened-items` as its two parts; `null` when the text is none. */
export function readPer(text: string): { readonly count: number; readonly metric: string } | null {
  const match = /^\s*(\d+(?:[_,]\d{3})*)\s+([a-z0-9-]+)\s*$/.exec(text);
  if (match?.[1] === undefined || match[2] === undefined) return null;
  return { count: Number(match[1].replace(/[_,]/g, "")), metric: match[2] };
}

const WrittenLimit = z
  .string()
  .refine(
    (text) => readLimit(text) !== null,
    "a limit is written as 4h of support-hours, 2 business days of support-hours, or 14d",
  );
const Condition = z
  .string()
  .refine(
    (text) => readCondition(text) !== null,
    "a condition is written as score >= 4, score >= scale_max - 1, held_at is present or status is solved, joined by and",
  );
const Column = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "a column is written as in the file's header: opened_at");

export const MetricRole = z.enum(["speed", "quality", "satisfaction", "rework", "cost", "volume"]);
export type MetricRole = z.infer<typeof MetricRole>;

export const MetricUnit = z.enum(["share", "seconds", "count", "score", "money", "ratio", "days", "percent-a-year"]);
export type MetricUnit = z.infer<typeof MetricUnit>;

/** The ways to measure: the one key that must be there, the keys that must go with it, and those that may. */
const measureGrammar = {
  share_of: { needs: [], may: ["within", "having", "no_later_than", "reopened_within", "from", "to", "pausing_on"] },
  net_share_of: { needs: ["having", "against"], may: [] },
  mean_of: { needs: [], may: ["value", "from", "to", "on", "pausing_on"] },
  median_of: { needs: [], may: ["value", "from", "to", "on", "pausing_on"] },
  percentile_of: { needs: ["percentile"], may: ["value", "from", "to", "on", "pausing_on"] },
  count_of: { needs: [], may: [] },
  sum_of: { needs: ["value"], may: [] },
  ratio: { needs: [], may: [] },
  rate: { needs: ["per"], may: [] },
  backlog_of: { needs: [], may: ["from", "to"] },
  age_of: { needs: ["each"], may: ["percentile", "from", "to", "on"] },
  turnover_of: { needs: [], may: ["leaving_within", "annualised"] },
} as const;
export type MeasureKey = keyof typeof measureGrammar;

const fields = z.strictObject({
  title: z.string().optional().describe("its name for people"),
  clause: z.string().optional().describe("where the contract speaks of it, such as SOW 4.2"),
  better: z
    .enum(["higher", "lower"])
    .optional()
    .describe("whether higher or lower figures are better; without it neither is"),
  unit: MetricUnit.optional().describe("the unit of the figure; without it, what the way of measuring gives"),
  role: MetricRole.optional().describe("which side of the work it looks at"),
  watch_for: z.array(Identifier).optional().describe("ids of pitfalls that it is watched for"),
  ...effectiveKeys,

  share_of: Subject.optional().describe(
    "share within a limit, meeting a condition, done by a date, or reopened soon after",
  ),
  net_share_of: Subject.optional().describe("(those having − those against) ÷ all, × 100, as net promoter scores are"),
  mean_of: Subject.optional().describe("mean of a value, or of the time from … to"),
  median_of: Subject.optional().describe("median of a value, or of the time from … to"),
  percentile_of: Subject.optional().describe("percentile of a value, or of the time from … to"),
  count_of: Subject.optional().describe("how many records"),
  sum_of: Subject.optional().describe("sum of a value"),
  ratio: z.tuple([Identifier, Identifier]).optional().describe("one metric divided by another: [over, under]"),
  rate: Identifier.optional().describe("one metric per so many of another: rate: complaints, per: 1000 opened-items"),
  backlog_of: Subject.optional().describe("records begun and not ended at the end of each period"),
  age_of: Subject.optional().describe("how long those have been open at the end of each period"),
  turnover_of: z.literal("staff").optional().describe("leavers by mean headcount"),

  where: MetricFilter.optional().describe(
    "which records count, by column or extra column, such as { channel: [email, chat] }",
  ),
  by: z.array(Column).optional().describe("columns by which it is split, such as [team]"),
  every: z.enum(["day", "week", "month", "quarter"]).optional().describe("the period; a week without it"),
  period_by: Column.optional().describe(
    "the stamp or date by which a period holds a record; each kind has its own default",
  ),

  within: WrittenLimit.optional().describe(
    "the limit, such as 4h of support-hours or 2 business days of support-hours",
  ),
  from: Column.optional().describe("the column where the time begins, such as opened_at"),
  to: Column.optional().describe("the column where the time ends, such as first_responded_at"),
  having: Condition.optional().describe("the condition, such as score >= 4"),
  against: Condition.optional().describe("the opposite condition, such as score <= 6"),
  no_later_than: Column.optional().describe("the column whose date `to` must not pass, such as due_on"),
  reopened_within: WrittenLimit.optional().describe("reopened so soon after a resolution, such as 14d"),
  value: Column.optional().describe("the column that is measured, such as handle_seconds"),
  on: Identifier.optional().describe("the calendar on whose clock the time is measured; 24 hours a day without one"),
  percentile: z.number().gt(0).lt(100).optional().describe("which percentile, such as 90"),
  each: z.enum(["mean", "median", "percentile"]).optional().describe("how the ages are put together"),
  per: z
    .string()
    .refine((text) => readPer(text) !== null, "a rate is per a number of another metric: 1000 opened-items")
    .optional()
    .describe("per how many of which metric, such as 1000 opened-items"),
  leaving_within: WrittenLimit.optional().describe("counts only who left so soon after being hired, such as 90d"),
  annualised: z.boolean().optional().describe("scaled to a year of 365 days"),
  pausing_on: z
    .union([z.string().transform((text) => [text]), z.array(z.string()).min(1)])
    .optional()
    .describe("pauses that stop the clock: reasons as the records write them, any, by client or by customer"),
});

/**
 * How one figure is computed from records: data, never SQL. Exactly one of the keys of `measureGrammar` says what is measured.
 * Read aloud: "share of work_items where channel is email or chat, within 4h of support-hours, from opened_at to first_responded_at".
 */
export const MetricDefinition = fields.superRefine((definition, context) => {
  for (const { path, message } of grammarProblems(definition))
    context.addIssue({ code: "custom", path: [path], message });
});
export type MetricDefinition = z.infer<typeof MetricDefinition>;

type Fields = z.infer<typeof fields>;
type GrammarProblem = { readonly path: keyof Fields; readonly message: string };

/** The key that says what is measured; `null` when there is none or more than one. */
export function measureKey(definition: Fields): MeasureKey | null {
  const keys = measureKeys(definition);
  return keys.length === 1 ? (keys[0] ?? null) : null;
}

function measureKeys(definition: Fields): readonly MeasureKey[] {
  const keys = Object.keys(measureGrammar) as MeasureKey[];
  return keys.filter((key) => definition[key] !== undefined);
}

/** Keys that belong to every metric, whatever it measures. */
const everywhere: readonly string[] = [
  ...[
    "title",
    "clause",
    "better",
    "unit",
    "role",
    "watch_for",
    "effective_from",
    "restates",
    "where",
    "by",
    "every",
    "period_by",
  ],
];

function grammarProblems(definition: Fields): readonly GrammarProblem[] {
  const keys = measureKeys(definition);
  const [key] = keys;
  if (key === undefined) {
    const words = Object.keys(measureGrammar).join(", ");
    return [{ path: "share_of", message: `a metric says what it measures by one of ${words}` }];
  }
  if (keys.length > 1)
    return keys.slice(1).map((more) => ({ path: more, message: `${more} cannot stand beside ${key}` }));
  const { needs, may } = measureGrammar[key];
  const allowed = new Set<string>([...everywhere, key, ...needs, ...may]);
  const written = Object.keys(definition).filter((name) => definition[name as keyof Fields] !== undefined);
  const problems: GrammarProblem[] = [
    ...needs
      .filter((need) => definition[need] === undefined)
      .map((need) => ({ path: need, message: `${key} needs ${need}` })),
    ...written
      .filter((name) => !allowed.has(name))
      .map((name) => ({ path: name as keyof Fields, message: `${name} does not go with ${key}` })),
  ];
  return [...problems, ...choiceProblems(definition, key)];
}

const ways = ["within", "having", "no_later_than", "reopened_within"] as const;

function choiceProblems(definition: Fields, key: MeasureKey): readonly GrammarProblem[] {
  const isMissing = (name: keyof Fields) => definition[name] === undefined;
  if (key === "share_of") return shareProblems(definition);
  if (key === "mean_of" || key === "median_of" || key === "percentile_of") {
    const hasSpan = !isMissing("from") && !isMissing("to");
    if (isMissing("value") === hasSpan && (hasSpan || !isMissing("value"))) return [];
    return [{ path: "value", message: `${key} measures either a value, or a time from … to` }];
  }
  if (key === "age_of" && definition.each === "percentile" && isMissing("percentile")) {
    return [{ path: "percentile", message: "each: percentile needs percentile, such as 90" }];
  }
  return [];
}

function shareProblems(definition: Fields): readonly GrammarProblem[] {
  const chosen = ways.filter((way) => definition[way] !== undefined);
  if (chosen.length !== 1) {
    return [{ path: chosen[1] ?? "within", message: `share_of needs exactly one of ${ways.join(", ")}` }];
  }
  const ends = { within: ["from", "to"], no_later_than: ["to"], having: [], reopened_within: [] } as const;
  const way = chosen[0] ?? "within";
  return ends[way]
    .filter((end) => definition[end] === undefined)
    .map((end) => ({ path: end, message: `${way} needs ${end}` }));
}
