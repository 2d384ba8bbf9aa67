import type { PartnershipReviews } from "../assessment/reviews/review-result.ts";

/** What the catalogue says about one pitfall. */
export type PitfallText = {
  readonly id: string;
  /** the pitfall in one plain sentence */
  readonly description: string;
  /** what it costs when it happens */
  readonly whyItHurts: string;
  /** share of companies that report it, as a fraction, with the survey it comes from */
  readonly howCommon?: { readonly share: number; readonly source: string } | null | undefined;
};

export type HtmlReportOptions = {
  /** the catalogue of all pitfalls, unless another is given; a pitfall that it lacks is shown without description */
  readonly catalogue?: readonly PitfallText[];
  /** the partnership folder as the reader would type it, for the commands that the report suggests */
  readonly folder?: string;
  /** the reviews to show after the weekly part; without them the report has none */
  readonly reviews?: Partial<PartnershipReviews>;
};

export type TerminalReportOptions = {
  /** columns; kept between 60 and 160 */
  readonly width: number;
  /** whether escape sequences for colour may be written */
  readonly colour: boolean;
  readonly folder?: string;
};
