import pico from "picocolors";
import { type Problem, placeText } from "../../values/problem.ts";
import { steeringCharacters } from "../../values/steering-characters.ts";

/** Problems for people: where, what, and what to do, each with its code so that it can be looked up. */
export function problemsText(
  problems: readonly Problem[],
  { hasColour, areNotices = false }: { hasColour: boolean; areNotices?: boolean },
): string {
  const paint = pico.createColors(hasColour);
  const lines = problems.map((problem) => {
    const place = placeText(problem.at);
    const mark = areNotices ? paint.yellow("!") : paint.red("✗");
    const head = `${mark} ${place === "" ? "" : `${paint.bold(escapedText(place))}  `}${escapedText(problem.message)}`;
    return `${head} ${paint.dim(`[${problem.code}]`)}\n  ${escapedText(problem.hint)}\n`;
  });
  return lines.join("");
}

/**
 * Text of a file with every steering character as its escape, such as \u001b: a problem must name the very character that
 * is to be taken out. Where only the sense counts, `displayableText` of the reports puts one mark for all of them.
 */
export function escapedText(text: string): string {
  return text.replaceAll(steeringCharacters, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
