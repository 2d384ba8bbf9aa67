/** Time counted from 1970, each told by the number of its digits before the point. */
export type EpochKind = "epoch-seconds" | "epoch-milliseconds" | "epoch-microseconds";

/** How one written form of a moment or date is read. Texts of the same shape (digits aside) are read alike. */
export type StampReading = {
  readonly kind: "iso" | "pattern" | EpochKind | "spreadsheet-days";
  /** strptime format without the offset, day-first where both orders are possible; for `iso`, `Z` where that is its offset */
  readonly format: string;
  /** the format for month-first, where only `day_order` can tell */
  readonly monthFirstFormat: string | null;
  readonly hasTime: boolean;
  readonly hasOffset: boolean;
  /** texts to replace before parsing: localised months, spellings of a.m. and p.m., odd spaces */
  readonly replacements: readonly (readonly [from: string, to: string])[];
};

const time = String.raw`(?<h>\d{1,2})(?<hs>[:.h])(?<mi>\d{2})(?:(?<ss>[:.])(?<s>\d{2})(?<f>[.,]\d{1,9})?)?(?<apgap>\s?)(?<ap>[ap]\.?\s?m\.?)?`;
const offset = String.raw`(?<ogap>\s?)(?<o>Z|UTC|GMT|(?:UTC|GMT)?[+-]\d{2}(?::?\d{2})?)?`;
const gap = "(?<gap>,?[T ]\\s?|,? at )";
const grammars = {
  yearFirst: new RegExp(String.raw`^(?<y>\d{4})(?<d1>[-/.])\d{1,2}\k<d1>\d{1,2}(?:${gap}${time}${offset})?$`, "i"),
  numeric: new RegExp(
    String.raw`^(?<a>\d{1,2})(?<d1>[-/.])(?<b>\d{1,2})\k<d1>(?<y>\d{4}|\d{2})(?:${gap}${time}${offset})?$`,
    "i",
  ),
  dayMonthName: new RegExp(
    String.raw`^(?<a>\d{1,2})(?<d1>[-/. ]|\. )(?<month>\p{L}+)(?<dot>\.?)(?<d2>[-/. ]|, )(?<y>\d{4}|\d{2})(?:${gap}${time}${offset})?$`,
    "iu",
  ),
  monthNameDay: new RegExp(
    String.raw`^(?<month>\p{L}+)(?<dot>\.?)(?<d1>[-/ ])(?<a>\d{1,2})(?<d2>, ?|[-/ ])(?<y>\d{4}|\d{2})(?:${gap}${time}${offset})?$`,
    "iu",
  ),
  compact: /^\d{8}(?<t>(?<T>T?)\d{6}(?<o>Z?))?$/,
};

/**
 * The one way to read texts of this form, or null where the form is not one of a moment or date.
 * Two-digit years are 1969–2068. Epoch times are told by their length: 9–10 digits seconds, 12–13 milliseconds, 15–16
 * microseconds. Five digits are the days that a spreadsheet counts from the end of 1899, their fraction the time of day.
 */
export function readShape(example: string): StampReading | null {
  const text = example.replaceAll(/[\u00a0\u202f]/g, " ");
  const spaces =
    text === example
      ? []
      : ([
          ["\u00a0", " "],
          ["\u202f", " "],
        ] as const);
  if (/^\d{9,10}(\.\d{1,9})?$/.test(text)) return counted("epoch-seconds");
  if (/^\d{12,13}(\.\d{1,9})?$/.test(text)) return counted("epoch-milliseconds");
  if (/^\d{15,16}(\.\d{1,9})?$/.test(text)) return counted("epoch-microseconds");
  if (/^\d{5}(\.\d{1,17})?$/.test(text)) return counted("spreadsheet-days", text.includes("."));
  const read = readBare(text, spaces);
  // The text as it stands comes first: `mar` is a month in English and a Tuesday in Spanish.
  const bare = read === null ? withoutAsides(text) : null;
  return bare === null ? read : readBare(bare.text, [...spaces, ...bare.replacements]);
}

