import { z } from "zod";
import { withPartnership } from "../../../assessment/open-partnership.ts";
import { quarantineCsv } from "../../../facts/quarantine.ts";
import { command, type ExitCode } from "../../../platform/command.ts";
import { writeWholeFile } from "../../../platform/whole-file.ts";
import { loadReportText } from "../load-report-text.ts";
import { folderOption, jsonOption } from "../shared-options.ts";
import { openOptions } from "../surroundings.ts";

export const importVerb = command({
  name: "import",
  summary: "Read every source and say what each gave: accepted, quarantined, restated; nothing is written",
  positional: ["folder"],
  input: z.object({
    folder: folderOption,
    quarantine: z
      .string()
      .meta({ word: "file", description: "write the rows that were not accepted as CSV, with their reasons" })
      .optional(),
    json: jsonOption,
  }),
  examples: [
    { line: "bellwether import my-partnership", does: "how each file was read, and what was not" },
    {
      line: "bellwether import my-partnership --quarantine bad-rows.csv",
      does: "every bad row with file, line, column and reason",
    },
  ],
  async run({ folder, quarantine, json }, surroundings): Promise<ExitCode> {
    const progress = openOptions(surroundings);
    const load = await withPartnership(folder, progress, async (opened) => {
      // The report lists the first rows alone; the file gets every one.
      if (quarantine !== undefined) await writeWholeFile(quarantine, quarantineCsv(opened.store));
      return opened.load;
    });
    progress.wipe();
    surroundings.write(json === true ? `${JSON.stringify(load)}\n` : loadReportText(load, surroundings));
    if (quarantine !== undefined)
      surroundings.tell(`${load.quarantined.toLocaleString("en")} rows are in ${quarantine}\n`);
    return 0;
  },
});
