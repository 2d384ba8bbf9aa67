import { z } from "zod";
import { withPartnership } from "../../assessment/open-partnership.ts";
import { readRecord } from "../../assessment/read-record.ts";
import {
  type RecordReviewName,
  recordReviewNames,
  recordReviewsOf,
  reviewsOf,
} from "../../assessment/reviews/partnership-reviews.ts";
import type { Reviewed, ReviewName, ReviewResults } from "../../assessment/reviews/review-result.ts";
import type { Command, ExitCode, Surroundings } from "../../platform/command.ts";
import { command } from "../../platform/command.ts";
import { reviewText } from "../../report/review-text/review-text.ts";
import { BadInput } from "../../values/problem.ts";
import type { PlainDate } from "../../values/time.ts";
import { quarantineNotice } from "./load-report-text.ts";
import { asOfOption, folderOption, jsonOption } from "./shared-options.ts";
import { asOfOrToday, openOptions } from "./surroundings.ts";

/** What every review can be asked with. */
export const reviewInput = z.object({ folder: folderOption, asOf: asOfOption, json: jsonOption });
/** With chance in it. */
export const drawnInput = reviewInput.extend({
  seed: z.coerce
    .number()
    .int()
    .meta({ word: "number", description: "of every draw of chance; 1 without it" })
    .default(1),
});

export type ReviewQuestion = {
  readonly folder: string;
  readonly asOf?: PlainDate | undefined;
  readonly seed?: number | undefined;
  readonly json?: boolean | undefined;
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
      await review(name, question, surroundings);
      return 0;
    },
  });
}

export function reviewExamples(name: ReviewName, example: string): Command["examples"] {
  return [
    { line: `bellwether ${name} my-partnership`, does: example },
    { line: `bellwether ${name} my-partnership --json`, does: "everything with its working, for machines" },
  ];
}

/**
 * Reviews and prints; the caller decides on the exit code.
 * @throws BadInput with every problem of partnership.yaml
 */
export async function review<Name extends ReviewName>(
  name: Name,
  { folder, asOf, seed = 1, json }: ReviewQuestion,
  surroundings: Surroundings,
): Promise<Reviewed<ReviewResults[Name]>> {
  const { write, width, hasColour } = surroundings;
  const { reviewed, day } = isOfRecordAlone(name)
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
            { command: `bellwether check ${folder} --as-of ${day} --report report.html`, does: "and its pictures" },
          ],
        }),
  );
  return reviewed;
}

type Asked = { readonly folder: string; readonly asOf: PlainDate | undefined; readonly seed: number };
type Looked<Name extends ReviewName> = { readonly reviewed: Reviewed<ReviewResults[Name]>; readonly day: PlainDate };

async function reviewRecord<Name extends RecordReviewName>(
  name: Name,
  { folder, asOf, seed }: Asked,
  surroundings: Surroundings,
): Promise<Looked<Name>> {
  const { record, problems } = await readRecord(folder);
  if (record === null || problems.length > 0) throw new BadInput(problems);
  const day = asOfOrToday(asOf, record.zone, surroundings);
  return { reviewed: recordReviewsOf(record, { asOf: day, seed })[name](), day };
}

async function reviewFolder<Name extends ReviewName>(
  name: Name,
  { folder, asOf, seed }: Asked,
  surroundings: Surroundings,
): Promise<Looked<Name>> {
  const progress = openOptions(surroundings);
  return withPartnership(folder, progress, async (opened) => {
    const day = asOfOrToday(asOf, opened.record.zone, surroundings);
    const reviewed = await reviewsOf(opened, { asOf: day, seed })[name]();
    progress.wipe();
    surroundings.tell(quarantineNotice(opened.load, folder));
    return { reviewed, day };
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
