/** Whole answers that fill a field and say nothing, written without spaces and marks. */
const emptyAnswers = new Set(
  `tbd tba tbc tbs tbn tbh todo na nil null none no yes ok nobody noone nonespecified notapplicable notavailable unknown unspecified undefined
  unassigned unnamed vacant open pending later soon asap someday placeholder dummy test testing example sample asdf qwerty foo bar foobar
  loremipsum lorem ipsum blah blahblah etc ditto same sameasabove asabove seeabove asdiscussed asusual asneeded wip empty missing blank
  name yourname firstname lastname owner person someone somebody anyone anybody whoever everyone everybody all any other others various
  dontknow idk notsure notyet willfollow tofollow workinprogress inprogress fixme change changeme changethis`.split(
    /\s+/,
  ),
);

/** A field that mentions one of these is still open, whatever else it says: "TBD (Ana?)", "to be hired". */
const openMarks =
  /\b(?:t\.?b\.?[dacn]|to[ -]be[ -](?:defined|decided|determined|confirmed|agreed|announced|named|hired|appointed|found|assigned|done|discussed|written|added)|not (?:yet )?(?:decided|known|assigned|named|agreed|defined|applicable|available)|fill (?:in|me)|insert .* here|xx+)\b|\?/;

/** Words that name no single person. */
const groups = new Set(
  `team teams department company client customer provider vendor supplier management leadership staff office
  support operations agents both we us they them it hr legal finance admin board group function business sponsor contact lead`.split(
    /\s+/,
  ),
);

const articles = new Set("the a an our your their my his her its of at on in and or for to by entire whole".split(" "));

/**
 * Whether a text says nothing: absent, empty, marks only, or a stopgap such as "TBD", "n/a", "?", "nobody", "lorem ipsum".
 * Accents, width, case, spacing and invisible characters do not save a stopgap.
 */
export function isFiller(text: string | null | undefined): boolean {
  if (text === null || text === undefined) return true;
  const plain = fold(text);
  const letters = plain.replaceAll(/[^\p{L}\p{N}]/gu, "");
  if (letters === "" || emptyAnswers.has(letters) || openMarks.test(plain)) return true;
  if (letters.length > 2 && new Set(letters).size === 1) return true;
  const words = wordsOf(plain).filter((word) => !articles.has(word));
  return words.every((word) => emptyAnswers.has(word));
}

/**
 * Whether a person who can be called is named. "TBD", "nobody" and "?" are not, nor are groups such as "the team":
 * when everyone owns something, nobody does. A role held by one person ("coo", "head of support") is a name.
 */
export function isNamed(person: string | null | undefined): person is string {
  if (person === null || person === undefined || isFiller(person)) return false;
  const words = wordsOf(fold(person)).filter((word) => !articles.has(word));
  return words.some((word) => !groups.has(word) && !emptyAnswers.has(word) && /\p{L}/u.test(word));
}

/** Whether two names mean one person: case, accents, spacing and marks aside. Fillers are nobody and so never the same. */
export function isSamePerson(one: string | null | undefined, other: string | null | undefined): boolean {
  if (!isNamed(one) || !isNamed(other)) return false;
  return wordsOf(fold(one)).join(" ") === wordsOf(fold(other)).join(" ");
}

/** The different people among `names`, fillers left out. */
export function differentPeople(names: readonly (string | null | undefined)[]): readonly string[] {
  return names.filter(isNamed).filter((name, at, all) => all.findIndex((other) => isSamePerson(name, other)) === at);
}

/** Whether a text holds at least `words` different words that mean something: a sentence, not a stopgap. */
export function isSaid(text: string | null | undefined, words = 3): text is string {
  if (text === null || text === undefined || isFiller(text)) return false;
  const meaning = wordsOf(fold(text)).filter((word) => !articles.has(word) && !emptyAnswers.has(word));
  return new Set(meaning).size >= words;
}

function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}|\p{Cf}/gu, "")
    .toLowerCase()
    .trim();
}

function wordsOf(plain: string): readonly string[] {
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}