/** What stands around a date and time: the day of the week before it, the zone's name in brackets after it. */
function withoutAsides(text: string): { text: string; replacements: Replacements } | null {
  const [weekday = "", name = ""] = /^(\p{L}{2,})\.?,?\s(?=[\p{L}\d])/u.exec(text) ?? [];
  const [zone = ""] = /\s\([^()]*\)$/.exec(text) ?? [];
  const before = isWeekday(name.toLocaleLowerCase()) ? weekday : "";
  if (before === "" && zone === "") return null;
  const replacements = [before, zone].flatMap((aside) => (aside === "" ? [] : [[aside, ""] as const]));
  return { text: text.slice(before.length, text.length - zone.length), replacements };
}

function readBare(text: string, spaces: Replacements): StampReading | null {
  const compact = grammars.compact.exec(text)?.groups;
  if (compact !== undefined) {
    const clock = compact.t === undefined ? "" : `${compact.T}%H%M%S`;
    return pattern(`%Y%m%d${clock}`, null, { hasTime: clock !== "", offset: compact.o ?? "" }, spaces);
  }
  const yearFirst = grammars.yearFirst.exec(text)?.groups;
  if (yearFirst !== undefined) return readYearFirst(yearFirst, spaces);
  const numeric = grammars.numeric.exec(text)?.groups;
  if (numeric !== undefined) {
    const year = yearOf(numeric);
    const [dayFirst, monthFirst] = [`%d${numeric.d1}%m`, `%m${numeric.d1}%d`];
    return pattern(`${dayFirst}${numeric.d1}${year}`, `${monthFirst}${numeric.d1}${year}`, clockOf(numeric), spaces);
  }
  const named = grammars.dayMonthName.exec(text)?.groups ?? grammars.monthNameDay.exec(text)?.groups;
  return named === undefined ? null : readNamedMonth(named, text, spaces);
}

type Groups = Readonly<Record<string, string | undefined>>;
type Clock = {
  readonly hasTime: boolean;
  readonly offset: string;
  readonly format?: string;
  readonly ap?: string | undefined;
};
type Replacements = readonly (readonly [string, string])[];

function readYearFirst(groups: Groups, spaces: Replacements): StampReading | null {
  const clock = clockOf(groups);
  const isCast =
    groups.d1 === "-" &&
    groups.ap === undefined &&
    (groups.hs ?? ":") === ":" &&
    !/^\s|^(?:utc|gmt)[+-]/i.test(`${groups.ogap}${groups.o}`);
  if (isCast && groups.ss !== "." && !groups.f?.startsWith(",") && (groups.s !== undefined || groups.o === undefined)) {
    const isPlainGap = groups.gap === undefined || /^[T ]$/i.test(groups.gap);
    if (isPlainGap) {
      return {
        kind: "iso",
        format: clock.offset.toUpperCase() === "Z" ? "Z" : "",
        monthFirstFormat: null,
        hasTime: clock.hasTime,
        hasOffset: clock.offset !== "",
        replacements: spaces,
      };
    }
  }
  return pattern(`%Y${groups.d1}%m${groups.d1}%d`, null, clock, spaces);
}

function readNamedMonth(groups: Groups, text: string, spaces: Replacements): StampReading | null {
  const written = groups.month ?? "";
  const month = monthNamed(written.toLocaleLowerCase());
  if (month === undefined) return null;
  const replacements: Replacements =
    written.toLowerCase() === month.toLowerCase() && groups.dot === ""
      ? spaces
      : [...spaces, [`${written}${groups.dot}`, month]];
  const year = yearOf(groups);
  const isMonthFirst = /^\p{L}/u.test(text);
  const date = isMonthFirst ? `%b${groups.d1}%d${groups.d2}${year}` : `%d${groups.d1}%b${groups.d2}${year}`;
  return pattern(date, null, clockOf(groups), replacements);
}

