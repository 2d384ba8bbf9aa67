import pico from "picocolors";
import { z } from "zod";
import { pitfallCatalogue, pitfalls } from "../../../pitfalls/pitfall-catalogue.ts";
import { type Pitfall, PitfallId, pitfallIds } from "../../../pitfalls/pitfall-definition.ts";
import { command, type ExitCode } from "../../../platform/command.ts";
import { closestWord } from "../../../values/closest-word.ts";
import { BadInput } from "../../../values/problem.ts";
import { jsonOption } from "../shared-options.ts";

export const pitfallsVerb = command({
  name: "pitfalls",
  summary: "The 25 ways in which partnerships go wrong, and what to do about each",
  positional: ["pitfall"],
  input: z.object({
    pitfall: z.string().describe("the id of one of them; all without it").optional(),
    json: jsonOption,
  }),
  examples: [
    { line: "bellwether pitfalls", does: "all 25, a line each" },
    { line: "bellwether pitfalls quality-decline", does: "what it is, what opens its eyes, and its playbook" },
  ],
  async run({ pitfall, json }, { write, hasColour }): Promise<ExitCode> {
    const chosen = pitfall === undefined ? pitfalls : [pitfallNamed(pitfall)];
    if (json === true) write(`${JSON.stringify(pitfall === undefined ? chosen : chosen[0])}\n`);
    else if (pitfall === undefined) write(chosen.map(({ id, name }) => `${id.padEnd(26)}${name}\n`).join(""));
    else write(chosen.map((one) => pitfallText(one, hasColour)).join(""));
    return 0;
  },
});

function pitfallNamed(text: string): Pitfall {
  const id = PitfallId.safeParse(text);
  if (id.success) return pitfallCatalogue[id.data];
  const near = closestWord(text, pitfallIds);
  const hint = near === null ? "See bellwether pitfalls." : `Did you mean ${near}?`;
  throw new BadInput([{ code: "unknown-pitfall", at: null, message: `there is no pitfall ${text}`, hint }]);
}

function pitfallText(
  { name, description, whyItHurts, howCommon, eyes, playbook }: Pitfall,
  hasColour: boolean,
): string {
  const { bold } = pico.createColors(hasColour);
  const common =
    howCommon === null
      ? []
      : [`${bold("How common")}\n  ${Math.round(howCommon.share * 100)} % of companies (${howCommon.source})`];
  const blocks = [
    bold(name),
    description,
    `${bold("Why it hurts")}\n  ${whyItHurts}`,
    ...common,
    `${bold("What shows it")}\n${eyes.map(({ file, shows }) => `  ${file}: ${shows}`).join("\n")}`,
    `${bold("First talk")}\n  ${playbook.firstTalk}`,
    `${bold("Diagnosis")}\n${playbook.diagnosis.map((question) => `  - ${question}`).join("\n")}`,
    `${bold("Ways out")}\n${playbook.options.map(({ carriedBy, action }) => `  - ${carriedBy}: ${action}`).join("\n")}`,
    `${bold("Judged by")}\n  ${playbook.judgedBy.measure}: ${playbook.judgedBy.workedWhen}\n  As the measure of an action: ${playbook.judgedBy.figures.join(", ")}`,
  ];
  return `${blocks.join("\n\n")}\n`;
}
