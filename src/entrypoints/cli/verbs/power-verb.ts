import { z } from "zod";
import { power } from "../../../assessment/power.ts";
import { command, type ExitCode } from "../../../platform/command.ts";
import { assureWritable, writeWholeFile } from "../../../platform/whole-file.ts";
import { powerPage } from "../../../report/review-text/power-text.ts";
import { reviewPageText } from "../../../report/review-text/review-page.ts";
import { onDay, subjectOf } from "../on-day.ts";
import { asOfOption, folderOption, jsonOption, reportOption } from "../shared-options.ts";

export const powerVerb = command({
  name: "power",
  summary: "Tell what can be seen, how soon: the smallest change of each KPI that is told in 4, 8 and 12 weeks",
  positional: ["folder"],
  input: z.object({ folder: folderOption, asOf: asOfOption, json: jsonOption, report: reportOption }),
  examples: [
    { line: "bellwether power my-partnership", does: "what clear means: nothing larger than these changes" },
    { line: "bellwether power my-partnership --report power.html", does: "the same as one page" },
  ],
  async run({ folder, asOf, json, report }, surroundings): Promise<ExitCode> {
    if (report !== undefined) await assureWritable(report);
    const { told, of } = await onDay({ folder, asOf }, surroundings, async ({ opened, day }) => ({
      told: await power(opened, day),
      of: subjectOf(opened.record),
    }));
    const { width, hasColour } = surroundings;
    const next = [{ command: `bellwether check ${folder} --as-of ${told.asOf}`, does: "what is told now" }];
    surroundings.write(
      json === true
        ? `${JSON.stringify(told)}\n`
        : reviewPageText(powerPage(told), { width, colour: hasColour, unseen: [], next }),
    );
    if (report !== undefined) {
      const { renderPower } = await import("../../../report/power-report.tsx");
      await writeWholeFile(report, renderPower(of, told));
      surroundings.tell(`The report is in ${report}\n`);
    }
    return 0;
  },
});
