import { readFileSync } from "node:fs";
import { Command as CommanderCommand, CommanderError, Option } from "commander";
import { z } from "zod";
import type { Command, ExitCode, Surroundings } from "../../platform/command.ts";
import { closestWord } from "../../values/closest-word.ts";
import { BadInput, type Problem } from "../../values/problem.ts";
import { problemsText } from "./problems-text.ts";
import { loadVerbs, verbNames } from "./verbs.ts";

/**
 * Runs one command line and says how it ended.
 * Data goes to `write`, everything else to `tell`; problems never escape as a stack trace unless they are bugs.
 */
export async function runProgram(words: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  let exit: ExitCode = 0;
  try {
    const verbs = await loadVerbs(words.find((word) => !word.startsWith("-")));
    const program = buildProgram(verbs, surroundings, (code) => {
      exit = code;
    });
    await program.parseAsync([...words], { from: "user" });
    return exit;
  } catch (error) {
    const verb = words.find((word) => verbNames.some((name) => name === word));
    return reportFailure(error, verb === undefined ? "bellwether" : `bellwether ${verb}`, surroundings);
  }
}

/** The tree of verbs as commander knows it; also what completion is written from. */
export function buildProgram(
  verbs: readonly Command[],
  surroundings: Surroundings,
  ended: (code: ExitCode) => void,
): CommanderCommand {
  const program = new CommanderCommand("bellwether")
    .description("Runs and watches over an outsourcing partnership: figures recomputed from raw records.")
    .version(packageVersion())
    .option("--no-color", "print without colour (NO_COLOR does the same)")
    .option("--no-input", "never ask; nothing here asks, so scripts may always say it")
    .showHelpAfterError(false)
    .exitOverride()
    .configureOutput({
      writeOut: surroundings.write,
      writeErr: () => undefined,
      getOutHelpWidth: () => surroundings.width,
    })
    .addHelpText("after", `\nStart with:\n  bellwether init my-partnership\n  bellwether check my-partnership`);
  for (const verb of verbs) addVerb(program, verb, surroundings, ended);
  return program;
}

function addVerb(
  program: CommanderCommand,
  verb: Command,
  surroundings: Surroundings,
  ended: (code: ExitCode) => void,
): void {
  const sub = program.command(verb.name).summary(verb.summary).description(verb.summary).exitOverride();
  sub.configureOutput({
    writeOut: surroundings.write,
    writeErr: () => undefined,
    getOutHelpWidth: () => surroundings.width,
  });
  for (const name of verb.positional) {
    const field = fieldOf(verb, name);
    sub.argument(isOptional(field) ? `[${name}]` : `<${name}>`, describedIn(field));
  }
  for (const [name, field] of Object.entries(verb.input.shape)) {
    if (!verb.positional.includes(name)) sub.addOption(optionFor(name, field));
  }
  const examples = verb.examples.map(({ line, does }) => `  ${line}\n      ${does}`).join("\n");
  sub.addHelpText("after", `\nExamples:\n${examples}`);
  sub.action(async (...given: unknown[]) => {
    const positional = Object.fromEntries(verb.positional.map((name, index) => [name, given[index]]));
    const flags = sub.opts();
    const hasColour = surroundings.hasColour && program.opts().color !== false;
    const input = parseInput(verb, { ...positional, ...renameFlags(verb, flags) });
    ended(await verb.run(input, { ...surroundings, hasColour }));
  });
}

function optionFor(name: string, field: z.ZodType): Option {
  const flag = `--${kebab(name)}`;
  const inner = unwrap(field);
  if (inner instanceof z.ZodBoolean) return new Option(flag, describedIn(field));
  const values = inner instanceof z.ZodEnum ? inner.options.map(String).join("|") : null;
  return new Option(`${flag} <${values ?? inner.meta()?.word ?? "value"}>`, describedIn(field));
}

/** What a field says of itself, however many "optional" and "default" are wrapped around it. */
function describedIn(field: z.ZodType): string {
  return field.description ?? unwrap(field).description ?? "";
}

function parseInput(verb: Command, given: Record<string, unknown>): z.infer<z.ZodObject> {
  const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const read = verb.input.safeParse(known);
  if (read.success) return read.data;
  throw new BadInput(
    read.error.issues.map((issue) => {
      const name = String(issue.path[0] ?? "");
      const option = verb.positional.includes(name) ? "" : `--${kebab(name)} `;
      const written = `${option}${String(known[name] ?? "")}`.trim();
      const more = `bellwether ${verb.name} --help tells more.`;
      if (!(name in known)) {
        const words = describedIn(fieldOf(verb, name));
        return {
          code: "bad-option",
          at: null,
          message: `${written} is missing`,
          hint: `Write ${option}with ${words}; ${more}`,
        };
      }
      if (issue.code !== "invalid_value")
        return { code: "bad-option", at: null, message: `${written}: ${issue.message}`, hint: more };
      const ways = issue.values.map((value) => `${option}${String(value)}`);
      const message = `${written}: there is no such ${option === "" ? name : "choice"}`;
      return { code: "bad-option", at: null, message, hint: `Write ${ways.join(" or ")}; ${more}` };
    }),
  );
}

function reportFailure(error: unknown, asked: string, { tell, hasColour, signal }: Surroundings): ExitCode {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    tell(problemsText([usageProblem(error, asked)], { hasColour }));
    return 2;
  }
  if (error instanceof BadInput) {
    tell(problemsText(error.problems, { hasColour }));
    return 2;
  }
  if (signal.aborted) {
    tell("Stopped. Nothing was written.\n");
    return 2;
  }
  tell(`This is a bug in Bellwether. Please report it with the lines below.\n${errorText(error)}\n`);
  return 3;
}

function usageProblem(error: CommanderError, asked: string): Problem {
  const message = error.message.replace(/^error: /, "").replace(/\n\(Did you mean[^)]*\)/, "");
  const unknown = /unknown command '([^']+)'/.exec(message)?.[1];
  const near = unknown === undefined ? null : closestWord(unknown, verbNames);
  const hint = near === null ? `See ${asked} --help.` : `Did you mean ${near}?`;
  return { code: "usage", at: null, message, hint };
}

function errorText(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function fieldOf(verb: Command, name: string): z.ZodType {
  const field = verb.input.shape[name];
  if (!(field instanceof z.ZodType)) throw new Error(`${verb.name} declares no field ${name}`);
  return field;
}

function unwrap(field: z.ZodType): z.ZodType {
  const isWrapped = field instanceof z.ZodOptional || field instanceof z.ZodDefault;
  const inner = isWrapped ? field.unwrap() : field;
  return inner instanceof z.ZodType && isWrapped ? unwrap(inner) : field;
}

function isOptional(field: z.ZodType): boolean {
  return field.safeParse(undefined).success;
}

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function renameFlags(verb: Command, flags: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.keys(verb.input.shape)
      .filter((name) => name in flags)
      .map((name) => [name, flags[name]]),
  );
}

function packageVersion(): string {
  const manifest = readFileSync(new URL("../../../package.json", import.meta.url), "utf8");
  return z.object({ version: z.string() }).parse(JSON.parse(manifest)).version;
}
