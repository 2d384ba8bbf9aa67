import { z } from "zod";
import { FigureUnit, type Finding, type MoneyText } from "../../assessment/verdict.ts";

const StretchFigures = z.object({
  value: z.number(),
  numerator: z.number().nullable(),
  denominator: z.number(),
  periods: z.number(),
});

/** A figure of a finding that moved: what it was and what it is since the onset, as its evidence holds it. */
export const MovedFigure = z.object({
  metric: z.string(),
  segment: z.record(z.string(), z.string()),
  unit: FigureUnit,
  every: z.enum(["day", "week", "month", "quarter"]),
  before: StretchFigures,
  since: StretchFigures,
  /** the same periods of the years before, where the season is plain: what it is then held against */
  sameSeason: StretchFigures.optional(),
  target: z.number().nullable(),
});
export type MovedFigure = z.infer<typeof MovedFigure>;

/** The figures that moved together, the clearest first; none where the finding is of another kind. */
export function movedIn({ evidence }: Pick<Finding, "evidence">): readonly MovedFigure[] {
  return z.array(MovedFigure).safeParse(evidence.together).data ?? [];
}

/** What the stretch since the change is held against. */
export function heldAgainst({ before, sameSeason }: MovedFigure): MovedFigure["before"] {
  return sameSeason ?? before;
}

/** A number of the evidence; null where it is none. */
export function numberIn({ evidence }: Pick<Finding, "evidence">, key: string): number | null {
  const value = evidence[key];
  return typeof value === "number" ? value : null;
}

/** A text of the evidence; null where it is none. */
export function textIn({ evidence }: Pick<Finding, "evidence">, key: string): string | null {
  const value = evidence[key];
  return typeof value === "string" ? value : null;
}

/** An amount of the evidence; null where it is none. */
export function moneyIn({ evidence }: Pick<Finding, "evidence">, key: string): MoneyText | null {
  return z.object({ amount: z.string(), currency: z.string() }).safeParse(evidence[key]).data ?? null;
}

/** How many entries a list of the evidence has; 0 where it is none. */
export function countIn({ evidence }: Pick<Finding, "evidence">, key: string): number {
  const value = evidence[key];
  return Array.isArray(value) ? value.length : 0;
}

const Period = z.object({
  period: z.object({ start: z.string(), end: z.string() }),
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number(),
});

const Report = z.object({
  period: z.object({ start: z.string(), end: z.string() }),
  reported: z.number(),
  recomputed: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number(),
});

/** Reported figures beside the records, latest first; none where the finding is of another kind. */
export function reportsIn({ evidence }: Pick<Finding, "evidence">): readonly z.infer<typeof Report>[] {
  return z.array(Report).safeParse(evidence.reports).data ?? [];
}

const Forecast = z.object({
  period: z.object({ start: z.string(), end: z.string() }),
  numerator: z.number(),
  denominator: z.number(),
  target: z.number(),
  endsAsUsual: z.number(),
  endsBetween: z.tuple([z.number(), z.number()]),
});

/** Shares of a service level's running period, so far and as it will end; null where the finding is of another kind. */
export function forecastIn({ evidence }: Pick<Finding, "evidence">): z.infer<typeof Forecast> | null {
  return Forecast.safeParse(evidence).data ?? null;
}

/** The periods of a missed service level or of a report, latest first; none where the finding has none. */
export function periodsIn({ evidence }: Pick<Finding, "evidence">): readonly z.infer<typeof Period>[] {
  return z.array(Period).safeParse(evidence.periods).data ?? [];
}
