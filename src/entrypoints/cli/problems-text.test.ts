import { expect, test } from "vitest";
import { displayableText } from "../../report/displayable-text.ts";
import { escapedText } from "./problems-text.ts";

const hostile = ["\u001b", "\u0007", "\u009b", "\u202e", "\u2066", "\u200e", "\u2028", "\ufeff"];

test.each(hostile)(
  "what a terminal would obey is named by its escape in a problem and marked in a report: %j",
  (character) => {
    const code = character.charCodeAt(0).toString(16).padStart(4, "0");
    expect(escapedText(`a${character}b`)).toBe(`a\\u${code}b`);
    expect(displayableText(`a${character}b`)).toBe("a\ufffdb");
  },
);

test("letters of any script, joined emoji and the lines of a problem stay as they are", () => {
  expect(escapedText("Straße, עברית, 👩‍👩‍👧\nnext line")).toBe("Straße, עברית, 👩‍👩‍👧\nnext line");
});
