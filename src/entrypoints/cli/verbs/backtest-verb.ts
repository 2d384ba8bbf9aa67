import { z } from "zod";
import { backtest } from "../../../assessment/backtest/backtest.ts";
import { readEvents } from "../../../assessment/backtest/read-events.ts";
import { pitfalls } from "../../../pitfalls/pitfall-catalogue.ts";
import { command, type ExitCode } from "../../../platform/command.ts";
import { assureWritable, writeWholeFile } from "../../../platform/whole-file.ts";
import { backtestText } from "../../../report/backtest/backtest-text.ts";
import { PlainDate } from "../../../values/time.ts";
import { onDay } from "../on-day.ts";
import { folderOption, jsonOption } from "../shared-options.ts";
import { firstDayOr } from "../stretch-of-days.ts";

export const backtestVerb = command({
  name: "backtest",
  summary: "Replay the past by weeks: what would have been said, what it would have cost, which known events were seen",
  positional: ["folder"],
  input: z.object({
    folder: folderOption,
    from: PlainDate.meta({ word: "date", description: "the first day; a year before the last without it" }).optional(),
    to: PlainDate.meta({ word: "date", description: "the last day; today without it" }).optional(),
    events: z
      .string()
      .meta({ word: "file", description: "known events, YAML or CSV: from, until, pitfall, what" })
      .optional(),
    json: jsonOption,
    report: z.string().meta({ word: "file", description: "also write it as one HTML file with a timeline" }).optional(),
  }),
  examples: [
    {
      line: "bellwether backtest my-partnership --from 2025-07-01 --to 2026-06-30",
      does: "each warning, and the alarms beside the budget for false ones",
    },
    {
      line: "bellwether backtest my-partnership --events known-events.yaml --report backtest.html",
      does: "held against what is known to have happened, with a timeline",
    },
  ],
  async run({ folder, from, to, events, json, report }, surroundings): Promise<ExitCode> {
    if (report !== undefined) await assureWritable(report);
    const ids = pitfalls.map(({ id }) => id);
    const known = events === undefined ? null : await readEvents(events, ids);
    const result = await onDay({ folder, asOf: to }, surroundings, ({ opened, day: last }) => {
      return backtest(opened, { from: firstDayOr(from, last), to: last, events: known });
    });
    const { width, hasColour } = surroundings;
    const next = [
      {
        command: `bellwether check ${folder} --as-of ${result.to}`,
        does: "what stands on the last day, with first steps",
      },
    ];
    surroundings.write(
      json === true ? `${JSON.stringify(result)}\n` : backtestText(result, { width, colour: hasColour, next }),
    );
    if (report !== undefined) {
      const { renderBacktest } = await import("../../../report/backtest/backtest-page.tsx");
      await writeWholeFile(report, renderBacktest(result));
      surroundings.tell(`The report is in ${report}\n`);
    }
    return 0;
  },
});
