import type { Verdict } from "../../assessment/verdict.ts";
import { formatNumberOf } from "../format-figure.ts";
import type { Paint } from "./terminal-paint.ts";

/** What every block of the terminal report is written from; `width` in columns. */
export type TerminalPage = { readonly verdict: Verdict; readonly width: number; readonly paint: Paint };

/** How many more there are than are shown; no line where all are. */
export function moreLines(count: number, shown: number, noun: string, { paint }: TerminalPage): readonly string[] {
  if (count <= shown) return [];
  return [paint.faint(`… and ${formatNumberOf(count - shown, `more ${noun}`, `more ${noun}s`)}`)];
}
