import { z } from "zod";
import { power } from "../../../assessment/power.ts";
import { command, type ExitCode } from "../../../platform/command.ts";
import { powerPage } from "../../../report/review-text/power-text.ts";
import { reviewPageText } from "../../../report/review-text/review-page.ts";
import { onDay } from "../on-day.ts";
import { asOfOption, folderOption, jsonOption } from "../shared-options.ts";

export const powerVerb = command({
  name: "power",
  summary: "Tell what can be seen, how soon: the smallest change of each KPI that is told in 4, 8 and 12 weeks",
  positional: ["folder"],
  input: z.object({ folder: folderOption, asOf: asOfOption, json: jsonOption }),
  examples: [
    { line: "bellwether power my-partnership", does: "what clear means: nothing larger than these changes" },
    { line: "bellwether power my-partnership --json", does: "the same for machines" },
  ],
  async run({ folder, asOf, json }, surroundings): Promise<ExitCode> {
    const told = await onDay({ folder, asOf }, surroundings, ({ opened, day }) => power(opened, day));
    const { width, hasColour } = surroundings;
    const next = [{ command: `bellwether check ${folder} --as-of ${told.asOf}`, does: "what is told now" }];
    surroundings.write(
      json === true
        ? `${JSON.stringify(told)}\n`
        : reviewPageText(powerPage(told), { width, colour: hasColour, unseen: [], next }),
    );
    return 0;
  },
});
