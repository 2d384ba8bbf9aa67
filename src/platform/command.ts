import type { z } from "zod";

/** How a program ends: 0 done; 1 done, and what `--fail-on` asked about is there; 2 bad input or usage; 3 a bug. */
export type ExitCode = 0 | 1 | 2 | 3;

/** What a command may know of the world it runs in. Everything that can differ between two runs comes from here. */
export type Surroundings = {
  readonly write: (text: string) => void;
  /** for people, never for machines: progress, notices, problems */
  readonly tell: (text: string) => void;
  readonly isTerminal: boolean;
  readonly width: number;
  readonly hasColour: boolean;
  readonly signal: AbortSignal;
  /** milliseconds since 1970 */
  readonly now: () => number;
};

/** One thing that Bellwether does, described once for every surface that offers it. */
export type Command<Input extends z.ZodObject = z.ZodObject> = {
  readonly name: string;
  readonly summary: string;
  /** the fields of `input` that are written without a flag, in order */
  readonly positional: readonly string[];
  /** every field carries a description; optional fields are flags */
  readonly input: Input;
  readonly examples: readonly { readonly line: string; readonly does: string }[];
  run(input: z.infer<Input>, surroundings: Surroundings): Promise<ExitCode>;
};

/** Declares a command; only here so that the type of `input` reaches `run`. */
export function command<Input extends z.ZodObject>(declared: Command<Input>): Command<Input> {
  return declared;
}
