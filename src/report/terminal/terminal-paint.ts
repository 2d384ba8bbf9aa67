import picocolors from "picocolors";
import type { Tone } from "../state-word.ts";

/** How each tone is written to a terminal; as it is where there is no colour. */
export type Paint = Readonly<Record<Tone | "title" | "faint", (text: string) => string>>;

export function paintOf(colour: boolean): Paint {
  const { bold, red, yellow, cyan, magenta, dim } = picocolors.createColors(colour);
  const asItIs = (text: string) => text;
  return {
    bad: (text) => bold(red(text)),
    worry: yellow,
    good: cyan,
    special: magenta,
    plain: asItIs,
    unknown: dim,
    title: bold,
    faint: dim,
  };
}
