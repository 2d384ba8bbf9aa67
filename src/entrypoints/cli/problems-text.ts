import pico from "picocolors";
import { type Problem, placeText } from "../../values/problem.ts";

/** Problems for people: where, what, and what to do, each with its code so that it can be looked up. */
export function problemsText(
  problems: readonly Problem[],
  { hasColour, areNotices = false }: { hasColour: boolean; areNotices?: boolean },
): string {
  const paint = pico.createColors(hasColour);
  const lines = problems.map((problem) => {
    const place = placeText(problem.at);
    const mark = areNotices ? paint.yellow("!") : paint.red("✗");
    const head = `${mark} ${place === "" ? "" : `${paint.bold(printable(place))}  `}${printable(problem.message)}`;
    return `${head} ${paint.dim(`[${problem.code}]`)}\n  ${printable(problem.hint)}\n`;
  });
  return lines.join("");
}

/** Control characters of a hostile file shown as such, so that they cannot steer the terminal. */
export function printable(text: string): string {
  return text.replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
