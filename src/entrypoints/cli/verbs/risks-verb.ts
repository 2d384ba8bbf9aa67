import { z } from "zod";
import { command, type ExitCode } from "../../../platform/command.ts";
import { writeWholeFile } from "../../../platform/whole-file.ts";
import { BadInput } from "../../../values/problem.ts";
import { review, reviewExamples, reviewInput } from "../review-verb.ts";

export const risksVerb = command({
  name: "risks",
  summary: "Review risks, fallbacks, access, incidents and certificates: what is overdue, open or has a gap",
  positional: ["folder"],
  input: reviewInput.extend({
    register: z
      .string()
      .meta({
        word: "file",
        description: "also write the register of information as CSV, unless something blocks its filing",
      })
      .optional(),
  }),
  examples: [
    ...reviewExamples("risks", "each risk before and after treatment, who still has access, and what blocks a filing"),
    { line: "bellwether risks my-partnership --register register.csv", does: "the rows that a supervisor asks for" },
  ],
  async run({ register, ...question }, surroundings): Promise<ExitCode> {
    const { reviewed } = await review("risks", question, surroundings);
    if (register === undefined || reviewed.kind !== "reviewed") return 0;
    const { blocks, csv, rows } = reviewed.review.register;
    if (blocks.length > 0) {
      throw new BadInput(
        blocks.map(({ at, message, remedy }) => ({
          code: "register-blocked",
          at: null,
          message: `${register} was not written. ${at}: ${message}`,
          hint: remedy,
        })),
      );
    }
    await writeWholeFile(register, csv);
    surroundings.tell(`The register is in ${register}: ${rows} ${rows === 1 ? "row" : "rows"}\n`);
    return 0;
  },
});
