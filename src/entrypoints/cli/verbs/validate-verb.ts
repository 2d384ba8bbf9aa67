import { z } from "zod";
import { readRecord } from "../../../assessment/read-record.ts";
import { command, type ExitCode } from "../../../platform/command.ts";
import { problemsText } from "../problems-text.ts";
import { folderOption, jsonOption } from "../shared-options.ts";

export const validateVerb = command({
  name: "validate",
  summary: "Tell everything that is wrong with partnership.yaml, all at once, and what is worth knowing about it",
  positional: ["folder"],
  input: z.object({ folder: folderOption, json: jsonOption }),
  examples: [
    { line: "bellwether validate my-partnership", does: "each problem with its line, column and what to do" },
    { line: "bellwether validate my-partnership --json", does: "the same as a JSON list" },
  ],
  async run({ folder, json }, { write, tell, hasColour }): Promise<ExitCode> {
    const { problems, notices } = await readRecord(folder);
    if (json === true) {
      const told = notices.map((notice) => ({ ...notice, severity: "notice" }));
      write(`${JSON.stringify([...problems, ...told])}\n`);
    } else {
      tell(problems.length === 0 ? "Nothing is wrong with this record.\n" : problemsText(problems, { hasColour }));
      tell(problemsText(notices, { hasColour, areNotices: true }));
    }
    if (problems.length > 1 && json !== true) tell(`${problems.length} problems\n`);
    return problems.length === 0 ? 0 : 2;
  },
});
