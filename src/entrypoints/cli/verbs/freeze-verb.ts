import { z } from "zod";
import { freezeDefinitions } from "../../../partnership-folder/freeze-definitions.ts";
import { pitfallIds } from "../../../pitfalls/pitfall-definition.ts";
import { command, type ExitCode } from "../../../platform/command.ts";
import { PlainDate } from "../../../values/time.ts";
import { folderOption } from "../shared-options.ts";

export const freezeVerb = command({
  name: "freeze",
  summary: "Freeze the definitions of closed periods: from then on, changing one is a restatement and must be said",
  positional: ["folder"],
  input: z.object({
    folder: folderOption,
    through: PlainDate.meta({ word: "date", description: "the last day of the last closed period, YYYY-MM-DD" }),
  }),
  examples: [
    {
      line: "bellwether freeze my-partnership --through 2026-05-31",
      does: "the definitions behind every period up to May hold",
    },
  ],
  async run({ folder, through }, { tell }): Promise<ExitCode> {
    const { file } = await freezeDefinitions(folder, through, { pitfalls: pitfallIds });
    tell(`Definitions in force up to ${through} are frozen in ${file}. Keep it beside the record.\n`);
    return 0;
  },
});
