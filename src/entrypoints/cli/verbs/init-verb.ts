import { z } from "zod";
import { writeStarter } from "../../../partnership-folder/write-starter.ts";
import { command, type ExitCode } from "../../../platform/command.ts";
import { dateAt } from "../../../values/time.ts";

export const initVerb = command({
  name: "init",
  summary: "Write an annotated partnership.yaml to begin with",
  positional: ["folder"],
  input: z.object({
    folder: z.string().describe("where to write it; made where it is missing"),
    partnership: z
      .string()
      .meta({ word: "id", description: "short name: lower-case words joined by hyphens" })
      .optional(),
    client: z.string().meta({ word: "name", description: "the company whose work it is" }).optional(),
    provider: z.string().meta({ word: "name", description: "the company that does the work" }).optional(),
    zone: z.string().describe("the contract's time zone, such as America/New_York").optional(),
  }),
  examples: [
    { line: "bellwether init my-partnership", does: "a record to edit, with everything explained in it" },
    {
      line: 'bellwether init desk --client "Northwind Outfitters" --provider "Cedar Contact" --zone Europe/Lisbon',
      does: "the same with your names",
    },
  ],
  async run({ folder, ...names }, { tell, now }): Promise<ExitCode> {
    const file = await writeStarter(folder, names, dateAt(now() / 1000, "UTC"));
    tell(
      `Wrote ${file}\nEdit it, put your exports beside it, then:\n  bellwether validate ${folder}\n  bellwether check ${folder}\n`,
    );
    return 0;
  },
});
