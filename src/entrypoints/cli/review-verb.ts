import { stringify } from "yaml";
import { z } from "zod";
import { readRecord } from "../../assessment/read-record.ts";
import type { PartnershipRecord } from "../../governance/partnership/partnership-record.ts";
import { type Command, command, type ExitCode } from "../../platform/command.ts";
import { BadInput } from "../../values/problem.ts";
import type { PlainDate } from "../../values/time.ts";
import { printable } from "./problems-text.ts";
import { asOfOption, folderOption, jsonOption } from "./shared-options.ts";
import { asOfOrToday } from "./surroundings.ts";

/** A look at one part of the record: what it is called, and the rule that looks. */
export type Review = {
  readonly name: string;
  readonly summary: string;
  readonly example: string;
  /** plain data with its working; a part that the record lacks is a value too, not an error */
  readonly look: (record: PartnershipRecord, options: { readonly asOf: PlainDate; readonly seed: number }) => unknown;
};

/** A verb that reads the record, applies one rule to it and prints what the rule gives: an outline for people, or JSON. */
export function reviewVerb({ name, summary, example, look }: Review): Command {
  return command({
    name,
    summary,
    positional: ["folder"],
    input: z.object({
      folder: folderOption,
      asOf: asOfOption,
      seed: z.coerce.number().int().meta({ word: "number", description: "of every draw of chance" }).default(1),
      json: jsonOption,
    }),
    examples: [
      { line: `bellwether ${name} my-partnership`, does: example },
      { line: `bellwether ${name} my-partnership --json`, does: "the same for machines" },
    ],
    async run({ folder, asOf, seed, json }, surroundings): Promise<ExitCode> {
      const { record, problems } = await readRecord(folder);
      if (record === null || problems.length > 0) throw new BadInput(problems);
      const found = look(record, { asOf: asOfOrToday(asOf, record.zone, surroundings), seed });
      surroundings.write(json === true ? `${JSON.stringify(found)}\n` : outline(found));
      return 0;
    },
  });
}

/** Plain data as an indented outline. Through JSON first, so that money and dates are written as everywhere else. */
function outline(found: unknown): string {
  const plain: unknown = JSON.parse(JSON.stringify(found));
  return stringify(plain, { lineWidth: 100 }).split("\n").map(printable).join("\n");
}