function pattern(date: string, monthFirst: string | null, clock: Clock, replacements: Replacements): StampReading {
  const rest = clock.format ?? "";
  const meridiem: Replacements =
    clock.ap === undefined || /^[ap]m$/i.test(clock.ap)
      ? []
      : [[clock.ap, clock.ap.toLowerCase().startsWith("a") ? "AM" : "PM"]];
  return {
    kind: "pattern",
    format: date + rest,
    monthFirstFormat: monthFirst === null ? null : monthFirst + rest,
    hasTime: clock.hasTime,
    hasOffset: clock.offset !== "",
    replacements: [...replacements, ...meridiem],
  };
}

function clockOf(groups: Groups): Clock {
  if (groups.h === undefined) return { hasTime: false, offset: "" };
  const isTwelve = groups.ap !== undefined;
  const fraction = groups.f === undefined ? "" : `${groups.f[0]}%f`;
  const secondsPart = groups.s === undefined ? "" : `${groups.ss}%S${fraction}`;
  const meridiem = isTwelve ? `${groups.apgap}%p` : "";
  return {
    hasTime: true,
    offset: groups.o ?? "",
    ap: groups.ap,
    format: `${groups.gap}${isTwelve ? "%I" : "%H"}${groups.hs}%M${secondsPart}${meridiem}`,
  };
}

function yearOf(groups: Groups): string {
  return groups.y?.length === 2 ? "%y" : "%Y";
}

function counted(kind: EpochKind | "spreadsheet-days", hasTime = true): StampReading {
  const hasOffset = kind !== "spreadsheet-days";
  return { kind, format: "", monthFirstFormat: null, hasTime, hasOffset, replacements: [] };
}

const languages = [
  "en",
  "de",
  "fr",
  "es",
  "pt",
  "it",
  "nl",
  "pl",
  "cs",
  "da",
  "sv",
  "nb",
  "fi",
  "ro",
  "hu",
  "tr",
  "ca",
  "hr",
  "sl",
  "sk",
];
let knownMonths: ReadonlyMap<string, string> | null = null;

/** The English short name of a month written in any of the languages; made when the first month name is met: it takes a while. */
function monthNamed(written: string): string | undefined {
  knownMonths ??= namesOfMonths();
  return knownMonths.get(written);
}

let knownWeekdays: ReadonlySet<string> | null = null;

/** Whether this is a day of the week in any of the languages, long or short, without its dot. */
function isWeekday(written: string): boolean {
  knownWeekdays ??= new Set(
    languages.flatMap((language) =>
      (["long", "short"] as const).flatMap((weekday) => {
        const form = new Intl.DateTimeFormat(language, { weekday, timeZone: "UTC" });
        const days = Array.from({ length: 7 }, (_, day) => Date.UTC(2024, 0, 1 + day));
        return days.map((day) => form.format(day).replace(/\.$/, "").toLocaleLowerCase());
      }),
    ),
  );
  return knownWeekdays.has(written);
}

function namesOfMonths(): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const english = new Intl.DateTimeFormat("en", { month: "short", timeZone: "UTC" });
  const months = Array.from({ length: 12 }, (_, month) => Date.UTC(2024, month, 2)).reverse();
  for (const language of [...languages].reverse()) {
    for (const form of monthForms(language)) {
      for (const month of months) {
        const part = form.formatToParts(month).find(({ type }) => type === "month")?.value ?? "";
        const bare = part.replace(/\.$/, "").toLocaleLowerCase();
        if (/^\p{L}+$/u.test(bare)) names.set(bare, english.format(month));
      }
    }
  }
  const alsoWritten = { sept: "Sep", mrz: "Mar", mai: "May", okt: "Oct", dez: "Dec" };
  for (const [written, month] of Object.entries(alsoWritten)) names.set(written, month);
  return names;
}

/** Months alone and beside a day: in many languages the two differ. */
function monthForms(language: string): readonly Intl.DateTimeFormat[] {
  return (["long", "short"] as const).flatMap((month) => [
    new Intl.DateTimeFormat(language, { month, timeZone: "UTC" }),
    new Intl.DateTimeFormat(language, { month, day: "numeric", timeZone: "UTC" }),
  ]);
}
