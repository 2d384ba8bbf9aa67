import { z } from "zod";
import { explain } from "../../../assessment/explain.ts";
import { derivedIdOf, explainDerived } from "../../../assessment/explain-derived.ts";
import { readFigureName } from "../../../assessment/figure-name.ts";
import { command, type ExitCode } from "../../../platform/command.ts";
import { csvText } from "../../../values/csv-text.ts";
import { derivedExplanationText } from "../derived-explanation-text.ts";
import { explanationText } from "../explanation-text.ts";
import { onDay } from "../on-day.ts";
import { asOfOption, folderOption, jsonOption } from "../shared-options.ts";

export const explainVerb = command({
  name: "explain",
  summary: "Print the whole working of one number, down to the rows",
  positional: ["folder", "figure"],
  input: z.object({
    folder: folderOption,
    figure: z
      .string()
      .describe(
        "a service level, metric or derived figure, with a period: first-answer@2026-05, csat/team=amber@2026-W20",
      ),
    asOf: asOfOption,
    json: jsonOption,
    csv: z.boolean().describe("print the rows behind the number as CSV, nothing else").optional(),
  }),
  examples: [
    {
      line: "bellwether explain my-partnership first-answer@2026-05",
      does: "definition, days, exclusions, numerator, denominator, failing items",
    },
    {
      line: "bellwether explain my-partnership csat/team=amber@2026-W20 --csv > rows.csv",
      does: "every answer that was counted, and how",
    },
  ],
  async run({ folder, figure, asOf, json, csv }, surroundings): Promise<ExitCode> {
    const name = readFigureName(figure);
    const derived = derivedIdOf(name);
    const { text, rows, whole } = await onDay({ folder, asOf }, surroundings, async ({ opened, day }) => {
      if (derived === null) {
        const told = await explain(opened, name, day);
        return { text: explanationText(told, surroundings), rows: told.items, whole: told };
      }
      const told = await explainDerived(opened, derived, name, day);
      const rows = told.items.length > 0 ? told.items : told.parts;
      return { text: derivedExplanationText(told, surroundings), rows, whole: told };
    });
    if (csv === true) surroundings.write(csvText(Object.keys(rows[0] ?? { record_id: "" }), rows));
    else surroundings.write(json === true ? `${JSON.stringify(whole)}\n` : text);
    return 0;
  },
});
