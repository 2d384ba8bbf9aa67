import { z } from "zod";
import { type OpenPartnership, openRecord } from "../../assessment/open-partnership.ts";
import {
  type RecordReviewName,
  recordReviewNames,
  recordReviewsOf,
  reviewsOf,
} from "../../assessment/reviews/partnership-reviews.ts";
import type { Reviewed, ReviewName, ReviewResults } from "../../assessment/reviews/review-result.ts";
import { pathText } from "../../partnership-folder/written-document.ts";
import type { Command, ExitCode, Surroundings } from "../../platform/command.ts";
import { command } from "../../platform/command.ts";
import { assureWritable, writeWholeFile } from "../../platform/whole-file.ts";
import { reviewText } from "../../report/review-text/review-text.ts";
import type { PathProblem } from "../../values/problem.ts";
import type { PlainDate } from "../../values/time.ts";
import { onDay, subjectOf } from "./on-day.ts";
import { problemsText } from "./problems-text.ts";
import { asOfOption, folderOption, jsonOption, reportOption } from "./shared-options.ts";
import { asOfOrToday } from "./surroundings.ts";

/** Seeds beyond 32 bits would repeat the draws of smaller ones. */
const mostSeed = 2 ** 32 - 1;
const seedWords = `a seed is a whole number from 0 to ${mostSeed}`;

/** What every review can be asked with. */
export const reviewInput = z.object({
  folder: folderOption,
  asOf: asOfOption,
  json: jsonOption,
  report: reportOption,
});
/** With chance in it. */
export const drawnInput = reviewInput.extend({
  seed: z.coerce
    .number(seedWords)
    .int(seedWords)
    .min(0, seedWords)
    .max(mostSeed, seedWords)
    .meta({ word: "number", description: "of every draw of chance; 1 without it" })
    .default(1),
});

export type ReviewQuestion = {
  readonly folder: string;
  readonly asOf?: PlainDate | undefined;
  readonly seed?: number | undefined;
  readonly json?: boolean | undefined;
  readonly report?: string | undefined;
};

/** A verb that needs no option but those of every review. */
export type ReviewVerb<Name extends ReviewName> = {
  readonly name: Name;
  readonly summary: string;
  readonly example: string;
  readonly drawsChance: boolean;
};

/** A verb that reviews one part of a partnership and prints it: text for people, or all of it as JSON. */
export function reviewVerb<Name extends ReviewName>({
  name,
  summary,
  example,
  drawsChance,
}: ReviewVerb<Name>): Command {
  return command({
    name,
    summary,
    positional: ["folder"],
    input: drawsChance ? drawnInput : reviewInput,
    examples: reviewExamples(name, example),
    async run(question, surroundings): Promise<ExitCode> {
      const { exit } = await review(name, question, surroundings);
      return exit;
    },
  });
}

export function reviewExamples(name: ReviewName, example: string): Command["examples"] {
  return [
    { line: `bellwether ${name} my-partnership`, does: example },
    { line: `bellwether ${name} my-partnership --json`, does: "everything with its working, for machines" },
  ];
}

/** `exit` is 2 where the record holds something that the review cannot reckon with; it is told with its place. */
export type Ended<Name extends ReviewName> = {
  readonly reviewed: Reviewed<ReviewResults[Name]>;
  readonly exit: ExitCode;
};

/**
 * Reviews and prints, and tells the problems that stood in the way.
 * @throws BadInput with every problem of partnership.yaml
 */
export async function review<Name extends ReviewName>(
  name: Name,
  { folder, asOf, seed = 1, json, report }: ReviewQuestion,
  surroundings: Surroundings,
): Promise<Ended<Name>> {
  const { write, tell, width, hasColour } = surroundings;
  if (report !== undefined) await assureWritable(report);
  const { reviewed, day, placeOf, of } = isOfRecordAlone(name)
    ? await reviewRecord(name, { folder, asOf, seed }, surroundings)
    : await reviewFolder(name, { folder, asOf, seed }, surroundings);
  const base = `bellwether ${name} ${folder} --as-of ${day}`;
  write(
    json === true
      ? `${JSON.stringify(plainReview(reviewed, day))}\n`
      : reviewText(name, reviewed, {
          ...{ width, colour: hasColour },
          next: [
            { command: `${base} --json`, does: "everything, with all working" },
            { command: `${base} --report ${name}.html`, does: "and its pictures" },
          ],
        }),
  );
  if (report !== undefined) {
    // What draws the page is not loaded for a review in the terminal.
    const { renderReviews } = await import("../../report/html-report.tsx");
    await writeWholeFile(report, renderReviews({ ...of, asOf: day }, { [name]: reviewed }));
    tell(`The report is in ${report}\n`);
  }
  const problems = problemsOf(reviewed).map(({ path, ...said }) => ({
    ...said,
    at: isOfFacts(path) ? null : placeOf(pathText(path)),
  }));
  tell(problemsText(problems, { hasColour }));
  return { reviewed, exit: problems.length > 0 ? 2 : 0 };
}

/** A problem of a bill has its place in the records, which its message names; partnership.yaml is not at fault. */
function isOfFacts([first]: PathProblem["path"]): boolean {
  return first === "invoices" || first === "lines" || first === "measured" || first === "credits";
}

function problemsOf(reviewed: Reviewed<object>): readonly PathProblem[] {
  return reviewed.kind === "reviewed" && holdsProblems(reviewed.review) ? reviewed.review.problems : [];
}

/** All reviews that have `problems` have them in this form. */
function holdsProblems(review: object): review is { readonly problems: readonly PathProblem[] } {
  return "problems" in review;
}

type Asked = { readonly folder: string; readonly asOf: PlainDate | undefined; readonly seed: number };
type Looked<Name extends ReviewName> = {
  readonly reviewed: Reviewed<ReviewResults[Name]>;
  readonly day: PlainDate;
  readonly placeOf: OpenPartnership["placeOf"];
  readonly of: ReturnType<typeof subjectOf>;
};

async function reviewRecord<Name extends RecordReviewName>(
  name: Name,
  { folder, asOf, seed }: Asked,
  surroundings: Surroundings,
): Promise<Looked<Name>> {
  const { record, placeOf } = await openRecord(folder);
  const day = asOfOrToday(asOf, record.zone, surroundings);
  return { reviewed: recordReviewsOf(record, { asOf: day, seed })[name](), day, placeOf, of: subjectOf(record) };
}

async function reviewFolder<Name extends ReviewName>(
  name: Name,
  { folder, asOf, seed }: Asked,
  surroundings: Surroundings,
): Promise<Looked<Name>> {
  return onDay({ folder, asOf }, surroundings, async ({ opened, day }) => {
    const reviewed = await reviewsOf(opened, { asOf: day, seed })[name]();
    return { reviewed, day, placeOf: opened.placeOf, of: subjectOf(opened.record) };
  });
}

/** The review's own keys at the top; what it could not see beside them. */
function plainReview<Result extends object>(reviewed: Reviewed<Result>, day: PlainDate): object {
  return reviewed.kind === "reviewed"
    ? { asOf: day, ...reviewed.review, unseen: reviewed.unseen }
    : { asOf: day, notOnRecord: reviewed.needs, hint: reviewed.hint };
}

function isOfRecordAlone(name: ReviewName): name is RecordReviewName {
  return recordReviewNames.some((one) => one === name);
}
