import { z } from "zod";
import { check } from "../../../assessment/check.ts";
import { lastRecordDay } from "../../../assessment/known-records.ts";
import type { OpenPartnership } from "../../../assessment/open-partnership.ts";
import type { PartnershipReviews } from "../../../assessment/reviews/review-result.ts";
import { lostForLevels } from "../../../assessment/unread-records.ts";
import type { Verdict } from "../../../assessment/verdict.ts";
import { command, type ExitCode } from "../../../platform/command.ts";
import { assureWritable, writeWholeFile } from "../../../platform/whole-file.ts";
import { renderTerminal } from "../../../report/terminal/terminal-report.ts";
import { BadInput } from "../../../values/problem.ts";
import { daysBetween, type PlainDate } from "../../../values/time.ts";
import { onDay } from "../on-day.ts";
import { asOfOption, folderOption, jsonOption, reportOption } from "../shared-options.ts";

export const checkVerb = command({
  name: "check",
  summary: "Recompute every figure and say which pitfalls are guarded, beginning, or invisible",
  positional: ["folder"],
  input: z.object({
    folder: folderOption,
    asOf: asOfOption,
    json: jsonOption,
    report: reportOption,
    failOn: z
      .enum(["watch", "alarm"])
      .describe("exit with 1 when there is a finding of this weight or more")
      .optional(),
  }),
  examples: [
    { line: "bellwether check my-partnership", does: "the verdict as of today, for people" },
    {
      line: "bellwether check my-partnership --as-of 2026-06-30 --report report.html",
      does: "and the whole report in one file",
    },
    {
      line: "bellwether check my-partnership --json --fail-on alarm",
      does: "for machines: exit code 1 when there is an alarm",
    },
  ],
  async run({ folder, asOf, json, report, failOn }, surroundings): Promise<ExitCode> {
    const { write, tell, width, hasColour } = surroundings;
    if (report !== undefined) await assureWritable(report);
    const { verdict, reviews } = await onDay({ folder, asOf }, surroundings, async ({ opened, day, wipe }) => {
      const lost = lostForLevels(opened.record, opened.load, folder);
      if (lost.length > 0) throw new BadInput(lost);
      wipe();
      tell(lastRecordNotice(await lastRecordDay(opened.store, opened.present, day), day));
      const found = await check(opened, day);
      return { verdict: found, reviews: report === undefined ? null : await reviewsFor(opened, found) };
    });
    write(
      json === true ? `${JSON.stringify(verdict)}\n` : renderTerminal(verdict, { width, colour: hasColour, folder }),
    );
    if (report !== undefined && reviews !== null) {
      // The whole page and what draws it: not loaded for a verdict in the terminal.
      const { renderHtml } = await import("../../../report/html-report.tsx");
      await writeWholeFile(report, renderHtml(verdict, { folder, reviews }));
      tell(`The report is in ${report}\n`);
    }
    return failOn !== undefined && hasFinding(verdict, failOn) ? 1 : 0;
  },
});

/** Every review of the same day, on the figures of the check; loaded only for a report. */
async function reviewsFor(opened: OpenPartnership, found: Verdict): Promise<PartnershipReviews> {
  const { allReviews } = await import("../../../assessment/reviews/partnership-reviews.ts");
  return allReviews(opened, { asOf: found.asOf, seed: 1, checked: found });
}

/** So long after the last record a verdict may be about nothing that still goes on, days. */
const longSilence = 31;

function lastRecordNotice(last: PlainDate | null, asOf: PlainDate): string {
  if (last === null || daysBetween(last, asOf) <= longSilence) return "";
  return `The last record is of ${last}, ${daysBetween(last, asOf)} days before ${asOf}.\n`;
}

function hasFinding({ findings }: Verdict, least: "watch" | "alarm"): boolean {
  return findings.some(({ state }) => state === "alarm" || least === "watch");
}
