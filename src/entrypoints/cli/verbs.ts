import type { Command } from "../../platform/command.ts";

/** Every verb of the command line, in the order of `--help`. */
export const verbs: readonly Command[] = [];
