import { displayableText } from "../displayable-text.ts";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const isWide =
  /\p{Emoji_Presentation}|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|[\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;
const isColour = /\u001b\[[\d;]*m/g;

/** Columns that the text takes in a terminal: colour takes none, East Asian characters and emoji take two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const { segment } of graphemes.segment(text.replace(isColour, ""))) width += isWide.test(segment) ? 2 : 1;
  return width;
}

/** Text from a record on one line of at most `width` columns; what is cut off shows as `…`. */
export function shortened(text: string, width: number): string {
  const shown = displayableText(text, 4 * width + 40);
  if (textWidth(shown) <= width) return shown;
  let kept = "";
  let used = 0;
  for (const { segment } of graphemes.segment(shown)) {
    const more = isWide.test(segment) ? 2 : 1;
    if (used + more > width - 1) break;
    kept += segment;
    used += more;
  }
  return `${kept.trimEnd()}…`;
}

/** Fills up with spaces to `width` columns, on the right or, for figures, on the left. */
export function padded(text: string, width: number, isNumber = false): string {
  const room = " ".repeat(Math.max(0, width - textWidth(text)));
  return isNumber ? room + text : text + room;
}

/** Lines of at most `width` columns, broken between words; at most `mostLines`, the last of which then ends in `…`. */
export function wrapped(text: string, width: number, mostLines: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of displayableText(text).split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (textWidth(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = textWidth(word) <= width ? word : shortened(word, width);
  }
  if (line !== "") lines.push(line);
  if (lines.length <= mostLines) return lines;
  return [...lines.slice(0, mostLines - 1), shortened(lines.slice(mostLines - 1).join(" "), width)];
}

/** The newest `width` values as blocks, low to high; a gap where a value is unknown. */
export function sparkText(values: readonly (number | null)[], width: number): string {
  const shown = values.slice(-width);
  const known = shown.filter((value): value is number => value !== null);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const blocks = "▁▂▃▄▅▆▇█";
  return shown
    .map((value) => {
      if (value === null) return " ";
      const height = most === least ? 3 : Math.round(((value - least) / (most - least)) * (blocks.length - 1));
      return blocks[height] ?? " ";
    })
    .join("");
}
