import { z } from "zod";
import { command, type ExitCode } from "../../../platform/command.ts";
import { completionScript, shells } from "../completion.ts";

export const completionVerb = command({
  name: "completion",
  summary: "Print a script that makes your shell complete verbs and options",
  positional: ["shell"],
  input: z.object({ shell: z.enum(shells).describe("bash, zsh or fish") }),
  examples: [{ line: "source <(bellwether completion bash)", does: "complete in this shell from now on" }],
  async run({ shell }, surroundings): Promise<ExitCode> {
    // The program holds this verb, so it can only be asked for once this file is loaded.
    const { buildProgram } = await import("../program.ts");
    const { loadVerbs } = await import("../verbs.ts");
    const program = buildProgram(await loadVerbs(undefined), surroundings, () => undefined);
    surroundings.write(completionScript(shell, program));
    return 0;
  },
});
