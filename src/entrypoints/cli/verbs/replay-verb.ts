import { z } from "zod";
import { replay } from "../../../assessment/replay.ts";
import type { ReplayLine } from "../../../assessment/verdict.ts";
import { command, type ExitCode } from "../../../platform/command.ts";
import { displayableText } from "../../../report/displayable-text.ts";
import { raisedWords } from "../../../report/raised-words.ts";
import { PlainDate } from "../../../values/time.ts";
import { onDay } from "../on-day.ts";
import { folderOption, jsonOption } from "../shared-options.ts";
import { firstDayOr } from "../stretch-of-days.ts";

export const replayVerb = command({
  name: "replay",
  summary: "Walk through the past and tell what would have been said, when",
  positional: ["folder"],
  input: z.object({
    folder: folderOption,
    from: PlainDate.meta({ word: "date", description: "the first day; a year before the last without it" }).optional(),
    to: PlainDate.meta({ word: "date", description: "the last day; today without it" }).optional(),
    every: z
      .enum(["day", "week", "month"])
      .describe("how often to look, counted back from the last day")
      .default("week"),
    json: jsonOption,
  }),
  examples: [
    {
      line: "bellwether replay my-partnership --from 2026-01-01 --to 2026-06-30",
      does: "each finding as it is raised, escalated or cleared",
    },
    {
      line: "bellwether replay my-partnership --every month --json",
      does: "the same for machines, one JSON document a line",
    },
  ],
  async run({ folder, from, to, every, json }, surroundings): Promise<ExitCode> {
    const lines = await onDay({ folder, asOf: to }, surroundings, ({ opened, day: last }) => {
      return replay(opened, { from: firstDayOr(from, last), to: last, every });
    });
    for (const line of lines) surroundings.write(json === true ? `${JSON.stringify(line)}\n` : replayLineText(line));
    if (lines.length === 0 && json !== true) surroundings.tell("Nothing would have been said in this time.\n");
    return 0;
  },
});

/** One change of what would have been said, for people; what stood before the first date is told with its day. */
export function replayLineText({ at, change, finding, stoodBefore }: ReplayLine): string {
  const mark = { raised: "▲", escalated: "▲▲", cleared: "✓" }[change];
  const since = stoodBefore === true ? `  stands since ${raisedWords(finding)}` : "";
  return `${at}  ${mark.padEnd(2)} ${change.padEnd(9)}  ${finding.state.padEnd(5)}  ${finding.pitfall}${since}\n    ${displayableText(finding.statement)}\n`;
}
