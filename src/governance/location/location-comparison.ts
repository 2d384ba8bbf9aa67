import type { Money } from "../../values/money.ts";
import type { PathProblem } from "../../values/problem.ts";
import type { PlainDate, TimeZone } from "../../values/time.ts";

/** A figure that could not be worked out, and why: never 0. */
export type Unknown = { readonly kind: "unknown"; readonly because: string };

/** The hours that the client's people and a place share over the days looked at. */
export type OverlapWeighed =
  | {
      readonly kind: "overlap";
      readonly hours: number;
      readonly hoursAWeek: number;
      /** the weeks (from Monday, in the client's zone) with least and most in common: daylight saving and holidays show here */
      readonly leastInAWeek: number;
      readonly mostInAWeek: number;
      /** of the client's open hours, 0–1 */
      readonly shareOfClient: number | null;
      readonly shareOfPlace: number | null;
      /** each full week from Monday in the client's zone, first to last */
      readonly byWeek: readonly { readonly from: PlainDate; readonly hours: number }[];
      /** by calendar month in the client's zone, `2026-01` first */
      readonly byMonth: readonly { readonly month: string; readonly hours: number }[];
    }
  | Unknown;

/** How much of the hours that must be covered a place covers. */
export type CoverageWeighed =
  | { readonly kind: "coverage"; readonly requiredHours: number; readonly coveredHours: number; readonly share: number }
  | Unknown;

/**
 * One week as a picture: 7 days from Monday × 24 hours, each 0–1: the share of that hour of the week, over the days looked at,
 * in which the side is at work. Hours that daylight saving or a holiday takes at times lie between 0 and 1.
 */
export type WeekGrid = {
  /** whose wall clock the rows and columns are */
  readonly zone: TimeZone;
  readonly client: readonly (readonly number[])[];
  readonly place: readonly (readonly number[])[];
  readonly both: readonly (readonly number[])[];
  /** the hours that must be covered; null where the record does not say */
  readonly required: readonly (readonly number[])[] | null;
};

/** A day on which the clocks of a zone change, for summer or back. */
export type ClockChange = {
  readonly zone: TimeZone;
  /** in that zone */
  readonly on: PlainDate;
  /** positive: the clocks go forward */
  readonly byHours: number;
};

/** A date on which one side is away and the other at work. */
export type HolidayCollision = {
  readonly on: PlainDate;
  readonly holiday: string;
  readonly away: "client" | "provider";
  /** of the other side, on that date */
  readonly hoursAlone: number;
};

/** What an hour costs over the years, in one currency; each year's price unrounded, the mean rounded. */
export type CostWeighed =
  | {
      readonly kind: "cost";
      readonly byYear: readonly Money[];
      readonly meanAnHour: Money;
      readonly working: string;
    }
  | Unknown;

/** One place with everything that it is weighed by. */
export type LocationWeighed = {
  readonly id: string;
  readonly kind: "onshore" | "nearshore" | "offshore" | "hybrid";
  readonly isChosen: boolean;
  readonly overlap: OverlapWeighed;
  readonly coverage: CoverageWeighed;
  readonly grid: WeekGrid | null;
  /** of the client's zone and of the place's, earliest first: between them the hours in common shift */
  readonly clockChanges: readonly ClockChange[];
  readonly collisions: readonly HolidayCollision[];
  readonly languages: { readonly spoken: readonly string[]; readonly missing: readonly string[] };
  readonly travelHours: number | null;
  readonly cost: CostWeighed;
  readonly staffingMarket: string | null;
  readonly legalAndData: string | null;
  /** 1–5 by each side; `gap` is how far they are apart */
  readonly culture: { readonly client: number | null; readonly provider: number | null; readonly gap: number | null };
  /** places that are at least as good in all that is known of both, and better in something */
  readonly beatenBy: readonly string[];
};

/** Something that somebody should hear before, or after, the place is decided. */
export type LocationFinding = {
  readonly code: string;
  readonly state: "watch" | "alarm";
  readonly path: PathProblem["path"];
  readonly statement: string;
};

/** The places side by side, as plain data. */
export type LocationComparison = {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly options: readonly LocationWeighed[];
  readonly findings: readonly LocationFinding[];
  readonly problems: readonly PathProblem[];
  readonly working: readonly string[];
};
